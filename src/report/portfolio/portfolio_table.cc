// Every open deal in a row of a table. Each cell carries what it is sorted and filtered by; the
// script of the page (portfolio.js) works on nothing else.

#include <algorithm>

#include "report/portfolio/deal_call.h"
#include "report/portfolio/money.h"
#include "report/portfolio/portfolio_sections.h"
#include "report/shared/marks_svg.h"

namespace dealcheck {

namespace {

struct Column {
  std::string_view name;  ///< its words are `pages.deals.column.<name>`
  std::string_view sort;  ///< text; number, the smallest first; down: number, the largest first
  std::string_view style{};
};

constexpr std::array kTableColumns{Column{"number", "number", "number"},
                                   Column{"deal", "text"},
                                   Column{"owner", "text"},
                                   Column{"stage", "number"},
                                   Column{"verdict", "number"},
                                   Column{"call", "number"},
                                   Column{"evidence", "down", "number"},
                                   Column{"amount", "down", "number"},
                                   Column{"closes", "text"}};
constexpr std::size_t kOwner = 2;
constexpr std::size_t kStage = 3;
constexpr std::size_t kVerdict = 4;
constexpr std::size_t kCall = 5;
constexpr std::size_t kEvidence = 6;
constexpr std::size_t kAmount = 7;
constexpr std::size_t kCloses = 8;

class DealTable {
 public:
  explicit DealTable(PortfolioPage& page)
      : page_(page), out_(page.out), currencies_(currencies_of(page.portfolio())) {
    for (const Column& column : kTableColumns) {
      const std::string name = page.phrases.label("deals.column", column.name);
      labels_.push_back(page.phrases.say("map.column", {{"name", name}}) + " ");
    }
  }

  void put() {
    out_.in("table", {{"class", "deals stacked"}}, [&] {
      put_head();
      out_.in("tbody", {}, [&] {
        for (std::size_t i = 0; i < page_.open(); ++i) put_row(i);
      });
    });
  }

 private:
  void put_head() {
    out_.in("thead", {}, [&] {
      out_.in("tr", {}, [&] {
        for (const Column& column : kTableColumns) {
          out_.leaf("th", {{"scope", "col"}, {"class", column.style}, {"data-sort", column.sort}},
                    page_.phrases.label("deals.column", column.name));
        }
      });
    });
  }

  void put_row(std::size_t place) {
    const DealView& deal = page_.portfolio().deals[place];
    const DealEntry& entry = deal.entry;
    out_.in("tr", {}, [&] {
      out_.leaf("td", {{"class", "number"}}, std::to_string(place + 1));
      put_name(entry);
      put_cell(kOwner, page_.tells.owner_name(entry.owner), {});
      put_cell(kStage, page_.phrases.report().label("stage", entry.stage),
               std::to_string(static_cast<std::size_t>(*parse_stage(entry.stage))));
      put_cell(kVerdict, page_.verdict(entry),
               std::to_string(badness(*parse_verdict(entry.verdict))));
      put_call(call_of(deal));
      put_cell(kEvidence, percent(entry.coverage), plain_number(entry.coverage));
      put_amount(entry.review.amount);
      put_cell(kCloses, page_.tells.spoken(entry, entry.review.closes), entry.review.closes);
    });
  }

  void put_name(const DealEntry& entry) {
    out_.in("th", {{"scope", "row"}}, [&] {
      out_.leaf("strong", {}, entry_title(entry));
      if (!entry.account.empty()) {
        out_.text(" ");
        out_.leaf("span", {{"class", "faint"}}, entry.account);
      }
      out_.text(" ");
      out_.leaf("span", {{"class", "place faint"}}, entry.path);
      if (entry.risks.empty()) return;
      out_.leaf("div", {{"class", "risk"}},
                page_.phrases.say("deals.risk", {{"risk", entry.risks.front().label}}));
    });
  }

  /// The key is left out where the text is what counts.
  void put_cell(std::size_t column, const std::string& text, const std::string& key) {
    Attributes attributes{{"data-label", labels_[column]}};
    if (!kTableColumns.at(column).style.empty())
      attributes.emplace_back("class", kTableColumns.at(column).style);
    if (!key.empty()) attributes.emplace_back("data-key", key);
    out_.leaf("td", attributes, text);
  }

  void put_call(DealCall call) {
    out_.in("td",
            {{"data-label", labels_[kCall]},
             {"data-key", std::to_string(static_cast<std::size_t>(call))}},
            [&] {
              out_.in("svg",
                      {{"class", "mark"},
                       {"viewBox", "-12 -12 24 24"},
                       {"width", 16},
                       {"height", 16},
                       {"aria-hidden", "true"}},
                      [&] {
                        draw_call(out_, call, {0, 0}, 9);
                      });
              out_.text(" " + page_.phrases.label("call", to_string(call)));
            });
  }

  /// Of two currencies nothing is compared: within a sorted column each stays together.
  void put_amount(const EntryAmount& amount) {
    Attributes attributes{{"data-label", labels_[kAmount]}, {"class", "number"}};
    if (amount.known) {
      const auto currency = std::find(currencies_.begin(), currencies_.end(), amount.currency);
      attributes.emplace_back("data-key", plain_number(amount.value));
      attributes.emplace_back(
          "data-group", std::to_string(static_cast<std::size_t>(currency - currencies_.begin())));
    }
    out_.leaf("td", attributes, page_.tells.money().say(amount));
  }

  PortfolioPage& page_;
  Markup& out_;
  std::vector<std::string> currencies_;
  std::vector<std::string> labels_;  ///< of the columns, where the table is stacked
};

/// What a filter offers: the key of the cells, and its name.
using Choices = std::vector<std::pair<std::string, std::string>>;

void put_choice(PortfolioPage& page, std::size_t column, const Choices& choices) {
  Markup& out = page.out;
  out.in("label", {}, [&] {
    out.leaf("span", {}, page.phrases.label("deals.column", kTableColumns.at(column).name));
    out.in("select", {{"data-column", std::to_string(column)}}, [&] {
      out.leaf("option", {{"value", ""}}, page.phrases.say("deals.any"));
      for (const auto& [key, name] : choices) out.leaf("option", {{"value", key}}, name);
    });
  });
}

Choices owners(const PortfolioPage& page) {
  Choices choices;
  for (const DealGroup& owner : page.portfolio().owners) {
    const std::string name = page.tells.owner_name(owner.id);
    choices.emplace_back(name, name);
  }
  return choices;
}

Choices stages(const PortfolioPage& page) {
  Choices choices;
  for (const DealGroup& stage : page.portfolio().stages) {
    if (stage.deals.empty()) continue;
    choices.emplace_back(std::to_string(static_cast<std::size_t>(*parse_stage(stage.id))),
                         page.phrases.report().label("stage", stage.id));
  }
  return choices;
}

Choices verdicts(const PortfolioPage& page) {
  Choices choices;
  for (const Verdict verdict : kVerdictsFromBest) {
    choices.emplace_back(std::to_string(badness(verdict)),
                         page.phrases.report().label("portfolio.verdict", to_string(verdict)));
  }
  return choices;
}

Choices calls(const PortfolioPage& page) {
  Choices choices;
  for (const DealCall call : kDealCalls) {
    choices.emplace_back(std::to_string(static_cast<std::size_t>(call)),
                         page.phrases.label("call", to_string(call)));
  }
  return choices;
}

/// Hidden until the script is there to act on them.
void put_filters(PortfolioPage& page) {
  Markup& out = page.out;
  out.in("div", {{"class", "filters screen"}, {"hidden", ""}, {"role", "search"}}, [&] {
    out.in("label", {}, [&] {
      out.leaf("span", {}, page.phrases.say("deals.find"));
      out.leaf("input", {{"type", "search"}});
    });
    put_choice(page, kOwner, owners(page));
    put_choice(page, kStage, stages(page));
    put_choice(page, kVerdict, verdicts(page));
    put_choice(page, kCall, calls(page));
    out.leaf("button", {{"type", "button"}}, page.phrases.say("deals.reset"));
  });
  const std::string count = std::to_string(page.open());
  out.leaf("p",
           {{"class", "shown faint small"},
            {"role", "status"},
            {"data-says", page.phrases.say("deals.shown", {{"shown", "#"}, {"count", count}})}});
}

}  // namespace

void put_deals(PortfolioPage& page) {
  page.out.in("section", {}, [&] {
    page.out.leaf("h2", {}, page.phrases.say("deals.heading"));
    put_filters(page);
    DealTable(page).put();
  });
}

}  // namespace dealcheck
