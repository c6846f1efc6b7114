// What the few lines of the first screen say of a deal.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kLateDay = "stage: late\nas_of: 2026-03-20\n";

std::string asked_first(const std::string& deal) {
  return test::judge(std::string(kLateDay) + deal).ask_first;
}

const BehindView& ahead(const Assessment& deal) {
  return *std::find_if(deal.behind.begin(), deal.behind.end(),
                       [](const BehindView& one) { return one.question == Behind::ahead; });
}

std::string ask_of(const std::string& rule) {
  const auto& rules = test::rules().rules;
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.id == rule; });
  return found == rules.end() ? "" : std::string(found->ask.in(Language::en));
}

}  // namespace

TEST_CASE("told: to ask first is what the first risk leaves open, else the first open question") {
  const std::string unmet = "contacts: [{id: pay, roles: economic, met: none}]\n";
  const Assessment deal = test::judge(kLateDay + unmet);
  REQUIRE_FALSE(deal.mines.empty());
  CHECK(deal.ask_first == ask_of(deal.mines.front().rules.front()));
  CHECK(asked_first("") != "");
}

TEST_CASE("told: nothing is asked first where the main step stops, or an order is in hand") {
  CHECK(asked_first("compliance: [{kind: gift, favours: us, date: 2026-03-02}]\n").empty());
  const Assessment ordered = test::judge(std::string(kLateDay) + "paper: {stage: order}\n");
  CHECK(ordered.standing == Standing::first_choice);
  CHECK(ordered.ask_first.find("choose us") == std::string::npos);
}

TEST_CASE("told: somebody else is ahead only where a rival or a choice puts us behind") {
  const Assessment rival =
      test::judge(std::string(kLateDay) + "competitors: [{name: Acme, status: favoured}]\n");
  CHECK(ahead(rival).answer == Tri::no);
  CHECK(ahead(rival).by_rival);
  const Assessment ours =
      test::judge(std::string(kLateDay) +
                  "our_side: {blunder: made}\nweaknesses: [{what: x, kind: no_reference}, "
                  "{what: y, kind: price}]\n");
  CHECK_FALSE(ahead(ours).by_rival);
}

TEST_CASE("told: a cap that a rival sets stands beside no open race") {
  const Assessment deal =
      test::judge(std::string(kLateDay) +
                  "competitors: [{name: Acme, status: favoured}]\ncontacts: [{id: h, name: Wu, "
                  "influence: high, "
                  "support: 4, met: 2026-03-02}]\nbehaviours: {top_person: received_us}\n");
  const bool gate =
      std::any_of(deal.findings.begin(), deal.findings.end(), [&](const Finding& finding) {
        return finding.cap == deal.standing && finding.mine && finding.mine->kind == kRivalMine;
      });
  CHECK(gate);
  CHECK(ahead(deal).answer == Tri::no);
}

TEST_CASE("told: for a rival is not yet against us") {
  const auto leans = [](const std::string& more) {
    return test::judge("stage: mid\ncontacts: [{id: a, name: Ann}]\n" + more)
        .contacts.front()
        .leans_to_rival;
  };
  const std::string rival = "{who: a, view: for_rival, date: 2026-03-02}";
  CHECK(leans("attitudes: [" + rival + "]\n"));
  CHECK_FALSE(leans("attitudes: [{who: a, view: against_us, date: 2026-03-02}]\n"));
  CHECK_FALSE(leans("attitudes: [" + rival + "]\ncommitments: [{said: told_no, by: a}]\n"));
  CHECK_FALSE(leans(""));
}

}  // namespace dealcheck
