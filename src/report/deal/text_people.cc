// Who they are at a glance: the table, and below it only what deserves a line.

#include "report/deal/text_sections.h"
#include "report/shared/page.h"
#include "report/shared/people_words.h"

namespace dealcheck {

void TextSections::people() {
  if (deal_.contacts.empty()) return;
  const PeopleWords people(deal_, phrases_);
  const std::vector<std::string> head = people.head();
  std::vector<std::vector<std::string>> rows;
  for (const ContactView& contact : deal_.contacts) rows.push_back(people.cells_of(contact));
  heading("contacts");
  const bool listed = !sheet_.table(head, rows);
  if (listed) {
    for (const std::vector<std::string>& cells : rows) contact_as_list(head, cells);
  }
  const std::vector<std::string> notes = people.notes();
  if (listed && !notes.empty()) sheet_.blank();  // else they would seem to belong to the last one
  for (const std::string& text : notes) note(text);
}

void TextSections::contact_as_list(const std::vector<std::string>& head,
                                   const std::vector<std::string>& cells) {
  std::vector<std::string> items;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    items.push_back(phrases_.say("contact.item", {{"column", head[i]}, {"value", cells[i]}}));
  }
  sheet_.line(kPageIndent, {cells.front(), Style::plain});
  sheet_.paragraph(2 * kPageIndent, {items, Style::plain});
}

}  // namespace dealcheck
