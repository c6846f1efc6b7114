#include "assess/waivers.h"

#include <algorithm>

#include "diagnostics/diagnostic.h"

namespace dealcheck {

namespace {

std::string_view text_of(const Record& record, KeyId key) {
  const Statement* statement = record.find(key);
  return statement == nullptr ? std::string_view() : statement->value.text;
}

std::vector<std::string_view> rule_ids(const Rulebook& rulebook) {
  std::vector<std::string_view> ids;
  ids.reserve(rulebook.rules.size());
  for (const Rule& rule : rulebook.rules) ids.emplace_back(rule.id);
  return ids;
}

}  // namespace

Waivers::Waivers(const Rulebook& rulebook, const Opportunity& opportunity, Date as_of,
                 const std::function<bool(std::string_view)>& elsewhere, Diagnostics& diagnostics)
    : opportunity_(opportunity) {
  const std::uint16_t id = *rulebook.vocabulary.section_id("waive");
  const auto& records = opportunity.sections[id].records;
  if (records.empty()) return;
  const auto& source = opportunity.document->source;
  const NameIndex& names = rulebook.vocabulary.sections[id].names;
  const std::vector<std::string_view> rules = rule_ids(rulebook);
  for (const Record& record : records) {
    const Waiver waiver{text_of(record, *names.find("rule")),
                        text_of(record, *names.find("reason")), record.at};
    const Statement* until = record.find(*names.find("until"));
    const bool dated = until != nullptr && until->value.kind == Value::Kind::date;
    if (waiver.rule.empty()) {
      diagnostics.error(source, record.at, "waiver.without-rule");
    } else if (waiver.reason.empty()) {
      diagnostics.error(source, record.at, "waiver.without-reason");
    } else if (std::find(rules.begin(), rules.end(), waiver.rule) == rules.end()) {
      if (elsewhere && elsewhere(waiver.rule)) continue;
      diagnostics.warning(source, record.at, "waiver.of-nothing",
                          with_nearest({{"rule", std::string(waiver.rule)}}, waiver.rule, rules));
    } else if (dated && until->value.date < as_of) {
      diagnostics.warning(
          source, record.at, "waiver.expired",
          {{"rule", std::string(waiver.rule)}, {"until", iso_date(until->value.date)}});
    } else {
      waivers_.push_back(waiver);
    }
  }
}

std::string Waivers::reason_for(std::string_view rule) {
  const auto found = std::find_if(waivers_.begin(), waivers_.end(),
                                  [&](const Waiver& waiver) { return waiver.rule == rule; });
  if (found == waivers_.end()) return {};
  found->used = true;
  return std::string(found->reason);
}

void Waivers::report_unused(Diagnostics& diagnostics) const {
  for (const Waiver& waiver : waivers_) {
    if (waiver.used) continue;
    diagnostics.warning(opportunity_.document->source, waiver.at, "waiver.unused",
                        {{"rule", std::string(waiver.rule)}});
  }
}

}  // namespace dealcheck
