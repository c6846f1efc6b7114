// The people: what their map shows, as a table, and what deserves a line.

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/people_words.h"

namespace dealcheck {

namespace {

std::string ties_of(const DealPage& page, const ContactView& contact) {
  std::vector<std::string> ties;
  if (contact.reports_to) {
    ties.push_back(page.phrases.say("map.reports_to",
                                    {{"name", person_name(page.deal, *contact.reports_to)}}));
  }
  if (!contact.trusts.empty()) {
    ties.push_back(page.phrases.say(
        "map.trusts_whom",
        {{"names", person_names(page.deal, page.report(), contact.trusts, "comma")}}));
  }
  return page.report().joined(ties, "semicolon");
}

void put_row(DealPage& page, const std::vector<std::string>& head, const ContactView& contact) {
  Markup& out = page.out;
  std::vector<std::string> cells = PeopleWords(page.deal, page.report()).cells_of(contact);
  cells.push_back(ties_of(page, contact));
  out.in("tr", {}, [&] {
    out.in("th", {{"scope", "row"}, {"class", "item"}}, [&] {
      out.text(cells.front());
      put_ref(page, contact.at, contact.title.empty() ? cells.front() : contact.title);
      if (!contact.title.empty()) {
        out.text(" ");
        out.leaf("span", {{"class", "faint small"}}, contact.title);
      }
    });
    for (std::size_t i = 1; i < cells.size(); ++i) {
      out.leaf("td", {{"data-label", page.phrases.say("map.column", {{"name", head[i]}}) + " "}},
               cells[i]);
    }
  });
}

void put_table(DealPage& page) {
  Markup& out = page.out;
  std::vector<std::string> head = PeopleWords(page.deal, page.report()).head();
  head.push_back(page.phrases.say("map.ties"));
  out.in("table", {{"class", "people stacked"}}, [&] {
    out.in("thead", {}, [&] {
      out.in("tr", {}, [&] {
        for (const std::string& column : head) out.leaf("th", {{"scope", "col"}}, column);
      });
    });
    out.in("tbody", {}, [&] {
      for (const ContactView& contact : page.deal.contacts) put_row(page, head, contact);
    });
  });
}

}  // namespace

void put_people(DealPage& page) {
  if (page.deal.contacts.empty()) return;
  page.out.in("section", {}, [&] {
    put_heading(page, page.phrases.say("map.heading"));
    put_people_map(page);
    put_table(page);
    const std::vector<std::string> notes = PeopleWords(page.deal, page.report()).notes();
    if (notes.empty()) return;
    page.out.in("ul", {{"class", "small"}}, [&] {
      for (const std::string& note : notes) page.out.leaf("li", {}, note);
    });
  });
}

}  // namespace dealcheck
