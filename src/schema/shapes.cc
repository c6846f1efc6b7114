#include "schema/shapes.h"

#include <algorithm>

#include "schema/shape_rows.h"

namespace dealcheck {

namespace {

constexpr std::array kTextKeys = [] {
  std::array keys = language_keys();
  keys.front() = keys.front().required();
  return keys;
}();

}  // namespace

const MapShape kTextShape{"text", kTextKeys};

const KeyShape* MapShape::find(std::string_view key) const {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const KeyShape& row) { return row.name == key; });
  return found == keys.end() ? nullptr : &*found;
}

}  // namespace dealcheck
