#pragma once

#include <algorithm>
#include <iterator>

namespace dealcheck {

/// Whether an item of the list equals `item`.
template <typename List, typename Item>
[[nodiscard]] bool contains(const List& list, const Item& item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

}  // namespace dealcheck
