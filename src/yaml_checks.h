#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml.h"

namespace dealcheck {

// What YAML or its parser allows and a deal file must not contain. Offsets are bytes of the text.

/// A key that an earlier one of the same map has already used, both as indices of nodes.
struct RepeatedKey {
  std::uint32_t first = 0;
  std::uint32_t repeat = 0;
};
[[nodiscard]] std::vector<RepeatedKey> find_repeated_keys(const YamlDocument& document,
                                                          std::uint32_t map);

/// The first blank wider than a blank (U+3000, U+00A0) at the front of a value, or at either end of
/// a key: nobody sees it, and the word does not match. npos when there is none.
[[nodiscard]] std::size_t find_wide_blank(std::string_view word, bool is_key);

/// Lines before `end` that begin with `%`, which YAML takes for instructions to itself and drops;
/// not those within the given stretches of quoted text.
[[nodiscard]] std::vector<std::size_t> find_directives(
    std::string_view text, std::size_t end,
    const std::vector<std::pair<std::size_t, std::size_t>>& quotes);

/// Whether a colon stands behind the key `word` (as parsed) at `offset`. A key without one is none.
[[nodiscard]] bool has_colon_behind_key(std::string_view text, std::size_t offset,
                                        std::string_view word);

/// Where the `-` of an empty item stands, when the parser says only what comes next (`next`).
[[nodiscard]] std::size_t find_empty_item(std::string_view text, std::size_t next);

}  // namespace dealcheck
