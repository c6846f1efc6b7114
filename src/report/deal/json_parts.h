#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "base/json.h"
#include "diagnostics/diagnostic.h"
#include "i18n/words.h"
#include "rules/rule.h"

// What the JSON of every command is put together from. Names are canonical English and never
// translated; sentences are in the language of the assessment. Every key is always there: what
// there is none of is null or empty.

namespace dealcheck {

/// The points of a reading: a number, or one for each of its stages when they differ.
[[nodiscard]] Json points_json(const Reading& reading);

/// The head of the deal and what it was judged as.
[[nodiscard]] Json deal_json(const Assessment& deal);
/// The rule set in use.
[[nodiscard]] Json rules_json(const Assessment& deal);
/// Sorted by place, exact repeats once; empty for null.
[[nodiscard]] Json diagnostics_json(const Diagnostics* diagnostics, const Words& words,
                                    Language language);

[[nodiscard]] std::string_view reading_of(std::optional<Reads> reads);  // …, unknown
[[nodiscard]] std::string_view answer_of(Tri answer);                   // yes, no, unknown

[[nodiscard]] Json evidence_json(const std::string& file, const std::vector<Evidence>& evidence);
[[nodiscard]] Json finding_json(const Assessment& deal, const Finding& finding);

/// `{id, name}` of a contact; null for none.
[[nodiscard]] Json contact_ref(const Assessment& deal, std::optional<std::size_t> contact);
[[nodiscard]] Json contact_refs(const Assessment& deal, const std::vector<std::size_t>& contacts);

// ---- sections of one deal ----

[[nodiscard]] Json mines_json(const Assessment& deal);
[[nodiscard]] Json bullets_json(const Assessment& deal);
[[nodiscard]] Json steps_json(const Assessment& deal);
[[nodiscard]] Json plan_json(const Assessment& deal);
[[nodiscard]] Json open_questions_json(const Assessment& deal);
[[nodiscard]] Json contacts_json(const Assessment& deal);
[[nodiscard]] Json roles_json(const Assessment& deal);
[[nodiscard]] Json control_json(const Assessment& deal);
[[nodiscard]] Json rivals_json(const Assessment& deal);

}  // namespace dealcheck
