#include "report/batch/batch.h"
#include "report/portfolio/money.h"
#include "report/portfolio/portfolio.h"
#include "report/writers/csv.h"

namespace dealcheck {

namespace {

class PortfolioCsv {
 public:
  explicit PortfolioCsv(const PortfolioReport& report)
      : portfolio_(*report.portfolio), rules_(report.rules->portfolio) {}

  [[nodiscard]] std::string render() const {
    std::string text(kByteOrderMarkForCsv);
    text += csv_row({"path",     "judged",  "open",      "layer",     "marks",
                     "name",     "account", "owner",     "class",     "stage",
                     "as_of",    "verdict", "decision",  "coverage",  "amount",
                     "currency", "closes",  "reviewed",  "their_act", "our_act",
                     "outcome",  "control", "main_risk", "next_step", "next_step_by"});
    for (const DealView& deal : portfolio_.deals) text += csv_row(row(deal));
    return text;
  }

 private:
  [[nodiscard]] std::string layer_of(const DealView& deal) const {
    return deal.layer ? rules_.layers[*deal.layer].id : std::string();
  }

  [[nodiscard]] std::vector<std::string> row(const DealView& view) const {
    const DealEntry& deal = view.entry;
    const EntryReview& review = deal.review;
    const auto yes_or_no = [](bool flag) { return std::string(flag ? "yes" : "no"); };
    return {csv_text(deal.path),
            yes_or_no(deal.judged),
            yes_or_no(view.open),
            csv_text(layer_of(view)),
            marks_of(view),
            csv_text(deal.name),
            csv_text(deal.account),
            csv_text(deal.owner),
            review.customer_class,
            deal.stage,
            deal.as_of,
            deal.verdict,
            csv_text(deal.decision),
            deal.judged ? two_places(deal.coverage) : "",
            review.amount.known ? plain_number(review.amount.value) : "",
            csv_text(review.amount.currency),
            review.closes,
            review.reviewed,
            review.their_act,
            review.our_act,
            review.outcome,
            review.control,
            deal.risks.empty() ? "" : csv_text(deal.risks.front().message),
            csv_text(deal.next_step.says),
            deal.next_step.by};
  }

  [[nodiscard]] static std::string marks_of(const DealView& view) {
    std::string marks;
    for (std::size_t i = 0; i < kDealMarks.size(); ++i) {
      if (view.marks.at(i)) marks.append(marks.empty() ? "" : " ").append(kDealMarks.at(i));
    }
    return marks;
  }

  const Portfolio& portfolio_;
  const PortfolioRules& rules_;
};

}  // namespace

std::string render_portfolio_csv(const PortfolioReport& report, const RenderOptions& /*options*/) {
  return PortfolioCsv(report).render();
}

}  // namespace dealcheck
