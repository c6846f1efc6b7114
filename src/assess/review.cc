#include "assess/review.h"

#include <algorithm>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

// ---- money ----

/// The currency that a spelling stands for; else as it is written.
std::string currency_of(const PortfolioRules& rules, std::string_view written) {
  const std::string name = to_lower(written);
  for (const Currency& one : rules.currencies) {
    if (std::find(one.names.begin(), one.names.end(), name) != one.names.end()) return one.id;
  }
  return std::string(written);
}

/// Its own, else the deal's, else the one that its unit names.
std::string currency_of(const Teller& teller, const Money& money) {
  const PortfolioRules& rules = teller.rulebook().portfolio;
  if (!money.currency.empty()) return currency_of(rules, money.currency);
  const std::string stated = teller.head_text("currency");
  if (!stated.empty()) return currency_of(rules, stated);
  const std::string by_unit = currency_of(rules, money.unit);
  return by_unit == money.unit ? std::string() : by_unit;
}

std::optional<AmountView> amount_of(const Teller& teller) {
  for (const FieldName& field : teller.rulebook().portfolio.amount) {
    const Statement* said = teller.opportunity().find(field.section, field.key);
    if (said == nullptr || said->value.kind != Value::Kind::number) continue;
    const auto money = parse_money(said->value.text).value_or(Money{said->value.number, {}, {}});
    return AmountView{said->value.number, currency_of(teller, money), said->at,
                      std::string(said->value.text)};
  }
  return std::nullopt;
}

// ---- days ----

std::optional<Date> closing_day(const Teller& teller) {
  for (const FieldName& field : teller.rulebook().portfolio.closes) {
    if (const auto day = told_day(teller.opportunity().find(field.section, field.key))) return day;
  }
  return std::nullopt;
}

/// The newest dated acts of both sides up to the day of judgement.
class Acts {
 public:
  explicit Acts(const Teller& teller) : teller_(teller) {
    for (const ActRule& rule : teller.rulebook().portfolio.acts) {
      for (const Record& record : teller.opportunity().sections[rule.section].records) {
        if (happened(rule, record)) take(rule, record);
      }
    }
  }

  [[nodiscard]] std::optional<Date> theirs() const { return theirs_; }
  [[nodiscard]] std::optional<Date> ours() const { return ours_; }

 private:
  [[nodiscard]] bool happened(const ActRule& rule, const Record& record) const {
    return !rule.unless || teller_.facts().test(*rule.unless, Trust::against_us,
                                                {rule.section, &record}) != Tri::yes;
  }

  void take(const ActRule& rule, const Record& record) {
    if (!rule.key && record.proof.grade() != Grade::assumed) take(rule, record.proof.date);
    for (const Statement& said : record.statements) {
      if (said.proof.grade() == Grade::assumed) continue;
      if (!rule.key) take(rule, said.proof.date);
      if (rule.key == said.key) take(rule, told_day(&said));
    }
  }

  void take(const ActRule& rule, std::optional<Date> day) {
    if (!day || *day > teller_.facts().as_of()) return;
    if (rule.theirs) theirs_ = std::max(theirs_, day);
    if (rule.ours) ours_ = std::max(ours_, day);
  }

  const Teller& teller_;
  std::optional<Date> theirs_;
  std::optional<Date> ours_;
};

/// The canonical name of a choice in a section that holds attributes; empty when it is not said.
std::string choice_in(const Teller& teller, std::string_view section, std::string_view key) {
  const std::uint16_t id = *teller.rulebook().vocabulary.section_id(section);
  const auto& records = teller.opportunity().sections[id].records;
  return records.empty() ? std::string() : teller.choice_of(records.front(), id, key);
}

}  // namespace

ReviewView tell_review(const Teller& teller) {
  ReviewView review;
  review.amount = amount_of(teller);
  review.customer_class = choice_in(teller, "deal", "class");
  review.reviewed = told_day(teller.head("reviewed"));
  const Acts acts(teller);
  review.their_act = acts.theirs();
  review.our_act = acts.ours();
  review.closes = closing_day(teller);
  review.outcome = choice_in(teller, "outcome", "result");
  return review;
}

}  // namespace dealcheck
