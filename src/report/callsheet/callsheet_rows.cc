#include "report/callsheet/callsheet_rows.h"

#include <fmt/format.h>

namespace dealcheck {

std::string CallRows::day(std::optional<Date> date) const {
  return phrases_.day(date, deal_.as_of);
}

Row CallRows::row(Cell lead, std::string message, const std::vector<Evidence>& evidence) const {
  Row row{.lead = std::move(lead), .message = std::move(message)};
  const std::string place = phrases_.short_place(deal_.path, evidence, width_ / 2);
  if (!place.empty()) row.tail.push_back(place);
  return row;
}

std::string CallRows::name_of(std::size_t contact) const {
  const ContactView& person = deal_.contacts[contact];
  return person.name.empty() ? person.id : person.name;
}

std::string CallRows::described(std::size_t contact) const {
  const ContactView& person = deal_.contacts[contact];
  std::vector<std::string> roles;
  for (const std::string& role : person.roles) roles.push_back(phrases_.label("role", role));
  const std::string name = name_of(contact);
  return phrases_.say("callsheet.person", {{"name", name},
                                           {"title", person.title == name ? "" : person.title},
                                           {"roles", phrases_.joined(roles, "comma")}});
}

std::vector<Row> CallRows::worth() const {
  std::vector<Row> rows;
  for (const CallReason& reason : call_.reasons) {
    const bool decides = reason.answer == call_.answer;
    rows.push_back(row({decides ? "▸" : "•", Style::strong}, reason.says, reason.evidence));
  }
  if (rows.empty()) rows.push_back(row({"•", Style::strong}, phrases_.say("callsheet.no-reason")));
  return rows;
}

std::vector<Row> CallRows::whom() const {
  const std::string& why = call_.why.says;
  std::string first = why.empty() ? phrases_.say("callsheet.whom.chosen_plain")
                                  : phrases_.say("callsheet.whom.chosen", {{"reason", why}});
  if (call_.asked_for) {
    first =
        phrases_.say("callsheet.whom.asked", {{"person", name_of(call_.contact)}, {"reason", why}});
  }
  std::vector<Row> rows{row({"▸", Style::strong}, std::move(first), call_.why.evidence)};
  if (call_.better) {
    rows.push_back(row({"•", Style::strong},
                       phrases_.say("callsheet.whom.better", {{"person", name_of(*call_.better)},
                                                              {"reason", call_.better_why.says}}),
                       call_.better_why.evidence));
  }
  return rows;
}

std::vector<Row> CallRows::aims() const {
  std::vector<Row> rows;
  for (const CallReason& aim : call_.aims) {
    rows.push_back(row({rows.empty() ? "▸" : "•", Style::strong}, aim.says, aim.evidence));
  }
  return rows;
}

std::vector<Row> CallRows::talk() const {
  std::vector<Row> rows{last_talk()};
  for (const CallPromise& promise : call_.promises) rows.push_back(promise_row(promise));
  return rows;
}

Row CallRows::last_talk() const {
  const Cell lead{"•", Style::strong};
  const ContactView& person = deal_.contacts[call_.contact];
  if (!call_.talk) {
    return row(lead,
               person.last_met
                   ? phrases_.say("callsheet.talk.met", {{"date", day(person.last_met)}})
                   : phrases_.say("callsheet.talk.none", {{"person", name_of(call_.contact)}}));
  }
  const CallTalk& talk = *call_.talk;
  Row told = row(lead,
                 talk.point.empty() ? phrases_.say("callsheet.talk.no_point")
                                    : phrases_.say("callsheet.talk.point", {{"point", talk.point}}),
                 {talk.evidence});
  told.date = day(talk.date);
  if (talk.next) told.note = phrases_.say("callsheet.talk.next", {{"date", day(talk.next)}});
  return told;
}

Row CallRows::promise_row(const CallPromise& promise) const {
  const bool open = promise.state == PromiseState::owed || promise.state == PromiseState::late;
  Row told = row({open                                  ? "✗"
                  : promise.state == PromiseState::kept ? "✓"
                                                        : "?",
                  open ? Style::bad : Style::plain},
                 phrases_.say(fmt::format("callsheet.promise.{}", to_string(promise.state)),
                              {{"what", promise.what}, {"due", day(promise.due)}}),
                 {promise.evidence});
  told.label.text = phrases_.label("callsheet.promise", promise.ours ? "ours" : "theirs");
  told.date = day(promise.made);
  return told;
}

std::vector<Row> CallRows::bring() const {
  std::vector<Row> rows;
  for (const CallBring& one : call_.bring) {
    rows.push_back(row({one.is_new ? "✓" : "•", one.is_new ? Style::good : Style::plain}, one.says,
                       one.evidence));
  }
  if (call_.then != CallOutlook::prepare) return rows;
  if (call_.bring.empty() || !call_.bring.front().is_new) {
    rows.insert(rows.begin(), row({"✗", Style::bad}, phrases_.say("callsheet.bring.nothing")));
  }
  return rows;
}

std::vector<Row> CallRows::flow() const {
  std::vector<Row> rows;
  for (const CallStep& step : call_.flow) {
    Row told = row({std::to_string(rows.size() + 1), Style::strong}, step.says);
    told.label.text = step.label;
    rows.push_back(std::move(told));
  }
  return rows;
}

std::vector<Row> CallRows::questions() const {
  std::vector<Row> rows;
  for (const CallQuestion& question : call_.questions) {
    Row told = row({std::to_string(rows.size() + 1), Style::strong}, question.says);
    if (!question.rule.empty()) told.tail.push_back(question.rule);
    rows.push_back(std::move(told));
  }
  return rows;
}

std::vector<Row> CallRows::openers() const {
  std::vector<Row> rows;
  for (const EmptyOpener& opener : call_.openers) {
    const bool empty = opener.excuse.empty();
    Row told = row({empty ? "✗" : "•", empty ? Style::bad : Style::plain},
                   phrases_.say("callsheet.opener.quoted", {{"opener", opener.evidence.value}}),
                   {opener.evidence});
    told.note = empty ? phrases_.say("callsheet.opener.instead", {{"instead", opener.instead}})
                      : phrases_.label("callsheet.opener", opener.excuse);
    rows.push_back(std::move(told));
  }
  return rows;
}

std::vector<Row> CallRows::rhythm() const {
  const bool late = call_.rhythm.state == "agreed-late" || call_.rhythm.state == "overdue" ||
                    call_.rhythm.state == "too-soon";
  std::vector<Row> rows{
      row({late ? "✗" : "•", late ? Style::bad : Style::strong}, call_.rhythm.says)};
  if (call_.rhythm.last) {
    rows.front().note = phrases_.say("callsheet.rhythm.last", {{"date", day(call_.rhythm.last)}});
  }
  return rows;
}

}  // namespace dealcheck
