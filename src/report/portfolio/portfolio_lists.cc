// What to do with which deal: to push, to drop, to look at, to ask about.

#include <algorithm>

#include "report/batch/batch.h"
#include "report/portfolio/portfolio_sections.h"
#include "report/writers/page_parts.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostItems = 12;  ///< of one list; the others are folded away

void put_place(PortfolioPage& page, const std::string& place) {
  page.out.text(" ");
  page.out.leaf("span", {{"class", "place faint small"}}, place);
}

/// With the number that the deal has in the table and among the dots.
void put_place(PortfolioPage& page, const DealLine& line) {
  put_place(page, page.phrases.say("portfolio.place", {{"number", std::to_string(line.deal + 1)},
                                                       {"place", page.tells.place(line)}}));
}

void put_line(PortfolioPage& page, const DealLine& line) {
  if (!line.label.empty()) {
    page.out.leaf("span", {{"class", "tag"}}, line.label);
    page.out.text(" ");
  }
  page.out.text(line.message);
  put_place(page, line);
}

void put_note(PortfolioPage& page, const DealLine& line) {
  if (!line.note.empty()) page.out.leaf("p", {{"class", "small"}}, line.note);
}

/// Lines of one deal that follow one another are one item.
void put_items(PortfolioPage& page, const std::vector<DealLine>& lines, std::size_t from,
               std::size_t to) {
  Markup& out = page.out;
  out.in("ul", {}, [&] {
    for (std::size_t i = from; i < to;) {
      const std::size_t deal = lines[i].deal;
      out.in("li", {}, [&] {
        out.leaf("strong", {}, entry_title(page.tells.entry(deal)));
        out.text(" ");
        put_line(page, lines[i]);
        put_note(page, lines[i]);
        for (++i; i < to && lines[i].deal == deal; ++i) {
          out.in("p", {}, [&] { put_line(page, lines[i]); });
          put_note(page, lines[i]);
        }
      });
    }
  });
}

void put_list(PortfolioPage& page, std::string_view heading, const std::vector<DealLine>& lines) {
  if (lines.empty()) return;
  page.out.in("section", {{"class", heading}}, [&] {
    page.out.leaf("h2", {}, page.phrases.report().label("portfolio.heading", heading));
    put_in_part(page, lines.size(),
                [&](std::size_t from, std::size_t to) { put_items(page, lines, from, to); });
  });
}

void put_one_of_the_few(PortfolioPage& page, const DealLine& line) {
  Markup& out = page.out;
  out.in("li", {{"class", "card step"}}, [&] {
    out.in("p", {{"class", "headline"}}, [&] {
      out.text(entry_title(page.tells.entry(line.deal)));
      put_place(page, line);
    });
    put_facts(out, page.tells.facts_of(line.deal));
    out.leaf("p", {}, line.message);
    if (!line.note.empty()) out.leaf("p", {}, line.note);
  });
}

}  // namespace

void put_in_part(PortfolioPage& page, std::size_t count,
                 FunctionRef<void(std::size_t from, std::size_t to)> put) {
  const std::size_t shown = std::min(count, kMostItems);
  put(0, shown);
  if (shown == count) return;
  const std::string more = std::to_string(count - shown);
  put_folded(page.out, {page.phrases.say("portfolio.more", {{"count", more}}), page.all, "rest"},
             [&] { put(shown, count); });
}

void put_few(PortfolioPage& page) {
  const std::vector<DealLine> lines = page.tells.few();
  Markup& out = page.out;
  out.in("section", {{"class", "few"}}, [&] {
    out.leaf("h2", {}, page.phrases.report().label("portfolio.heading", "few"));
    if (lines.empty()) out.leaf("p", {}, page.phrases.report().say("portfolio.few_none"));
    if (lines.empty()) return;
    out.in("ol", {{"class", "plain"}}, [&] {
      for (const DealLine& line : lines) put_one_of_the_few(page, line);
    });
  });
}

void put_drop(PortfolioPage& page) { put_list(page, "drop", page.tells.to_drop()); }

void put_control(PortfolioPage& page) { put_list(page, "control", page.tells.to_control()); }

void put_attention(PortfolioPage& page) { put_list(page, "attention", page.tells.attention()); }

void put_unknown(PortfolioPage& page) {
  const std::vector<std::string> lines = page.tells.unknown();
  if (lines.empty()) return;
  page.out.in("section", {}, [&] {
    page.out.leaf("h2", {}, page.phrases.report().label("portfolio.heading", "unknown"));
    page.out.in("ul", {{"class", "small"}}, [&] {
      for (const std::string& line : lines) page.out.leaf("li", {}, line);
    });
  });
}

void put_broken(PortfolioPage& page) {
  const auto& broken = page.portfolio().broken;
  if (broken.empty()) return;
  page.out.in("section", {{"class", "broken"}}, [&] {
    page.out.leaf("h2", {}, page.phrases.report().say("batch.heading.not_judged"));
    page.out.in("ul", {}, [&] {
      for (const std::size_t place : broken) {
        const DealEntry& deal = page.tells.entry(place);
        for (const EntryDiagnostic* one : errors_of(deal)) {
          page.out.in("li", {}, [&] {
            page.out.text(one->message);
            put_place(page, place_of(deal.path, one->region));
          });
        }
      }
    });
  });
}

}  // namespace dealcheck
