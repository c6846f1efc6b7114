#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "deal/vocabulary.h"

namespace dealcheck {

/// Where a part of an event would stand: a section, or one key of a section of attributes.
struct EventPlace {
  std::uint16_t section = 0;
  std::optional<KeyId> key;

  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

/// What a name in an event stands for (normalised; see normalise_name). What the customer did goes
/// by its own name; then come the names of sections; then every name of what the customer did, and
/// of a key that only one section of attributes has. Nothing for any other name.
[[nodiscard]] std::optional<EventPlace> find_event_place(const Vocabulary& vocabulary,
                                                         std::string_view name);

}  // namespace dealcheck
