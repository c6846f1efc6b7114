#include "backtest/backtest.h"
#include "backtest/fit.h"
#include "cli/console.h"
#include "cli/many_deals.h"
#include "deal/deal_file.h"
#include "report/backtest/backtest.h"

namespace dealcheck {

namespace {

/// What became of one file.
struct Reviewed {
  bool open = false;  ///< names no end
  std::optional<ClosedDeal> closed;
};

Reviewed review(const std::string& path, const Rulebook& rules, const BatchJudging& judging,
                bool with_past, Diagnostics& diagnostics) {
  auto deal = read_deal_file(path, rules.vocabulary, judging.max_bytes, diagnostics);
  if (!deal) return {};
  const auto end = end_of(rules.vocabulary, *deal);
  if (!end) return {true, {}};
  Reviewed reviewed{false,
                    judge_before_end(rules, std::move(*deal), *end, judging.options, diagnostics)};
  if (with_past && reviewed.closed) {
    reviewed.closed->past = judge_past(rules, *reviewed.closed, judging.options, judging.max_bytes);
  }
  return reviewed;
}

std::optional<Backtest> look_back(ManyDeals& deals, bool with_past) {
  std::vector<Reviewed> reviewed(deals.files().size());
  const auto work = [&](std::size_t i, const JudgingConfig& config, const BatchJudging& judging,
                        Diagnostics& diagnostics) {
    reviewed[i] = review(deals.files()[i], *config.rules, judging, with_past, diagnostics);
    // What is odd in a file that can be judged is told where the deal is worked on.
    if (!diagnostics.has_errors()) diagnostics = {};
  };
  if (!deals.for_each(work, [](std::size_t) {})) return std::nullopt;
  std::size_t open = 0;
  std::vector<ClosedDeal> closed;
  for (Reviewed& one : reviewed) {
    open += one.open ? 1 : 0;
    if (one.closed) closed.push_back(std::move(*one.closed));
  }
  const std::size_t broken = reviewed.size() - open - closed.size();
  Backtest backtest = make_backtest(std::move(closed));
  backtest.open = open;
  backtest.broken = broken;
  return backtest;
}

std::string propose_points(const Backtest& backtest, const Rulebook& rules, Language language) {
  const Fit fit = fit_points(backtest, rules);
  if (fit.lesson == Lesson::too_few) {
    throw UsageError("usage.fit-too-few", {{"count", std::to_string(fit.won.of)},
                                           {"won", std::to_string(fit.won.hits)},
                                           {"least", std::to_string(kFewestClosed)},
                                           {"kind", std::to_string(kFewestOfKind)}});
  }
  if (fit.lesson == Lesson::mixed) throw UsageError("usage.fit-mixed");
  return render_fit(fit, rules, language);
}

int look_back_on(const CommandLine& line, const Console& console) {
  if (line.has("--fit") && line.has("--format")) throw UsageError("usage.fit-and-format");
  ManyDeals deals(line, console);
  if (deals.files().empty()) return kExitFailed;
  const bool with_past = line.has("--history");
  const auto backtest = look_back(deals, with_past);
  if (!backtest) return kExitFailed;
  if (line.has("--fit")) {
    write_output(propose_points(*backtest, deals.rules(), console.language));
  } else {
    write_output(render_backtest({&*backtest, &deals.rules().words, with_past},
                                 line.value("--format").value_or("text"),
                                 report_look(console, line)));
  }
  return deals.complete() && backtest->broken == 0 ? kExitGood : kExitFailed;
}

}  // namespace

int run_backtest(const CommandLine& line, const Console& console) {
  return run_interruptible([&] { return look_back_on(line, console); });
}

}  // namespace dealcheck
