// Reads rules/portfolio.yaml: the funnel, the thresholds of a review, what counts as an act.

#include "rules/load/portfolio_load.h"

#include <algorithm>

#include "base/strings.h"
#include "base/text.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class PortfolioReader {
 public:
  PortfolioReader(const NameScope& scope, const Policy& policy, Diagnostics& diagnostics)
      : scope_(scope), policy_(policy), diagnostics_(diagnostics) {}

  PortfolioRules read(Yaml root);

 private:
  FunnelEntry read_entry(MapReader& reader);
  FunnelLayer read_layer(MapReader& reader);
  FieldName read_field(Yaml node);
  ActRule read_act(MapReader& reader);
  static Currency read_currency(MapReader& reader);

  const NameScope& scope_;
  const Policy& policy_;
  Diagnostics& diagnostics_;
  PortfolioRules rules_;
};

// ---- the funnel ----

FunnelEntry PortfolioReader::read_entry(MapReader& reader) {
  FunnelEntry entry;
  entry.stages = read_stages(reader);
  entry.verdicts = reader.names("verdicts");
  entry.decisions = read_decision_names(reader, "decisions", policy_, diagnostics_);
  entry.evidence = reader.whole_or_zero("evidence");
  return entry;
}

FunnelLayer PortfolioReader::read_layer(MapReader& reader) {
  FunnelLayer layer;
  layer.id = reader.text_or_empty("layer");
  layer.label = reader.localized("label");
  layer.work = reader.localized("work");
  layer.starves = reader.localized("starves");
  layer.least = reader.whole_or_zero("least");
  layer.seats = reader.whole_or_zero("seats");
  for (MapReader& entry : reader.maps("takes")) layer.takes.push_back(read_entry(entry));
  return layer;
}

// ---- names of the deal file ----

FieldName PortfolioReader::read_field(Yaml node) {
  return read_field_name(node, scope_.vocabulary(), diagnostics_).value_or(FieldName{});
}

ActRule PortfolioReader::read_act(MapReader& reader) {
  ActRule act;
  if (const auto of = reader.take("of")) {
    const auto section = scope_.vocabulary().section_id(of->text());
    const FieldName field = section ? FieldName{*section, 0} : read_field(*of);
    act.section = field.section;
    if (!section) act.key = field.key;
  }
  const auto by = reader.text("by");
  act.theirs = by == "customer" || by == "both";
  act.ours = by == "us" || by == "both";
  if (const auto unless = reader.take("unless")) {
    act.unless = read_condition(*unless, scope_.with_record(act.section, false), diagnostics_);
  }
  return act;
}

Currency PortfolioReader::read_currency(MapReader& reader) {
  Currency currency;
  currency.id = reader.text_or_empty("currency");
  currency.label = reader.localized("label");
  for (const std::string& name : split_bars(reader.text_or_empty("also"))) {
    currency.names.push_back(to_lower(name));
  }
  return currency;
}

// ---- all of it ----

PortfolioRules PortfolioReader::read(Yaml root) {
  MapReader reader(root, kPortfolioShape, diagnostics_);
  for (MapReader& layer : reader.maps("layers")) rules_.layers.push_back(read_layer(layer));
  rules_.drop = read_decision_names(reader, "drop", policy_, diagnostics_);
  rules_.worth_time = reader.names("worth_time");
  rules_.per_owner = reader.whole_or_zero("per_owner");
  rules_.review_after = reader.whole_or_zero("review_after");
  put(reader.whole_by_stage("stalled_after"), rules_.stalled_after);
  rules_.large_share = reader.whole_or_zero("large_share");
  for (const Yaml field : reader.items("amount")) rules_.amount.push_back(read_field(field));
  for (const Yaml field : reader.items("closes")) rules_.closes.push_back(read_field(field));
  for (MapReader& act : reader.maps("acts")) rules_.acts.push_back(read_act(act));
  for (MapReader& one : reader.maps("currencies")) {
    rules_.currencies.push_back(read_currency(one));
  }
  return std::move(rules_);
}

}  // namespace

PortfolioRules load_portfolio(Yaml root, const NameScope& scope, const Policy& policy,
                              Diagnostics& diagnostics) {
  return PortfolioReader(scope, policy, diagnostics).read(root);
}

}  // namespace dealcheck
