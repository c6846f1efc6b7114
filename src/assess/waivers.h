#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "deal/opportunity.h"
#include "rules/rulebook.h"

namespace dealcheck {

class Diagnostics;

/// What a manager has accepted for a reason and, when it says so, for a time (`waive` of a deal).
class Waivers {
 public:
  /// An entry without a rule or a reason is an error. Those that have run out, or name no rule of
  /// this rule set, waive nothing and get a warning.
  /// `elsewhere` (may be empty) knows the rules of other rule sets: waivers of those are for those.
  Waivers(const Rulebook& rulebook, const Opportunity& opportunity, Date as_of,
          const std::function<bool(std::string_view)>& elsewhere, Diagnostics& diagnostics);

  /// Why a rule is waived; empty when it is not. A rule that is asked for counts as used.
  [[nodiscard]] std::string reason_for(std::string_view rule);

  /// Warns about those whose rule had nothing to say.
  void report_unused(Diagnostics& diagnostics) const;

 private:
  struct Waiver {
    std::string_view rule;
    std::string_view reason;
    Location at;
    bool used = false;
  };

  const Opportunity& opportunity_;
  std::vector<Waiver> waivers_;
};

}  // namespace dealcheck
