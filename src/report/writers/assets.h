#pragma once

#include <string_view>

#include "report/writers/markup.h"

namespace dealcheck {

/// The style sheet or script `name` of src/pages, as it was when this program was built. The build
/// writes the table of them (src/pages/embed.cmake); there must be one of that name.
[[nodiscard]] const Asset& page_asset(std::string_view name);

}  // namespace dealcheck
