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
std::string currency_of(const AssessContext& context, const Money& money) {
  const PortfolioRules& rules = context.rulebook().portfolio;
  if (!money.currency.empty()) return currency_of(rules, money.currency);
  const std::string stated = context.head_text("currency");
  if (!stated.empty()) return currency_of(rules, stated);
  const std::string by_unit = currency_of(rules, money.unit);
  return by_unit == money.unit ? std::string() : by_unit;
}

std::optional<AmountView> amount_of(const AssessContext& context) {
  for (const FieldName& field : context.rulebook().portfolio.amount) {
    const Statement* said = context.opportunity().find(field.section, field.key);
    if (said == nullptr || said->value.kind != Value::Kind::number) continue;
    const auto money = parse_money(said->value.text).value_or(Money{said->value.number, {}, {}});
    return AmountView{said->value.number, currency_of(context, money), said->at,
                      std::string(said->value.text)};
  }
  return std::nullopt;
}

// ---- days ----

std::optional<Date> closing_day(const AssessContext& context) {
  for (const FieldName& field : context.rulebook().portfolio.closes) {
    if (const auto day = told_day(context.opportunity().find(field.section, field.key))) return day;
  }
  return std::nullopt;
}

/// The newest dated acts of both sides up to the day of judgement.
class Acts {
 public:
  explicit Acts(const AssessContext& context) : context_(context) {
    for (const ActRule& rule : context.rulebook().portfolio.acts) {
      for (const Record& record : context.opportunity().sections[rule.section].records) {
        if (happened(rule, record)) take(rule, record);
      }
    }
  }

  [[nodiscard]] std::optional<Date> theirs() const { return theirs_; }
  [[nodiscard]] std::optional<Date> ours() const { return ours_; }

 private:
  [[nodiscard]] bool happened(const ActRule& rule, const Record& record) const {
    return !rule.unless || context_.facts().test(*rule.unless, EvidencePolicy::against_us,
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
    if (!day || *day > context_.facts().as_of()) return;
    if (rule.theirs) theirs_ = std::max(theirs_, day);
    if (rule.ours) ours_ = std::max(ours_, day);
  }

  const AssessContext& context_;
  std::optional<Date> theirs_;
  std::optional<Date> ours_;
};

/// The canonical name of a choice in a section that holds attributes; empty when it is not said.
std::string choice_in(const AssessContext& context, std::string_view section,
                      std::string_view key) {
  const std::uint16_t id = *context.rulebook().vocabulary.section_id(section);
  const auto& records = context.opportunity().sections[id].records;
  return records.empty() ? std::string() : context.choice_of(records.front(), id, key);
}

}  // namespace

ReviewView tell_review(const AssessContext& context) {
  ReviewView review;
  review.amount = amount_of(context);
  review.customer_class = choice_in(context, "deal", "class");
  review.reviewed = told_day(context.head("reviewed"));
  const Acts acts(context);
  review.their_act = acts.theirs();
  review.our_act = acts.ours();
  review.closes = closing_day(context);
  review.outcome = choice_in(context, "outcome", "result");
  return review;
}

}  // namespace dealcheck
