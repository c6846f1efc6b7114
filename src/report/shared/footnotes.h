#pragma once

#include <cstddef>
#include <vector>

#include "assess/assessment.h"

namespace dealcheck {

/// The places of the deal file that a page has named so far, each with a number of its own.
class Footnotes {
 public:
  /// From 1, in the order of first mention; the same place always gets the same number.
  [[nodiscard]] std::size_t number_of(const Evidence& evidence);

  [[nodiscard]] const std::vector<Evidence>& all() const { return notes_; }

 private:
  std::vector<Evidence> notes_;
};

}  // namespace dealcheck
