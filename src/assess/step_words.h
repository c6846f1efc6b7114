#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"
#include "assess/deadlines.h"
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
class StepDescriber {
 public:
  StepDescriber(const AssessContext& context, const Assessment& deal, const Deadlines& deadlines)
      : context_(context), deal_(deal), deadlines_(deadlines) {}

  [[nodiscard]] StepView tell(const StepChoice& choice, std::optional<Date> by) const;

 private:
  [[nodiscard]] std::string fill_text(const LocalizedText& text, const StepChoice& choice) const;
  [[nodiscard]] std::optional<std::string> slot(std::string_view name,
                                                const StepChoice& choice) const;
  [[nodiscard]] std::optional<std::string> event_slot(std::string_view name) const;
  [[nodiscard]] std::string actor(const Play& play) const;
  [[nodiscard]] std::string name_of(std::size_t contact) const { return context_.called(contact); }

  const AssessContext& context_;
  const Assessment& deal_;
  const Deadlines& deadlines_;
};

}  // namespace dealcheck
