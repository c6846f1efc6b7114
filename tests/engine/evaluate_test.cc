#include "engine/evaluate.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kFacts = R"(
  objection.unmet:
    means: {en: cannot meet, zh: 满足不了}
    of: objections
    where: {can_meet: no}
)";

/// A rule in short: `head` is what differs at its beginning, `readings` a list.
std::string rule(const std::string& id, const std::string& head, const std::string& readings) {
  return "id: " + id + "\n" + head +
         "label: {en: L, zh: 签}\nsource: S1\nask: {en: A, zh: 问}\nwhy: {en: W, zh: 因}\n"
         "examples: []\nreadings:\n" +
         readings;
}

std::string question(const std::string& id, const std::string& readings, int order = 1) {
  return rule(
      id,
      "kind: question\nstages: [early, mid, late]\norder: " + std::to_string(order) +
          "\nquestion: {en: Q, zh: 问}\nwould: {help: {en: h, zh: 好}, hurt: {en: b, zh: 坏}}\n",
      readings);
}

std::string reading(const std::string& fields) {
  return "  - {" + fields + ", says: {en: x, zh: 文}}\n";
}

constexpr const char* kRuleHead = "kind: rule\nstages: [early, mid, late]\n";

/// What the hits of a deal are: `id reads points`, gates behind it.
std::string hits(const std::vector<std::string>& rules, const std::string& deal,
                 Stage stage = Stage::late, bool after_verdict = false) {
  const Rulebook book = test::small_rulebook(kFacts, rules);
  const Opportunity read = test::read_deal("stage: " + std::string(to_string(stage)) + "\n" + deal);
  Facts facts(book, read, *parse_date("2026-03-20"), stage);
  if (after_verdict) facts.set_outcome(Standing::backup, 0, {});
  std::string text;
  for (const RuleResult& hit : evaluate(book, facts, after_verdict)) {
    text += hit.rule->id + " ";
    text += hit.reading == nullptr ? "unread" : std::string(to_string(hit.reading->reads));
    text += " " + std::to_string(hit.points);
    if (hit.cap) text += " cap " + std::string(to_string(*hit.cap));
    if (hit.lift) text += " lift " + std::string(to_string(*hit.lift));
    if (hit.not_started) text += " not-started";
    text += "; ";
  }
  return text;
}

int stake(const std::string& text, const std::string& deal, Stage stage = Stage::late) {
  const Rulebook book = test::small_rulebook(kFacts, {text});
  const Opportunity read = test::read_deal("stage: " + std::string(to_string(stage)) + "\n" + deal);
  const Facts facts(book, read, *parse_date("2026-03-20"), stage);
  return open_stake(book.rules.front(), facts);
}

}  // namespace

TEST_CASE("evaluate: the first reading that is true holds") {
  const std::string text =
      question("a.b", reading("reads: adverse, points: -2, when: {project.initiated: no}") +
                          reading("reads: mixed, points: 0, when: {project.budget: requested}") +
                          reading("reads: favourable, points: 2, when: {project.initiated: yes}"));
  CHECK(hits({text}, "project: {initiated: no, budget: requested}\n") == "a.b adverse -2; ");
  CHECK(hits({text}, "project: {initiated: yes, budget: requested}\n") == "a.b mixed 0; ");
  CHECK(hits({text}, "project: {initiated: yes}\n") == "a.b favourable 2; ");
  CHECK(hits({text}, "project: {dated_plan: yes}\n") == "a.b unread -1; ");
}

TEST_CASE("evaluate: a question that nothing decides costs what not knowing costs in its stage") {
  const std::string text =
      question("a.b", reading("reads: adverse, points: -2, when: {project.initiated: no}"));
  CHECK(hits({text}, "", Stage::early) == "a.b unread 0; ");
  CHECK(hits({text}, "", Stage::mid) == "a.b unread 0; ");
  CHECK(hits({text}, "", Stage::late) == "a.b unread -1; ");
}

TEST_CASE("evaluate: other rules are silent unless a reading holds") {
  const std::string text =
      rule("a.b", kRuleHead, reading("reads: adverse, points: -2, when: {project.initiated: no}"));
  CHECK(hits({text}, "").empty());
  CHECK(hits({text}, "project: {initiated: yes}\n").empty());
  CHECK(hits({text}, "project: {initiated: no}\n") == "a.b adverse -2; ");
}

TEST_CASE("evaluate: only the rules and readings of the stage") {
  const std::string late =
      rule("a.late", "kind: rule\nstages: [late]\n",
           reading("reads: adverse, points: -2, when: {project.initiated: no}"));
  const std::string both =
      rule("a.both", kRuleHead,
           reading("reads: adverse, points: -3, stages: [early], when: {project.initiated: no}") +
               reading("reads: adverse, points: -1, when: {project.initiated: no}"));
  CHECK(hits({late, both}, "project: {initiated: no}\n", Stage::early) == "a.both adverse -3; ");
  CHECK(hits({late, both}, "project: {initiated: no}\n", Stage::late) ==
        "a.late adverse -2; a.both adverse -1; ");
}

TEST_CASE("evaluate: unless takes a reading away only when it is surely true") {
  const std::string bad = rule("a.b", kRuleHead,
                               reading("reads: adverse, points: -2, when: {project.initiated: no}, "
                                       "unless: {project.wanted_inside: yes}"));
  CHECK(hits({bad}, "project: {initiated: no}\n") == "a.b adverse -2; ");
  CHECK(hits({bad}, "project: {initiated: no, wanted_inside: no}\n") == "a.b adverse -2; ");
  CHECK(hits({bad}, "project: {initiated: no, wanted_inside: yes}\n").empty());
  // What only we believe excuses nothing.
  CHECK(hits({bad}, "project: {initiated: no, wanted_inside: {value: yes, evidence: assumed}}\n") ==
        "a.b adverse -2; ");
  const std::string good =
      rule("a.b", kRuleHead,
           reading("reads: favourable, points: 2, when: {project.initiated: yes}, "
                   "unless: {project.wanted_inside: no}"));
  CHECK(hits({good}, "project: {initiated: yes}\n") == "a.b favourable 2; ");
  // But what only we believe can take something good away.
  CHECK(hits({good}, "project: {initiated: yes, wanted_inside: {value: no, evidence: assumed}}\n")
            .empty());
}

TEST_CASE("evaluate: whom a reading would help decides what it may rest on") {
  const auto trust = [](const std::string& fields) {
    const Rulebook book = test::small_rulebook(
        kFacts, {rule("a.b", kRuleHead, reading(fields + ", when: {project.initiated: no}"))});
    return trust_of(book.rules.front().readings.front());
  };
  CHECK(trust("reads: favourable, points: 1") == EvidencePolicy::for_us);
  CHECK(trust("reads: favourable, points: 0, lift: backup") == EvidencePolicy::for_us);
  CHECK(trust("reads: mixed, points: 1") == EvidencePolicy::for_us);
  CHECK(trust("reads: adverse, points: -1") == EvidencePolicy::against_us);
  CHECK(trust("reads: adverse, points: 0, cap: backup, lifted_by: {en: x, zh: 文}") ==
        EvidencePolicy::against_us);
  CHECK(trust("reads: mixed, points: 0") == EvidencePolicy::against_us);
}

TEST_CASE("evaluate: assumed and stale statements") {
  const std::string good =
      rule("a.good", kRuleHead,
           reading("reads: favourable, points: 2, when: {behaviours.questions: many}"));
  const std::string bad = rule(
      "a.bad", kRuleHead, reading("reads: adverse, points: -2, when: {behaviours.questions: few}"));
  const std::string begun = "milestones: {quote: 2025-01-01}\n";
  const auto said = [&](const std::string& value, const std::string& more) {
    return begun + "behaviours: {questions: {value: " + value + ", " + more + "}}\n";
  };
  CHECK(hits({good, bad}, said("many", "date: 2026-03-01")) == "a.good favourable 2; ");
  CHECK(hits({good, bad}, said("many", "evidence: assumed")).empty());
  CHECK(hits({good, bad}, said("many", "date: 2025-12-01")).empty());
  CHECK(hits({good, bad}, said("few", "evidence: assumed")) == "a.bad adverse -2; ");
  CHECK(hits({good, bad}, said("few", "date: 2025-12-01")) == "a.bad adverse -2; ");
}

TEST_CASE("evaluate: hearsay counts half, our own belief never for us, unknown only where asked") {
  const auto points = [](const std::string& text) { return test::judge(text).points; };
  const std::string good = "stage: mid\nbehaviours: {prefers_us: ";
  CHECK(points(good + "us}\n") == 3);
  CHECK(points(good + "{value: us, evidence: reported}}\n") == 1);
  CHECK(points(good + "{value: us, source: a friend}}\n") == 1);
  CHECK(points(good + "{value: us, source: a friend, evidence: witnessed}}\n") == 3);
  CHECK(points(good + "{value: us, evidence: assumed}}\n") == 0);
  CHECK(points(good + "rival}\n") == -3);
  CHECK(points(good + "{value: rival, evidence: reported}}\n") == -2);
  CHECK(points("stage: mid\ncompetitors: unknown\n") == -1);
  CHECK(points("stage: mid\n") == 0);
}

TEST_CASE("evaluate: gates hold on what is known, not on what is assumed") {
  const std::string text = rule(
      "a.b", kRuleHead,
      reading(
          "reads: adverse, points: -1, cap: backup, not_started: yes, lifted_by: {en: x, zh: 文}, "
          "when: {project.initiated: no}"));
  CHECK(hits({text}, "project: {initiated: no}\n") == "a.b adverse -1 cap backup not-started; ");
  CHECK(hits({text}, "project: {initiated: {value: no, evidence: assumed}}\n") ==
        "a.b adverse -1; ");
  const std::string lift = rule(
      "a.b", kRuleHead,
      reading("reads: favourable, points: 0, lift: contender, when: {project.initiated: yes}"));
  CHECK(hits({lift}, "project: {initiated: yes}\n") == "a.b favourable 0 lift contender; ");
  CHECK(hits({lift}, "project: {initiated: {value: yes, evidence: assumed}}\n").empty());
}

TEST_CASE("evaluate: a middling answer that we only believe is worth no more than none") {
  const std::string text =
      question("a.b", reading("reads: mixed, points: 0, when: {project.initiated: yes}"));
  CHECK(hits({text}, "project: {initiated: yes}\n") == "a.b mixed 0; ");
  CHECK(hits({text}, "project: {initiated: {value: yes, evidence: assumed}}\n") ==
        "a.b unread -1; ");
  // Where not knowing costs nothing it may be told.
  CHECK(hits({text}, "project: {initiated: {value: yes, evidence: assumed}}\n", Stage::early) ==
        "a.b mixed 0; ");
}

TEST_CASE("evaluate: a rule over a list counts once, the worst or else the best") {
  const std::string head = std::string(kRuleHead) + "for: contacts\n";
  const std::string text = rule(
      "a.b", head,
      reading("reads: adverse, points: -3, when: {it.support: {at_most: -4}}") +
          reading("reads: adverse, points: -1, when: {it.support: {at_most: -1}}") +
          reading("reads: favourable, points: 1, when: {it.support: {at_least: 1, at_most: 3}}") +
          reading("reads: favourable, points: 2, when: {it.support: {at_least: 4}}"));
  const auto supports = [&](const std::vector<int>& list) {
    std::string deal = "contacts:\n";
    for (const int support : list) deal += "  - {support: " + std::to_string(support) + "}\n";
    return hits({text}, deal);
  };
  CHECK(supports({0}).empty());
  CHECK(supports({-1, -5, -1}) == "a.b adverse 0; a.b adverse -3; a.b adverse 0; ");
  CHECK(supports({5, -1}) == "a.b favourable 0; a.b adverse -1; ");
  CHECK(supports({2, 5, 0}) == "a.b favourable 0; a.b favourable 2; ");
  CHECK(supports({-5}) == "a.b adverse -3; ");
  CHECK(hits({text}, "").empty());
}

TEST_CASE("evaluate: rules that ask for the standing run after it, and only then") {
  const std::string before = rule(
      "a.before", kRuleHead, reading("reads: adverse, points: -1, when: {project.initiated: no}"));
  const std::string after =
      rule("a.after", kRuleHead, reading("reads: adverse, points: 0, when: {standing: backup}"));
  CHECK(hits({before, after}, "project: {initiated: no}\n") == "a.before adverse -1; ");
  CHECK(hits({before, after}, "project: {initiated: no}\n", Stage::late, true) ==
        "a.after adverse 0; ");
}

TEST_CASE("evaluate: what hangs in the air, and what it is worth") {
  const std::string text = rule(
      "a.b", kRuleHead,
      reading("reads: adverse, points: -2, when: {project.initiated: no}") +
          reading("reads: adverse, points: -4, stages: [late], when: {project.budget: unsecured}") +
          reading("reads: adverse, points: -1, cap: backup, lifted_by: {en: x, zh: 文}, "
                  "when: {project.put_off: frozen}"));
  CHECK(stake(text, "") == 4);
  CHECK(stake(text, "", Stage::early) == 4);  // one point and a gate
  CHECK(stake(text, "project: {budget: in_place}\n") == 4);
  CHECK(stake(text, "project: {budget: in_place, put_off: never}\n") ==
        0);  // two points are too few
  CHECK(stake(text, "project: {initiated: yes, budget: in_place, put_off: never}\n") == 0);
  const std::string each = rule("a.b", std::string(kRuleHead) + "for: contacts\n",
                                reading("reads: adverse, points: -4, when: {it.stance: against}"));
  CHECK(stake(each, "contacts: [{id: a}]\n") == 0);
}

}  // namespace dealcheck
