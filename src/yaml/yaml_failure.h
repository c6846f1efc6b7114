#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace dealcheck {

/// What the YAML parser could not read, in broad classes of its own complaints.
enum class YamlMishap : std::uint8_t {
  other,
  bracket_list,  ///< between `[` and `]` or `{` and `}` neither a comma nor the end
  no_content,    ///< where a value or an item should be, something else
  map_part,      ///< in a block of keys something that is not a key
  list_part,     ///< in a block of `- ` items something that is not one
  no_colon,      ///< a key that no colon follows; complained about where the key begins
  colon,         ///< a colon where no key can end
  colon_in_word,
  dash,  ///< `- ` where no item can begin
  tab,
  character,  ///< a character that no text can begin with
  alias,
  anchor,
  tag,
  escape,
  quote,       ///< not closed; complained about where it opens
  block_head,  ///< text behind `|` or `>`
  directive,
  document,  ///< more text where the document has ended
};

/// Where the parser gave up, and what it had understood before.
struct YamlFailure {
  YamlMishap mishap = YamlMishap::other;
  std::size_t at = 0;          ///< offset at which it complains
  std::size_t last_token = 0;  ///< offset of the last key, value, list or map it reported
  std::vector<std::size_t> open_brackets;  ///< offsets, the innermost last
  std::string reason;                      ///< its own words, English
};

/// A diagnostic before its offset is turned into a Location.
struct YamlComplaint {
  std::size_t at = 0;
  std::string id;
  Arguments arguments;
};

/// The parser complains where it stumbles, which is often lines below the mistake. This looks for
/// the mistake a person would recognise: the quote left open, the full-width colon, the tab.
[[nodiscard]] YamlComplaint explain_yaml_failure(std::string_view text, const YamlFailure& failure);

/// For a line that should have been `key: value`: which part of the colon is wrong.
[[nodiscard]] YamlComplaint complain_about_colon(std::string_view text, std::size_t line_offset);

/// For the character at `at`, with which no text can begin.
[[nodiscard]] YamlComplaint complain_about_character(std::string_view text, std::size_t at);

/// For the quote at `open`: left open (`swallowed` is npos), or closed only behind other fields.
[[nodiscard]] YamlComplaint complain_about_quote(std::string_view text, std::size_t open,
                                                 std::size_t swallowed);

}  // namespace dealcheck
