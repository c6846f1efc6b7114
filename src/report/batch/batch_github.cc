// Workflow commands that GitHub shows beside the lines of a change: the worst first, since it shows
// only so many of each kind.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/batch/batch.h"
#include "report/shared/phrases.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostOfKind = 10;  ///< of each kind in one step
constexpr std::array<std::string_view, 3> kAnnotations{"error", "warning", "notice"};

/// Escapes as the runner undoes them; `:` and `,` part the properties.
std::string escaped(std::string_view text, bool property) {
  std::string safe;
  for (const char c : sanitise(text)) {
    if (c == '%') {
      safe += "%25";
    } else if (property && c == ':') {
      safe += "%3A";
    } else if (property && c == ',') {
      safe += "%2C";
    } else {
      safe += c;
    }
  }
  return safe;
}

struct Annotation {
  std::size_t kind = 0;
  std::string path;
  Region region;
  std::string title;
  std::string message;
};

std::string command(const Annotation& one) {
  std::string text =
      "::" + std::string(kAnnotations.at(one.kind)) + " file=" + escaped(one.path, true);
  if (one.region.line > 0) {
    text += ",line=" + std::to_string(one.region.line);
    text += ",col=" + std::to_string(one.region.column);
    if (one.region.end_column > one.region.column) {
      text += ",endColumn=" + std::to_string(one.region.end_column);
    }
  }
  return text + ",title=" + escaped(one.title, true) + "::" + escaped(one.message, false) + "\n";
}

std::size_t kind_of(const EntryRisk& risk) {
  const auto severity = parse_severity(risk.severity).value_or(MineSeverity::minor);
  return static_cast<std::size_t>(MineSeverity::deadly) - static_cast<std::size_t>(severity);
}

void add_deal(const DealEntry& deal, const Phrases& phrases, std::vector<Annotation>& annotations) {
  if (!deal.judged) {
    for (const EntryDiagnostic* one : errors_of(deal)) {
      annotations.push_back({0, entry_place(deal), one->region, one->id, one->message});
    }
    return;
  }
  if (deal.failed) {
    annotations.push_back(
        {0, entry_place(deal), {1, 1, 0}, titled(deal, entry_title(deal), phrases), deal.headline});
  }
  for (const EntryRisk& risk : deal.risks) {
    if (risk.state == "known") continue;
    annotations.push_back({kind_of(risk), entry_place(deal), risk.region, risk.rule, risk.message});
  }
}

}  // namespace

std::string render_batch_github(const BatchReport& report, const Words& words,
                                const RenderOptions& options) {
  const Phrases phrases(words, options.language);
  std::vector<Annotation> annotations;
  for (const DealEntry& deal : report.deals) add_deal(deal, phrases, annotations);
  std::stable_sort(annotations.begin(), annotations.end(),
                   [](const Annotation& a, const Annotation& b) { return a.kind < b.kind; });
  // The last notice of all is the one that says how many are left out.
  const std::array<std::size_t, 3> most{kMostOfKind, kMostOfKind, kMostOfKind - 1};
  std::array<std::size_t, 3> written{};
  std::string text;
  std::size_t left = 0;
  for (const Annotation& one : annotations) {
    if (written.at(one.kind)++ < most.at(one.kind)) {
      text += command(one);
    } else {
      ++left;
    }
  }
  if (left > 0) {
    text += "::notice::" +
            escaped(phrases.say("batch.left_out", {{"count", std::to_string(left)}}), false) + "\n";
  }
  return text;
}

}  // namespace dealcheck
