#include "rules/rule_list.h"

#include <algorithm>

#include "base/alike.h"
#include "base/contains.h"
#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

bool passes(const Rule& rule, const RuleFilter& filter) {
  if (filter.stage && !rule.stages.has(*filter.stage)) return false;
  if (!filter.kind.empty() && filter.kind != rule_kind(rule) &&
      !contains(mine_kinds_of(rule), filter.kind)) {
    return false;
  }
  return to_lower(rule.source).find(to_lower(alike(filter.source))) != std::string::npos;
}

}  // namespace

std::string_view rule_kind(const Rule& rule) { return rule.question ? "question" : "rule"; }

std::vector<std::string_view> mine_kinds_of(const Rule& rule) {
  std::vector<std::string_view> kinds;
  for (const Reading& reading : rule.readings) {
    if (reading.mine && !contains(kinds, reading.mine->kind))
      kinds.emplace_back(reading.mine->kind);
  }
  return kinds;
}

std::vector<std::string_view> filter_kinds() {
  std::vector<std::string_view> kinds{"question", "rule"};
  kinds.insert(kinds.end(), kMineKinds.begin(), kMineKinds.end());
  return kinds;
}

std::vector<const Rule*> list_rules(const Rulebook& book, const RuleFilter& filter) {
  std::vector<const Rule*> listed;
  for (const Rule& rule : book.rules) {
    if (passes(rule, filter)) listed.push_back(&rule);
  }
  return listed;
}

bool answers(const Play& play, const Rule& rule, const Mine& mine) {
  return contains(play.rules, rule.id) || contains(play.kinds, mine.kind) ||
         (!mine.cause.empty() && contains(play.causes, mine.cause));
}

std::vector<const Play*> plays_against(const Rulebook& book, const Rule& rule) {
  std::vector<const Play*> found;
  for (const Play& play : book.plays) {
    const bool answered = std::any_of(
        rule.readings.begin(), rule.readings.end(),
        [&](const Reading& reading) { return reading.mine && answers(play, rule, *reading.mine); });
    if (answered) found.push_back(&play);
  }
  return found;
}

}  // namespace dealcheck
