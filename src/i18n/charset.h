#pragma once

#include <string>
#include <string_view>

#include "i18n/language.h"

namespace dealcheck {

/// What the program's own signs are written with: marks, arrows, dashes, charts. `ascii` is for
/// terminals and pipes whose locale promises no more. Texts of users stay as they are in both.
enum class Charset : bool { unicode, ascii };

/// A text of the program's own in a charset: `✗` is `x`, `→` is `->`. Must not be given what users
/// wrote. Quotes and dashes stay where `language` has its own.
[[nodiscard]] std::string to_charset(std::string_view own, Charset charset,
                                     Language language = Language::en);

/// What stands for a part that was cut off.
[[nodiscard]] std::string_view ellipsis(Charset charset);

}  // namespace dealcheck
