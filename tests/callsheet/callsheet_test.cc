// The call sheet: whether and whom to call, what for, what is owed, what opens a call with nothing.

#include "callsheet/callsheet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "callsheet/callsheet_openers.h"
#include "support.h"

namespace dealcheck {
namespace {

/// A call prepared from a deal given as text; the day of judgement is 2026-03-20.
struct Prepared {
  Assessment deal;
  CallSheet call;
};

Prepared prepare(const std::string& text, const std::string& contact = {},
                 Language language = Language::en) {
  const Opportunity opportunity = test::read_deal(text);
  Diagnostics diagnostics;
  const AssessOptions options{std::nullopt, *parse_date("2026-03-20"), language};
  auto deal = assess(test::rules(), opportunity, options, diagnostics);
  REQUIRE_MESSAGE(deal, test::in_lines(diagnostics));
  std::optional<std::size_t> asked;
  if (!contact.empty()) {
    asked = find_contacts(*deal, contact).front();
    REQUIRE_MESSAGE(asked, contact);
  }
  CallSheet call = prepare_call(test::rules(), opportunity, *deal, language, asked);
  return {std::move(*deal), std::move(call)};
}

std::string name_of(const Prepared& prepared) {
  return prepared.deal.contacts[prepared.call.contact].id;
}

template <typename List>
std::string ids(const List& list) {
  std::string all;
  for (const auto& one : list) all += (all.empty() ? "" : " ") + one.id;
  return all;
}

/// `ours: figures (late); …`
std::string promises(const CallSheet& call) {
  std::string all;
  for (const CallPromise& one : call.promises) {
    all += (all.empty() ? "" : "; ") + std::string(one.ours ? "ours: " : "theirs: ") + one.what +
           " (" + std::string(to_string(one.state)) + ")";
  }
  return all;
}

std::string says(const CallSheet& call, const std::string& step) {
  for (const CallStep& one : call.flow) {
    if (one.id == step) return one.says;
  }
  return {};
}

/// Two people: Ann uses it, Bob releases the money.
const std::string kTwo =
    "stage: mid\n"
    "contacts:\n"
    "  - {id: ann, name: Ann, roles: [user], support: 3, met: 2026-03-10}\n"
    "  - {id: bob, name: Bob, roles: [economic], met: 2026-03-02}\n";

}  // namespace

TEST_CASE("callsheet: whether to call") {
  struct Case {
    const char* what;
    std::string more;
    const char* contact;
    const char* answer;
    bool blocked;
  };
  const std::vector<Case> cases{
      {"nothing against it", "", "ann", "call", false},
      {"told not to call", "silences: {since: 2026-03-10, what: do_not_call, who: ann}\n", "ann",
       "do-not", true},
      {"told not to call by nobody in particular",
       "silences: {since: 2026-03-10, what: do_not_call}\n", "bob", "do-not", true},
      {"another was told", "silences: {since: 2026-03-10, what: do_not_call, who: ann}\n", "bob",
       "call", false},
      {"a day was named",
       "silences: {since: 2026-03-10, what: do_not_call, who: ann, date_given: 2026-03-25}\n",
       "ann", "wait", true},
      {"the day has passed",
       "silences: {since: 2026-03-10, what: do_not_call, who: ann, date_given: 2026-03-15}\n",
       "ann", "do-not", true},
      {"only assumed", "silences: {since: 2026-03-10, what: do_not_call, evidence: assumed}\n",
       "ann", "call", false},
      {"has left", "changes: {what: leaves, who: ann, date: 2026-03-12}\n", "ann", "do-not", true},
      {"closed deal", "outcome: {result: lost, date: 2026-03-18}\n", "ann", "exit", false},
      {"no project", "project: {initiated: no, budget: unsecured, decider_agrees: no}\n", "ann",
       "start", false},
  };
  for (const Case& one : cases) {
    const Prepared prepared = prepare(kTwo + one.more, one.contact);
    CHECK_MESSAGE(prepared.call.answer == one.answer, one.what);
    CHECK_MESSAGE(prepared.call.blocked == one.blocked, one.what);
  }
}

TEST_CASE("callsheet: nobody calls the unmet payer out of the blue") {
  const Prepared prepared = prepare(
      "stage: mid\ncontacts:\n"
      "  - {id: ann, name: Ann, roles: [user], support: 3, met: 2026-03-10}\n"
      "  - {id: cfo, name: Carl, roles: [economic], influence: high, met: none}\n",
      "cfo");
  CHECK(prepared.call.answer == "not-cold");
  CHECK(prepared.call.answer_says == "Do not call Carl out of the blue: let Ann bring you in.");
  REQUIRE(prepared.call.better.has_value());
  CHECK(*prepared.call.better == 0);
  CHECK(prepared.call.better_why.id == "opens-door");
  CHECK(says(prepared.call, "link") == "We have not met yet, Carl; Ann knows us well.");
}

TEST_CASE("callsheet: who is for us only by our own belief brings us to nobody") {
  const Prepared prepared = prepare(
      "stage: mid\ncontacts:\n"
      "  - {id: ann, name: Ann, support: {value: 3, evidence: assumed}, met: 2026-03-10}\n"
      "  - {id: cfo, name: Carl, roles: [economic], met: none}\n",
      "cfo");
  CHECK(prepared.call.answer_says == "Do not call Carl out of the blue.");
}

TEST_CASE("callsheet: whom to call") {
  struct Case {
    std::string more;
    const char* contact;
    const char* why;
  };
  const std::vector<Case> cases{
      {"", "bob", "payer"},
      {"interactions: {date: 2026-03-12, with: ann, we_promised: figures, next: 2026-03-15}\n",
       "ann", "we-owe-late"},
      {"interactions: {date: 2026-03-12, with: ann, they_promised: a date, next: 2026-03-15}\n",
       "ann", "they-owe-late"},
      {"interactions: {date: 2026-03-12, with: ann, they_promised: a date}\n", "ann", "they-owe"},
      {"silences: {since: 2026-03-12, who: ann}\n", "ann", "silent"},
      {"objections: {date: 2026-03-12, by: ann, topic: noise}\n", "ann", "objected"},
      {"objections: {date: 2026-03-12, by: ann, topic: noise, settled: yes}\n", "bob", "payer"},
      {"plan: {action: show the figures, moves: ann}\n", "ann", "in-the-plan"},
      {"plan: {action: show the figures, moves: ann, done: yes}\n", "bob", "payer"},
      {"plan: {action: just checking in with her, moves: ann}\n", "bob", "payer"},
      {"changes: {what: leaves, who: bob, date: 2026-03-12}\n", "ann", "supporter"},
  };
  for (const Case& one : cases) {
    const Prepared prepared = prepare(kTwo + one.more);
    CHECK_MESSAGE(name_of(prepared) == one.contact, one.more);
    CHECK_MESSAGE(prepared.call.why.id == one.why, one.more);
  }
}

TEST_CASE("callsheet: a person is found by id, name or title, in any case") {
  const Assessment deal =
      test::judge("stage: mid\ncontacts: [{id: ops, name: I. Okafor, title: plant manager}]\n");
  for (const char* name : {"ops", "OPS", "i. okafor", "Plant Manager"}) {
    CHECK_MESSAGE(find_contacts(deal, name) == std::vector<std::size_t>{0}, name);
  }
  CHECK(find_contacts(deal, "okafor").empty());
  CHECK(find_contacts(test::judge("stage: mid\ncontacts: [{id: ops}]\n"), "").empty());
}

TEST_CASE("callsheet: what two people are called names both, an id to the letter its own person") {
  const Assessment deal = test::judge(
      "stage: mid\ncontacts: [{id: ops, name: 王伟}, {id: cfo, name: 王伟}, {name: Ops}]\n");
  CHECK(find_contacts(deal, "王伟") == std::vector<std::size_t>{0, 1});
  CHECK(find_contacts(deal, "ops") == std::vector<std::size_t>{0});
  CHECK(find_contacts(deal, "Ops") == std::vector<std::size_t>{0, 2});
}

TEST_CASE("callsheet: what is owed") {
  const std::string first =
      "interactions:\n  - {date: 2026-03-01, with: ann, we_promised: a plan, they_promised: a day";
  const std::string last = "  - {date: 2026-03-16, with: ann, we_promised: [figures, a name]";
  struct Case {
    std::string log;
    const char* owed;
  };
  const std::vector<Case> cases{
      {first + "}\n", "ours: a plan (owed); theirs: a day (owed)"},
      {first + ", next: 2026-03-19}\n", "ours: a plan (late); theirs: a day (late)"},
      {first + ", next: 2026-03-20}\n", "ours: a plan (owed); theirs: a day (owed)"},
      {first + ", we_kept: yes}\n", "ours: a plan (kept); theirs: a day (owed)"},
      {first + "}\n" + last + "}\n",
       "ours: figures (owed); ours: a name (owed); ours: a plan (not-said); theirs: a day "
       "(not-said)"},
      {first + ", next: 2026-03-10, they_kept: no}\n" + last + "}\n",
       "ours: figures (owed); ours: a name (owed); ours: a plan (not-said); theirs: a day (late)"},
      // What only lies ahead, was never answered or is only assumed is no talk.
      {first + "}\n  - {date: 2026-03-28, with: ann, we_promised: x}\n" +
           "  - {date: 2026-03-18, with: ann, we_promised: x, answered: no}\n" +
           "  - {date: 2026-03-18, with: ann, we_promised: x, evidence: assumed}\n" +
           "  - {date: 2026-03-18, with: bob, we_promised: x}\n",
       "ours: a plan (owed); theirs: a day (owed)"},
  };
  for (const Case& one : cases) {
    CHECK_MESSAGE(promises(prepare(kTwo + one.log, "ann").call) == one.owed, one.log);
  }
}

TEST_CASE("callsheet: the aim follows what is open with the person") {
  struct Case {
    std::string more;
    const char* aims;
  };
  const std::vector<Case> cases{
      {"", "mid"},
      {"interactions: {date: 2026-03-12, with: bob, we_promised: figures, next: 2026-03-15}\n",
       "deliver"},
      {"interactions: {date: 2026-03-12, with: bob, they_promised: a day, next: 2026-03-15}\n"
       "objections: {date: 2026-03-12, by: bob, topic: price}\n",
       "collect objection mine"},
      {"silences: {since: 2026-03-12, who: bob}\n", "silent"},
      {"outcome: {result: lost, date: 2026-03-18}\nobjections: {by: bob, topic: price}\n",
       "learn-why"},
  };
  for (const Case& one : cases) {
    const Prepared prepared = prepare(kTwo + one.more, "bob");
    CHECK_MESSAGE(ids(prepared.call.aims) == one.aims, one.more);
  }
}

TEST_CASE("callsheet: the call opens from the last talk and states its purpose") {
  const std::string log =
      "owner: Jo\ninteractions:\n"
      "  - {date: 2026-03-12, with: ann, purpose: the noise., we_promised: figures,\n"
      "     they_promised: a day, next: 2026-03-15}\n";
  const Prepared english = prepare(kTwo + log);
  CHECK(ids(english.call.flow) == "who link purpose convenient question");
  CHECK(says(english.call, "who") == "Good day, Ann, this is Jo of [our company].");
  CHECK(says(english.call, "link") ==
        "When we spoke on 12 Mar, the point was: the noise. Your part was: a day. Mine was: "
        "figures.");
  CHECK(says(english.call, "purpose") ==
        "I am calling because I owe you something, and it is late: figures.");
  CHECK(says(english.call, "question") == "What do you make of it: figures?");
  const Prepared chinese = prepare(kTwo + log, "", Language::zh);
  CHECK(says(chinese.call, "link") ==
        "3月12日我们谈的是：the noise。您那边要做的：a day。我这边要做的：figures。");
  // Nothing about a last talk is made up.
  CHECK(says(prepare("stage: mid\ncontacts: [{id: x, name: Xu}]\n").call, "link") ==
        "[what you last talked about: the file does not say]");
}

TEST_CASE("callsheet: what to bring") {
  struct Case {
    std::string more;
    const char* bring;
    bool any_new;
  };
  const std::vector<Case> cases{
      {"", "", false},
      {"strengths: {what: quiet, recognised_by: ann}\n", "strength", false},
      {"strengths: {what: quiet, recognised_by: {value: ann, evidence: assumed}}\n", "", false},
      {"strengths: {what: quiet, recognised_by: bob, moves: ann}\n", "strength-that-moves", true},
      {"interactions: {date: 2026-03-25, with: ann, brought: a report}\n", "planned", true},
      {"interactions: {date: 2026-03-25, with: bob, brought: a report}\n", "", false},
      {"interactions: {date: 2026-03-25, with: ann, brought: none}\n", "", false},
      {"plan: {action: show the figures, moves: ann}\n", "plan", true},
      {"plan: {action: just checking in with her, moves: ann}\n", "", false},
      {"interactions: {date: 2026-03-12, with: ann, we_promised: figures, next: 2026-03-15}\n"
       "strengths: {what: quiet, recognised_by: ann}\n",
       "promised strength", true},
  };
  for (const Case& one : cases) {
    const CallSheet call = prepare(kTwo + one.more, "ann").call;
    CHECK_MESSAGE(ids(call.bring) == one.bring, one.more);
    CHECK_MESSAGE((!call.bring.empty() && call.bring.front().is_new) == one.any_new, one.more);
  }
}

TEST_CASE("callsheet: questions fit role and stage, the general ones are always there") {
  const auto has = [](const CallSheet& call, const std::string& question) {
    return std::any_of(call.questions.begin(), call.questions.end(),
                       [&](const CallQuestion& one) { return one.says == question; });
  };
  const CallSheet user = prepare(kTwo, "ann").call;
  const CallSheet payer = prepare(kTwo, "bob").call;
  CHECK(has(user, "Which part would change your working day the most, for better or worse?"));
  CHECK_FALSE(
      has(payer, "Which part would change your working day the most, for better or worse?"));
  CHECK(has(payer, "What would you have to see to call it money well spent?"));
  for (const char* general : {"What do you make of it?", "Does it help you, and where exactly?",
                              "What would you do next?", "And why is that?"}) {
    CHECK_MESSAGE(has(user, general), general);
    CHECK_MESSAGE(has(payer, general), general);
  }
  const auto open = std::count_if(user.questions.begin(), user.questions.end(),
                                  [](const CallQuestion& one) { return !one.rule.empty(); });
  CHECK(open == 3);
}

TEST_CASE("callsheet: a last call looks back only, and no call is prepared where none is due") {
  const CallSheet last =
      prepare(kTwo + "class: a\noutcome: {result: lost, date: 2026-03-18}\n").call;
  CHECK(ids(last.aims) == "learn-why");
  CHECK(last.bring.empty());
  CHECK(last.questions.size() == 2);
  CHECK(last.rhythm.state == "closed");
  CHECK_FALSE(last.rhythm.due);
  const CallSheet none =
      prepare(kTwo + "class: a\nchanges: {what: leaves, who: ann, date: 2026-03-12}\n", "ann").call;
  CHECK(none.aims.empty());
  CHECK(none.flow.empty());
  CHECK(none.questions.empty());
  CHECK(none.rhythm.state == "none");
}

TEST_CASE("callsheet: empty openers are told by their phrases") {
  const std::string phrases = "any change|it's been a while|ready|有没有变化";
  for (const char* empty : {"Any change?", "hello - ANY  CHANGE at your end", "It’s been a while!",
                            "its been a while", "Are you ready.", "王总，有没有变化？"}) {
    CHECK_MESSAGE(holds_phrase(empty, phrases), empty);
  }
  for (const char* sound :
       {"", "many changes", "anything", "already", "有没有什么变化", "read y"}) {
    CHECK_FALSE_MESSAGE(holds_phrase(sound, phrases), sound);
  }
}

TEST_CASE("callsheet: empty openers are found in calls and plan, and excused with a reason") {
  const std::string log =
      "interactions:\n"
      "  - {date: 2026-03-12, with: ann, purpose: the noise, opener: just checking in}\n"
      "  - {date: 2026-03-14, with: ann, purpose: 收到了吗}\n"
      "  - {date: 2026-03-25, with: ann, opener: any news, brought: a report}\n"
      "  - {date: 2026-03-26, with: ann, opener: any news, brought: none}\n"
      "plan: [{action: call Ann to see if she needs anything}, {action: show the figures}]\n";
  const auto told = [](const CallSheet& call) {
    std::string all;
    for (const EmptyOpener& one : call.openers) {
      all += std::to_string(one.evidence.at.line) + " " + one.id + " " + one.excuse + "; ";
    }
    return all;
  };
  CHECK(told(prepare(kTwo + log).call) ==
        "6 checking-in ; 7 got-it ; 8 any-change brought; 9 any-change ; 10 need-anything ; ");
  CHECK(told(prepare(kTwo + log + "origin: {history: good}\n").call) ==
        "6 checking-in bought; 7 got-it bought; 8 any-change brought; 9 any-change bought; 10 "
        "need-anything bought; ");
}

TEST_CASE("callsheet: how often, by class of customer") {
  struct Case {
    std::string more;
    const char* state;
    const char* due;
  };
  const std::vector<Case> cases{
      {"", "no-class", ""},
      {"class: a\n", "overdue", "2026-03-17"},
      {"class: b\n", "not-due", "2026-03-24"},
      {"class: c\n", "not-due", "2026-04-09"},
      {"class: c\ninteractions: {date: 2026-03-18, with: ann}\n", "too-soon", "2026-04-17"},
      {"class: a\ninteractions: {date: 2026-03-13, with: ann}\n", "due", "2026-03-20"},
      // A call that nobody answered is still one more call.
      {"class: c\ninteractions: {date: 2026-03-18, with: ann, answered: no}\n", "too-soon",
       "2026-04-17"},
      {"class: a\ninteractions: {date: 2026-03-12, with: ann, next: 2026-03-20}\n", "agreed",
       "2026-03-20"},
      {"interactions: {date: 2026-03-12, with: ann, next: 2026-03-17}\n", "agreed-late",
       "2026-03-17"},
      {"class: b\ninteractions: [{date: 2026-03-05, with: ann, next: 2026-03-10}]\n", "not-due",
       "2026-03-24"},
  };
  for (const Case& one : cases) {
    const CallRhythm rhythm = prepare(kTwo + one.more, "ann").call.rhythm;
    CHECK_MESSAGE(rhythm.state == one.state, one.more);
    CHECK_MESSAGE((rhythm.due ? iso_date(*rhythm.due) : "") == one.due, one.more);
    CHECK_MESSAGE(rhythm.says.find('{') == std::string::npos, rhythm.says);
  }
  CHECK(prepare("stage: mid\nclass: a\ncontacts: [{id: x}]\n").call.rhythm.state == "never");
}

TEST_CASE("callsheet: the call rules know every rule they name") {
  Diagnostics diagnostics;
  REQUIRE(load_rulebook(test::rules_folder(), nullptr, diagnostics));
  CHECK(test::in_lines(diagnostics).empty());
}

TEST_CASE("callsheet: a planned call is no mistake") {
  Diagnostics diagnostics;
  const Opportunity deal =
      test::read_deal(kTwo + "interactions: {date: 2026-03-25, with: ann, purpose: noise}\n" +
                      "objections: {date: 2026-03-25, by: ann, topic: noise}\n");
  const AssessOptions options{std::nullopt, *parse_date("2026-03-20"), Language::en};
  REQUIRE(assess(test::rules(), deal, options, diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].at.line == 6);
}

}  // namespace dealcheck
