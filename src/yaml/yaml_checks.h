#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/alike.h"
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

/// Tells that something which cannot be seen stands at a place, and is passed over.
void warn_of_unseen_at(Diagnostics& diagnostics, const std::shared_ptr<const Source>& source,
                       Location at, const Unseen& unseen);

/// A full-width sign (`，` `：` `｛` …) where YAML needs the narrow one.
struct WideMark {
  std::size_t at = 0;  ///< byte offset into the text that was searched
  std::string_view mark;
};
/// The first one; nothing when there is none.
[[nodiscard]] std::optional<WideMark> find_wide_mark(std::string_view text);
/// The last one.
[[nodiscard]] std::optional<WideMark> find_last_wide_mark(std::string_view text);
/// The first one in a scalar outside of quotes, as an error at its place. False without any.
[[nodiscard]] bool refuse_wide_mark(Yaml scalar, Diagnostics& diagnostics);

/// A plain word that means nothing, as YAML has it: `~`, `null`, or no word at all.
[[nodiscard]] bool is_null_word(std::string_view word);

/// Within braces a `?` in front of a key is dropped: where the one stands that precedes the key at
/// `offset`; npos when there is none.
[[nodiscard]] std::size_t find_question_before(std::string_view text, std::size_t offset);

}  // namespace dealcheck
