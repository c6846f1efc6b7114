#include "cli/console.h"
#include "cli/many_deals.h"
#include "cli/portfolio_trend.h"
#include "report/portfolio/portfolio.h"

namespace dealcheck {

namespace {

int review_deals(const CommandLine& line, const Console& console) {
  ManyDeals deals(line, console);
  if (deals.files().empty()) return kExitFailed;
  std::vector<DealEntry> entries(deals.files().size());
  const bool judged = deals.judge(
      [&](std::size_t i, DealEntry entry) { entries[i] = std::move(entry); }, [](std::size_t) {});
  if (!judged) return kExitFailed;
  const Portfolio portfolio = make_portfolio(std::move(entries), deals.rules().portfolio);
  const std::string format = line.value("--format").value_or("text");
  TrendResult trend;
  if (format == "html") trend = read_trend(deals, portfolio);
  write_output(
      render_portfolio({&portfolio, &deals.rules(), &trend}, format, report_look(console, line)));
  return deals.complete() && portfolio.broken.empty() ? kExitGood : kExitFailed;
}

}  // namespace

int run_portfolio(const CommandLine& line, const Console& console) {
  return run_interruptible([&] { return review_deals(line, console); });
}

}  // namespace dealcheck
