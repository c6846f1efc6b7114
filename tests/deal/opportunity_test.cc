#include "deal/opportunity.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

// ---- what was read, in a form that can be compared
// -----------------------------------------------

std::string show_person(std::int32_t index, std::string_view text) {
  if (index == kOurSide) return "us";
  if (index == kNotListed) return fmt::format("unlisted {}", text);
  return index == kNobodyNamed ? std::string() : fmt::format("#{}", index);
}

std::string show_value(const Value& value, const Key& key) {
  const Vocabulary& words = test::rules().vocabulary;
  switch (value.kind) {
    case Value::Kind::unknown:
      return "unknown";
    case Value::Kind::none:
      return "none";
    case Value::Kind::choice:
      return words.choices(key).choices[static_cast<std::size_t>(value.index)].id;
    case Value::Kind::number:
      return fmt::format("{}", value.number);
    case Value::Kind::date:
      return iso_date(value.date);
    case Value::Kind::text:
      return fmt::format("'{}'", value.text);
    case Value::Kind::contact:
      return show_person(value.index, value.text);
  }
  return {};
}

std::string show_proof(const Provenance& proof) {
  std::string text = fmt::format("{}", to_string(proof.grade()));
  if (proof.date) text += " " + iso_date(*proof.date);
  if (proof.by != kNobodyNamed) text += " by " + show_person(proof.by, proof.by_text);
  if (proof.seen_in) text += fmt::format(" in {}", to_string(*proof.seen_in));
  if (!proof.note.empty()) text += fmt::format(" note '{}'", proof.note);
  if (!proof.source.empty()) text += fmt::format(" source '{}'", proof.source);
  if (proof.trust) text += fmt::format(" trust {}", *proof.trust);
  return text;
}

/// `section: key=value (grade date by …); …`, a line for each record; `section: none` for a
/// section's own word.
std::string show(const Opportunity& deal) {
  const Vocabulary& words = test::rules().vocabulary;
  std::string text;
  for (std::size_t id = 0; id < deal.sections.size(); ++id) {
    const SectionData& data = deal.sections[id];
    const Section& section = words.sections[id];
    if (section.top || data.presence == SectionData::Presence::absent) continue;
    if (data.presence == SectionData::Presence::none) text += section.id + ": none\n";
    if (data.presence == SectionData::Presence::unknown) text += section.id + ": unknown\n";
    for (const Record& record : data.records) {
      text += section.id + ":";
      if (record.parent >= 0) text += fmt::format(" under {}", record.parent);
      for (const Statement& one : record.statements) {
        const Key& key = words.key(section, one.key);
        text +=
            fmt::format(" {}={} ({})", key.id, show_value(one.value, key), show_proof(one.proof));
      }
      text += "\n";
    }
  }
  return text;
}

/// The deal without its stage, as `show` shows it.
std::string read(const std::string& deal) { return show(test::read_deal("stage: late\n" + deal)); }

/// What reading and judging complain about, a line each.
std::string complaints(const std::string& text) {
  Diagnostics diagnostics;
  auto tree = parse_yaml(std::make_shared<const Source>("deal.yaml", text), diagnostics);
  if (!tree) return test::in_lines(diagnostics);
  const auto document = std::make_shared<const YamlDocument>(std::move(*tree));
  const auto deal = read_opportunity(document, test::rules().vocabulary, diagnostics);
  CHECK(deal.has_value() == !diagnostics.has_errors());
  if (deal) {
    const AssessOptions options{std::nullopt, *parse_date("2026-03-20"), Language::en};
    const bool judged = assess(test::rules(), *deal, options, diagnostics).has_value();
    CHECK(judged == !diagnostics.has_errors());
  }
  return test::in_lines(diagnostics);
}

struct Same {
  std::string deal;
  std::string shown;
};

void check_all(const std::vector<Same>& cases) {
  for (const Same& one : cases) {
    CAPTURE(one.deal);
    CHECK(read(one.deal) == one.shown);
  }
}

/// `id` is the diagnostic that the case is about; a test below asks for every one of them.
struct Mistake {
  std::string id;
  std::string deal;
  std::string told;
};

}  // namespace

// ---- what may be written
// -------------------------------------------------------------------------

TEST_CASE("opportunity: events are read as if they stood in their sections") {
  const std::string contacts = "contacts: [{id: cfo}, {id: it}]\n";
  const auto same = [&](const std::string& events, const std::string& sections) {
    CAPTURE(events);
    CHECK(read(contacts + "events:\n" + events) == read(contacts + sections));
  };
  same("  - {date: 2026-03-05, by: cfo, questions: few, note: asked once}\n",
       "behaviours: [{date: 2026-03-05, by: cfo, questions: few, note: asked once}]\n");
  same("  - {date: 2026-03-05, by: it, objection: {topic: price, can_meet: no}}\n",
       "objections: [{topic: price, can_meet: no, date: 2026-03-05, by: it}]\n");
  same("  - {date: 2026-03-05, by: cfo, executive_access: too_busy, price_talks: needs}\n",
       "price_talks: [{date: 2026-03-05, by: cfo, about: needs}]\n"
       "executive_access: [{date: 2026-03-05, by: cfo, outcome: too_busy}]\n");
  same("  - {date: 2026-03-05, by: cfo, executive_access: {who: it, outcome: met}}\n",
       "executive_access: [{date: 2026-03-05, by: cfo, who: it, outcome: met}]\n");
  same("  - {budget: in_place}\n  - {alternatives: {in_house: open}}\n",
       "project: {budget: in_place}\nalternatives: {in_house: open}\n");
  same("  {date: 2026-03-05, objection: none}\n", "objections: none\n");
  CHECK(read("contacts: [{id: cfo}]\n经过:\n  - {日期: 2026-03-05, 谁说的: cfo, 疑问: 少}\n") ==
        read("contacts: [{id: cfo}]\nbehaviours: [{date: 2026-03-05, by: cfo, questions: few}]\n"));
}

TEST_CASE("opportunity: a fact that stands in two places counts once") {
  const std::string section =
      "contacts: [{id: it}]\n"
      "objections: [{date: 2026-03-05, by: it, topic: price}]\n"
      "behaviours: [{date: 2026-03-05, by: it, questions: few}]\n";
  const auto with = [&](const std::string& event) {
    return read(section + "events: [{date: 2026-03-05, by: it, " + event + "}]\n");
  };
  CHECK(with("questions: few") == read(section));
  CHECK(with("objection: {topic: price}") == read(section));
  CHECK(with("objection: {topic: price, can_meet: no}") ==
        read("contacts: [{id: it}]\n"
             "objections: [{date: 2026-03-05, by: it, topic: price, can_meet: no}]\n"
             "behaviours: [{date: 2026-03-05, by: it, questions: few}]\n"));
  CHECK(with("objection: {topic: delivery}") != read(section));
  CHECK(read(section + "events: [{date: 2026-03-06, by: it, objection: {topic: price}}]\n") !=
        read(section));
}

TEST_CASE("opportunity: one fact in every form") {
  check_all({
      {"behaviours: {questions: few}", "behaviours: questions=few (reported)\n"},
      {"behaviours:\n  questions: few\n  scope: wide\n",
       "behaviours: questions=few (reported) scope=wide (reported)\n"},
      {"behaviours: {questions: {value: few, date: 2026-03-01}}",
       "behaviours: questions=few (reported 2026-03-01)\n"},
      {"behaviours:\n  - {questions: few, date: 2026-03-01, by: us}\n",
       "behaviours: questions=few (witnessed 2026-03-01 by us)\n"},
      {"behaviours:\n  - {signal: questions, value: few, date: 2026-03-01}\n",
       "behaviours: questions=few (reported 2026-03-01)\n"},
      {"behaviours: {questions: [{value: many, date: 2026-01-01}, {value: few, date: 2026-03-01}]}",
       "behaviours: questions=many (reported 2026-01-01) questions=few (reported 2026-03-01)\n"},
      {"行为: {疑问: 少}", "behaviours: questions=few (reported)\n"},
      {"客户行为:\n  - {信号: 客户疑问, 值: 很少, 日期: 2026-03-01, 来源人: 我方}\n",
       "behaviours: questions=few (witnessed 2026-03-01 by us)\n"},
      {"Behaviours: {Questions: Differences only}",
       "behaviours: questions=differences_only (reported)\n"},
      {"行为: {questions: 少, 范围: wide}",
       "behaviours: questions=few (reported) scope=wide (reported)\n"},
  });
}

TEST_CASE("opportunity: a record in every form") {
  check_all({
      {"objections: too dear", "objections: topic='too dear' (reported)\n"},
      {"objections: [too dear, too slow]",
       "objections: topic='too dear' (reported)\nobjections: topic='too slow' (reported)\n"},
      {"objections: {topic: too dear, can_meet: no}",
       "objections: topic='too dear' (reported) can_meet=no (reported)\n"},
      {"objections:\n  - {topic: too dear, date: 2026-03-01}\n",
       "objections: topic='too dear' (reported 2026-03-01)\n"},
      {"异议: [{内容: 太贵, 能否满足: 不能}]",
       "objections: topic='太贵' (reported) can_meet=no (reported)\n"},
      {"commitments: [clear yes]", "commitments: said=explicit_choice (reported)\n"},
      {"silences: 2026-03-01", "silences: since=2026-03-01 (reported)\n"},
      {"price_talks: none", "price_talks: none\n"},
      {"price_talks: [none]", "price_talks: about=nothing (reported)\n"},
      {"price_talks: [{about: [needs, 风险]}]",
       "price_talks: about=needs (reported) about=risk (reported)\n"},
  });
}

TEST_CASE("opportunity: not mentioned, not known and not there are three things") {
  check_all({
      {"", ""},
      {"behaviours: unknown", "behaviours: unknown\n"},
      {"行为: 不知道", "behaviours: unknown\n"},
      {"objections: none", "objections: none\n"},
      {"objections: no", "objections: none\n"},
      {"异议: 没有", "objections: none\n"},
      {"objections: unknown", "objections: unknown\n"},
      {"project: {budget: unknown, approver: none}",
       "project: budget=unknown (reported) approver=none (reported)\n"},
      {"project: {budget: 未知}", "project: budget=unknown (reported)\n"},
      {"project: {budget: \"?\"}", "project: budget=unknown (reported)\n"},
      {"contacts: [{name: \"unknown\", met: \"none\"}]",
       "contacts: name='unknown' (reported) met=none (reported)\n"},
      {"project: {approval_date: none}", "project: approval_date=none (reported)\n"},
      {"process: {place: unknown}", "process: place=unknown (reported)\n"},
      {"contacts: [{name: Li, met: not met}]",
       "contacts: name='Li' (reported) met=none (reported)\n"},
      {"contacts: [{name: Li, met: 没见过}]",
       "contacts: name='Li' (reported) met=none (reported)\n"},
      {"project: {approver: \"none\"}", "project: approver='none' (reported)\n"},
      {"behaviours: \"unknown\"", "behaviours: unknown\n"},
      {"objections: \"none\"", "objections: none\n"},
      {"objections: 'no'", "objections: none\n"},
      {"异议: '没有'", "objections: none\n"},
      {"objections: [\"none\"]", "objections: topic=none (reported)\n"},
      {"objections: [none]", "objections: topic=none (reported)\n"},
      {"competitors: [{name: Orbit, strengths: \"none\", weaknesses: [\"unknown\"]}]",
       "competitors: name='Orbit' (reported)\ncompetitors.strengths: none\n"
       "competitors.weaknesses: under 0 what=unknown (reported)\n"},
  });
}

TEST_CASE("opportunity: a word of the key goes before the word for none") {
  check_all({
      {"behaviours: {sudden_objection: none}", "behaviours: sudden_objection=none (reported)\n"},
      {"behaviours: {next_step: none}", "behaviours: next_step=none (reported)\n"},
      {"behaviours: {price_pressed: no}", "behaviours: price_pressed=never (reported)\n"},
      {"behaviours: {questions: none}", "behaviours: questions=none (reported)\n"},
      {"origin: {incumbent: none}", "origin: incumbent=nobody (reported)\n"},
  });
}

TEST_CASE("opportunity: yes and no in their spellings") {
  const std::vector<std::string> yes{"yes", "Yes", "YES", "true", "True", "y", "是", "\"yes\""};
  const std::vector<std::string> no{"no", "No", "false", "n", "否", "不是", "\"no\""};
  for (const std::string& word : yes) {
    CAPTURE(word);
    CHECK(read("project: {initiated: " + word + "}") == "project: initiated=yes (reported)\n");
  }
  for (const std::string& word : no) {
    CAPTURE(word);
    CHECK(read("project: {initiated: " + word + "}") == "project: initiated=no (reported)\n");
  }
}

TEST_CASE("opportunity: how well something is known") {
  check_all({
      {"project: {initiated: {value: yes}}", "project: initiated=yes (reported)\n"},
      {"project: {initiated: {value: yes, date: 2026-03-01}}",
       "project: initiated=yes (reported 2026-03-01)\n"},
      {"project: {initiated: {value: yes, by: us}}", "project: initiated=yes (reported by us)\n"},
      {"project: {initiated: {value: yes, date: 2026-03-01, by: us}}",
       "project: initiated=yes (witnessed 2026-03-01 by us)\n"},
      {"project: {initiated: {value: yes, date: 2026-03-01, by: us, evidence: assumed}}",
       "project: initiated=yes (assumed 2026-03-01 by us)\n"},
      {"project: {initiated: {value: yes, evidence: witnessed}}",
       "project: initiated=yes (witnessed)\n"},
      {"project: {initiated: {value: yes, 证据: 听说}}", "project: initiated=yes (reported)\n"},
      {"project: {initiated: {value: yes, evidence: we think}}",
       "project: initiated=yes (assumed)\n"},
      {"project: {initiated: {value: yes, source: driver, trust: doubtful}}",
       "project: initiated=yes (reported source 'driver' trust 3)\n"},
      {"behaviours: {questions: {value: few, seen_in: early, note: hardly any}}",
       "behaviours: questions=few (reported in early note 'hardly any')\n"},
  });
}

TEST_CASE("opportunity: an entry hands its date and witness down") {
  check_all({
      {"behaviours:\n  - {date: 2026-03-01, by: us, questions: few, scope: {value: wide, date: "
       "2026-03-05}}\n",
       "behaviours: questions=few (witnessed 2026-03-01 by us) "
       "scope=wide (witnessed 2026-03-05 by us)\n"},
      {"project: {date: 2026-03-01, initiated: yes, budget: {value: requested, evidence: assumed}}",
       "project: initiated=yes (reported 2026-03-01) budget=requested (assumed 2026-03-01)\n"},
      {"objections:\n  - {topic: dear, evidence: assumed, can_meet: {value: no, evidence: "
       "witnessed}}\n",
       "objections: topic='dear' (assumed) can_meet=no (witnessed)\n"},
      {"behaviours:\n  - {questions: few}\n  - {date: 2026-03-01, scope: wide}\n",
       "behaviours: questions=few (reported) scope=wide (reported 2026-03-01)\n"},
  });
}

TEST_CASE("opportunity: a date with details is still a date") {
  check_all({
      {"contacts: [{name: Li, met: [{date: 2026-03-01, note: at the fair}, 2026-03-09]}]",
       "contacts: name='Li' (reported) met=2026-03-01 (reported 2026-03-01 note 'at the fair') "
       "met=2026-03-09 (reported)\n"},
      {"milestones: {quote: {value: 2026-03-01, date: 2026-02-01}}",
       "milestones: quote=2026-03-01 (reported 2026-02-01)\n"},
      {"milestones: {quote: {date: 2026-02-01, value: 2026-03-01}}",
       "milestones: quote=2026-03-01 (reported 2026-02-01)\n"},
  });
}

TEST_CASE("opportunity: people by id, by name, by our own word, in any order") {
  check_all({
      {"attitudes: [{who: cfo, view: for}]\ncontacts: [{id: cfo, name: R. Stein}]",
       "contacts: id='cfo' (reported) name='R. Stein' (reported)\n"
       "attitudes: who=#0 (reported) view=for_us (reported)\n"},
      {"contacts: [Wang, {id: cfo, name: R. Stein}]\nattitudes: [{who: r. stein, by: Wang, view: "
       "for}]",
       "contacts: name='Wang' (reported)\ncontacts: id='cfo' (reported) name='R. Stein' "
       "(reported)\n"
       "attitudes: who=#1 (reported by #0) view=for_us (reported by #0)\n"},
      {"联系人: [{姓名: 王总}]\n态度: [{谁: 王总, 态度: 支持, 见证: 我们}]",
       "contacts: name='王总' (reported)\n"
       "attitudes: who=#0 (reported by us) view=for_us (reported by us)\n"},
      {"contacts: [{id: a}, {id: b, trusts: [a, us]}]",
       "contacts: id='a' (reported)\ncontacts: id='b' (reported) trusts=#0 (reported) trusts=us "
       "(reported)\n"},
      {"attitudes: [{who: somebody, view: for}]",
       "attitudes: who=unlisted somebody (reported) view=for_us (reported)\n"},
      {"contacts: [{id: us, name: Ursula Sand}]\nattitudes: [{who: us, view: for}]",
       "contacts: id='us' (reported) name='Ursula Sand' (reported)\n"
       "attitudes: who=#0 (reported) view=for_us (reported)\n"},
      {"contacts: [{id: wang, name: li}, {id: x, name: Wang}]\nattitudes: [{who: wang, view: for}]",
       "contacts: id='wang' (reported) name='li' (reported)\n"
       "contacts: id='x' (reported) name='Wang' (reported)\n"
       "attitudes: who=#0 (reported) view=for_us (reported)\n"},
      {"contacts: [{name: 王伟}, {name: 王伟}, {id: Li, name: li}, {id: x, name: X}]\n"
       "attitudes: [{who: LI, view: for}, {who: X, view: for}]",
       "contacts: name='王伟' (reported)\ncontacts: name='王伟' (reported)\n"
       "contacts: id='Li' (reported) name='li' (reported)\n"
       "contacts: id='x' (reported) name='X' (reported)\n"
       "attitudes: who=#2 (reported) view=for_us (reported)\n"
       "attitudes: who=#3 (reported) view=for_us (reported)\n"},
      {"contacts: [{id: a}]\nattitudes: [{who: \"unknown\", by: \"none\", view: for}]",
       "contacts: id='a' (reported)\n"
       "attitudes: who=unknown (reported) view=for_us (reported)\n"},
      {"contacts: [{name: Nobody, trusts: \"no one\"}, {name: \"No One\"}]",
       "contacts: name='Nobody' (reported) trusts=#1 (reported)\n"
       "contacts: name='No One' (reported)\n"},
      {"contacts: [{id: a}]\nexecutive_access: [{who: unknown, outcome: refused}]",
       "contacts: id='a' (reported)\nexecutive_access: who=unknown (reported) outcome=refused "
       "(reported)\n"},
  });
}

TEST_CASE("opportunity: nested lists know what they hang under") {
  check_all({
      {"competitors: [Orbit, {name: Nova, strengths: [price, {what: speed, recognised_by: us}]}]",
       "competitors: name='Orbit' (reported)\ncompetitors: name='Nova' (reported)\n"
       "competitors.strengths: under 1 what='price' (reported)\n"
       "competitors.strengths: under 1 what='speed' (reported) recognised_by=us (reported)\n"},
      {"对手: {名称: 甲, 优势: 价格, 劣势: 无}",
       "competitors: name='甲' (reported)\n"
       "competitors.strengths: under 0 what='价格' (reported)\ncompetitors.weaknesses: none\n"},
      {"competitors: [{name: A, strengths: x}, {name: B, strengths: none}]",
       "competitors: name='A' (reported)\ncompetitors: name='B' (reported)\n"
       "competitors.strengths: under 0 what='x' (reported)\n"},
      {"competitors: [{name: A, strengths: none}, {name: B, strengths: x}]",
       "competitors: name='A' (reported)\ncompetitors: name='B' (reported)\n"
       "competitors.strengths: under 1 what='x' (reported)\n"},
  });
}

TEST_CASE("opportunity: numbers and amounts") {
  check_all({
      {"process: {bidders: 3}", "process: bidders=3 (reported)\n"},
      {"contacts: [{name: a, support: -5}]",
       "contacts: name='a' (reported) support=-5 (reported)\n"},
      {"contacts: [{name: a, support: +4}]",
       "contacts: name='a' (reported) support=4 (reported)\n"},
      {"value: {number: 1.2M EUR}", "value: number=1200000 (reported)\n"},
      {"价值: {数额: 120万元}", "value: number=1200000 (reported)\n"},
      {"value: {number: 350k}", "value: number=350000 (reported)\n"},
      {"value: {number: {value: 800k, by: us}}", "value: number=800000 (reported by us)\n"},
  });
}

TEST_CASE("opportunity: the head of the file") {
  const Opportunity deal = test::read_deal(
      "版本: 1\n名称: 档案\nstage: 后期\n感觉: 舒服\namount: 120万\nnotes: [a, b]\nas_of: "
      "2026-03-01\n");
  const Vocabulary& words = test::rules().vocabulary;
  const std::uint16_t head = *words.section_id("deal");
  const auto statement = [&](const char* key) -> const Statement& {
    const Statement* found = deal.find(head, *words.sections[head].names.find(key));
    REQUIRE(found != nullptr);
    return *found;
  };
  CHECK(statement("dealcheck").value.number == 1);
  CHECK(statement("name").value.text == "档案");
  CHECK(statement("stage").value.index == 2);
  CHECK(statement("amount").value.number == 1.2e6);
  CHECK(iso_date(statement("as_of").value.date) == "2026-03-01");
  CHECK(statement("notes").at == Location{6, 9});
  CHECK(deal.sections[head].records.front().statements.size() == 8);
}

TEST_CASE("opportunity: every value knows its place") {
  const Opportunity deal =
      test::read_deal("stage: late\nbehaviours:\n  - {questions: few}\n  - scope: wide\n");
  const Vocabulary& words = test::rules().vocabulary;
  const SectionData& data = deal.sections[*words.section_id("behaviours")];
  REQUIRE(data.records.size() == 1);
  CHECK(data.at == Location{2, 1});
  CHECK(data.records[0].statements[0].at == Location{3, 17});
  CHECK(data.records[0].statements[1].at == Location{4, 12});
}

TEST_CASE("opportunity: a contact is called by name, else by id, else by title") {
  const Opportunity deal = test::read_deal(
      "stage: late\ncontacts: [{id: a, name: Li}, {id: b}, {title: CFO}, {roles: user}]\n");
  const Vocabulary& words = test::rules().vocabulary;
  CHECK(contact_name(deal, words, 0) == "Li");
  CHECK(contact_name(deal, words, 1) == "b");
  CHECK(contact_name(deal, words, 2) == "CFO");
  CHECK(contact_name(deal, words, 3).empty());
  CHECK(contact_name(deal, words, kOurSide).empty());
}

TEST_CASE("opportunity: when two values are the same") {
  Value few;
  few.kind = Value::Kind::choice;
  few.index = 1;
  Value many = few;
  many.index = 0;
  Value none;
  none.kind = Value::Kind::none;
  Value stranger;
  stranger.kind = Value::Kind::contact;
  stranger.index = kNotListed;
  stranger.text = "Li";
  Value other = stranger;
  other.text = "Wu";
  CHECK(few.same_as(few));
  CHECK_FALSE(few.same_as(many));
  CHECK_FALSE(few.same_as(none));
  CHECK(none.same_as(none));
  CHECK(stranger.same_as(stranger));
  CHECK_FALSE(stranger.same_as(other));
  other.index = 0;
  CHECK_FALSE(stranger.same_as(other));
}

// ---- what must fail
// ------------------------------------------------------------------------------

namespace {

const std::vector<Mistake>& mistakes() {
  static const std::vector<Mistake> kMistakes{
      {"unknown-top-key", "stgae: early\n",
       "1:1 error: unknown key 'stgae' | the nearest name is 'stage'\n"},
      {"unknown-top-key", "stage: late\nzzzzzz: {a: 1}\n",
       "2:1 error: unknown key 'zzzzzz' | `dealcheck lookup \"zzzzzz\"` finds where to write it\n"},
      {"unknown-top-key", "stage: late\nbudget: in_place\n",
       "2:1 error: unknown key 'budget' | it is written under 'project.budget'\n"},
      {"not-read", "stage: late\nzzzzzz: 1\n",
       "2:1 warning: 'zzzzzz' is not read: no rule knows it | `dealcheck lookup \"zzzzzz\"` finds "
       "where to write it; what is only for people goes under `notes`\n"},
      {"event-without-fact", "stage: late\nevents: [{date: 2026-03-01, note: x}]\n",
       "2:10 warning: this event says nothing that is judged | beside date, by and note it needs "
       "what "
       "happened, as `questions: few` or `executive_access: too_busy`; `dealcheck lookup \"what "
       "happened\"` finds the name\n"},
      {"unknown-key", "stage: late\nevents: [{qestions: few}]\n",
       "2:11 error: unknown key 'qestions' in 'events' | the nearest name is 'questions'\n"},
      {"unknown-key", "stage: late\nproject: {预算：有， 立项: yes}\n",
       "2:13 error: a full-width '：' stands here | YAML needs the narrow signs: `,` between "
       "items, "
       "`:` with a blank behind it, `{` `[` `-` and quotes; a text that holds a full-width one "
       "needs "
       "quotes\n"},
      {"value-of-other", "stage: late\ncontacts: [{name: Li, roles: runs_it}]\n",
       "2:30 error: 'roles' does not take 'runs_it' | 'runs_it' is written under 'part'\n"},
      {"not-a-meeting", "stage: late\ncontacts: [{name: Li, met: soon}]\n",
       "2:28 error: 'met' needs a date, not 'soon' | write 2026-03-20, or as far as you know it "
       "(2026-03, March 2026, about 2026-03-20); `yes`, `by phone` or `5 times` when the day is "
       "not "
       "known, `none` when nobody has met, `unknown` when nobody knows\n"},
      {"needs-as-of", "stage: late\ncontacts: [{name: Li, met: yesterday}]\n",
       "2:28 error: 'met': what day 'yesterday' is depends on a day that the file does not tell | "
       "write the day or the year, or add `as_of: 2026-03-20` at the top: tomorrow the same words "
       "would mean another day\n"},
      {"needs-its-day", "stage: late\nas_of: last week\n",
       "2:8 error: 'as_of': what day 'last week' is nobody could tell tomorrow | write the day "
       "itself, like 2026-03-20, or leave the line out to judge as of today\n"},
      {"needs-a-day", "stage: late\nas_of: 2026-03\n",
       "2:8 error: 'as_of' needs one day, not '2026-03' | write it like 2026-03-20\n"},
      {"far-ahead", "stage: late\nas_of: 2062-03-20\n",
       "2:8 warning: judged as of 2062-03-20, which lies ahead of today: is the year right?\n"},
      {"unknown-top-key", "客户行力: {疑问: 少}\n",
       "1:1 error: unknown key '客户行力' | the nearest name is '客户行为'\n"},
      {"unknown-key", "stage: late\nbehaviours: {questons: few}\n",
       "2:14 error: unknown key 'questons' in 'behaviours' | the nearest name is 'questions'\n"},
      {"unknown-key", "stage: late\ncontacts:\n  - {name: Li, tilte: CFO}\n",
       "3:16 error: unknown key 'tilte' in 'contacts' | the nearest name is 'title'\n"},
      {"unknown-key", "stage: late\nproject: {initiated: {value: yes, dte: 2026-03-01}}\n",
       "2:35 error: unknown key 'dte' in 'initiated' | the nearest name is 'date'\n"},
      {"unknown-signal", "stage: late\nbehaviours: [{signal: questons, value: few}]\n",
       "2:23 error: unknown signal 'questons' in 'behaviours' | the nearest name is 'questions'\n"},
      {"signal-without-value", "stage: late\nbehaviours: [{signal: questions, date: 2026-03-01}]\n",
       "2:23 error: the signal 'questions' has no value beside it | write `signal: questions` and "
       "`value: …` in one entry\n"},
      {"stray-text", "stage: late\nproject: {3 sites: }\n",
       "2:11 error: '3 sites' stands alone, without a value | a key needs a colon and a value "
       "behind "
       "it; text with a comma inside { } needs quotes\n"},
      {"stray-text", "stage: late\nproject: {reason: {value: storm, 3 sites: }}\n",
       "2:34 error: '3 sites' stands alone, without a value | a key needs a colon and a value "
       "behind "
       "it; text with a comma inside { } needs quotes\n"},
      {"section-twice", "stage: late\nbehaviours: {questions: few}\n行为: {scope: wide}\n",
       "3:1 error: the section 'behaviours' stands here a second time | put both parts under one "
       "heading; English and Chinese names mean the same section\n"},
      {"key-twice", "stage: late\n阶段: 后期\n",
       "2:1 error: 'stage' is said a second time here, under another name | keep one of the two, "
       "or "
       "write a list of dated entries\n"},
      {"key-twice", "stage: late\nbehaviours: {questions: few, 疑问: 多}\n",
       "2:30 error: 'questions' is said a second time here, under another name | keep one of the "
       "two, or write a list of dated entries\n"},
      {"key-twice", "stage: late\nobjections: [{topic: a, date: 2026-03-01, 日期: 2026-03-02}]\n",
       "2:43 error: 'date' is said a second time here, under another name | keep one of the two, "
       "or "
       "write a list of dated entries\n"},
      {"empty-value", "stage: late\nbehaviours:\n",
       "2:1 error: 'behaviours' has no value | write `unknown` when nobody knows, `none` when it "
       "was "
       "checked, or remove the line\n"},
      {"empty-value", "stage: late\nproject: {budget: }\n",
       "2:11 error: 'budget' has no value | write `unknown` when nobody knows, `none` when it was "
       "checked, or remove the line\n"},
      {"empty-value", "stage: late\nproject: {budget: \" \"}\n",
       "2:19 error: 'budget' has no value | write `unknown` when nobody knows, `none` when it was "
       "checked, or remove the line\n"},
      {"empty-entry", "stage: late\nobjections: [\"\"]\n",
       "2:14 error: an entry of 'objections' is empty | fill it or remove the dash\n"},
      {"empty-list", "stage: late\ncontacts: [{name: Li, roles: []}]\n",
       "2:30 error: the list of 'roles' is empty | write `none` when it was checked, or remove the "
       "line\n"},
      {"list-in-list", "stage: late\ncontacts: [{name: Li, roles: [[user]]}]\n",
       "2:31 error: a list inside the list of 'roles' | write the values one below the other\n"},
      {"one-value", "stage: late\nproject: {budget: [in_place, requested]}\n",
       "2:20 error: 'budget' takes one value | keep one value; where two are true write an entry "
       "for "
       "each; several statements over time are entries with `value` and `date`\n"},
      {"missing-value", "stage: late\nproject: {budget: {date: 2026-03-01}}\n",
       "2:19 error: 'budget' has details but no `value` | add `value: …` beside them; "
       "a text with a colon in it needs quotes around it\n"},
      {"entry-needs-map", "stage: late\nbehaviours: [few]\n",
       "2:14 error: an entry of 'behaviours' is written as `key: value` pairs\n"},
      {"entry-needs-map", "stage: late\nobjections: [[a]]\n",
       "2:14 error: an entry of 'objections' is written as `key: value` pairs\n"},
      {"section-needs-map", "stage: late\nbehaviours: few\n",
       "2:13 error: 'behaviours' needs `key: value` lines below it | write `none` or `unknown` "
       "only "
       "when that holds for the whole section\n"},
      {"unknown-value", "stage: late\nproject: {budget: in_plaec}\n",
       "2:19 error: 'budget' does not take 'in_plaec' | the nearest is 'in_place'; it takes "
       "in_place, planned, requested, outside_money, unsecured, unclear_source, not_raised, none "
       "or "
       "unknown\n"},
      {"unknown-value", "stage: late\nproject: {initiated: perhaps}\n",
       "2:22 error: 'initiated' does not take 'perhaps' | it takes yes, no, none or unknown\n"},
      {"not-a-number", "stage: late\nprocess: {bidders: 010}\n", ""},
      {"not-a-number", "stage: late\nprocess: {bidders: 0x1F}\n", ""},
      {"not-a-number", "stage: late\nprocess: {bidders: 1_000}\n", ""},
      {"not-a-number", "stage: late\nprocess: {bidders: \"1,000\"}\n", ""},
      {"not-a-number", "stage: late\nprocess: {bidders: 80%}\n", ""},
      {"not-a-number", "stage: late\nprocess: {bidders: .nan}\n", ""},
      {"not-a-number", "stage: late\nprocess: {bidders: three}\n",
       "2:20 error: 'bidders' needs a plain number, not 'three' | write digits like 25 or 2.5, "
       "between "
       "1 and 1000; behind it may stand 家, 个, 家公司, 家单位, bidders, vendors, firms, "
       "companies; no "
       "sign of grouping, no leading zero\n"},
      {"not-money", "stage: late\nvalue: {number: \"1,200\"}\n",
       "2:17 error: 'number' needs an amount, not '1,200' | write it like 1.2M EUR, 350k or "
       "1200000\n"},
      {"out-of-range", "stage: late\ncontacts: [{name: Li, support: 6}]\n",
       "2:32 error: 'support' lies between -5 and +5, not at 6\n"},
      {"not-a-date", "stage: late\nmilestones: {quote: 20.3.2026}\n",
       "2:21 error: 'quote' needs a date, not '20.3.2026' | write 2026-03-20, or as far as you "
       "know it: "
       "2026-03, March 2026, 2026-Q1, about 2026-03-20, 2026-03-01..2026-03-05; the day must "
       "exist\n"},
      {"not-a-date", "stage: late\nmilestones: {quote: 2026-02-30}\n",
       "2:21 error: 'quote' needs a date, not '2026-02-30' | write 2026-03-20, or as far as you "
       "know it: "
       "2026-03, March 2026, 2026-Q1, about 2026-03-20, 2026-03-01..2026-03-05; the day must "
       "exist\n"},
      {"contact-twice", "stage: late\ncontacts: [{id: a}, {id: b},\n  {id: a}]\n",
       "3:8 error: the contact 'a' stands here a second time | the first one is in line 2\n"},
      {"contact-twice", "stage: late\ncontacts: [{id: it lead},\n  {id: IT-Lead}]\n",
       "3:8 error: the contact 'IT-Lead' stands here a second time | the first one is in line 2\n"},
      {"two-contacts",
       "stage: late\ncontacts:\n  - {name: 王伟}\n  - {name: 王伟}\n"
       "commitments: [{by: 王伟, said: explicit choice}]\n",
       "5:20 error: two contacts are called '王伟', in line 3 and in line 4 | use the id; give "
       "each "
       "of them an `id` where there is none\n"},
      {"two-contacts",
       "stage: late\ncontacts:\n  - {id: wang, name: li, reports_to: Wang}\n"
       "  - {id: x, name: Wang}\n",
       "3:38 error: two contacts are called 'Wang', in line 3 and in line 4 | use the id; give "
       "each "
       "of them an `id` where there is none\n"},
      {"two-contacts",
       "stage: late\ncontacts:\n  - {name: Dr-Weiss}\n  - {name: dr weiss}\n"
       "  - {name: x, trusts: Dr. Weiss}\n  - {name: y, trusts: Dr Weiss}\n",
       "5:23 error: there is no contact 'Dr. Weiss' | the nearest one is 'dr weiss'\n"
       "6:23 error: two contacts are called 'Dr Weiss', in line 3 and in line 4 | use the id; give "
       "each of them an `id` where there is none\n"},
      {"unknown-contact",
       "stage: late\ncontacts: [{id: stein}]\nobjections: [{topic: x, by: stien}]\n",
       "3:29 error: there is no contact 'stien' | the nearest one is 'stein'\n"},
      {"unlisted-contact",
       "stage: late\ncontacts: [{id: stein}]\nobjections: [{topic: x, by: Wang}]\n",
       "3:29 warning: 'Wang' is not among the contacts | add this person under `contacts`: whoever "
       "is "
       "left out cannot be watched\n"},
      {"unknown-version", "dealcheck: 2\nstage: late\n",
       "1:12 error: this program reads deal files of version 1, not 2\n"},
      {"no-stage", "name: x\n",
       "1:1 error: the file tells neither a stage nor dated milestones | add `stage: early`, `mid` "
       "or "
       "`late`\n"},
      {"no-stage", "name: x\nstage: unknown\n",
       "2:8 error: the file tells neither a stage nor dated milestones | add `stage: early`, `mid` "
       "or "
       "`late`\n"},
      {"no-stage-yet", "name: x\nmilestones: {demo: 2026-05-01}\n",
       "2:1 error: no milestone has been reached on 2026-03-20, so there is no stage to judge | "
       "add "
       "`stage: early`, `mid` or `late`\n"},
      {"after-judgement", "stage: late\nbehaviours: {questions: {value: few, date: 2026-03-21}}\n",
       "2:33 warning: dated 2026-03-21, after the day of judgement 2026-03-20: it does not "
       "count\n"},
      {"after-judgement", "stage: late\nobjections:\n  - {topic: x, date: 2026-04-01}\n",
       "3:5 warning: dated 2026-04-01, after the day of judgement 2026-03-20: it does not count\n"},
  };
  return kMistakes;
}

}  // namespace

TEST_CASE("opportunity: what must fail, as a user sees it") {
  for (const Mistake& one : mistakes()) {
    CAPTURE(one.deal);
    const std::string told = complaints(one.deal);
    if (!one.told.empty()) {
      CHECK(told == one.told);
    } else {
      CHECK_MESSAGE(told.starts_with("2:20 error: 'bidders' needs a plain number, not '"), told);
      CHECK_MESSAGE(told.find("| write digits like 25 or 2.5") != std::string::npos, told);
    }
  }
}

TEST_CASE("opportunity: what is no map at all") {
  Diagnostics diagnostics;
  const auto file = test::document("deal: early\n");
  CHECK_FALSE(
      read_opportunity(*Yaml(*file).find("deal"), file, test::rules().vocabulary, diagnostics)
          .has_value());
  CHECK(test::in_lines(diagnostics) == "1:7 error: a deal file is a list of `key: value` lines\n");
}

TEST_CASE("opportunity: every complaint about a deal is in the table above") {
  std::set<std::string> told{"needs-map"};  // in the test before this one
  for (const Mistake& one : mistakes()) told.insert(one.id);
  const std::string front = "diagnostics.deal.";
  int known = 0;
  for (const Words::Entry& entry : test::rules().words.entries()) {
    if (!entry.id.view().starts_with(front) || !entry.id.view().ends_with(".says")) continue;
    ++known;
    const std::string id(
        entry.id.view().substr(front.size(), entry.id.view().size() - front.size() - 5));
    CHECK_MESSAGE(told.contains(id), id);
  }
  CHECK(known == static_cast<int>(told.size()));
}

TEST_CASE("opportunity: with place, line and caret") {
  CHECK(test::complaints_about("stage: late\n行为: {思路清晰度: 规划清析}\n") ==
        "deal.yaml:2:13: error: 'clarity' does not take '规划清析'\n"
        "  2 | 行为: {思路清晰度: 规划清析}\n"
        "    |                    ^\n"
        "  help: the nearest is '规划清晰'; it takes 不清楚怎么做、正在形成、愿望清单、规划清晰, "
        "none or "
        "unknown\n");
}

TEST_CASE("opportunity: all mistakes are told at once") {
  CHECK(
      complaints(
          "stgae: late\nproject: {budget: x y z, initated: yes}\nmilestones: {quote: soon}\n") ==
      "1:1 error: unknown key 'stgae' | the nearest name is 'stage'\n"
      "2:19 error: 'budget' does not take 'x y z' | it takes in_place, planned, requested, "
      "outside_money, unsecured, unclear_source, not_raised, none or unknown\n"
      "2:26 error: unknown key 'initated' in 'project' | the nearest name is 'initiated'\n"
      "3:21 error: 'quote' needs a date, not 'soon' | write 2026-03-20, or as far as you know it: "
      "2026-03, March 2026, 2026-Q1, about 2026-03-20, 2026-03-01..2026-03-05; the day must "
      "exist\n");
}

TEST_CASE("opportunity: an unlisted person is told once, and not at all where nobody is listed") {
  CHECK(complaints("stage: late\nobjections: [{topic: x, by: Wang}]\n").empty());
  CHECK(complaints("stage: late\ncontacts: [{id: stein}]\nbehaviours:\n"
                   "  - {date: 2026-03-01, by: Wang, questions: few, scope: wide}\n") ==
        "4:28 warning: 'Wang' is not among the contacts | add this person under `contacts`: "
        "whoever is "
        "left out cannot be watched\n");
}

TEST_CASE("opportunity: contacts whose id nobody knows are no two of one id") {
  CHECK(
      complaints("stage: late\ncontacts: [{id: unknown}, {id: unknown}, {id: none}, {id: none}]\n")
          .empty());
}

TEST_CASE("opportunity: milestones are stage enough") {
  CHECK(complaints("milestones: {demo: 2026-03-01}\n").empty());
  CHECK(complaints("里程碑: {演示: 2026-03-01}\n").empty());
}

}  // namespace dealcheck
