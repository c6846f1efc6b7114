#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"
#include "base/date.h"
#include "deal/opportunity.h"
#include "diagnostics/diagnostic.h"
#include "rules/condition.h"

namespace dealcheck {

struct Rulebook;

/// What a test says that one field must be, and where it says so.
struct ExpectedField {
  std::string name;   ///< of rule_test_fields.h: `reads`, `points`, `verdict`, …
  std::string value;  ///< as the field is told: canonical names, numbers without a plus sign
  Location at;
};

/// What a test expects of one rule, or of the deal as a whole.
struct Expectation {
  std::string rule;  ///< its id; empty: the deal as a whole
  Location at;
  /// The fields of each finding of the rule, in the order of a report: the most dangerous first.
  std::vector<std::vector<ExpectedField>> findings;
  bool exhaustive = false;  ///< the rule must have just so many findings; else the first is meant
};

/// A deal, or facts, and how the rules must read it.
struct RuleTest {
  std::string name;
  std::string rule;  ///< of an example that stands in a rule's own file: that rule
  Location at;
  std::shared_ptr<const YamlDocument> document;  ///< where it stands
  Opportunity deal;
  std::vector<GivenFact> facts;  ///< given directly; hold instead of what the deal says
  std::vector<Evidence> given;   ///< the same facts as the test names and writes them
  std::optional<Stage> stage;    ///< with facts: the stage to judge as
  Date as_of;
  Language language = Language::en;  ///< in which it expects texts
  std::vector<Expectation> expect;
  bool only = false;  ///< every rule that is not expected to fire must be silent

  [[nodiscard]] const std::string& path() const { return document->source->path(); }
};

/// One field that came out otherwise.
struct Mismatch {
  std::string rule;      ///< empty: the deal as a whole
  std::string field;     ///< empty: the rule was not to fire at all (`only`)
  std::string expected;  ///< empty with `only`
  std::string actual;
  Location at;                     ///< of the expectation
  std::string says;                ///< the words of the reading that holds; empty: none does
  std::vector<Evidence> evidence;  ///< what made it hold
};

/// How one test came out.
struct RuleTestResult {
  const RuleTest* test = nullptr;
  std::vector<Mismatch> mismatches;  ///< in the order of the file
  /// The deal as it was judged; nothing, with the errors below, when it could not be.
  std::optional<Assessment> assessment;
  Diagnostics diagnostics;

  [[nodiscard]] bool passed() const { return assessment && mismatches.empty(); }
};

/// Judges what the test gives and holds every expectation against it. Nothing stops at the first.
[[nodiscard]] RuleTestResult run_rule_test(const Rulebook& rulebook, const RuleTest& test);

}  // namespace dealcheck
