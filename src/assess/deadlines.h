#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assess_context.h"

namespace dealcheck {

/// Something ahead that has a day of its own.
struct FixedDay {
  Date day;
  std::string label;     ///< what happens then; empty: a plan of ours
  bool meeting = false;  ///< we sit with them then
};

/// The days ahead, today included, that steps have to come before: milestones, meetings that were
/// agreed, what we plan ourselves, the day on which the customer is expected to decide
/// (method 8.1).
class Deadlines {
 public:
  explicit Deadlines(const AssessContext& context);

  /// The next thing of the customer's own after today; nothing when none is dated.
  [[nodiscard]] std::optional<FixedDay> event() const;

  /// The working day on which something is due that takes so many days: before the next fixed day,
  /// today where that is today or no working day lies between; on it when today is none. Nothing
  /// when no working day is left at all.
  [[nodiscard]] std::optional<Date> due(int days) const;

 private:
  Date as_of_;
  std::vector<FixedDay> ahead_;  ///< the next one first
};

}  // namespace dealcheck
