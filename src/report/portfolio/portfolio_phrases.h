#pragma once

#include <string>
#include <vector>

#include "report/portfolio/money.h"
#include "report/portfolio/portfolio.h"
#include "report/shared/phrases.h"

namespace dealcheck {

/// One thing said of a deal: what to do with it, or why to look at it.
struct DealLine {
  std::size_t deal = 0;  ///< place in the portfolio
  std::string label;     ///< of the matter; empty: the deal's name speaks for it
  std::string message;
  std::string note;        ///< below it
  std::uint32_t line = 0;  ///< where it stands in the file; 0: the file as a whole
};

/// Puts a portfolio into words; text, Markdown and the page say the same.
class PortfolioPhrases {
 public:
  PortfolioPhrases(const PortfolioReport& report, Language language,
                   Charset charset = Charset::unicode);

  [[nodiscard]] const Phrases& phrases() const { return phrases_; }
  [[nodiscard]] const MoneyPhrases& money() const { return money_; }
  [[nodiscard]] const DealEntry& entry(std::size_t deal) const;

  /// How many deals, how many of them could not be judged, as of when; how many are closed.
  [[nodiscard]] std::vector<std::string> head() const;
  /// A layer of the funnel; the last one is what stands outside.
  [[nodiscard]] std::string layer_name(std::size_t layer) const;
  /// What the deals of a layer need; empty for what stands outside.
  [[nodiscard]] std::string layer_work(std::size_t layer) const;
  /// The layers with too few deals, and what that means.
  [[nodiscard]] std::vector<std::string> starving() const;

  [[nodiscard]] std::vector<DealLine> to_drop() const;
  [[nodiscard]] std::vector<DealLine> few() const;
  [[nodiscard]] std::vector<DealLine> to_control() const;
  /// Ownerless, overdue, stalled …, kind after kind.
  [[nodiscard]] std::vector<DealLine> attention() const;
  /// What the files do not say, and which ones.
  [[nodiscard]] std::vector<std::string> unknown() const;
  /// Sellers with more deals than one can carry.
  [[nodiscard]] std::vector<std::string> competing_deals() const;

  /// A day of the entry, near its day of judgement; empty when there is none.
  [[nodiscard]] std::string spoken(const DealEntry& deal, const std::string& day) const;
  [[nodiscard]] std::string owner_name(const std::string& owner) const;
  /// `deals/anhui.yaml:14`
  [[nodiscard]] std::string place(const DealLine& line) const;
  /// Who has it, its layer, stage and amount.
  [[nodiscard]] std::vector<std::string> facts_of(std::size_t deal) const;
  /// Head and rows of a table of groups, the empty ones left out.
  struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
  };
  [[nodiscard]] Table owners() const;
  [[nodiscard]] Table stages() const;
  [[nodiscard]] Table classes() const;
  [[nodiscard]] std::vector<std::string> amounts(const DealGroup& group) const;

 private:
  template <typename NameOf>
  [[nodiscard]] Table table(const char* first, const std::vector<DealGroup>& groups,
                            const NameOf& name_of) const;
  [[nodiscard]] std::string verdicts(const DealGroup& group) const;
  [[nodiscard]] DealLine attention_line(DealMark mark, std::size_t place) const;
  [[nodiscard]] std::string step_of(const DealEntry& deal) const;
  [[nodiscard]] std::string share_of(std::size_t deal) const;

  const Portfolio& portfolio_;
  const PortfolioRules& rules_;
  Language language_;
  Phrases phrases_;
  MoneyPhrases money_;
};

}  // namespace dealcheck
