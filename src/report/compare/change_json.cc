#include "report/compare/change_json.h"

namespace dealcheck {

Json summary_json(const Assessment& deal) {
  return {{"verdict", to_string(deal.verdict)},
          {"standing", to_string(deal.standing)},
          {"points", deal.points},
          {"worst", to_string(deal.range.worst)},
          {"best", to_string(deal.range.best)},
          {"project", deal.project},
          {"decision", deal.decision},
          {"headline", deal.headline},
          {"next_steps", steps_json(deal)}};
}

Json reading_json(const Finding* finding) {
  if (finding == nullptr) return {};
  return {{"reading", reading_of(finding->reads)}, {"points", finding->points},
          {"message", finding->message},           {"cap", name_or_null(finding->cap)},
          {"lift", name_or_null(finding->lift)},   {"not_started", finding->not_started}};
}

Json mine_json(const MineView* mine) {
  return {{"kind", mine->kind},
          {"severity", to_string(mine->severity)},
          {"cause", mine->cause},
          {"message", mine->message},
          {"rules", mine->rules}};
}

}  // namespace dealcheck
