#include "report/portfolio/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/strings.h"

namespace dealcheck {

namespace {

/// Three figures are enough: 1.25, 12.5, 125.
std::string short_number(double number) {
  const double size = std::abs(number);
  const double steps = size >= 100 ? 1 : size >= 10 ? 10 : 100;
  return plain_number(std::round(number * steps) / steps);
}

/// What a language counts large sums in, `1000000=M`.
struct Unit {
  double size = 1;
  std::string name;
};

Unit unit_for(double value, const std::string& units) {
  for (const std::string& one : split_bars(units)) {
    const std::size_t equals = one.find('=');
    const double size = std::stod(one.substr(0, equals));
    if (std::abs(value) >= size) return {size, one.substr(equals + 1)};
  }
  return {};
}

}  // namespace

std::string plain_number(double number) {
  std::string text = fmt::format("{:.2f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string MoneyPhrases::currency_name(const std::string& currency) const {
  const auto known = std::find_if(rules_.currencies.begin(), rules_.currencies.end(),
                                  [&](const Currency& one) { return one.id == currency; });
  return known == rules_.currencies.end() ? currency : std::string(known->label.in(language_));
}

std::string MoneyPhrases::say(double value, const std::string& currency) const {
  const Unit unit = unit_for(value, phrases_.say("money.units"));
  const std::string number = short_number(value / unit.size) + unit.name;
  if (currency.empty()) return phrases_.say("money.no_currency", {{"number", number}});
  return phrases_.say("money.sum", {{"number", number}, {"currency", currency_name(currency)}});
}

std::string MoneyPhrases::say(const EntryAmount& amount) const {
  return amount.known ? say(amount.value, amount.currency) : std::string();
}

std::vector<std::string> MoneyPhrases::say(const DealGroup& group) const {
  std::vector<std::string> parts;
  for (const CurrencySum& sum : group.amounts) parts.push_back(say(sum.sum, sum.currency));
  if (group.no_amount > 0) {
    parts.push_back(phrases_.say("money.without", {{"count", std::to_string(group.no_amount)}}));
  }
  return parts;
}

}  // namespace dealcheck
