#include "engine/people.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

/// Three contacts a, b, c; `more` is what else the file says.
std::string with_three(const std::string& more) {
  return "stage: late\ncontacts: [{id: a}, {id: b}, {id: c}]\n" + more;
}

/// The deal that a Person points into lives as long as this.
struct Crowd {
  Opportunity deal;
  People people;

  explicit Crowd(const std::string& text, std::string_view day = "2026-03-20")
      : deal(test::read_deal(text)),
        people(test::rules().vocabulary, deal, parse_date(day).value()) {}
  [[nodiscard]] const Person& operator[](std::size_t place) const { return people[place]; }
};

std::string show(const std::optional<Stance>& stance) {
  if (!stance) return "-";
  static constexpr std::string_view kNames[] = {"for", "neutral", "against", "disputed"};
  return std::string(kNames[static_cast<std::size_t>(*stance)]);
}

std::string show_reach(const Person& person) {
  std::string text = !person.reached ? "?" : *person.reached ? "yes" : "no";
  if (person.last_met) text += " " + iso_date(*person.last_met);
  return text;
}

struct PeopleCase {
  std::string deal;
  std::string shown;
};

}  // namespace

TEST_CASE("people: a word for unknown or none in place of a name means nobody") {
  const Crowd left("stage: late\ncontacts: [{id: a}]\nchanges: [{what: leaves, who: unknown}]\n");
  CHECK_FALSE(left[0].departed);
  const Crowd top(
      "stage: late\ncontacts: [{id: a, support: 3}, {id: b, support: -3, reports_to: none}]\n");
  CHECK_FALSE(top[1].countered);
}

TEST_CASE("people: nobody listed, nobody there") {
  CHECK(Crowd("stage: late\n").people.size() == 0);
  CHECK(Crowd("stage: late\ncontacts: none\n").people.size() == 0);
  CHECK(People().size() == 0);
}

TEST_CASE("people: who was reached, and when last") {
  const PeopleCase cases[] = {
      {"contacts: [{id: a}]", "?"},
      {"contacts: [{id: a, met: unknown}]", "?"},
      {"contacts: [{id: a, met: none}]", "no"},
      {"contacts: [{id: a, met: not met}]", "no"},
      {"contacts: [{id: a, met: 2026-03-01}]", "yes 2026-03-01"},
      {"contacts: [{id: a, met: [2026-03-01, 2026-01-01]}]", "yes 2026-03-01"},
      {"contacts: [{id: a, met: 2026-03-21}]", "?"},  // a date that is still to come
      {"contacts: [{id: a, met: {value: 2026-03-01, evidence: assumed}}]", "?"},
      {"contacts: [{id: a}]\ninteractions: [{with: a, date: 2026-02-01}]", "yes 2026-02-01"},
      {"contacts: [{id: a}]\ninteractions: [{with: a}]", "yes"},
      {"contacts: [{id: a}]\ninteractions: [{with: a, answered: no, date: 2026-02-01}]", "?"},
      {"contacts: [{id: a}]\ninteractions: [{with: a, date: 2026-02-01, evidence: assumed}]", "?"},
      {"contacts: [{id: a}]\ninteractions: [{with: [us, a], date: 2026-02-01}]", "yes 2026-02-01"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: a, outcome: met, date: 2026-02-01}]",
       "yes 2026-02-01"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: a, outcome: brought}]", "yes"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: a, outcome: promised}]", "?"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: a, outcome: refused}]", "?"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: a, outcome: met, evidence: assumed}]", "?"},
      {"contacts: [{id: a}]\nobjections: [{topic: x, by: a, date: 2026-02-01}]", "yes 2026-02-01"},
      {"contacts: [{id: a}]\nobjections: [{topic: x, by: a}]", "?"},  // only reported
      {"contacts: [{id: a, met: none}]\nobjections: [{topic: x, by: a, date: 2026-02-01}]", "no"},
      {"contacts: [{id: a, met: none}]\ninteractions: [{with: a, date: 2026-02-01}]",
       "yes 2026-02-01"},
      {"contacts: [{id: a, met: 2026-01-01}]\ninteractions: [{with: a, date: 2026-02-01}]",
       "yes 2026-02-01"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: unknown, outcome: met, date: 2026-02-01}]",
       "?"},
  };
  for (const PeopleCase& one : cases) {
    CAPTURE(one.deal);
    CHECK(show_reach(Crowd("stage: late\n" + one.deal)[0]) == one.shown);
  }
}

TEST_CASE("people: where somebody stands, from all and from what is known") {
  const PeopleCase cases[] = {
      {"contacts: [{id: a}]", "- -"},
      {"contacts: [{id: a, support: unknown}]", "- -"},
      {"contacts: [{id: a, support: 2}]", "for for"},
      {"contacts: [{id: a, support: 1}]", "neutral neutral"},
      {"contacts: [{id: a, support: 0}]", "neutral neutral"},
      {"contacts: [{id: a, support: -1}]", "neutral neutral"},
      {"contacts: [{id: a, support: -2}]", "against against"},
      {"contacts: [{id: a, support: {value: 4, evidence: assumed}}]", "for -"},
      {"contacts: [{id: a, support: {value: -4, evidence: assumed}}]", "against -"},
      {"contacts: [{id: a, sees_us: first}]", "for for"},
      {"contacts: [{id: a, sees_us: backup}]", "neutral neutral"},
      {"contacts: [{id: a, sees_us: filler}]", "against against"},
      {"contacts: [{id: a, sees_us: {value: first, evidence: assumed}}]", "for -"},
      {"contacts: [{id: a, support: 3, sees_us: filler}]", "disputed disputed"},
      {"contacts: [{id: a, serves_both: yes}]", "disputed disputed"},
      {"contacts: [{id: a, support: 4, serves_both: yes}]", "disputed disputed"},
      {"contacts: [{id: a, support: 4, serves_both: no}]", "for for"},
      {"contacts: [{id: a, support: 4, serves_both: {value: yes, evidence: assumed}}]",
       "disputed for"},
      {"contacts: [{id: a, support: -4, serves_both: {value: yes, evidence: assumed}}]",
       "disputed against"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: for us}]", "for for"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: for rival}]", "against against"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: against us}]", "against against"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: neutral}]", "neutral neutral"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: unknown}]", "- -"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: for us, date: 2026-03-21}]", "- -"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: for us, trust: doubtful}]", "- -"},
      {"contacts: [{id: a}]\nattitudes: [{who: a, view: for us, trust: low}]", "for for"},
      {"contacts: [{id: a}]\nattitudes: [{who: unknown, view: against us}]", "- -"},
      {"contacts: [{id: a}]\ncommitments: [{said: explicit choice, by: a}]", "for for"},
      {"contacts: [{id: a}]\ncommitments: [{said: told no, by: a}]", "against against"},
      {"contacts: [{id: a}]\ncommitments: [{said: second place, by: a}]", "against against"},
      {"contacts: [{id: a}]\ncommitments: [{said: chose rival, by: a}]", "against against"},
      {"contacts: [{id: a}]\ncommitments: [{said: vague praise, by: a}]", "- -"},
      {"contacts: [{id: a}]\ncommitments: [{said: explicit choice, by: a, date: 2026-04-01}]",
       "- -"},
      {"contacts: [{id: a, support: -3}]\nattitudes: [{who: a, view: for us, evidence: assumed}]",
       "disputed against"},
  };
  for (const PeopleCase& one : cases) {
    CAPTURE(one.deal);
    const Crowd crowd("stage: late\n" + one.deal);
    CHECK(show(crowd[0].stance) + " " + show(crowd[0].firm_stance) == one.shown);
  }
}

TEST_CASE("people: informants who contradict each other, and one who changes his mind") {
  const PeopleCase cases[] = {
      {"attitudes: [{who: a, by: b, view: for us}, {who: a, by: c, view: against us}]", "disputed"},
      {"attitudes: [{who: a, by: b, view: for us}, {who: a, by: c, view: for us}]", "for"},
      {"attitudes: [{who: a, by: b, view: for us}, {who: a, by: c, view: neutral}]", "for"},
      {"attitudes: [{who: a, by: b, view: for us, date: 2026-01-01},"
       " {who: a, by: b, view: against us, date: 2026-02-01}]",
       "against"},
      {"attitudes: [{who: a, by: b, view: against us, date: 2026-02-01},"
       " {who: a, by: b, view: for us, date: 2026-01-01}]",
       "against"},
      {"attitudes: [{who: a, by: b, view: for us}, {who: a, by: b, view: against us, date: "
       "2026-02-01}]",
       "against"},
      {"attitudes: [{who: a, by: b, view: for us},"
       " {who: a, by: c, view: against us, trust: doubtful}]",
       "for"},
  };
  for (const PeopleCase& one : cases) {
    CAPTURE(one.deal);
    CHECK(show(Crowd(with_three(one.deal))[0].stance) == one.shown);
  }
}

TEST_CASE("people: the word of somebody who may serve both sides counts for nothing") {
  const Crowd crowd(
      "stage: late\ncontacts: [{id: a}, {id: b, serves_both: yes}]\n"
      "attitudes: [{who: a, by: b, view: for us}]\n");
  CHECK(crowd[1].serves_both);
  CHECK(show(crowd[0].stance) == "-");
}

TEST_CASE("people: how somebody ranks us, as stated, else as said") {
  const PeopleCase cases[] = {
      {"contacts: [{id: a}]", ""},
      {"contacts: [{id: a, sees_us: backup}]", "backup"},
      {"contacts: [{id: a}]\ncommitments: [{said: explicit choice, by: a}]", "first"},
      {"contacts: [{id: a}]\ncommitments: [{said: second place, by: a}]", "backup"},
      {"contacts: [{id: a, sees_us: filler}]\ncommitments: [{said: explicit choice, by: a}]",
       "filler"},
      {"contacts: [{id: a}]\ncommitments: [{said: told no, by: a}]", ""},
  };
  for (const PeopleCase& one : cases) {
    CAPTURE(one.deal);
    CHECK(Crowd("stage: late\n" + one.deal)[0].ranks_us == one.shown);
  }
}

TEST_CASE("people: who is new in the post, and who has left") {
  struct Changed {
    std::string deal;
    bool newcomer;
    bool departed;
  };
  const Changed cases[] = {
      {"changes: [{what: arrives, who: a}]", true, false},
      {"changes: [{what: arrives, who: a, date: 2026-03-01}]", true, false},
      {"changes: [{what: moves, who: a, date: 2026-03-01}]", true, false},
      {"changes: [{what: reorganisation, who: a}]", false, false},
      {"changes: [{what: leaves, who: a, date: 2026-03-01}]", false, true},
      {"changes: [{what: leaves, who: b}]", false, false},
      {"changes: [{what: leaves, who: a, date: 2026-04-01}]", false, false},
      {"changes: [{what: arrives, who: a, date: 2026-04-01}]", false, false},
      {"changes: [{what: arrives, who: a, date: 2026-03-01}]\ninteractions: [{with: a, date: "
       "2026-03-05}]",
       false, false},
      {"changes: [{what: arrives, who: a, date: 2026-03-01}]\ninteractions: [{with: a, date: "
       "2026-02-05}]",
       true, false},
      {"changes: [{what: arrives, who: a, date: 2026-03-01}]\ninteractions: [{with: a}]", true,
       false},
      {"changes: [{what: arrives, who: a}]\ninteractions: [{with: a}]", false, false},
      {"changes: [{what: arrives, who: a, date: 2026-03-01}]\n"
       "interactions: [{with: a, date: 2026-03-05, evidence: assumed}]",
       true, false},
  };
  for (const Changed& one : cases) {
    CAPTURE(one.deal);
    const Crowd crowd(with_three(one.deal));
    CHECK(crowd[0].newcomer == one.newcomer);
    CHECK(crowd[0].departed == one.departed);
  }
}

TEST_CASE("people: what somebody who has left thought is gone") {
  const Crowd crowd(
      "stage: late\ncontacts: [{id: a, support: 5}]\nchanges: [{what: leaves, who: a}]\n");
  CHECK(show(crowd[0].stance) == "-");
  CHECK(show(crowd[0].firm_stance) == "-");
}

TEST_CASE(
    "people: an opponent is held in check by a supporter above, who pays, decides or is trusted") {
  struct Expected {
    std::string contacts;
    bool countered;
  };
  const Expected cases[] = {
      {"{id: o, support: -4}, {id: s, support: 4}", false},
      {"{id: o, support: -4, reports_to: s}, {id: s, support: 4}", true},
      {"{id: o, support: -4, reports_to: m}, {id: s, support: 4}, {id: m, reports_to: s}", true},
      {"{id: o, support: -4}, {id: s, support: 4, reports_to: o}", false},
      {"{id: o, support: -4, trusts: s}, {id: s, support: 4}", true},
      {"{id: o, support: -4, trusts: [m, s]}, {id: s, support: 4}, {id: m}", true},
      {"{id: o, support: -4}, {id: s, support: 4, trusts: o}", false},
      {"{id: o, support: -4}, {id: s, support: 4, roles: economic}", true},
      {"{id: o, support: -4}, {id: s, support: 4, roles: [user, economic]}", true},
      {"{id: o, support: -4}, {id: s, support: 4, roles: user}", false},
      {"{id: o, support: -4}, {id: s, support: 4, can_decide: final}", true},
      {"{id: o, support: -4}, {id: s, support: 4, can_decide: part}", false},
      {"{id: o, support: -4}, {id: s, support: 1, can_decide: final}", false},
      {"{id: o, support: -4}, {id: s, support: {value: 4, evidence: assumed}, can_decide: final}",
       false},
      {"{id: o, support: -4}, {id: s, support: 4, can_decide: {value: final, evidence: assumed}}",
       false},
      {"{id: o, support: -4}, {id: s, support: 4, roles: {value: economic, evidence: assumed}}",
       false},
      {"{id: o, support: -4, reports_to: {value: s, evidence: assumed}}, {id: s, support: 4}",
       false},
      {"{id: o, support: -4, trusts: {value: s, evidence: assumed}}, {id: s, support: 4}", false},
      {"{id: o, support: -4, can_decide: final}", false},
      {"{id: o, support: 4}, {id: s, support: 4, can_decide: final}", false},  // no opponent
      {"{id: o, support: -4}, {id: s, support: 4, can_decide: final, serves_both: yes}", false},
      // A circle of superiors ends.
      {"{id: o, support: -4, reports_to: m}, {id: m, reports_to: n}, {id: n, reports_to: m}",
       false},
      {"{id: o, support: -4, reports_to: o}, {id: s, support: 4}", false},
      {"{id: o, support: -4, reports_to: m}, {id: m, reports_to: o}, {id: s, support: 4}", false},
  };
  for (const Expected& one : cases) {
    CAPTURE(one.contacts);
    CHECK(Crowd("stage: late\ncontacts: [" + one.contacts + "]\n")[0].countered == one.countered);
  }
}

TEST_CASE("people: an earlier day knows less") {
  const std::string deal =
      "stage: late\ncontacts: [{id: a, met: 2026-03-01}]\n"
      "attitudes: [{who: a, view: for us, date: 2026-03-10}]\nchanges: [{what: leaves, who: a, "
      "date: 2026-03-15}]\n";
  const Crowd february(deal, "2026-02-01");
  CHECK(show_reach(february[0]) == "?");
  CHECK(show(february[0].stance) == "-");
  CHECK_FALSE(february[0].departed);
  const Crowd march(deal, "2026-03-10");
  CHECK(show_reach(march[0]) == "yes 2026-03-01");
  CHECK(show(march[0].stance) == "for");
  CHECK(Crowd(deal, "2026-03-15")[0].departed);
}

}  // namespace dealcheck
