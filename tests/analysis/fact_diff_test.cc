#include "analysis/fact_diff.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "engine/facts.h"
#include "support.h"

namespace dealcheck {
namespace {

/// Each change in a line of its own: `about: before → after`, `*` behind what only a day changes.
std::string changes(const std::string& before, const std::string& after) {
  const Rulebook& rules = test::rules();
  const Opportunity old_deal = test::read_deal("stage: mid\n" + before);
  const Opportunity new_deal = test::read_deal("stage: mid\n" + after);
  const Date day = *parse_date("2026-03-20");
  const Facts old_facts(rules, old_deal, day, Stage::mid);
  const Facts new_facts(rules, new_deal, day, Stage::mid);
  const FactDiff diff = compare_facts(AssessContext(rules, old_deal, old_facts, Language::en),
                                      AssessContext(rules, new_deal, new_facts, Language::en));
  std::string text;
  for (const FactChange& change : diff.changes) {
    text += fmt::format("{}", fmt::join(change.about, " · ")) + ": " +
            (change.before ? change.before->value : "-") + " > " +
            (change.after ? change.after->value : "-") + (change.only_dates ? " *" : "") + "\n";
  }
  return text;
}

TEST_CASE("fact diff: what is a change, and what is none") {
  struct Case {
    const char* name;
    const char* before;
    const char* after;
    const char* changes;
  };
  const Case cases[] = {
      {"nothing", "name: A", "name: A", ""},
      {"order of keys", "name: A\nowner: B", "owner: B\nname: A", ""},
      {"spelling of names", "behaviours: {questions: few}", "行为: {客户疑问: 少}", ""},
      {"day of judgement", "as_of: 2026-03-01", "as_of: 2026-03-20", ""},
      {"head value", "name: A", "name: B", "name: A > B\n"},
      {"new value", "name: A", "name: A\nowner: B", "owner: - > B\n"},
      {"value gone", "name: A\nowner: B", "name: A", "owner: B > -\n"},
      {"same amount", "amount: 1.2M EUR", "amount: 1200000 EUR", ""},
      {"attribute", "behaviours: {questions: few}", "behaviours: {questions: many}",
       "behaviours · questions: few > many\n"},
      {"new note", "behaviours: [{questions: few}]", "behaviours: [{questions: few, note: x}]",
       "behaviours · questions: few > few\n"},
      {"newer day", "behaviours: [{questions: few, date: 2026-03-01}]",
       "behaviours: [{questions: few, date: 2026-03-05}]", "behaviours · questions: few > few *\n"},
      {"a second day", "contacts: [{id: a, met: [2026-03-01]}]",
       "contacts: [{id: a, met: [2026-03-01, 2026-03-05]}]", "contacts · a · met: - > 5 Mar\n"},
      {"close date", "objective: {when: 2026-05-01}", "objective: {when: 2026-06-01}",
       "objective · when: 2026-05-01 > 2026-06-01 *\n"},
      {"close date in words", "objective: {when: 2026-05-01}", "objective: {when: soon}",
       "objective · when: 2026-05-01 > soon\n"},
      {"section checked", "name: A", "name: A\nobjections: none", "objections: - > none\n"},
      {"section asked", "objections: none", "objections: unknown", "objections: none > unknown\n"},
      {"records moved", "objections: [{topic: x}, {topic: y}]",
       "objections: [{topic: y}, {topic: x}]", ""},
      {"record in front", "objections: [{topic: x}]", "objections: [{topic: y}, {topic: x}]",
       "objections: - > y\n"},
      {"record gone", "objections: [{topic: y}, {topic: x}]", "objections: [{topic: x}]",
       "objections: y > -\n"},
      {"record's day", "objections: [{topic: x, date: 2026-03-01}]",
       "objections: [{topic: x, date: 2026-03-02}]", "objections: x > x *\n"},
      {"record reworded", "objections: [{topic: x, can_meet: no, known_before: no}]",
       "objections: [{topic: z, can_meet: no, known_before: no}]",
       "objections · z, no, no · topic: x > z\n"},
      {"contacts by id", "contacts: [{id: a, name: A}, {id: b, name: B}]",
       "contacts: [{id: b, name: B}, {id: a, name: AA}]", "contacts · AA · name: A > AA\n"},
      {"contacts by name", "contacts: [{name: A, support: 1}, {name: B}]",
       "contacts: [{name: B}, {name: A, support: 2}]", "contacts · A · support: 1 > 2\n"},
      {"a contact that moved is the same witness",
       "contacts: [{id: a}, {id: b}]\nobjections: [{topic: x, by: b}]",
       "contacts: [{id: b}, {id: a}]\nobjections: [{topic: x, by: b}]", ""},
      {"another witness", "contacts: [{id: a}, {id: b}]\nobjections: [{topic: x, by: b}]",
       "contacts: [{id: a}, {id: b}]\nobjections: [{topic: x, by: a}]", "objections: x > x\n"},
      {"nested entries", "competitors: [{name: A, strengths: [{what: x}]}, {name: B}]",
       "competitors: [{name: B}, {name: A, strengths: [{what: x}]}]", ""},
      {"nested entry under another", "competitors: [{name: A, strengths: [{what: x}]}, {name: B}]",
       "competitors: [{name: A}, {name: B, strengths: [{what: x}]}]",
       "strengths: x > -\nstrengths: - > x\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(changes(one.before, one.after) == one.changes);
  }
}

TEST_CASE("fact diff: evidence lies in the statement, or the entry, that changed") {
  Evidence entry;
  entry.path = "objections[1]";
  Evidence value = entry;
  value.path = "objections[1].topic";
  Evidence other = entry;
  other.path = "objections[12].topic";
  CHECK(rests_on(value, entry));
  CHECK(rests_on(entry, value));
  CHECK_FALSE(rests_on(other, entry));
  CHECK_FALSE(rests_on(entry, std::nullopt));
}

}  // namespace
}  // namespace dealcheck
