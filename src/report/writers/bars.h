#pragma once

#include <optional>
#include <string>
#include <vector>

#include "i18n/charset.h"

namespace dealcheck {

/// `▰▰▰▰`, or `####`: as many of `cells` as `value` is of `most`; at least one for more than
/// nothing. Without blanks behind it.
[[nodiscard]] std::string bar(double value, double most, int cells, Charset charset);

/// `▁▂▅█`: one sign for each value, from `least` to `most`; what lies beyond is drawn as the end, a
/// value that is not known as a blank. All alike when `most` is not above `least`.
[[nodiscard]] std::string sparkline(const std::vector<std::optional<double>>& values, double least,
                                    double most, Charset charset);

}  // namespace dealcheck
