#include "report/deal/people_chart.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support_report.h"

namespace dealcheck {
namespace {

using namespace test;

const Phrases& english() {
  static const Phrases kPhrases(report_words(), Language::en);
  return kPhrases;
}

ContactView person(std::string name, std::vector<std::string> roles, const char* stance,
                   const char* reached) {
  ContactView made;
  made.id = "id";
  made.name = std::move(name);
  made.roles = std::move(roles);
  made.stance = stance;
  made.reached = reached;
  return made;
}

/// A trusts B, who reports to C.
Assessment three_people() {
  Assessment deal;
  deal.as_of = day("2026-03-20");
  deal.contacts = {person("A", {"user", "coach"}, "for", "yes"),
                   person("B", {"technical"}, "against", "no"),
                   person("C", {"economic"}, "unknown", "unknown")};
  deal.contacts[0].trusts = {1, 0};
  deal.contacts[0].support = 4;
  deal.contacts[0].last_met = day("2026-03-02");
  deal.contacts[1].reports_to = 2;
  deal.contacts[2].influence = "high";
  return deal;
}

std::size_t occurrences(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("people chart: nobody, no drawing") { CHECK(people_chart({}, english()).empty()); }

TEST_CASE("people chart: shape by role, the words of support and coverage, ties") {
  const std::string map = people_chart(three_people(), english());
  CHECK(contains(map, "  n0([\"A<br/>user · coach<br/>for us #43;4<br/>met 2 Mar\"])\n"));
  CHECK(contains(map, "  n1[\"B<br/>technical<br/>against us<br/>never met\"]\n"));
  CHECK(contains(map, "  n2{{\"C<br/>economic · weight high<br/>stand unknown<br/>not said"));
  CHECK(contains(map, "  n1 -->|\"reports to\"| n2\n  n0 -.->|\"trusts\"| n1\n"));
  CHECK(contains(map, "  class n0 backing\n"));
  CHECK(contains(map, "  class n1 opposed\n"));
  CHECK(contains(map, "  class n1,n2 unmet\n"));
  CHECK_FALSE(contains(map, "n0 -.->|\"trusts\"| n0"));
  CHECK_FALSE(contains(map, "==>"));
  CHECK_FALSE(contains(map, "Thick"));
}

TEST_CASE("people chart: the way of the first step to a person is drawn thick, from us on") {
  Assessment deal = three_people();
  deal.next_steps.resize(2);
  deal.next_steps[1].target = 2;
  deal.next_steps[1].through = {0, 1};
  const std::string map = people_chart(deal, english());
  CHECK(contains(map,
                 "  n3((\"We\"))\n  n3 ==>|\"1\"| n0\n  n0 ==>|\"2\"| n1\n  n1 ==>|\"3\"| n2\n"));
  CHECK(contains(map, "  linkStyle 2 stroke:"));
  CHECK(contains(map, "Thick arrows: the way of step 2.\n"));
}

TEST_CASE("people chart: one who has left") {
  Assessment deal = three_people();
  deal.contacts[0].departed = true;
  CHECK(contains(people_chart(deal, english()), "for us #43;4<br/>has left\""));
}

TEST_CASE("people chart: of many people and ties not all are drawn, and that is said") {
  Assessment deal;
  deal.as_of = day("2026-03-20");
  deal.contacts.assign(70, person("P", {"user"}, "for", "yes"));
  for (ContactView& one : deal.contacts) one.trusts = {0, 1, 2, 3, 4, 5, 6};
  deal.next_steps.resize(1);
  deal.next_steps[0].target = 69;
  const std::string map = people_chart(deal, english());
  CHECK(occurrences(map, "(\"P<br/>") == 60);
  CHECK(occurrences(map, "|\"trusts\"|") == 300);
  CHECK(contains(map, "n60 ==>|\"1\"| n59"));
  CHECK(contains(map, "10 more people are not drawn.\n"));
  CHECK(contains(map, "113 more ties are not drawn.\n"));
}

}  // namespace dealcheck
