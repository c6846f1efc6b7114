#pragma once

#include <cstdint>
#include <optional>

#include "deal/vocabulary.h"

namespace dealcheck {

class Diagnostics;
class Yaml;

/// One field of the deal file: a key of a section.
struct FieldName {
  std::uint16_t section = 0;
  KeyId key = 0;

  friend bool operator==(const FieldName&, const FieldName&) = default;
};

/// Reads a field as rule files name it, `process.place`. Nothing, with an error, when the
/// vocabulary has no such field.
[[nodiscard]] std::optional<FieldName> read_field_name(Yaml node, const Vocabulary& vocabulary,
                                                       Diagnostics& diagnostics);

}  // namespace dealcheck
