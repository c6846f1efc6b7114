#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "lint/source_map.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// A rule set that could be loaded, and where its parts stand.
struct LintInput {
  const Rulebook& book;
  const SourceMap& places;
  const Words& all_words;  ///< every word that the program may ask for
  std::string folder;      ///< what to blame for something that stands nowhere
};

/// What is wrong with a rule set beyond what the loader refuses. Errors: parts that can have no
/// effect. Warnings: what is most likely not meant. Notes: what was not used or not checked. Where
/// it is not certain nothing is said. Ids are `rules.check.<kind>`; the argument `rule` is the rule
/// or play.
[[nodiscard]] Diagnostics check_rules(const LintInput& input);

/// What comes before the kind in the id of a finding.
inline constexpr std::string_view kFindingFront = "rules.check.";

/// Where findings go.
class FindingSink {
 public:
  explicit FindingSink(const LintInput& input) : input_(input) {}

  /// `at`: the node to point at; nothing: the folder as a whole. What lies outside the folder that
  /// is looked at (what it takes from the built-in rules) is not its fault and left out.
  void add(Severity severity, const std::optional<Yaml>& at, std::string id, Arguments arguments);

  /// Whether a finding there would be told at all.
  [[nodiscard]] bool takes(const std::optional<Yaml>& at) const;

  Diagnostics found;

 private:
  const LintInput& input_;
};

// ---- one analysis each, a row of the table in lint.cc ----

void check_readings(const LintInput& input, FindingSink& sink);
void check_duplicates(const LintInput& input, FindingSink& sink);
void check_bands(const LintInput& input, FindingSink& sink);
void check_plays(const LintInput& input, FindingSink& sink);
void check_mines(const LintInput& input, FindingSink& sink);
void check_conditions(const LintInput& input, FindingSink& sink);
void check_use(const LintInput& input, FindingSink& sink);
void check_words(const LintInput& input, FindingSink& sink);
void check_translations(const LintInput& input, FindingSink& sink);

}  // namespace dealcheck
