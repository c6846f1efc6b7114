#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "assess/deadlines.h"
#include "assess/teller.h"
#include "rules/play.h"

namespace dealcheck {

/// A play that can be made.
struct StepChoice {
  const Play* play = nullptr;
  std::optional<std::size_t> target;
  std::vector<std::size_t> chain;
  std::optional<std::size_t> bullet;
  std::vector<std::size_t> mines;  ///< places among the mines; none: the decision's own play
};

/// Puts steps into words. Refers to what it was made from.
class StepTeller {
 public:
  StepTeller(const Teller& teller, const Assessment& deal, const Deadlines& deadlines)
      : teller_(teller), deal_(deal), deadlines_(deadlines) {}

  [[nodiscard]] StepView tell(const StepChoice& choice, std::optional<Date> by) const;

 private:
  [[nodiscard]] std::string fill_text(const Text& text, const StepChoice& choice) const;
  [[nodiscard]] std::optional<std::string> slot(std::string_view name,
                                                const StepChoice& choice) const;
  [[nodiscard]] std::optional<std::string> event_slot(std::string_view name) const;
  [[nodiscard]] std::string actor(const Play& play) const;
  [[nodiscard]] std::string name_of(std::size_t contact) const {
    return deal_.contacts[contact].name;
  }

  const Teller& teller_;
  const Assessment& deal_;
  const Deadlines& deadlines_;
};

}  // namespace dealcheck
