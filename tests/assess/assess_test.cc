#include "assess/assess.h"

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

std::string rule(const std::string& id, const std::string& head, const std::string& readings) {
  return "id: " + id + "\n" + head + "label: {en: Label of " + id +
         ", zh: 标签}\nsource: S1 late\nask: {en: Ask " + id +
         ", zh: 请问}\nwhy: {en: Because, zh: 因为}\nexamples: []\nreadings:\n" + readings;
}

std::string question(const std::string& id, int order, const std::string& readings) {
  return rule(id,
              "kind: question\nstages: [early, mid, late]\norder: " + std::to_string(order) +
                  "\nquestion: {en: Q, zh: 问}\nwould: {help: {en: better, zh: 好转}, hurt: {en: "
                  "worse, zh: 恶化}}\n",
              readings);
}

constexpr const char* kHead = "kind: rule\nstages: [early, mid, late]\n";

/// Two questions, a list rule, a gate, a rule after the verdict.
const Rulebook& book() {
  static const Rulebook kBook = test::small_rulebook(
      kFacts,
      {question("q.many", 1,
                "  - {reads: adverse, points: -3, when: {behaviours.questions: few}, says: {en: "
                "Few questions, zh: 问得少}, "
                "mine: {kind: signal, severity: serious}}\n"
                "  - {reads: favourable, points: 3, when: {behaviours.questions: many}, says: {en: "
                "Many questions, zh: 问得多}}\n"),
       question("q.wide", 2,
                "  - {reads: adverse, points: -3, when: {behaviours.scope: narrow}, says: {en: "
                "Narrow, zh: 窄}}\n"
                "  - {reads: mixed, points: 0, when: {behaviours.scope: mixed}, says: {en: So so, "
                "zh: 一般}}\n"
                "  - {reads: favourable, points: 3, when: {behaviours.scope: wide}, says: {en: "
                "Wide, zh: 宽}}\n"),
       rule("r.objection", kHead,
            "  - {reads: adverse, points: -2, when: {objection.unmet: yes}, says: {en: "
            "\"[{objection.unmet.by.name}: ]"
            "{objection.unmet.topic}\", zh: "
            "\"[{objection.unmet.by.name}：]{objection.unmet.topic}\"}, "
            "mine: {kind: signal, severity: deadly}}\n"),
       rule("r.frozen", kHead,
            "  - {reads: adverse, points: 0, when: {project.put_off: frozen}, not_started: yes, "
            "says: {en: Frozen, zh: 冻结}}\n"),
       rule("r.price", kHead,
            "  - {reads: adverse, points: -1, when: {value.price_vs_budget: above}, cap: backup, "
            "lifted_by: {en: a lower price, zh: 降价}, says: {en: Too dear, zh: 太贵}}\n"),
       rule("r.small", kHead,
            "  - {reads: favourable, points: 1, when: {project.initiated: yes}, says: {en: "
            "Started, zh: 已立项}}\n"),
       rule("r.after", kHead,
            "  - {reads: adverse, points: 0, when: {standing: [backup, column-fodder]}, says: {en: "
            "We lag, zh: 落后}, mine: {kind: stage, severity: minor}}\n")});
  return kBook;
}

AssessOptions options(Language language = Language::en) {
  return {std::nullopt, *parse_date("2026-03-20"), language};
}

Assessment judge(const std::string& deal, const AssessOptions& how = options()) {
  Diagnostics diagnostics;
  const auto judged = assess(book(), test::read_deal(deal), how, diagnostics);
  REQUIRE_MESSAGE(judged, test::in_lines(diagnostics));
  return *judged;
}

std::string complaints(const std::string& deal) {
  Diagnostics diagnostics;
  const bool judged = assess(book(), test::read_deal(deal), options(), diagnostics).has_value();
  CHECK(judged == !diagnostics.has_errors());
  return test::in_lines(diagnostics);
}

const Finding& finding(const Assessment& deal, const std::string& id) {
  const Finding* found = test::find(deal, id);
  REQUIRE_MESSAGE(found != nullptr, id);
  return *found;
}

Gap gap_of(const std::string& behaviours) {
  return finding(judge("stage: late\nmilestones: {quote: 2025-01-01}\n" + behaviours), "q.many")
      .gap;
}

}  // namespace

TEST_CASE("assess: the whole of a small deal") {
  const Assessment deal = judge(
      "stage: late\nname: Archive\naccount: St. Anna\nowner: mk\nfeeling: great\n"
      "contacts: [{id: it, name: H. Lang, roles: [technical, user], influence: high, support: -2, "
      "met: 2026-03-01}]\n"
      "behaviours: {questions: {value: few, date: 2026-03-05, by: it}}\n"
      "objections:\n  - {topic: hypervisor, can_meet: no, date: 2026-03-10, by: it}\n");
  CHECK(deal.path == "deal.yaml");
  CHECK(deal.name == "Archive");
  CHECK(deal.account == "St. Anna");
  CHECK(deal.owner == "mk");
  CHECK(deal.feeling == "great");
  CHECK(deal.feeling_label == "great");
  CHECK(iso_date(deal.as_of) == "2026-03-20");
  CHECK(deal.stages.judged == Stage::late);
  CHECK(deal.stages.declared == Stage::late);
  CHECK_FALSE(deal.stages.milestones.has_value());
  CHECK(deal.points == -6);  // -3, not knowing -1, -2
  CHECK(deal.verdict_label == "UNCLEAR");
  CHECK(deal.rules_hash == "12345678");
  CHECK(deal.rules_version == "test");
  REQUIRE(deal.contacts.size() == 1);
  CHECK(deal.contacts[0].name == "H. Lang");
  CHECK(deal.contacts[0].roles == std::vector<std::string>{"technical", "user"});
  CHECK(deal.contacts[0].influence == "high");
  CHECK(deal.contacts[0].support == -2);
  CHECK(deal.contacts[0].sees_us == "unknown");
  CHECK(deal.contacts[0].stance == "against");
  CHECK(deal.contacts[0].reached == "yes");
  CHECK(iso_date(deal.contacts[0].last_met.value()) == "2026-03-10");
  REQUIRE(deal.questions.size() == 2);
  CHECK(deal.questions[0].message == "Few questions");
  CHECK(deal.questions[1].message == "Ask q.wide");
  CHECK(deal.questions[1].gap == Gap::not_asked);
  CHECK(deal.questions[1].points == -1);
  REQUIRE(deal.findings.size() == 1);
  CHECK(deal.findings[0].message == "H. Lang: hypervisor");
  CHECK(deal.findings[0].why == "Because");
  CHECK(deal.findings[0].source == "S1 late");
}

TEST_CASE("assess: verdict, decision and headline") {
  struct Case {
    const char* deal;
    Verdict verdict;
    Standing standing;
    const char* decision;
  };
  const Case cases[] = {
      {"stage: early\nbehaviours: {questions: many, scope: wide}\n", Verdict::first_choice,
       Standing::first_choice, "early-first-choice"},
      {"stage: mid\nbehaviours: {questions: many, scope: narrow}\n", Verdict::contender,
       Standing::contender, "mid-contender"},
      {"stage: late\nbehaviours: {questions: few, scope: mixed}\n", Verdict::backup,
       Standing::backup, "late-backup"},
      {"stage: late\nbehaviours: {questions: few, scope: narrow}\n", Verdict::column_fodder,
       Standing::column_fodder, "late-column-fodder"},
      {"stage: early\n", Verdict::unclear, Standing::unclear, "early-unclear"},
      {"stage: mid\nbehaviours: {questions: many, scope: wide}\nvalue: {price_vs_budget: above}\n",
       Verdict::backup, Standing::backup, "mid-backup"},
      {"stage: mid\nbehaviours: {questions: many, scope: wide}\nproject: {put_off: frozen}\n",
       Verdict::no_project, Standing::first_choice, "start-the-project"},
      {"stage: mid\nproject: {put_off: frozen, wanted_inside: no}\n", Verdict::no_project,
       Standing::contender, "nurture"},
      {"stage: mid\nproject: {put_off: frozen, wanted_inside: {value: no, evidence: assumed}}\n",
       Verdict::no_project, Standing::contender, "start-the-project"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.deal);
    const Assessment deal = judge(one.deal);
    CHECK(deal.verdict == one.verdict);
    CHECK(deal.standing == one.standing);
    CHECK(deal.decision == one.decision);
  }
  CHECK(judge("stage: early\n").headline == "do early-unclear");
  CHECK(judge("stage: mid\nproject: {put_off: frozen}\n", options(Language::zh)).headline ==
        "先立项。");
  CHECK(judge("stage: mid\nproject: {put_off: frozen, wanted_inside: no}\n").headline ==
        "Leave it.");
}

TEST_CASE("assess: the state of the project, from what is known") {
  CHECK(judge("stage: late\n").project == "unknown");
  CHECK(judge("stage: late\n").project_label == "unknown");
  CHECK(judge("stage: late\nproject: {initiated: yes}\n").project == "active");
  CHECK(judge("stage: late\nproject: {initiated: yes, put_off: frozen}\n").project == "later");
  CHECK(judge("stage: late\nproject: {initiated: yes}\n", options(Language::zh)).project_label ==
        "在做");
  CHECK(judge("stage: late\nproject: {initiated: {value: yes, evidence: assumed}}\n").project ==
        "unknown");
}

TEST_CASE("assess: in Chinese") {
  const Assessment deal = judge(
      "阶段: 后期\n感觉: 很好\n客户行为: {疑问: 少}\n联系人: [{姓名: 王总}]\n异议: [{内容: 接口, "
      "能否满足: 不能, 来源人: 王总}]\n",
      options(Language::zh));
  CHECK(deal.verdict_label == "不明");
  CHECK(deal.feeling == "great");
  CHECK(deal.feeling_label == "很好");
  CHECK(deal.questions[0].message == "问得少");
  CHECK(deal.questions[0].evidence[0].value == "少");
  CHECK(deal.questions[0].evidence[0].path == "behaviours.questions");
  CHECK(finding(deal, "r.objection").message == "王总：接口");
  CHECK(finding(deal, "r.objection").evidence[0].value == "接口、不能");
}

TEST_CASE("assess: evidence with place, path, witness, date and grade") {
  const Assessment deal = judge(
      "stage: late\n"
      "contacts: [{id: it, name: H. Lang}]\n"
      "behaviours:\n  - {questions: few, date: 2026-03-05, by: it, note: hardly any}\n"
      "objections:\n  - {topic: a, can_meet: yes}\n  - {topic: b, can_meet: no, by: it}\n");
  REQUIRE(deal.questions[0].evidence.size() == 1);
  const Evidence& seen = deal.questions[0].evidence[0];
  CHECK(seen.path == "behaviours.questions");
  CHECK(seen.value == "few");
  CHECK(seen.at == Location{4, 17});
  CHECK(seen.by == "H. Lang");
  CHECK(seen.grade == Grade::witnessed);
  CHECK(seen.note == "hardly any");
  CHECK(iso_date(seen.date.value()) == "2026-03-05");
  CHECK_FALSE(seen.stale);
  const Finding& objection = finding(deal, "r.objection");
  REQUIRE(objection.evidence.size() == 1);
  CHECK(objection.evidence[0].path == "objections[1]");
  CHECK(objection.evidence[0].value == "b, no");
  CHECK(objection.evidence[0].at == Location{7, 5});
  CHECK(objection.evidence[0].grade == Grade::reported);
  CHECK_FALSE(objection.evidence[0].date.has_value());
}

TEST_CASE("assess: old evidence against us is shown as old") {
  const Assessment deal = judge(
      "stage: late\nmilestones: {quote: 2025-01-01}\nbehaviours: {questions: {value: few, date: "
      "2025-12-01}}\n");
  REQUIRE(deal.questions[0].evidence.size() == 1);
  CHECK(deal.questions[0].evidence[0].stale);
}

TEST_CASE("assess: why a question is not read") {
  CHECK(gap_of("") == Gap::not_asked);
  CHECK(gap_of("behaviours: {scope: wide}\n") == Gap::not_asked);
  CHECK(gap_of("behaviours: {questions: unknown}\n") == Gap::not_known);
  CHECK(gap_of("behaviours: unknown\n") == Gap::not_known);
  CHECK(gap_of("behaviours: {questions: [{value: few}, {value: many}]}\n") == Gap::contradicted);
  CHECK(gap_of("behaviours: {questions: {value: many, evidence: assumed}}\n") == Gap::only_assumed);
  CHECK(gap_of("behaviours: {questions: {value: many, date: 2025-12-01}}\n") == Gap::stale);
  CHECK(gap_of("behaviours: {questions: systematic}\n") == Gap::undecided);
  CHECK(gap_of("behaviours: {questions: few}\n") == Gap::none);
}

TEST_CASE("assess: coverage by the best grade behind each question") {
  const auto coverage = [](const std::string& behaviours) {
    return judge("stage: early\nbehaviours: " + behaviours + "\n").coverage;
  };
  const std::string seen = ", date: 2026-03-01, by: us}";
  CHECK(coverage("{questions: many}") == doctest::Approx(0.25));
  CHECK(coverage("{questions: many, scope: wide}") == doctest::Approx(0.5));
  CHECK(coverage("{questions: {value: many" + seen + ", scope: wide}") == doctest::Approx(0.75));
  CHECK(coverage("{questions: {value: many" + seen + ", scope: {value: wide" + seen + "}") ==
        doctest::Approx(1.0));
  CHECK(coverage("{questions: {value: few, evidence: assumed}}") == doctest::Approx(0.0));
  CHECK(coverage("{questions: unknown}") == doctest::Approx(0.0));
}

TEST_CASE("assess: a waiver needs a reason, and ends") {
  const std::string deal = "stage: late\nvalue: {price_vs_budget: above}\n";
  const auto waived = [&](const std::string& waiver) {
    return finding(judge(deal + "waive: [" + waiver + "]\n"), "r.price").waived;
  };
  CHECK(waived("{rule: r.price, reason: agreed with the boss}") == "agreed with the boss");
  CHECK(waived("{rule: r.price, reason: agreed, until: 2026-03-20}") == "agreed");
  CHECK(waived("{rule: r.price, reason: agreed, until: 2026-03-19}").empty());
  CHECK(waived("{rule: r.other, reason: agreed}").empty());
  CHECK(waived("{rule: r.price, reason: old, until: 2026-01-01}, {rule: r.price, reason: new}") ==
        "new");
  // It is told, and moves nothing.
  CHECK(judge(deal + "waive: [{rule: r.price, reason: agreed}]\n").standing ==
        judge(deal).standing);
}

TEST_CASE("assess: a waiver that waives nothing is told, one without a reason refused") {
  const auto told = [](const std::string& waiver) {
    return complaints("stage: late\nvalue: {price_vs_budget: above}\nwaive: [" + waiver + "]\n");
  };
  CHECK(told("{rule: r.price, reason: agreed}").empty());
  CHECK(told("{rule: r.price}") ==
        "3:9 error: a waiver needs a reason | write `reason: …`: who accepted it, and why\n");
  CHECK(told("{reason: agreed}") ==
        "3:9 error: this waiver does not say which rule it waives | write `rule: …`; the id stands "
        "behind every risk in the report\n");
  CHECK(told("{rule: r.pric, reason: agreed}") ==
        "3:9 warning: there is no rule 'r.pric', so nothing is waived | the nearest one is "
        "'r.price'\n");
  CHECK(told("{rule: r.price, reason: agreed, until: 2026-03-19}") ==
        "3:9 warning: the waiver of r.price ran out on 2026-03-19; the risk counts again | remove "
        "it, or let a manager accept it anew with a later `until`\n");
  CHECK(told("{rule: r.objection, reason: agreed}") ==
        "3:9 warning: r.objection has nothing to say here, so this waiver can go\n");
}

TEST_CASE("assess: the day of judgement is the one asked for, else that of the file, else today") {
  AssessOptions how = options();
  CHECK(iso_date(judge("stage: late\n", how).as_of) == "2026-03-20");
  CHECK(iso_date(judge("stage: late\nas_of: 2026-02-01\n", how).as_of) == "2026-02-01");
  CHECK(iso_date(judge("stage: late\nas_of: unknown\n", how).as_of) == "2026-03-20");
  how.as_of = parse_date("2026-01-15");
  CHECK(iso_date(judge("stage: late\nas_of: 2026-02-01\n", how).as_of) == "2026-01-15");
}

TEST_CASE("assess: the stage is the declared one, else the one of the milestones") {
  CHECK(judge("stage: early\nmilestones: {quote: 2026-01-01}\n").stages.judged == Stage::early);
  CHECK(judge("stage: early\nmilestones: {quote: 2026-01-01}\n").stages.milestones == Stage::late);
  CHECK(judge("milestones: {quote: 2026-01-01}\n").stages.judged == Stage::late);
  CHECK_FALSE(judge("milestones: {quote: 2026-01-01}\n").stages.declared.has_value());
  CHECK(judge("stage: mid\nbehaviours: {questions: many}\n").stages.behaviour == Stage::early);
  CHECK(
      complaints("name: x\nmilestones: {quote: 2026-05-01}\n") ==
      "2:1 error: no milestone has been reached on 2026-03-20, so there is no stage to judge | add "
      "`stage: early`, `mid` or `late`\n");
}

TEST_CASE("assess: what is dated after the day of judgement is warned of once for each entry") {
  CHECK(
      complaints("stage: late\nas_of: 2026-03-01\nobjections:\n  - {topic: x, can_meet: no, date: "
                 "2026-03-02}\n"
                 "milestones: {board: 2026-06-01}\n") ==
      "4:5 warning: dated 2026-03-02, after the day of judgement 2026-03-01: it does not count\n");
}

TEST_CASE("assess: mines first, the most dangerous first, then the worst") {
  const Assessment deal = judge(
      "stage: late\nbehaviours: {questions: few, scope: narrow}\nobjections: [{topic: x, can_meet: "
      "no}]\n"
      "value: {price_vs_budget: above}\nproject: {initiated: yes}\n");
  std::string order;
  for (const Finding& one : deal.findings) order += one.rule + " ";
  CHECK(order == "r.objection r.after r.price r.small ");
  CHECK(finding(deal, "r.after").message == "We lag");
  CHECK(finding(deal, "r.price").cap == Standing::backup);
  CHECK(finding(deal, "r.price").lifted_by == "a lower price");
}

TEST_CASE("assess: what would change the verdict, in words") {
  const Assessment deal = judge(
      "stage: late\nbehaviours: {questions: many, scope: wide}\nvalue: {price_vs_budget: above}\n");
  REQUIRE(deal.flips.size() == 2);
  CHECK(deal.flips[0].up);
  CHECK(deal.flips[0].to == Standing::first_choice);
  REQUIRE(deal.flips[0].changes.size() == 1);
  CHECK(deal.flips[0].changes[0].rule == "r.price");
  CHECK(deal.flips[0].changes[0].says == "a lower price");
  CHECK_FALSE(deal.flips[0].changes[0].to_find_out);
  CHECK_FALSE(deal.flips[1].up);
  REQUIRE(deal.flips[1].changes.size() == 2);
  CHECK(deal.flips[1].changes[0].from == Reads::favourable);
  CHECK(deal.flips[1].changes[0].to == Reads::adverse);
  CHECK(deal.flips[1].changes[0].points == -6);
  CHECK(deal.flips[1].changes[0].says == "worse");
  const Assessment weak = judge(
      "stage: late\nbehaviours: {questions: few, scope: mixed}\nobjections: [{topic: x, can_meet: "
      "no}]\n");
  bool found = false;
  for (const Flip& flip : weak.flips) {
    for (const FlipChange& change : flip.changes) {
      found = found || change.says == "this no longer holds: 'x'";
    }
  }
  CHECK(found);
}

TEST_CASE("assess: questions to ask, those of the stage first") {
  const Assessment deal = judge("stage: late\nbehaviours: {scope: wide}\n");
  REQUIRE(deal.open_questions.size() == 3);
  CHECK(deal.open_questions[0].rule == "q.many");
  CHECK(deal.open_questions[0].swing == 6);
  CHECK(deal.open_questions[0].ask == "Ask q.many");
  CHECK(deal.open_questions[0].gap == Gap::not_asked);
  CHECK(deal.open_questions[1].rule == "r.price");  // one point and a gate
  CHECK(deal.open_questions[1].swing == 4);
  CHECK(deal.open_questions[2].rule == "r.frozen");  // a gate alone
  CHECK(deal.open_questions[2].swing == 3);
  CHECK(deal.range.worst_points == 0);
  CHECK(deal.range.best_points == 6);
}

}  // namespace dealcheck
