#pragma once

#include <string>
#include <string_view>

namespace dealcheck {

/// Throws UsageError for a link that leads nowhere: nothing can be read there, nor made.
void refuse_dead_link(const std::string& path);

/// Writes a file that is not there yet, as a whole or not at all. Throws UsageError when there is
/// one or it cannot be written.
void write_new_file(const std::string& path, std::string_view text);

}  // namespace dealcheck
