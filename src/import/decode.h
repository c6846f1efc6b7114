#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace dealcheck {

/// The text of an exported table, as spreadsheets and customer systems write it: UTF-8 with or
/// without a byte order mark, UTF-16, GBK. Lines may end in any way. What is none of these, holds a
/// NUL or nothing at all is an error at its place, and null.
[[nodiscard]] std::shared_ptr<const Source> decode_table(const std::string& path,
                                                         std::string_view bytes,
                                                         Diagnostics& diagnostics);

}  // namespace dealcheck
