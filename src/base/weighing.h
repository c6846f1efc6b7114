#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dealcheck {

/// Why a statement of the deal moved nothing and is told by nothing.
enum class NotWeighed : std::uint8_t {
  unasked,      ///< nothing asks for it
  later,        ///< dated after the day of judgement
  other_stage,  ///< it belongs to another stage
  believed,     ///< we only assume it
  doubtful,     ///< from somebody who may serve both sides, has left, or cannot be trusted
  old,          ///< too long ago for its stage
  overtaken,    ///< a later word says otherwise
  contradicted  ///< another word stands against it, and nothing settles which holds
};
inline constexpr std::array<std::string_view, 8> kNotWeighedNames{
    "unasked", "later", "other-stage", "believed", "doubtful", "old", "overtaken", "contradicted"};
[[nodiscard]] inline std::string_view to_string(NotWeighed reason) {
  return kNotWeighedNames.at(static_cast<std::size_t>(reason));
}

}  // namespace dealcheck
