// Reads rules/portfolio.yaml: the funnel, the thresholds of a review, what counts as an act.

#include "portfolio_load.h"

#include <algorithm>

#include "fields.h"
#include "rule_load.h"
#include "text.h"

namespace dealcheck {

namespace {

class PortfolioReader {
 public:
  PortfolioReader(const NameScope& scope, const Policy& policy, Diagnostics& diagnostics)
      : scope_(scope), policy_(policy), diagnostics_(diagnostics) {}

  PortfolioRules read(Yaml root);

 private:
  template <typename Item>
  std::vector<Item> read_list(MapReader& reader, std::string_view key,
                              Item (PortfolioReader::*read_item)(Yaml));
  FunnelEntry read_entry(Yaml node);
  FunnelLayer read_layer(Yaml node);
  FieldName read_field(Yaml node);
  ActRule read_act(Yaml node);
  Currency read_currency(Yaml node);
  void read_stalled(MapReader& reader);
  void fail(Yaml node, std::string id, const std::string& name);

  const NameScope& scope_;
  const Policy& policy_;
  Diagnostics& diagnostics_;
  PortfolioRules rules_;
};

void PortfolioReader::fail(Yaml node, std::string id, const std::string& name) {
  diagnostics_.error(node.source(), node.at(), std::move(id), {{"name", name}});
}

template <typename Item>
std::vector<Item> PortfolioReader::read_list(MapReader& reader, std::string_view key,
                                             Item (PortfolioReader::*read_item)(Yaml)) {
  std::vector<Item> list;
  const auto node = reader.require(key);
  if (!node) return list;
  if (!node->is_sequence() || node->size() == 0) reader.error(node->at(), "rules.needs-list");
  for (const Yaml item : node->items()) list.push_back((this->*read_item)(item));
  return list;
}

// ---- the funnel ----

FunnelEntry PortfolioReader::read_entry(Yaml node) {
  MapReader reader(node, diagnostics_);
  FunnelEntry entry;
  entry.stages = read_stages(reader, diagnostics_);
  entry.verdicts = read_verdict_names(reader, "verdicts", diagnostics_);
  entry.decisions = read_decision_names(reader, "decisions", policy_, diagnostics_);
  entry.evidence = reader.whole("evidence").value_or(0);
  reader.finish();
  return entry;
}

FunnelLayer PortfolioReader::read_layer(Yaml node) {
  MapReader reader(node, diagnostics_);
  FunnelLayer layer;
  layer.id = reader.required_text("layer");
  layer.label = reader.required_bilingual("label");
  layer.work = reader.required_bilingual("work");
  layer.starves = reader.required_bilingual("starves");
  layer.least = reader.required_whole("least");
  layer.seats = reader.required_whole("seats");
  layer.takes = read_list(reader, "takes", &PortfolioReader::read_entry);
  reader.finish();
  return layer;
}

// ---- names of the deal file ----

FieldName PortfolioReader::read_field(Yaml node) {
  const std::string name = scalar_text(node, diagnostics_).value_or("");
  const Vocabulary& vocabulary = scope_.vocabulary();
  const std::size_t dot = name.find('.');
  const auto section = vocabulary.section_id(name.substr(0, dot));
  const auto key = section && dot != std::string::npos
                       ? vocabulary.find_key(vocabulary.sections[*section], name.substr(dot + 1))
                       : std::nullopt;
  if (key) return {*section, *key};
  fail(node, "rules.unknown-field", name);
  return {};
}

ActRule PortfolioReader::read_act(Yaml node) {
  MapReader reader(node, diagnostics_);
  ActRule act;
  if (const auto of = reader.require("of")) {
    const auto section = scope_.vocabulary().section_id(of->text());
    const FieldName field = section ? FieldName{*section, 0} : read_field(*of);
    act.section = field.section;
    if (!section) act.key = field.key;
  }
  const std::string by = reader.required_text("by");
  act.theirs = by == "customer" || by == "both";
  act.ours = by == "us" || by == "both";
  if (!by.empty() && !act.theirs && !act.ours) fail(node, "rules.unknown-actor", by);
  if (const auto unless = reader.take("unless")) {
    act.unless = read_condition(*unless, scope_.with_record(act.section, false), diagnostics_);
  }
  reader.finish();
  return act;
}

Currency PortfolioReader::read_currency(Yaml node) {
  MapReader reader(node, diagnostics_);
  Currency currency;
  currency.id = reader.required_text("currency");
  currency.label = reader.required_bilingual("label");
  for (const std::string& name : split_bars(reader.required_text("also"))) {
    currency.names.push_back(to_lower(name));
  }
  reader.finish();
  return currency;
}

// ---- all of it ----

void PortfolioReader::read_stalled(MapReader& reader) {
  const auto node = reader.require("stalled_after");
  if (!node) return;
  MapReader days(*node, diagnostics_);
  for (const Stage stage : kStages) {
    rules_.stalled_after.at(static_cast<std::size_t>(stage)) =
        days.required_whole(to_string(stage));
  }
  days.finish();
}

PortfolioRules PortfolioReader::read(Yaml root) {
  MapReader reader(root, diagnostics_);
  rules_.layers = read_list(reader, "layers", &PortfolioReader::read_layer);
  rules_.drop = read_decision_names(reader, "drop", policy_, diagnostics_);
  rules_.worth_time = read_verdict_names(reader, "worth_time", diagnostics_);
  rules_.per_owner = reader.required_whole("per_owner");
  rules_.review_after = reader.required_whole("review_after");
  read_stalled(reader);
  rules_.large_share = reader.required_whole("large_share");
  rules_.amount = read_list(reader, "amount", &PortfolioReader::read_field);
  rules_.closes = read_list(reader, "closes", &PortfolioReader::read_field);
  rules_.acts = read_list(reader, "acts", &PortfolioReader::read_act);
  rules_.currencies = read_list(reader, "currencies", &PortfolioReader::read_currency);
  reader.finish();
  return std::move(rules_);
}

}  // namespace

PortfolioRules load_portfolio(Yaml root, const NameScope& scope, const Policy& policy,
                              Diagnostics& diagnostics) {
  return PortfolioReader(scope, policy, diagnostics).read(root);
}

}  // namespace dealcheck
