#pragma once

#include <string>
#include <string_view>

namespace dealcheck {

/// A text as a YAML value that reads as itself wherever it stands, within brackets too: plain when
/// no reader could take it for anything else, else in double quotes.
[[nodiscard]] std::string yaml_text(std::string_view text);

/// A word of the vocabulary, a number or a date as a YAML value: plain when that is possible.
[[nodiscard]] std::string yaml_word(std::string_view text);

}  // namespace dealcheck
