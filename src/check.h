#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "condition.h"
#include "rule.h"
#include "words.h"

namespace dealcheck {

/// One thing that is put to the test, of the deal or of a record: the fourth test of a strength, an
/// indicator of the objective, a sign of the project (rules/checks.yaml).
struct Check {
  std::string id;
  Text label;
  std::string source;               ///< place in the method
  Condition when;                   ///< surely true on what counts for us: passed
  std::optional<Condition> failed;  ///< surely true: failed; without it, when `when` is false
  Text passes;                      ///< what to say when it is passed
  Text fails;
  Text ask;                 ///< what to find out while it is open
  std::vector<Slot> slots;  ///< the placeholders of `passes` and `fails`
};

/// Checks that belong together; each is put to the deal or to every record of one section.
struct CheckList {
  std::string id;
  std::optional<std::uint16_t> each;
  std::vector<Check> checks;
};

}  // namespace dealcheck
