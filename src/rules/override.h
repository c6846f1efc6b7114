#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/source.h"

namespace dealcheck {

/// One thing that an override of a team changed.
struct OverrideChange {
  enum class What : std::uint8_t { off, severity, points, limit };

  What what = What::off;
  std::string name;    ///< of a limit; the number of a reading, counted from 1
  std::string before;  ///< of several readings, what the first one had
  std::string after;
  std::string unit;  ///< of a limit
};

/// What a team has settled otherwise than the rules say, and why.
struct Override {
  std::string rule;
  std::vector<OverrideChange> changes;
  std::string reason;  ///< empty: the settings give none
  std::string file;
  Location at;
};

}  // namespace dealcheck
