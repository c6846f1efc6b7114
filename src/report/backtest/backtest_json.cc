#include "base/json.h"
#include "report/backtest/backtest.h"

namespace dealcheck {

namespace {

constexpr std::string_view kBacktestVersion = "1.0";

Json interval_json(const Interval& between) { return {between.from, between.to}; }

/// `won` of `of`, the share, and what it may be in truth.
Json tally_json(const Tally& won) {
  return {{"won", won.hits},
          {"of", won.of},
          {"share", won.of == 0 ? Json() : Json(won.share())},
          {"interval", interval_json(won.between())}};
}

Json endings_json(const Endings& endings) {
  Json json = Json::object();
  for (std::size_t i = 0; i < kEndings.size(); ++i) {
    json[std::string(kEndings.at(i))] = endings.counts.at(i);
  }
  json["share_won"] = tally_json(endings.won());
  return json;
}

Json separation_json(const std::optional<Separation>& points) {
  if (!points) return {};
  return {{"auc", points->share}, {"interval", interval_json(points->between)}};
}

Json chances_json(const std::optional<Chances>& chances) {
  if (!chances) return {};
  return {{"deals", chances->by_deal.size()},
          {"brier", chances->brier},
          {"brier_of_share", chances->brier_of_share},
          {"reliability", array_of(chances->groups, [](const ChanceGroup& group) -> Json {
             return {{"chance", group.mean}, {"share_won", tally_json(group.won)}};
           })}};
}

class BacktestJson {
 public:
  explicit BacktestJson(const Backtest& backtest) : backtest_(backtest) {}

  [[nodiscard]] Json make() const {
    return {{"format_version", kBacktestVersion},
            {"summary", summary()},
            {"verdicts", verdicts()},
            {"points", separation_json(backtest_.points)},
            {"chances", chances_json(backtest_.chances)},
            {"forecasts", chances_json(backtest_.forecasts)},
            {"rules", array_of(backtest_.rules, [&](const auto& one) { return rule(one); })},
            {"feeling",
             {{"sure", disagreement(backtest_.sure)}, {"uneasy", disagreement(backtest_.uneasy)}}},
            {"surprises", paths(backtest_.surprises)},
            {"leads", array_of(backtest_.leads, [&](const auto& one) { return lead(one); })},
            {"deals", deals()}};
  }

 private:
  [[nodiscard]] Json summary() const {
    return {{"closed", backtest_.deals.size()},
            {"open", backtest_.open},
            {"not_judged", backtest_.broken},
            {"enough", backtest_.enough},
            {"endings", endings_json(backtest_.all)}};
  }

  [[nodiscard]] Json verdicts() const {
    Json json = Json::object();
    for (const Verdict verdict : kVerdictsFromBest) {
      json[std::string(to_string(verdict))] =
          endings_json(backtest_.by_verdict.at(static_cast<std::size_t>(verdict)));
    }
    return json;
  }

  [[nodiscard]] static Json rule(const RuleRecord& record) {
    return {{"rule", record.rule},
            {"label", record.label},
            {"speaks", record.for_us ? "for_us" : "against_us"},
            {"share_won", tally_json(record.won)},
            {"call", kRuleCalls.at(static_cast<std::size_t>(record.call))}};
  }

  [[nodiscard]] Json paths(const std::vector<std::size_t>& places) const {
    return array_of(places, [&](std::size_t place) { return backtest_.deals[place].path; });
  }

  [[nodiscard]] Json disagreement(const Disagreement& one) const {
    return {{"deals", paths(one.deals)}, {"share_won", tally_json(one.won)}};
  }

  [[nodiscard]] static Json lead(const Lead& lead) {
    return {{"days", lead.days},
            {"deals", lead.deals},
            {"first_choice", tally_json(lead.first_choice)},
            {"looked_lost", tally_json(lead.looked_lost)}};
  }

  [[nodiscard]] Json deals() const {
    Json list = Json::array();
    std::size_t decided_before = 0;
    for (const ClosedDeal& one : backtest_.deals) {
      Json json = deal(one);
      const bool has_chance = backtest_.chances && decided(one);
      json["chance"] = has_chance ? Json(backtest_.chances->by_deal[decided_before]) : Json();
      decided_before += decided(one) ? 1 : 0;
      list.push_back(std::move(json));
    }
    return list;
  }

  [[nodiscard]] static Json deal(const ClosedDeal& one) {
    return {{"path", one.path},
            {"name", one.name},
            {"result", to_string(one.end.how)},
            {"ended", date_or_null(one.end.day)},
            {"reason", text_or_null(one.end.reason)},
            {"as_of", iso_date(one.as_of)},
            {"stage", to_string(one.stage)},
            {"verdict", to_string(one.verdict)},
            {"points", one.points},
            {"feeling", text_or_null(one.feeling)},
            {"forecast", one.forecast ? Json(*one.forecast) : Json()},
            {"cut", one.cut},
            {"undated", one.undated},
            {"spoke", array_of(one.spoken,
                               [](const Spoken& spoken) -> Json {
                                 return {{"rule", spoken.rule}, {"points", spoken.points}};
                               })},
            {"first_sign", first_sign(one)},
            {"history", array_of(one.past,
                                 [](const PastVerdict& past) -> Json {
                                   return {{"commit", past.commit},
                                           {"date", iso_date(past.day)},
                                           {"verdict", to_string(past.verdict)},
                                           {"points", past.points}};
                                 })},
            {"rules_hash", one.rules_hash}};
  }

  [[nodiscard]] static Json first_sign(const ClosedDeal& one) {
    if (!one.first_sign) return {};
    return {{"rule", one.first_sign->rule},
            {"label", one.first_sign->label},
            {"message", one.first_sign->message},
            {"date", date_or_null(one.first_sign->day)},
            {"line", one.first_sign->line}};
  }

  const Backtest& backtest_;
};

}  // namespace

std::string render_backtest_json(const BacktestReport& report, const RenderOptions& /*options*/) {
  return dump(BacktestJson(*report.backtest).make());
}

}  // namespace dealcheck
