#pragma once

#include <string>
#include <string_view>

namespace dealcheck {

/// What the program's own signs are written with: marks, arrows, dashes, charts. `ascii` is for
/// terminals and pipes whose locale promises no more. Texts of users stay as they are in both.
enum class Ink : bool { unicode, ascii };

/// A text of the program's own in an ink: `✗` is `x`, `→` is `->`. Must not be given what users
/// wrote.
[[nodiscard]] std::string inked(std::string_view own, Ink ink);
/// The same for Chinese words, whose quotes and dashes stay.
[[nodiscard]] std::string inked_chinese(std::string_view own, Ink ink);

/// What stands for a part that was cut off.
[[nodiscard]] std::string_view ellipsis(Ink ink);

}  // namespace dealcheck
