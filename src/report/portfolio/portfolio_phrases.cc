#include "report/portfolio/portfolio_phrases.h"

#include <algorithm>
#include <array>

#include "report/batch/deal_list.h"

namespace dealcheck {

namespace {

std::string_view name_of(DealMark mark) { return kDealMarks.at(static_cast<std::size_t>(mark)); }

}  // namespace

PortfolioPhrases::PortfolioPhrases(const PortfolioReport& report, Language language,
                                   Charset charset)
    : portfolio_(*report.portfolio),
      rules_(report.rules->portfolio),
      language_(language),
      phrases_(report.rules->words, language, charset),
      money_(phrases_, rules_, language) {}

const DealEntry& PortfolioPhrases::entry(std::size_t deal) const {
  return portfolio_.deals[deal].entry;
}

std::string PortfolioPhrases::spoken(const DealEntry& deal, const std::string& day) const {
  const auto as_of = parse_date(deal.as_of);
  return as_of ? phrases_.day(parse_date(day), *as_of) : std::string();
}

// ---- the whole ----

std::vector<std::string> PortfolioPhrases::head() const {
  DayRange days;
  for (const DealView& deal : portfolio_.deals) widen(days, deal.entry);
  std::vector<std::string> parts =
      count_line(phrases_, portfolio_.deals.size(), portfolio_.broken.size(), days);
  if (!portfolio_.closed.empty()) {
    parts.push_back(
        phrases_.say("portfolio.closed", {{"count", std::to_string(portfolio_.closed.size())}}));
  }
  return parts;
}

std::string PortfolioPhrases::layer_name(std::size_t layer) const {
  if (layer >= rules_.layers.size()) return phrases_.say("portfolio.outside");
  return std::string(rules_.layers[layer].label.in(language_));
}

std::string PortfolioPhrases::layer_work(std::size_t layer) const {
  if (layer >= rules_.layers.size()) return {};
  return std::string(rules_.layers[layer].work.in(language_));
}

std::vector<std::string> PortfolioPhrases::starving() const {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < rules_.layers.size(); ++i) {
    if (!portfolio_.starving[i]) continue;
    lines.push_back(phrases_.say(
        "portfolio.starving", {{"layer", layer_name(i)},
                               {"count", std::to_string(portfolio_.layers[i].deals.size())},
                               {"least", std::to_string(rules_.layers[i].least)},
                               {"starves", std::string(rules_.layers[i].starves.in(language_))}}));
  }
  return lines;
}

std::vector<std::string> PortfolioPhrases::competing_deals() const {
  std::vector<std::string> lines;
  for (const DealGroup& owner : portfolio_.owners) {
    const std::size_t count = competing(portfolio_, owner);
    if (owner.id.empty() || count <= static_cast<std::size_t>(rules_.per_owner)) continue;
    lines.push_back(
        phrases_.say("portfolio.compete", {{"owner", owner.id},
                                           {"count", std::to_string(count)},
                                           {"most", std::to_string(rules_.per_owner)}}));
  }
  return lines;
}

std::vector<std::string> PortfolioPhrases::unknown() const {
  std::vector<std::string> lines;
  for (const DealMark mark :
       {DealMark::no_amount, DealMark::review_unknown, DealMark::acts_unknown}) {
    std::vector<std::string> files;
    for (const std::size_t deal : portfolio_.marked(mark)) files.push_back(entry(deal).path);
    if (files.empty()) continue;
    lines.push_back(phrases_.say("portfolio.files",
                                 {{"name", phrases_.label("portfolio.unknown", name_of(mark))},
                                  {"files", phrases_.joined(files, "comma")}}));
  }
  return lines;
}

// ---- deals ----

std::string PortfolioPhrases::place(const DealLine& line) const {
  const std::string& path = entry(line.deal).path;
  return line.line == 0 ? path : path + ":" + std::to_string(line.line);
}

std::vector<std::string> PortfolioPhrases::facts_of(std::size_t deal) const {
  const DealView& view = portfolio_.deals[deal];
  std::vector<std::string> parts{owner_name(view.entry.owner),
                                 layer_name(view.layer.value_or(rules_.layers.size())),
                                 phrases_.label("stage", view.entry.stage)};
  const std::string amount = money_.say(view.entry.review.amount);
  if (!amount.empty()) parts.push_back(amount);
  return parts;
}

std::vector<DealLine> PortfolioPhrases::to_drop() const {
  std::vector<DealLine> lines;
  for (const std::size_t place : portfolio_.marked(DealMark::drop)) {
    const DealEntry& deal = entry(place);
    DealLine line{place, "", deal.headline, "", 0};
    if (!deal.risks.empty()) {
      line.note = deal.risks.front().message;
      line.line = deal.risks.front().region.line;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string PortfolioPhrases::step_of(const DealEntry& deal) const {
  if (deal.next_step.says.empty()) return {};
  return phrases_.say("portfolio.step",
                      {{"says", deal.next_step.says}, {"by", spoken(deal, deal.next_step.by)}});
}

std::vector<DealLine> PortfolioPhrases::few() const {
  std::vector<DealLine> lines;
  for (const std::size_t place : portfolio_.few) {
    const DealEntry& deal = entry(place);
    const std::string risk = deal.risks.empty() ? "" : deal.risks.front().label;
    lines.push_back({place, "",
                     phrases_.say("portfolio.few_why",
                                  {{"verdict", phrases_.label("portfolio.verdict", deal.verdict)},
                                   {"evidence", percent(deal.coverage)},
                                   {"closes", spoken(deal, deal.review.closes)},
                                   {"risk", risk}}),
                     step_of(deal), 0});
  }
  return lines;
}

std::string PortfolioPhrases::share_of(std::size_t deal) const {
  const EntryAmount& amount = entry(deal).review.amount;
  double sum = 0;
  for (const DealView& other : portfolio_.deals) {
    const EntryAmount& one = other.entry.review.amount;
    if (other.open && one.known && one.currency == amount.currency) sum += one.value;
  }
  return phrases_.say("portfolio.large_share",
                      {{"percent", percent(amount.value / sum)},
                       {"currency", money_.currency_name(amount.currency)}});
}

std::vector<DealLine> PortfolioPhrases::to_control() const {
  std::vector<DealLine> lines;
  for (std::size_t place = 0; place < portfolio_.deals.size(); ++place) {
    const DealView& deal = portfolio_.deals[place];
    if (!deal.open) continue;
    if (deal.is(DealMark::out_of_control)) {
      lines.push_back({place, "", phrases_.say("portfolio.out_of_control"), "", 0});
    }
    for (const EntryReason& reason : deal.entry.review.special) {
      lines.push_back({place, "", reason.message, "", reason.line});
    }
    if (deal.is(DealMark::large_share)) {
      lines.push_back({place, "", share_of(place), "", deal.entry.review.amount.line});
    }
  }
  return lines;
}

DealLine PortfolioPhrases::attention_line(DealMark mark, std::size_t place) const {
  const DealEntry& deal = entry(place);
  const EntryReview& review = deal.review;
  const auto stage = static_cast<std::size_t>(*parse_stage(deal.stage));
  const std::string& day = mark == DealMark::stalled          ? review.their_act
                           : mark == DealMark::review_overdue ? review.reviewed
                                                              : review.closes;
  const int limit =
      mark == DealMark::stalled ? rules_.stalled_after.at(stage) : review.review_after;
  const std::string name(name_of(mark));
  return {place, phrases_.label("portfolio.attention", name),
          phrases_.say("portfolio.says." + name,
                       {{"day", spoken(deal, day)},
                        {"days", std::to_string(days_since(deal, day).value_or(0))},
                        {"limit", std::to_string(limit)},
                        {"stage", phrases_.label("stage", deal.stage)}}),
          "", 0};
}

std::vector<DealLine> PortfolioPhrases::attention() const {
  std::vector<DealLine> lines;
  for (const DealMark mark : {DealMark::ownerless, DealMark::stalled, DealMark::close_passed,
                              DealMark::review_overdue, DealMark::poor_fit}) {
    for (const std::size_t deal : portfolio_.marked(mark)) {
      lines.push_back(attention_line(mark, deal));
    }
  }
  return lines;
}

// ---- tables ----

std::string PortfolioPhrases::owner_name(const std::string& owner) const {
  return owner.empty() ? phrases_.say("portfolio.nobody") : owner;
}

std::vector<std::string> PortfolioPhrases::amounts(const DealGroup& group) const {
  return money_.say(group);
}

std::string PortfolioPhrases::verdicts(const DealGroup& group) const {
  std::vector<std::string> parts;
  for (const Verdict verdict : kVerdictsFromBest) {
    const std::size_t count = group.verdicts.at(static_cast<std::size_t>(verdict));
    if (count == 0) continue;
    parts.push_back(phrases_.say("portfolio.counted",
                                 {{"name", phrases_.label("portfolio.verdict", to_string(verdict))},
                                  {"count", std::to_string(count)}}));
  }
  return phrases_.joined(parts, "comma");
}

template <typename NameOf>
PortfolioPhrases::Table PortfolioPhrases::table(const char* first,
                                                const std::vector<DealGroup>& groups,
                                                const NameOf& name_of_group) const {
  Table table;
  for (const char* column : {first, "deals", "time", "amount", "verdicts"}) {
    table.head.push_back(phrases_.label("portfolio.column", column));
  }
  for (const DealGroup& group : groups) {
    if (group.deals.empty()) continue;
    table.rows.push_back({name_of_group(group.id), std::to_string(group.deals.size()),
                          std::to_string(competing(portfolio_, group)),
                          phrases_.joined(money_.say(group), "comma"), verdicts(group)});
  }
  return table;
}

PortfolioPhrases::Table PortfolioPhrases::owners() const {
  return table("owner", portfolio_.owners, [&](const std::string& id) { return owner_name(id); });
}

PortfolioPhrases::Table PortfolioPhrases::stages() const {
  return table("stage", portfolio_.stages,
               [&](const std::string& id) { return phrases_.label("stage", id); });
}

PortfolioPhrases::Table PortfolioPhrases::classes() const {
  return table("class", portfolio_.classes, [&](const std::string& id) {
    return id.empty() ? phrases_.say("portfolio.not_said") : phrases_.label("portfolio.class", id);
  });
}

}  // namespace dealcheck
