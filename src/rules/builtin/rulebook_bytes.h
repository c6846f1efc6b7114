#pragma once

#include <string>
#include <string_view>

#include "rules/rulebook.h"

namespace dealcheck {

/// A rulebook as bytes for the build to put into the binary.
[[nodiscard]] std::string rulebook_to_bytes(Rulebook book);

/// The rulebook again; its texts stay in `bytes`, which must outlive it. `bytes` must come from
/// `rulebook_to_bytes` of the same build.
[[nodiscard]] Rulebook rulebook_from_bytes(std::string_view bytes);

}  // namespace dealcheck
