#pragma once

#include <string>

#include "portfolio/portfolio.h"
#include "report/shared/phrases.h"

namespace dealcheck {

/// Not told to people: digits, decimals only where there are some.
[[nodiscard]] std::string plain_number(double number);

/// How sums of money are told to people: "1.2M EUR", "120万元".
class MoneyPhrases {
 public:
  MoneyPhrases(const Phrases& phrases, const PortfolioRules& rules, Language language)
      : phrases_(phrases), rules_(rules), language_(language) {}

  [[nodiscard]] std::string say(double value, const std::string& currency) const;
  [[nodiscard]] std::string currency_name(const std::string& currency) const;
  /// Empty when it is not known.
  [[nodiscard]] std::string say(const EntryAmount& amount) const;
  /// The sum of each currency, and how many deals name none: what is not known is not nothing.
  [[nodiscard]] std::vector<std::string> say(const DealGroup& group) const;

 private:
  const Phrases& phrases_;
  const PortfolioRules& rules_;
  Language language_;
};

}  // namespace dealcheck
