#include "deal/edit/deal_edit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "base/whole_file.h"
#include "deal/edit/deal_statements.h"
#include "support.h"

using namespace dealcheck;
using namespace dealcheck::test;

namespace {

const Vocabulary& words() { return rules().vocabulary; }

using Typed = std::vector<std::pair<std::string, std::string>>;

/// An answer as it is typed: `behaviours`, `{{"questions", "few"}}`.
DealAnswer typed(const std::string& section, const Typed& values, const std::string& day = "",
                 const std::string& by = "") {
  DealAnswer answer;
  answer.section = *words().section_id(section);
  for (const auto& one : values) {
    Diagnostics diagnostics;
    const auto id = words().find_key(words().sections[answer.section], one.first);
    REQUIRE_MESSAGE(id, one.first);
    const auto value =
        read_answered_value(words(), answer.section, *id, "answer", one.second, diagnostics);
    REQUIRE_MESSAGE(value, in_lines(diagnostics));
    answer.values.push_back(*value);
  }
  if (!day.empty()) answer.date = parse_date(day);
  answer.by = by;
  return answer;
}

DealAnswer whole(const std::string& section, Value::Kind kind) {
  DealAnswer answer;
  answer.section = *words().section_id(section);
  answer.whole = kind;
  return answer;
}

std::string edited(const std::string& deal, const DealAnswer& answer) {
  Diagnostics diagnostics;
  return write_answer(read_deal(deal), rules().vocabulary, answer, diagnostics)
      .value_or("(refused)");
}

/// `after` is `before` with stretches of text put in; nothing is lost.
bool is_subsequence(std::string_view before, std::string_view after) {
  std::size_t at = 0;
  for (const char c : after) {
    if (at < before.size() && before[at] == c) ++at;
  }
  return at == before.size();
}

}  // namespace

TEST_CASE("An answer goes where a person would write it") {
  struct Case {
    const char* what;
    std::string before;
    DealAnswer answer;
    std::string after;
  };
  const DealAnswer few = typed("behaviours", {{"questions", "few"}});
  const DealAnswer told = typed("behaviours", {{"questions", "few"}}, "2026-03-02", "rad");
  const DealAnswer refused = typed("executive_access", {{"outcome", "refused"}});
  const std::vector<Case> cases{
      {"a section that is not there, at the end", "stage: early\n", few,
       "stage: early\nbehaviours:\n  questions: few\n"},
      {"with its proof", "stage: early\n", told,
       "stage: early\nbehaviours:\n  questions: {value: few, date: 2026-03-02, by: rad}\n"},
      {"no line end at the end of the file", "stage: early", few,
       "stage: early\nbehaviours:\n  questions: few"},
      {"a byte kept before it: comments and blank lines at the end", "stage: early\n\n# end\n", few,
       "stage: early\n\n# end\nbehaviours:\n  questions: few\n"},
      {"behind its predecessor in the vocabulary",
       "stage: early\nproject:\n  initiated: yes  # said so\n\nobjections: none\n", few,
       "stage: early\nproject:\n  initiated: yes  # said so\nbehaviours:\n  questions: few\n\n"
       "objections: none\n"},
      {"a block map, in its own indentation, behind a comment",
       "stage: early\nbehaviours:\n    scope: wide   # three sites\n    # more\n", few,
       "stage: early\nbehaviours:\n    scope: wide   # three sites\n    questions: few\n    # "
       "more\n"},
      {"a map in braces", "stage: early\nbehaviours: {scope: wide}  # so far\n", few,
       "stage: early\nbehaviours: {scope: wide, questions: few}  # so far\n"},
      {"braces over several lines", "stage: early\nbehaviours: {scope: wide,\n  depth: partly }\n",
       few, "stage: early\nbehaviours: {scope: wide,\n  depth: partly, questions: few }\n"},
      {"a list of entries", "stage: early\nbehaviours:\n  - {scope: wide, date: 2026-03-01}\n",
       told,
       "stage: early\nbehaviours:\n  - {scope: wide, date: 2026-03-01}\n"
       "  - {questions: few, date: 2026-03-02, by: rad}\n"},
      {"a list without indentation", "stage: early\nbehaviours:\n- {scope: wide}\n", few,
       "stage: early\nbehaviours:\n- {scope: wide}\n- {questions: few}\n"},
      {"what is not known gives way", "stage: early\nbehaviours:\n  questions: unknown  # asked\n",
       told,
       "stage: early\nbehaviours:\n  questions: {value: few, date: 2026-03-02, by: rad}  # "
       "asked\n"},
      {"so it does in a list", "stage: early\nbehaviours: [{questions: not_sure}, {scope: wide}]\n",
       few, "stage: early\nbehaviours: [{questions: few}, {scope: wide}]\n"},
      {"a section that is not known", "stage: early\nbehaviours: unknown\n", few,
       "stage: early\nbehaviours: {questions: few}\n"},
      {"an older value stays beside it", "stage: early\nbehaviours:\n  questions: many  # before\n",
       told,
       "stage: early\nbehaviours:\n  questions: [{value: many}, {value: few, date: 2026-03-02, by: "
       "rad}]  # before\n"},
      {"an older value with its proof",
       "stage: early\nbehaviours:\n  questions: {value: many, date: 2025-03-01}\n", few,
       "stage: early\nbehaviours:\n  questions: [{value: many, date: 2025-03-01}, {value: few}]\n"},
      {"an older value over several lines",
       "stage: early\nbehaviours:\n  questions:\n    value: many\n    date: 2025-03-01\n  scope: "
       "wide\n",
       few,
       "stage: early\nbehaviours:\n  questions:\n    - value: many\n      date: 2025-03-01\n    - "
       "{value: few}\n  scope: wide\n"},
      {"a map with a proof of its own does not lend it",
       "stage: early\nbehaviours: {date: 2026-03-01, scope: wide}\n", few,
       "stage: early\nbehaviours: [{date: 2026-03-01, scope: wide}, {questions: few}]\n"},
      {"a list that is not there", "stage: early\n", refused,
       "stage: early\nexecutive_access:\n  - {outcome: refused}\n"},
      {"the bare value of a list", "stage: early\nexecutive_access: too busy  # 3 May\n", refused,
       "stage: early\nexecutive_access: [too busy, {outcome: refused}]  # 3 May\n"},
      {"a bare text with a comma", "stage: late\nobjections: price, again\n",
       typed("objections", {{"topic", "the hypervisor"}}),
       "stage: late\nobjections: [\"price, again\", {topic: the hypervisor}]\n"},
      {"a list that was checked", "stage: early\nexecutive_access: none\n", refused,
       "stage: early\nexecutive_access: [{outcome: refused}]\n"},
      {"a single entry in braces", "stage: early\nexecutive_access: {outcome: met}\n", refused,
       "stage: early\nexecutive_access: [{outcome: met}, {outcome: refused}]\n"},
      {"a single entry over several lines",
       "stage: early\nexecutive_access:\n  outcome: met\n\n  note: |\n    a\n    b\nfeeling: "
       "okay\n",
       refused,
       "stage: early\nexecutive_access:\n  - outcome: met\n\n    note: |\n      a\n      b\n  - "
       "{outcome: refused}\nfeeling: okay\n"},
      {"entries over several lines",
       "stage: early\nexecutive_access:\n  - outcome: met\n    date: 2026-01-01\n", refused,
       "stage: early\nexecutive_access:\n  - outcome: met\n    date: 2026-01-01\n  - {outcome: "
       "refused}\n"},
      {"a key of the head", "stage: early\nobjections: none\n",
       typed("deal", {{"feeling", "okay"}}), "stage: early\nfeeling: okay\nobjections: none\n"},
      {"a file in one pair of braces", "{stage: early}\n", few,
       "{stage: early, behaviours: {questions: few}}\n"},
      {"CRLF", "stage: early\r\nbehaviours:\r\n  scope: wide\r\n", few,
       "stage: early\r\nbehaviours:\r\n  scope: wide\r\n  questions: few\r\n"},
      {"Chinese keys", "阶段: 初期\n名称: 煤矿\n", told,
       "阶段: 初期\n名称: 煤矿\n客户行为:\n  客户疑问: {值: 少, 日期: 2026-03-02, 来源人: rad}\n"},
      {"several values", "stage: late\n",
       typed("commitments", {{"asked", "partnership"}, {"asked", "guarantee"}}),
       "stage: late\ncommitments:\n  - {asked: [partnership, guarantee]}\n"},
      {"not known", "stage: early\nbehaviours: {scope: wide}\n",
       typed("behaviours", {{"questions", "not sure"}}),
       "stage: early\nbehaviours: {scope: wide, questions: unknown}\n"},
      {"there is none", "stage: late\nobjections: unknown # yet\n",
       whole("objections", Value::Kind::none), "stage: late\nobjections: none # yet\n"},
      {"there is none, said first", "stage: late\n", whole("objections", Value::Kind::none),
       "stage: late\nobjections: none\n"},
  };
  for (const Case& one : cases) {
    INFO(one.what);
    CHECK(edited(one.before, one.answer) == one.after);
  }
}

TEST_CASE("Lines that were prepared are filled in where they stand") {
  const std::string starter =
      "stage: early   # early, mid, late\n#name: unknown   # what we call it\n\n# What they did.\n"
      "#behaviours:\n#  questions: unknown   # many, few\n#  scope: unknown   # wide, narrow\n\n"
      "#executive_access:\n#  - outcome: unknown   # met, refused\n";
  const auto after = [&](const std::string& before, const DealAnswer& answer) {
    const std::string text = edited(before, answer);
    CHECK(text != "(refused)");
    return text;
  };
  std::string deal = after(starter, typed("deal", {{"name", "Mill"}}));
  deal = after(deal, typed("behaviours", {{"scope", "wide"}}));
  deal = after(deal, typed("behaviours", {{"questions", "few"}}, "2026-03-02"));
  deal = after(deal, typed("behaviours", {{"depth", "partly"}}));
  deal = after(deal, typed("executive_access", {{"outcome", "refused"}}));
  CHECK(deal ==
        "stage: early   # early, mid, late\nname: Mill   # what we call it\n\n# What they did.\n"
        "behaviours:\n  questions: {value: few, date: 2026-03-02}   # many, few\n"
        "  scope: wide   # wide, narrow\n  depth: partly\n\n"
        "executive_access:\n  - {outcome: refused}\n#  - outcome: unknown   # met, refused\n");
}

TEST_CASE("A comment that a person wrote is left alone") {
  const DealAnswer few = typed("behaviours", {{"questions", "few"}});
  CHECK(edited("stage: early\nbehaviours:\n  scope: wide\n#  questions: many   # says Weiss\n",
               few) ==
        "stage: early\nbehaviours:\n  scope: wide\n  questions: few\n#  questions: many   # says "
        "Weiss\n");
  CHECK(edited("stage: early\n# behaviours:\n", few) ==
        "stage: early\n# behaviours:\nbehaviours:\n  questions: few\n");
}

TEST_CASE("What users type is quoted where YAML needs it") {
  for (const std::string text : {"a: b",  "# c",        "no",
                                 "12",    "2026-03-02", "- dash",
                                 "null",  "它：要",     "it's \"theirs\"",
                                 "{x}",   "a, b",       "100%",
                                 "*star", "trailing:",  "back\\slash",
                                 "> 5",   "\u3000wide", "他们不要",
                                 "@home", "unknown x",  "tab\there"}) {
    INFO(text);
    DealAnswer answer;
    answer.section = *words().section_id("objections");
    const KeyId topic = *words().find_key(words().sections[answer.section], "topic");
    AnsweredValue value{topic, {}, text};
    value.value.kind = Value::Kind::text;
    answer.values = {value};
    const std::string deal = edited("stage: late\n", answer);
    REQUIRE(deal != "(refused)");
    const Opportunity read = read_deal(deal);
    CHECK(read.sections[answer.section].records.front().find(topic)->value.text == text);
    CHECK(edited(deal, answer) != "(refused)");
  }
}

TEST_CASE("What would say something else is not written") {
  const DealAnswer few = typed("behaviours", {{"questions", "few"}});
  CHECK(edited("stage: early\nbehaviours:\n  questions: [many]\n", few) == "(refused)");
  DealAnswer two = few;
  two.values.push_back(typed("behaviours", {{"questions", "many"}}).values.front());
  CHECK(edited("stage: early\n", two) == "(refused)");
  DealAnswer stranger = few;
  stranger.by = "radiologi";
  CHECK(edited("stage: early\ncontacts: [{id: radiology}]\n", stranger) == "(refused)");
}

TEST_CASE("In every example any answer adds itself and nothing else") {
  std::size_t edits = 0;
  for (const auto& file : std::filesystem::directory_iterator(source_folder() + "/examples")) {
    if (file.path().extension() != ".yaml") continue;
    const std::string text = read_whole_file(file.path().string()).value();
    const Opportunity deal = read_deal(text);
    for (const Rule& rule : rules().rules) {
      for (const AnswerPlace& place : rule.answers) {
        const Section& section = words().sections[place.section];
        DealAnswer answer;
        answer.section = place.section;
        for (const KeyId key : place.keys) {
          AnsweredValue value{key, {}, "a: text, in \"their\" words"};
          value.value.kind = Value::Kind::text;
          const Key& known = section.keys[key];
          if (known.type == Type::choice) value.value.kind = Value::Kind::choice;
          if (known.type == Type::contact) value = {key, {}, "us"};
          if (known.type == Type::contact) value.value.kind = Value::Kind::contact;
          if (known.type == Type::number) {
            value.value.kind = Value::Kind::number;
            value.value.number = 45;
            value.text = "45";
          }
          if (known.type == Type::date) {
            value.value.kind = Value::Kind::date;
            value.value.date = *parse_date("2026-01-31");
            value.text = "2026-01-31";
          }
          answer.values.push_back(value);
        }
        for (const bool proven : {false, true}) {
          INFO(file.path().string() << " " << section.id << " " << proven);
          answer.date = proven ? parse_date("2026-02-03") : std::nullopt;
          answer.by = proven ? "us" : "";
          Diagnostics diagnostics;
          const auto now = write_answer(deal, rules().vocabulary, answer, diagnostics);
          REQUIRE(now);
          ++edits;
          CHECK(adds_only(deal, read_deal(*now), words(), answer));
          CHECK((is_subsequence(text, *now) || text.find("unknown") != std::string::npos));
          if (section.shape == Shape::records)
            CHECK(write_answer(read_deal(*now), rules().vocabulary, answer, diagnostics));
        }
      }
    }
  }
  CHECK(edits > 2000);
}
