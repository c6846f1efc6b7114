#include "base/version.h"

namespace dealcheck {

std::string_view program_version() { return DEALCHECK_VERSION; }

}  // namespace dealcheck
