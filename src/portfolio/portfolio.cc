#include "portfolio/portfolio.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/alike.h"

namespace dealcheck {

namespace {

constexpr std::size_t kFewestForShare = 3;  ///< of two deals one is always large

bool names(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// ---- the funnel ----

bool takes(const FunnelEntry& layer, const DealEntry& deal) {
  const auto stage = parse_stage(deal.stage);
  return (layer.stages.empty() || (stage && layer.stages.has(*stage))) &&
         (layer.verdicts.empty() || names(layer.verdicts, deal.verdict)) &&
         (layer.decisions.empty() || names(layer.decisions, deal.decision)) &&
         std::lround(deal.coverage * 100) >= layer.evidence;
}

std::optional<std::size_t> layer_of(const DealEntry& deal, const PortfolioRules& rules) {
  for (std::size_t i = 0; i < rules.layers.size(); ++i) {
    const auto& entries = rules.layers[i].takes;
    const bool fits = std::any_of(entries.begin(), entries.end(),
                                  [&](const FunnelEntry& entry) { return takes(entry, deal); });
    if (fits) return i;
  }
  return std::nullopt;
}

// ---- marks ----

bool longer_ago(const DealEntry& deal, const std::string& day, int limit) {
  const auto days = days_since(deal, day);
  return days && *days > limit;
}

bool is_stalled(const DealEntry& deal, const PortfolioRules& rules) {
  const auto stage = static_cast<std::size_t>(*parse_stage(deal.stage));
  return longer_ago(deal, deal.review.their_act, rules.stalled_after.at(stage));
}

/// What the deal itself tells. A deal that needs no time need not be minded either.
void set_marks(DealView& deal, const PortfolioRules& rules) {
  const DealEntry& entry = deal.entry;
  const EntryReview& review = entry.review;
  const auto set = [&](DealMark mark, bool holds) {
    deal.marks[static_cast<std::size_t>(mark)] = holds;
  };
  set(DealMark::ownerless, entry.owner.empty());
  set(DealMark::special_control, !review.special.empty());
  set(DealMark::no_amount, !review.amount.known);
  set(DealMark::drop, names(rules.drop, entry.decision));
  if (!deal.needs_time) return;
  set(DealMark::review_overdue, longer_ago(entry, review.reviewed, review.review_after));
  set(DealMark::review_unknown, review.reviewed.empty());
  set(DealMark::stalled, is_stalled(entry, rules));
  set(DealMark::acts_unknown, review.their_act.empty());
  set(DealMark::close_passed, longer_ago(entry, review.closes, 0));
  set(DealMark::out_of_control, review.control == "out-of-control");
  set(DealMark::poor_fit, review.fit == "poor");
}

// ---- groups ----

void add_amount(std::vector<CurrencySum>& sums, const EntryAmount& amount) {
  auto sum = std::find_if(sums.begin(), sums.end(),
                          [&](const CurrencySum& one) { return one.currency == amount.currency; });
  if (sum == sums.end()) sum = sums.insert(sums.end(), CurrencySum{amount.currency, 0, 0});
  sum->sum += amount.value;
  ++sum->deals;
}

void add_deal(DealGroup& group, const Portfolio& portfolio, std::size_t place) {
  const DealEntry& entry = portfolio.deals[place].entry;
  group.deals.push_back(place);
  ++group.verdicts.at(static_cast<std::size_t>(*parse_verdict(entry.verdict)));
  if (entry.review.amount.known) {
    add_amount(group.amounts, entry.review.amount);
  } else {
    ++group.no_amount;
  }
}

void sort_amounts(DealGroup& group) {
  std::sort(group.amounts.begin(), group.amounts.end(),
            [](const CurrencySum& a, const CurrencySum& b) {
              return std::tie(b.deals, a.currency) < std::tie(a.deals, b.currency);
            });
}

/// Groups of the given ids, empty ones too, then those that come up.
template <typename IdOf>
std::vector<DealGroup> group_by(const Portfolio& portfolio, std::vector<std::string> ids,
                                const IdOf& id_of) {
  std::vector<DealGroup> groups(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) groups[i].id = std::move(ids[i]);
  for (std::size_t place = 0; place < portfolio.deals.size(); ++place) {
    if (!portfolio.deals[place].open) continue;
    const std::string id = id_of(portfolio.deals[place]);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const DealGroup& one) { return one.id == id; });
    if (group == groups.end()) {
      group = groups.insert(groups.end(), DealGroup{});
      group->id = id;
    }
    add_deal(*group, portfolio, place);
  }
  std::for_each(groups.begin(), groups.end(), sort_amounts);
  return groups;
}

void group_layers(Portfolio& portfolio, const PortfolioRules& rules) {
  std::vector<std::string> ids;
  for (const FunnelLayer& layer : rules.layers) ids.push_back(layer.id);
  ids.emplace_back();
  portfolio.layers = group_by(portfolio, ids, [&](const DealView& deal) {
    return deal.layer ? rules.layers[*deal.layer].id : std::string();
  });
  for (std::size_t i = 0; i < rules.layers.size(); ++i) {
    const auto least = static_cast<std::size_t>(std::max(0, rules.layers[i].least));
    portfolio.starving.push_back(portfolio.layers[i].deals.size() < least);
  }
}

void group_others(Portfolio& portfolio) {
  portfolio.owners =
      group_by(portfolio, {}, [](const DealView& deal) { return alike(deal.entry.owner); });
  std::sort(portfolio.owners.begin(), portfolio.owners.end(),
            [](const DealGroup& a, const DealGroup& b) {
              const std::size_t more = b.deals.size();
              const std::size_t fewer = a.deals.size();
              return std::tie(more, a.id) < std::tie(fewer, b.id);
            });
  portfolio.stages = group_by(portfolio, {"early", "mid", "late"},
                              [](const DealView& deal) { return deal.entry.stage; });
  portfolio.classes = group_by(portfolio, {"a", "b", "c"}, [](const DealView& deal) {
    return deal.entry.review.customer_class;
  });
}

/// A deal that holds much of all open money in its currency.
void mark_shares(Portfolio& portfolio, const PortfolioRules& rules) {
  DealGroup all;
  for (std::size_t i = 0; i < portfolio.deals.size(); ++i) {
    if (portfolio.deals[i].open) add_deal(all, portfolio, i);
  }
  for (DealView& deal : portfolio.deals) {
    const EntryAmount& amount = deal.entry.review.amount;
    if (!deal.open || !amount.known) continue;
    const auto sum = std::find_if(all.amounts.begin(), all.amounts.end(),
                                  [&](const auto& one) { return one.currency == amount.currency; });
    const bool large =
        sum->deals >= kFewestForShare && amount.value * 100 >= sum->sum * rules.large_share;
    deal.marks[static_cast<std::size_t>(DealMark::large_share)] = large && amount.value > 0;
  }
}

// ---- where the time goes ----

/// Hands out the seats: each layer's own first, what they leave to the best of the rest.
class Focus {
 public:
  Focus(Portfolio& portfolio, const PortfolioRules& rules) : portfolio_(portfolio), rules_(rules) {}

  void hand_out() {
    int left = 0;
    for (std::size_t i = 0; i < rules_.layers.size(); ++i) {
      left += hand_out(rules_.layers[i].seats, i);
    }
    hand_out(left, std::nullopt);
    std::sort(portfolio_.few.begin(), portfolio_.few.end());
  }

 private:
  [[nodiscard]] bool fits(const DealView& deal, std::optional<std::size_t> layer) const {
    if (!deal.needs_time || deal.is(DealMark::few) || (layer && deal.layer != layer)) return false;
    return names(rules_.worth_time, deal.entry.verdict);
  }

  /// The seats that are left.
  int hand_out(int seats, std::optional<std::size_t> layer) {
    for (std::size_t i = 0; i < portfolio_.deals.size() && seats > 0; ++i) {
      DealView& deal = portfolio_.deals[i];
      if (!fits(deal, layer)) continue;
      int& taken = taken_[alike(deal.entry.owner)];
      if (!deal.entry.owner.empty() && taken >= rules_.per_owner) continue;
      ++taken;
      --seats;
      deal.marks[static_cast<std::size_t>(DealMark::few)] = true;
      portfolio_.few.push_back(i);
    }
    return seats;
  }

  Portfolio& portfolio_;
  const PortfolioRules& rules_;
  std::map<std::string, int> taken_;  ///< by owner
};

/// The narrow end first; there the better verdict, the sooner order, the better customer.
bool comes_before(const DealView& a, const DealView& b) {
  const auto rank = [](const DealView& deal) {
    const auto last = [](std::string_view text) {
      return text.empty() ? std::string_view("~") : text;
    };
    const DealEntry& entry = deal.entry;
    return std::make_tuple(!entry.judged, !deal.open, deal.layer.value_or(kDealMarks.size()),
                           badness(entry), last(entry.review.closes),
                           last(entry.review.customer_class), std::string_view(entry.path));
  };
  return rank(a) < rank(b);
}

}  // namespace

std::vector<std::size_t> Portfolio::marked(DealMark mark) const {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < deals.size(); ++i) {
    if (deals[i].open && deals[i].is(mark)) list.push_back(i);
  }
  return list;
}

std::optional<int> days_since(const DealEntry& entry, const std::string& day) {
  const auto from = parse_date(day);
  const auto to = parse_date(entry.as_of);
  if (!from || !to) return std::nullopt;
  return days_between(*from, *to);
}

std::size_t competing(const Portfolio& portfolio, const DealGroup& group) {
  return static_cast<std::size_t>(
      std::count_if(group.deals.begin(), group.deals.end(),
                    [&](std::size_t place) { return portfolio.deals[place].needs_time; }));
}

Portfolio make_portfolio(std::vector<DealEntry> entries, const PortfolioRules& rules) {
  Portfolio portfolio;
  for (DealEntry& entry : entries) {
    DealView& deal = portfolio.deals.emplace_back();
    deal.entry = std::move(entry);
    deal.open = deal.entry.judged && deal.entry.review.outcome.empty();
    if (!deal.open) continue;
    deal.layer = layer_of(deal.entry, rules);
    deal.needs_time = deal.layer && rules.layers[*deal.layer].seats > 0 &&
                      !names(rules.drop, deal.entry.decision);
    set_marks(deal, rules);
  }
  std::sort(portfolio.deals.begin(), portfolio.deals.end(), comes_before);
  for (std::size_t i = 0; i < portfolio.deals.size(); ++i) {
    const DealView& deal = portfolio.deals[i];
    if (!deal.open) (deal.entry.judged ? portfolio.closed : portfolio.broken).push_back(i);
  }
  mark_shares(portfolio, rules);
  group_layers(portfolio, rules);
  group_others(portfolio);
  Focus(portfolio, rules).hand_out();
  return portfolio;
}

}  // namespace dealcheck
