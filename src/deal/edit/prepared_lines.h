#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "deal/vocabulary.h"

namespace dealcheck {

// Lines of a deal that `dealcheck init` wrote commented out, to be filled in: `#behaviours:`, and
// below it `#  questions: unknown   # many, few`. A comment that a person would write has a blank
// behind its mark, or says something else than `unknown`.

/// Where a value goes that has been prepared for.
struct PreparedLine {
  std::size_t mark = 0;         ///< offset of the `#` in front
  std::size_t column = 0;       ///< of the key once the mark is gone
  std::size_t colon = 0;        ///< behind the key
  std::size_t value = 0;        ///< offset and length of the word `unknown`
  std::size_t value_bytes = 0;  ///< 0: the line has no value, it is the name of a section
};

/// The name of a section, commented out.
[[nodiscard]] std::optional<PreparedLine> find_prepared_section(std::string_view text,
                                                                const Vocabulary& vocabulary,
                                                                std::uint16_t section);

/// A key among the lines that follow the one with `after` and belong to its section; of the head
/// (which has no section name) anywhere in the file.
[[nodiscard]] std::optional<PreparedLine> find_prepared_key(std::string_view text,
                                                            std::size_t after,
                                                            const Vocabulary& vocabulary,
                                                            std::uint16_t section, KeyId key);

}  // namespace dealcheck
