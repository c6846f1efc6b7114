#include "report/backtest/backtest_told.h"

#include <algorithm>
#include <cmath>

namespace dealcheck {

namespace {

constexpr std::size_t kMostLines = 8;  ///< of one section, without --all
/// Of a hundred intervals so many lie wholly beside what they are meant to hold.
constexpr double kMissed = 0.05;

std::string number(std::size_t count) { return std::to_string(count); }

/// Where to look; nothing where the name says it already.
std::string place_in(const ClosedDeal& deal, std::uint32_t line) {
  if (line != 0) return deal.path + ":" + std::to_string(line);
  return deal.name == deal.path ? std::string() : deal.path;
}

class BacktestDescriber {
 public:
  BacktestDescriber(const BacktestReport& report, const Phrases& phrases, bool all)
      : backtest_(*report.backtest), with_past_(report.with_past), phrases_(phrases), all_(all) {}

  BacktestTold tell() {
    tell_head();
    if (backtest_.deals.empty()) {
      told_.sections.push_back({"none", {}, {}, {}, {line("backtest.none")}, 0});
      return std::move(told_);
    }
    put(verdicts());
    put(chances());
    put(signs("right", RuleCall::right));
    put(signs("wrong", RuleCall::wrong));
    put(feelings());
    put(losses("surprises", backtest_.surprises));
    put(losses("warned", backtest_.warned));
    put(leads());
    put(caveats());
    return std::move(told_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view id, Arguments arguments = {}) const {
    return phrases_.say(id, std::move(arguments));
  }
  [[nodiscard]] BacktestLine line(std::string_view id, Arguments arguments = {}) const {
    return {{}, say(id, std::move(arguments)), {}, {}};
  }
  [[nodiscard]] std::string verdict(Verdict verdict) const {
    return phrases_.label("portfolio.verdict", to_string(verdict));
  }
  [[nodiscard]] std::string column(std::string_view name) const {
    return phrases_.label("backtest.column", name);
  }
  [[nodiscard]] std::string day(Date date) const {
    return phrases_.day(date, {});
  }  // with its year

  [[nodiscard]] BacktestSection part(const std::string& id) const {
    return {id, phrases_.label("backtest.heading", id), {}, {}, {}, 0};
  }

  /// An empty one leaves nothing behind.
  void put(BacktestSection section) {
    if (section.rows.empty() && section.lines.empty()) return;
    told_.sections.push_back(std::move(section));
  }

  /// The list may be long: `first` lines stand before it.
  void cut(BacktestSection& section, std::size_t first) const {
    const std::size_t most = first + kMostLines;
    if (all_ || section.lines.size() <= most) return;
    section.more = section.lines.size() - most;
    section.lines.resize(most);
  }

  void tell_head() {
    told_.head.push_back(say("backtest.head", {{"count", number(backtest_.deals.size())}}));
    if (backtest_.open > 0) {
      told_.head.push_back(say("backtest.open", {{"count", number(backtest_.open)}}));
    }
    if (backtest_.broken > 0) {
      told_.head.push_back(say("backtest.broken", {{"count", number(backtest_.broken)}}));
    }
    if (!backtest_.deals.empty()) told_.head.push_back(say("backtest.as_of"));
  }

  // ---- verdicts ----

  [[nodiscard]] bool any_left() const { return backtest_.all.of(Ending::withdrawn) > 0; }

  [[nodiscard]] std::vector<std::string> verdict_row(std::string name,
                                                     const Endings& endings) const {
    const Tally won = endings.won();
    std::vector<std::string> row{std::move(name), number(won.of + endings.of(Ending::withdrawn))};
    for (const Ending ending : {Ending::won, Ending::lost, Ending::no_decision}) {
      row.push_back(number(endings.of(ending)));
    }
    if (any_left()) row.push_back(number(endings.of(Ending::withdrawn)));
    Arguments told = tally_arguments(won);
    told.emplace_back("share", in_hundred(won.share()));
    row.push_back(won.of == 0 ? "" : say("backtest.share", std::move(told)));
    return row;
  }

  [[nodiscard]] BacktestSection verdicts() const {
    BacktestSection told = part("verdicts");
    for (const auto* name : {"said", "deals", "won", "lost", "no_decision"}) {
      told.head.push_back(column(name));
    }
    if (any_left()) told.head.push_back(column("withdrawn"));
    told.head.push_back(column("share"));
    Endings given_up;
    for (const Verdict one : kVerdictsFromBest) {
      const Endings& endings = backtest_.by_verdict.at(static_cast<std::size_t>(one));
      for (std::size_t i = 0; i < given_up.counts.size() && looks_lost(one); ++i) {
        given_up.counts.at(i) += endings.counts.at(i);
      }
      if (endings.won().of + endings.of(Ending::withdrawn) == 0) continue;
      told.rows.push_back(verdict_row(verdict(one), endings));
    }
    told.rows.push_back(verdict_row(say("backtest.all"), backtest_.all));
    const auto first = static_cast<std::size_t>(Verdict::first_choice);
    if (const Tally won = backtest_.by_verdict.at(first).won(); won.of > 1) {
      Arguments arguments = tally_arguments(won);
      arguments.emplace_back("verdict", verdict(Verdict::first_choice));
      told.lines.push_back(line("backtest.said", std::move(arguments)));
    }
    if (const Tally won = given_up.won(); won.of > 1) {
      told.lines.push_back(line("backtest.given_up", tally_arguments(won)));
    }
    return told;
  }

  // ---- points ----

  /// How much nearer chances come than the share of all does, in hundred; nothing or less: none.
  [[nodiscard]] static std::string percent_nearer(const Chances& chances) {
    const double nearer = 1 - chances.brier / chances.brier_of_share;
    return nearer < 0.005 ? "" : in_hundred(nearer);
  }

  [[nodiscard]] BacktestSection chances() const {
    BacktestSection told = part("chances");
    if (!backtest_.enough) return told;
    const Separation& points = *backtest_.points;
    told.lines.push_back(line("backtest.pairs", {{"share", in_hundred(points.share)},
                                                 {"from", in_hundred(points.between.from)},
                                                 {"to", in_hundred(points.between.to)}}));
    const std::string share = in_hundred(backtest_.all.won().share());
    const std::string nearer = percent_nearer(*backtest_.chances);
    told.lines.push_back(line(nearer.empty() ? "backtest.no_nearer" : "backtest.nearer",
                              {{"percent", nearer}, {"share", share}}));
    if (backtest_.forecasts) {
      const std::string own = percent_nearer(*backtest_.forecasts);
      told.lines.push_back(
          line(own.empty() ? "backtest.forecast_no_nearer" : "backtest.forecast_nearer",
               {{"percent", own}, {"count", number(backtest_.forecasts->by_deal.size())}}));
    }
    return told;
  }

  // ---- signs ----

  [[nodiscard]] BacktestSection signs(const std::string& id, RuleCall call) const {
    BacktestSection told = part(id);
    for (const RuleRecord& record : backtest_.rules) {
      if (record.call != call) continue;
      Arguments arguments = tally_arguments(record.won);
      arguments.emplace_back("lost", number(record.won.of - record.won.hits));
      arguments.emplace_back("all", in_hundred(backtest_.all.won().share()));
      told.lines.push_back(
          {record.label,
           say(record.for_us ? "backtest.for_us" : "backtest.against_us", std::move(arguments)),
           {},
           record.rule});
    }
    cut(told, 0);
    return told;
  }

  // ---- feelings ----

  [[nodiscard]] BacktestSection feelings() const {
    BacktestSection told = part("feeling");
    for (const bool sure : {true, false}) {
      const Disagreement& one = sure ? backtest_.sure : backtest_.uneasy;
      if (one.deals.empty()) continue;
      Arguments arguments = tally_arguments(one.won);
      arguments.emplace_back("lost", number(one.won.of - one.won.hits));
      told.lines.push_back(line(sure ? "backtest.sure" : "backtest.uneasy", std::move(arguments)));
    }
    const std::size_t first = told.lines.size();
    for (const Disagreement* one : {&backtest_.sure, &backtest_.uneasy}) {
      for (const std::size_t place : one->deals) {
        const ClosedDeal& deal = backtest_.deals[place];
        told.lines.push_back(
            {deal.name,
             say("backtest.felt",
                 {{"feeling", deal.feeling_label},
                  {"verdict", verdict(deal.verdict)},
                  {"ending", phrases_.label("backtest.ending", to_string(deal.end.how))}}),
             {},
             place_in(deal, 0)});
      }
    }
    cut(told, first);
    return told;
  }

  // ---- losses ----

  /// Empty when no day says when the deal ended.
  [[nodiscard]] std::string before_end(const ClosedDeal& deal, Date day) const {
    if (!deal.end.day) return {};
    const int days = days_between(day, *deal.end.day);
    return days == 1 ? say("backtest.before_end_one")
                     : say("backtest.before_end", {{"days", std::to_string(days)}});
  }

  [[nodiscard]] std::string first_sign(const ClosedDeal& deal) const {
    if (!deal.first_sign) return say("backtest.no_sign");
    const FirstSign& sign = *deal.first_sign;
    if (!sign.day) return say("backtest.sign_some_day", {{"message", sign.message}});
    return say("backtest.sign", {{"day", day(*sign.day)},
                                 {"when", before_end(deal, *sign.day)},
                                 {"message", sign.message}});
  }

  [[nodiscard]] std::vector<std::string> early_notes(const ClosedDeal& deal) const {
    std::vector<std::string> notes{first_sign(deal)};
    if (const PastVerdict* const warning = first_warning(deal)) {
      notes.push_back(say("backtest.warning", {{"verdict", verdict(warning->verdict)},
                                               {"day", day(warning->day)},
                                               {"when", before_end(deal, warning->day)},
                                               {"commit", warning->commit}}));
    }
    return notes;
  }

  [[nodiscard]] BacktestSection losses(const std::string& id,
                                       const std::vector<std::size_t>& places) const {
    BacktestSection told = part(id);
    for (const std::size_t place : places) {
      const ClosedDeal& deal = backtest_.deals[place];
      const Arguments arguments{{"verdict", verdict(deal.verdict)},
                                {"points", phrases_.signed_number(deal.points)},
                                {"day", day(deal.as_of)},
                                {"reason", deal.end.reason}};
      const std::uint32_t at = deal.first_sign ? deal.first_sign->line : 0;
      told.lines.push_back(
          {deal.name, say(deal.end.day ? "backtest.lost_on" : "backtest.lost_some_day", arguments),
           early_notes(deal), place_in(deal, at)});
    }
    cut(told, 0);
    return told;
  }

  // ---- earlier versions ----

  [[nodiscard]] std::string won_of(const Tally& won) const {
    return won.of == 0 ? "" : say("backtest.won_of", tally_arguments(won));
  }

  [[nodiscard]] BacktestSection leads() const {
    BacktestSection told = part("leads");
    for (const auto* name : {"days", "deals", "first_choice", "looked_lost"}) {
      told.head.push_back(column(name));
    }
    for (const Lead& lead : backtest_.leads) {
      told.rows.push_back({std::to_string(lead.days), number(lead.deals), won_of(lead.first_choice),
                           won_of(lead.looked_lost)});
    }
    return told;
  }

  // ---- caveats ----

  [[nodiscard]] BacktestSection caveats() const {
    BacktestSection told = part("caveats");
    if (backtest_.enough) {
      tell_other_signs(told);
    } else {
      told.lines.push_back(line(
          "backtest.few", {{"least", number(kFewestClosed)}, {"kind", number(kFewestOfKind)}}));
    }
    told.lines.push_back(line("backtest.by_hundred"));
    tell_cuts(told);
    tell_left_out(told);
    return told;
  }

  void tell_other_signs(BacktestSection& told) const {
    const auto open = static_cast<std::size_t>(
        std::count_if(backtest_.rules.begin(), backtest_.rules.end(),
                      [](const RuleRecord& one) { return one.call == RuleCall::open; }));
    if (open > 0) told.lines.push_back(line("backtest.rules_open", {{"count", number(open)}}));
    const auto tested = static_cast<double>(backtest_.rules.size());
    const auto chance = static_cast<std::size_t>(std::lround(tested * kMissed));
    if (open == backtest_.rules.size() || chance == 0) return;
    told.lines.push_back(line("backtest.by_chance", {{"count", number(backtest_.rules.size())},
                                                     {"chance", number(chance)}}));
  }

  void tell_cuts(BacktestSection& told) const {
    std::size_t cut = 0;
    std::size_t deals = 0;
    std::size_t undated = 0;
    for (const ClosedDeal& deal : backtest_.deals) {
      cut += deal.cut;
      deals += deal.cut > 0 ? 1 : 0;
      undated += deal.undated;
    }
    if (cut > 0) {
      told.lines.push_back(
          line("backtest.cut", {{"count", number(cut)}, {"deals", number(deals)}}));
    }
    if (undated > 0) told.lines.push_back(line("backtest.undated", {{"count", number(undated)}}));
  }

  void tell_left_out(BacktestSection& told) const {
    std::vector<std::string> no_day;
    std::size_t no_past = 0;
    for (const ClosedDeal& deal : backtest_.deals) {
      if (!deal.end.day) no_day.push_back(deal.path);
      no_past += deal.past.empty() ? 1 : 0;
    }
    if (!all_ && no_day.size() > kMostLines) {
      no_day.resize(kMostLines);
      no_day.push_back(phrases_.sign("…"));
    }
    if (!no_day.empty()) {
      told.lines.push_back(line("backtest.no_day", {{"files", phrases_.joined(no_day, "comma")}}));
    }
    const std::size_t left = backtest_.all.of(Ending::withdrawn);
    if (left > 0) told.lines.push_back(line("backtest.left", {{"count", number(left)}}));
    if (backtest_.all.of(Ending::no_decision) > 0) told.lines.push_back(line("backtest.undecided"));
    if (with_past_ && no_past > 0) {
      told.lines.push_back(line("backtest.no_past", {{"count", number(no_past)}}));
    }
  }

  const Backtest& backtest_;
  bool with_past_;
  const Phrases& phrases_;
  bool all_;
  BacktestTold told_;
};

}  // namespace

std::string in_hundred(double share) { return std::to_string(std::lround(share * 100)); }

Arguments tally_arguments(const Tally& won) {
  const Interval between = won.between();
  return {{"won", std::to_string(won.hits)},
          {"count", std::to_string(won.of)},
          {"from", in_hundred(between.from)},
          {"to", in_hundred(between.to)}};
}

BacktestTold tell_backtest(const BacktestReport& report, const Phrases& phrases, bool all) {
  return BacktestDescriber(report, phrases, all).tell();
}

}  // namespace dealcheck
