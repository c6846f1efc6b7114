#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "analysis/compare.h"
#include "analysis/fact_diff.h"
#include "assess/assess.h"

namespace dealcheck {

/// One version of a deal and when it is judged.
struct DealVersion {
  const Opportunity* deal = nullptr;
  Date as_of;
};

/// Why a verdict moved.
enum class Cause : std::uint8_t {
  stage,     ///< another stage asks other questions
  calendar,  ///< evidence aged, days passed
  facts,     ///< the file says something else
  rules      ///< the rules are others
};
[[nodiscard]] std::string_view to_string(Cause cause);

/// What one cause did: two judgements that differ in nothing else.
struct DiffPart {
  Cause cause = Cause::facts;
  const Assessment* before = nullptr;
  const Assessment* after = nullptr;
  Comparison changes;

  [[nodiscard]] int points() const { return after->points - before->points; }
};

/// How the verdict on a deal moved from one version to another, and why. The parts follow one
/// another, so that their points add up.
struct DealDiff {
  std::vector<std::unique_ptr<const Assessment>> steps;  ///< the old judgement first, the new last
  std::vector<DiffPart> parts;  ///< in the order stage, calendar, facts, rules; only facts always
  Comparison total;             ///< between the old judgement and the new
  FactDiff facts;

  [[nodiscard]] const Assessment& before() const { return *steps.front(); }
  [[nodiscard]] const Assessment& after() const { return *steps.back(); }
};

/// Rules that judge, and the new version as each rule set read it. Without rules of its own the old
/// version is judged by the new ones.
struct DiffRules {
  const Rulebook* now = nullptr;
  const Rulebook* old = nullptr;                  ///< the same as `now` when the rules are one
  const Opportunity* now_by_old_rules = nullptr;  ///< the new version, read with the old rules
};

/// Nothing, with errors, when one of the versions cannot be judged. The old version must have been
/// read with the old rules, the new one with the new. Of `judging` only the language and
/// `elsewhere` count: day and stage are those of the versions.
[[nodiscard]] std::optional<DealDiff> compare_versions(const DiffRules& rules,
                                                       const DealVersion& before,
                                                       const DealVersion& after,
                                                       const AssessOptions& judging,
                                                       Diagnostics& diagnostics);

/// Whether the verdict got worse (in the order of `--fail-on`), or a new deadly risk came.
[[nodiscard]] bool got_worse(const DealDiff& diff);
/// Whether anything at all is judged otherwise.
[[nodiscard]] bool moved(const DealDiff& diff);

/// The mines of the new version that the old one had too.
[[nodiscard]] std::vector<const MineView*> remaining_mines(const DealDiff& diff);

}  // namespace dealcheck
