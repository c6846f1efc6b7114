// The formats of a report over many deals, a row each.

#include <algorithm>
#include <array>

#include "report/batch/batch.h"

namespace dealcheck {

namespace {

std::string render_batch_html(const BatchReport& report, const Words& words,
                              const RenderOptions& options) {
  RenderOptions page = options;
  page.format = ReportFormat::html;
  page.charset = Charset::unicode;
  return render_batch_text(report, words, page);
}

constexpr std::array kFormats{BatchFormat{"text", render_batch_text},
                              BatchFormat{"json", render_batch_json},
                              BatchFormat{"csv", render_batch_csv},
                              BatchFormat{"markdown", render_batch_markdown},
                              BatchFormat{"html", render_batch_html},
                              BatchFormat{"junit", render_batch_junit},
                              BatchFormat{"sarif", render_batch_sarif, true},
                              BatchFormat{"github", render_batch_github, true}};

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
