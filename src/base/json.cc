#include "base/json.h"

namespace dealcheck {

std::string dump(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string reason_of(const Json::exception& error) {
  const std::string_view whole = error.what();  // `[json.exception.parse_error.101] parse error …`
  const std::size_t end = whole.starts_with('[') ? whole.find("] ") : std::string_view::npos;
  return std::string(end == std::string_view::npos ? whole : whole.substr(end + 2));
}

}  // namespace dealcheck
