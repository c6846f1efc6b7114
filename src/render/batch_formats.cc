// The formats of a report over many deals, a row each.

#include <algorithm>
#include <array>

#include "batch.h"

namespace dealcheck {

namespace {

std::string as_json(const BatchReport& report, const Words& /*words*/,
                    const RenderOptions& /*options*/) {
  return render_batch_json(report);
}

constexpr std::array kFormats{BatchFormat{"text", render_batch_text}, BatchFormat{"json", as_json}};

}  // namespace

const BatchFormat* find_batch_format(std::string_view name) {
  const auto* const found =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [&](const BatchFormat& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

std::vector<std::string_view> batch_format_names() {
  std::vector<std::string_view> names;
  names.reserve(kFormats.size());
  for (const BatchFormat& format : kFormats) names.push_back(format.name);
  return names;
}

}  // namespace dealcheck
