#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "i18n/charset.h"
#include "i18n/words.h"

namespace dealcheck {

/// What the renderers say: the words of rules/words/report.yaml in one language, and how numbers,
/// days and places are told to people.
class Phrases {
 public:
  Phrases(const Words& words, Language language, Charset charset = Charset::unicode)
      : words_(words), language_(language), charset_(charset) {}

  /// The text `report.<id>`. An empty argument counts as missing: its optional part falls away.
  [[nodiscard]] std::string say(std::string_view id, Arguments arguments = {}) const;

  /// The text `report.<group>.<name>`; empty when there is no name.
  [[nodiscard]] std::string label(std::string_view group, std::string_view name) const;
  [[nodiscard]] std::string label(Stage stage) const;
  [[nodiscard]] std::string label(Standing standing) const;
  [[nodiscard]] std::string label(Gap gap) const;  ///< empty for Gap::none

  /// `joint` is the name of one in `report.list`.
  [[nodiscard]] std::string joined(const std::vector<std::string>& parts,
                                   std::string_view joint) const;
  /// Empty when there is no date.
  [[nodiscard]] std::string day(std::optional<Date> date, Date near) const;

  /// `+3`, `−3` (a minus sign, not a hyphen, where the charset has one), `0`.
  [[nodiscard]] std::string signed_number(int number) const;
  /// A sign of our own, as it stands in the code.
  [[nodiscard]] std::string sign(std::string_view own) const { return to_charset(own, charset_); }

  /// Where to look, in at most `cells`: the file's base name and the lines, `st-anna.yaml:17,22`.
  /// Empty when there is no evidence.
  [[nodiscard]] std::string short_place(std::string_view path,
                                        const std::vector<Evidence>& evidence, int cells) const;
  [[nodiscard]] std::string short_place(std::string_view path, Location at, int cells) const;

  [[nodiscard]] Charset charset() const { return charset_; }

 private:
  const Words& words_;
  Language language_;
  Charset charset_;
};

/// How a sentence calls a standing in the words of the rule set that judged the deal.
[[nodiscard]] std::string standing_name(const Phrases& phrases, const Assessment& deal,
                                        Standing standing);

/// `rules meddpicc 2026.11 + our-rules, overrides 2 (a41c…)`: the rule set that judged the deal.
[[nodiscard]] std::string told_rules(const Phrases& phrases, const Assessment& deal);

/// Without its full stop, for a sentence that becomes part of another.
[[nodiscard]] std::string without_stop(std::string_view sentence);

/// `82%`
[[nodiscard]] std::string percent(double share);

/// The day of the newest statement; empty when none has one.
[[nodiscard]] std::optional<Date> newest_day(const std::vector<Evidence>& evidence);

}  // namespace dealcheck
