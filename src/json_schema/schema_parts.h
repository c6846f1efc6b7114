#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "i18n/words.h"

namespace dealcheck {

// What schemas are put together from.

/// The head of a schema; its definitions are to be filled in.
[[nodiscard]] Json schema_head(const std::string& title);

/// `{"$ref": "#/definitions/NAME"}`
[[nodiscard]] Json reference(const std::string& name);
/// One of several; of one that alone.
[[nodiscard]] Json any_of(std::vector<Json> schemas);
/// A list of such, of one at least unless told.
[[nodiscard]] Json list_of(Json item, bool may_be_empty = false);
/// What a file takes for yes and no.
[[nodiscard]] Json yes_or_no();
/// One of them as a text.
[[nodiscard]] Json one_of(const std::vector<std::string>& texts);
[[nodiscard]] Json text_like(const std::string& pattern);
/// A text or what YAML takes for a number or a yes-or-no: all that a single value can be.
[[nodiscard]] Json any_scalar();
[[nodiscard]] Json date_text();
/// A day, or a span of days, as people write it: what only reading can tell is let through.
[[nodiscard]] Json loose_date_text();
/// One day in any spelling.
[[nodiscard]] Json exact_day_text();
/// A number inside limits.
[[nodiscard]] Json number_between(const char* type, std::optional<double> least,
                                  std::optional<double> most);

/// `the day it happened · 发生的日子`: editors show it beside what is written.
[[nodiscard]] std::string in_every_language(const LocalizedText& text);
/// The same schema with such a text; a reference is wrapped, as it hides what stands beside it.
[[nodiscard]] Json described(Json schema, const std::string& description);

/// A pattern for names as files spell them: an underscore may be a blank or a hyphen, and words may
/// begin with a capital. Not for those of `but_not` as they stand there.
[[nodiscard]] std::string spelling_pattern(const std::vector<std::string>& names,
                                           const std::vector<std::string>& but_not = {});

}  // namespace dealcheck
