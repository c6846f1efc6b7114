#include "report/batch/deal_list.h"

namespace dealcheck {

std::vector<std::string> count_line(const Phrases& phrases, std::size_t deals, std::size_t broken,
                                    const DayRange& days) {
  const auto count = [&](std::string_view id, std::size_t number) {
    return phrases.say(id, {{"count", std::to_string(number)}});
  };
  std::vector<std::string> parts{count(deals == 1 ? "batch.deal" : "batch.deals", deals)};
  if (broken > 0) parts.push_back(count("batch.not_judged", broken));
  const std::string told = told_days(days, phrases);
  if (!told.empty()) parts.push_back(told);
  return parts;
}

void add_errors(const DealEntry& deal, std::vector<Row>& rows) {
  for (const EntryDiagnostic* one : errors_of(deal)) {
    rows.push_back({.lead = {"✗", Style::bad},
                    .message = one->message,
                    .tail = {place_of(deal.path, one->region)}});
  }
}

}  // namespace dealcheck
