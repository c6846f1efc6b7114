#include "portfolio/entry_json.h"
#include "report/batch/batch.h"

namespace dealcheck {

namespace {

template <typename Name, std::size_t Count>
Json counts_json(const std::array<std::size_t, Count>& counts) {
  Json json = Json::object();
  for (std::size_t i = Count; i-- > 0;) {
    json[std::string(to_string(static_cast<Name>(i)))] = counts[i];
  }
  return json;
}

Json summary_json(const BatchReport& report) {
  const BatchCounts counts = count_report(report);
  const DayRange days = days_of(report);
  return {{"deals", report.deals.size()},
          {"judged", counts.judged},
          {"not_judged", counts.broken},
          {"failing", counts.failing},
          {"verdicts", counts_json<Verdict>(counts.verdicts)},
          {"risks", counts_json<MineSeverity>(counts.risks)},
          {"waived", counts.waived},
          {"overrides", counts.overrides},
          {"known", counts.known},
          {"new", counts.fresh},
          {"as_of", {{"first", text_or_null(days.first)}, {"last", text_or_null(days.last)}}}};
}

Json stale_json(const KnownRisk& one) {
  return {{"file", one.file}, {"rule", one.rule}, {"path", text_or_null(one.path)}};
}

}  // namespace

std::string render_batch_json(const BatchReport& report, const Words& /*words*/,
                              const RenderOptions& /*options*/) {
  return dump({{"format_version", kEntryFormatVersion},
               {"summary", summary_json(report)},
               {"deals", array_of(report.deals, entry_json)},
               {"stale", array_of(report.stale, stale_json)}});
}

}  // namespace dealcheck
