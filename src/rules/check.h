#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/words.h"
#include "rules/condition.h"
#include "rules/rule.h"

namespace dealcheck {

/// One thing that is put to the test, of the deal or of a record: the fourth test of a strength, an
/// indicator of the objective, a sign of the project (rules/checks.yaml).
struct Check {
  std::string id;
  LocalizedText label;
  std::string source;    ///< place in the method
  Condition when;        ///< surely true on what counts for us: passed
  Condition failed;      ///< else, surely true: failed; else open
  LocalizedText passes;  ///< what to say when it is passed
  LocalizedText fails;
  LocalizedText ask;        ///< what to find out while it is open
  std::vector<Slot> slots;  ///< the placeholders of `passes` and `fails`
};

/// What is put to the test. The names in rules/checks.yaml are those of kCheckGroups.
enum class CheckGroup : std::uint8_t {
  objective,        ///< the five indicators of the single sales objective (method 5)
  project,          ///< the five signs of a project (method 5)
  special_control,  ///< passed: a reason for a manager to look (method 5)
  fit,              ///< the ideal customer (method 5)
  bullet,           ///< of each strength: the four tests (method 6)
  coach             ///< of each coach (method 4)
};
inline constexpr std::array<std::string_view, 6> kCheckGroups{
    "objective", "project", "special-control", "fit", "bullet", "coach"};

/// The checks of each group, by CheckGroup.
struct CheckLists {
  std::array<std::vector<Check>, kCheckGroups.size()> groups;

  [[nodiscard]] const std::vector<Check>& operator[](CheckGroup group) const {
    return groups[static_cast<std::size_t>(group)];
  }
};

}  // namespace dealcheck
