#include "report/shared/footnotes.h"

#include <algorithm>

namespace dealcheck {

std::size_t Footnotes::number_of(const Evidence& evidence) {
  const auto known = std::find_if(notes_.begin(), notes_.end(), [&](const Evidence& one) {
    return one.at.line == evidence.at.line && one.at.column == evidence.at.column;
  });
  const auto place = static_cast<std::size_t>(known - notes_.begin());
  if (known == notes_.end()) notes_.push_back(evidence);
  return place + 1;
}

}  // namespace dealcheck
