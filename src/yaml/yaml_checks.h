#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "yaml/yaml.h"

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

/// A plain word that means nothing, as YAML has it: `~`, `null`, or no word at all.
[[nodiscard]] bool is_null_word(std::string_view word);

/// Within braces a `?` in front of a key is dropped: where the one stands that precedes the key at
/// `offset`; npos when there is none.
[[nodiscard]] std::size_t find_question_before(std::string_view text, std::size_t offset);

}  // namespace dealcheck
