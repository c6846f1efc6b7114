#include "interview/interview.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "interview/new_deal.h"
#include "support.h"

namespace dealcheck {
namespace {

/// An interview by itself: what is typed goes in, what is told, complained and saved comes out.
struct Talk {
  explicit Talk(std::deque<std::string> typed, Language language = Language::en)
      : lines(std::move(typed)),
        page(test::rules().words, {.language = language}),
        judging{parse_date("2026-03-20"), {}, language} {}

  InterviewPorts ports() {
    return {[this]() -> std::optional<std::string> {
              if (lines.empty()) return std::nullopt;
              std::string line = std::move(lines.front());
              lines.pop_front();
              return line;
            },
            [this](std::string_view text) { told += text; },
            [this](const Diagnostics& diagnostics) { complaints += test::in_lines(diagnostics); },
            [this](const std::string& text) { saved.push_back(text); },
            [](const std::string& sentence) {
              return std::string(sentence == "nobody sees us" ? "access: none" : "");
            }};
  }

  bool about(const std::string& deal) {
    Interview interview(test::rules(), judging, page, ports());
    return interview.run(std::make_shared<const Source>("deal.yaml", deal));
  }
  [[nodiscard]] bool tells(std::string_view text) const {
    return told.find(text) != std::string::npos;
  }

  std::deque<std::string> lines;
  InterviewPage page;
  AssessOptions judging;
  std::string told;
  std::string complaints;
  std::vector<std::string> saved;
};

constexpr const char* kEarly = "stage: early\ncontacts: [{id: rad, name: Dr. Rad}]\n";

}  // namespace

TEST_CASE("interview: an answer is saved at once, by number or in words, with its proof") {
  for (const char* answer : {"2", "few", "FEW", "少", " few "}) {
    Talk talk({answer, "2026-03-02 rad"});
    CHECK(talk.about(kEarly));
    CHECK(talk.saved == std::vector<std::string>{
                            "stage: early\ncontacts: [{id: rad, name: Dr. Rad}]\nbehaviours:\n"
                            "  questions: {value: few, date: 2026-03-02, by: rad}\n"});
    CHECK(talk.complaints == "");
  }
}

TEST_CASE("interview: half a proof will do, and none") {
  const auto line = [](const std::string& proof) {
    Talk talk({"few", proof});
    CHECK(talk.about(kEarly));
    REQUIRE(talk.saved.size() == 1);
    return talk.saved[0].substr(talk.saved[0].find("questions"));
  };
  CHECK(line("") == "questions: few\n");
  CHECK(line("2026-03-02") == "questions: {value: few, date: 2026-03-02}\n");
  CHECK(line("Dr. Rad") == "questions: {value: few, by: Dr. Rad}\n");
  CHECK(line("2026-03-02, rad") == "questions: {value: few, date: 2026-03-02, by: rad}\n");
}

TEST_CASE("interview: the verdict is told before and after, or as unchanged, with what is read") {
  Talk talk({"few", ""});
  CHECK(talk.about(kEarly));
  CHECK(talk.tells("→ points"));
  CHECK(talk.tells("early.questions"));
  Talk same({"not known"});
  CHECK(same.about("stage: early\n"));
  CHECK(same.tells("unchanged: UNCLEAR, points 0, range"));
}

TEST_CASE("interview: what nobody knows is written so, without asking who says it") {
  Talk talk({"not known", "quit"});
  CHECK(talk.about("stage: early\n"));
  CHECK(talk.saved ==
        std::vector<std::string>{"stage: early\nbehaviours:\n  questions: unknown\n"});
  CHECK(talk.lines.empty());
}

TEST_CASE("interview: what nobody knows is asked again only after everything else") {
  Talk talk({});
  CHECK(
      talk.about("stage: early\nbehaviours: {questions: unknown, clarity: unknown, "
                 "knows_trade: unknown, names_risks: unknown}\n"));
  CHECK(talk.told.find("Executive access") != std::string::npos);
  CHECK(talk.told.find("Questions asked") == std::string::npos);
}

TEST_CASE("interview: Enter skips the whole question, and nothing is written") {
  Talk talk({"", "", "quit"});
  CHECK(talk.about("stage: early\n"));
  CHECK(talk.saved.empty());
  CHECK(talk.tells("Questions asked"));
  CHECK(talk.tells("Executive access"));
  CHECK(talk.tells("Breadth of talk"));
}

TEST_CASE("interview: back takes the last answer out of the file, and asks it again") {
  for (const char* back : {"back", "undo", "BACK", "返回"}) {
    Talk talk({"few", "", back, "many", ""});
    CHECK(talk.about("stage: early\n"));
    CHECK(talk.saved == std::vector<std::string>{"stage: early\nbehaviours:\n  questions: few\n",
                                                 "stage: early\n",
                                                 "stage: early\nbehaviours:\n  questions: many\n"});
    CHECK(talk.tells("out of the file again"));
  }
}

TEST_CASE("interview: back goes over skipped questions, and no further than the beginning") {
  Talk talk({"", "back", "back", "few", ""});
  CHECK(talk.about("stage: early\n"));
  CHECK(talk.saved.size() == 1);
  CHECK(talk.tells("There is nothing to go back to."));
}

TEST_CASE("interview: of an entry in parts nothing is written before the last one") {
  const char* deal =
      "stage: early\nbehaviours: {questions: many, clarity: unclear, time_given: "
      "long, meeting_minutes: 90, agenda: open}\n";
  Talk cut({"refused"});
  CHECK(cut.about(deal));
  CHECK(cut.tells("Executive access"));
  CHECK(cut.saved.empty());
  Talk whole({"refused", "", ""});
  CHECK(whole.about(deal));
  REQUIRE(whole.saved.size() == 1);
  CHECK(whole.saved[0].find("executive_access:\n  - {outcome: refused}\n") != std::string::npos);
}

TEST_CASE("interview: a wrong answer gets the reader's complaint and is asked again") {
  Talk talk({"purple", "9", "fewe", "few", "2026-02-30", "2026-03-02 rad"});
  CHECK(talk.about("stage: early\ncontacts: [{id: radiology}, {id: rad}]\n"));
  CHECK(talk.complaints.find("'questions' does not take 'purple'") != std::string::npos);
  CHECK(talk.complaints.find("'questions' does not take '9'") != std::string::npos);
  CHECK(talk.complaints.find("2026-02-30") != std::string::npos);
  CHECK(talk.saved.size() == 1);
}

TEST_CASE("interview: a witness who is nearly a contact is asked for again") {
  Talk talk({"few", "radiologi", "few", "radiology"});
  CHECK(talk.about("stage: early\ncontacts: [{id: radiology}]\n"));
  CHECK(talk.complaints.find("there is no contact 'radiologi'") != std::string::npos);
  REQUIRE(talk.saved.size() == 1);
  CHECK(talk.saved[0].find("by: radiology") != std::string::npos);
}

TEST_CASE("interview: why tells the reason and the rule, and the question stays") {
  for (const char* why : {"?", "？", "why", "为什么"}) {
    Talk talk({why, "few", ""});
    CHECK(talk.about("stage: early\n"));
    CHECK(talk.tells("rule early.questions, S1"));
    CHECK(talk.saved.size() == 1);
  }
}

TEST_CASE("interview: what is dated after the day of judgement is said not to count") {
  Talk talk({"few", "2026-04-01"});
  CHECK(talk.about("stage: early\n"));
  CHECK(talk.complaints.find("warning") != std::string::npos);
  CHECK(talk.saved.size() == 1);
}

TEST_CASE("interview: the end of input is the end, and resuming asks what is left") {
  Talk first({"few", ""});
  CHECK(first.about("stage: early\n"));
  CHECK(first.tells("Stopped"));
  Talk second({});
  CHECK(second.about(first.saved.back()));
  CHECK(second.told.find("the customer has:") == std::string::npos);
}

TEST_CASE("interview: every question can be skipped, to the end") {
  Talk talk(std::deque<std::string>(200, ""));
  CHECK(talk.about("stage: late\n"));
  CHECK(talk.tells("Nothing more to ask here."));
  CHECK(talk.saved.empty());
}

TEST_CASE("interview: a deal with errors is not begun") {
  Talk talk({"few"});
  CHECK_FALSE(talk.about("stage: late\nbehaviours: {questions: purple}\n"));
  CHECK(talk.complaints.find("2:25 error") == 0);
  CHECK(talk.lines.size() == 1);
  CHECK(talk.told == "");
}

TEST_CASE("interview: hostile text comes out visible") {
  Talk talk({"\x1b[2Jx", "few", ""});
  CHECK(talk.about("stage: early\nname: \"\\e[31mred\"\ncontacts: [{name: \"\\e[1mBold\"}]\n"));
  CHECK(talk.told.find('\x1b') == std::string::npos);
  CHECK(talk.complaints.find('\x1b') == std::string::npos);
  CHECK(talk.tells("\\x1b[31mred"));
}

TEST_CASE("interview: a new deal asks name, account and stage; the stage is needed") {
  Talk talk({"Mill: new", "", "back", "Paper & Co", "", "purple", "2"});
  const auto text = ask_new_deal(test::rules(), talk.page, talk.ports(), "mill.yaml");
  REQUIRE(text);
  CHECK(text->find("\nname: \"Mill: new\"") != std::string::npos);
  CHECK(text->find("\naccount: Paper & Co") != std::string::npos);
  CHECK(text->find("\nstage: mid") != std::string::npos);
  CHECK(talk.complaints.find("'stage' does not take 'purple'") != std::string::npos);
  CHECK(test::complaints_about(*text) == "");
  Talk people({"Mill", "", "2", "R. Stein", "IT, CIO", "back", "CFO", "", "They rang, at last"});
  const auto told = ask_new_deal(test::rules(), people.page, people.ports(), "mill.yaml");
  REQUIRE(told);
  CHECK(people.tells("who there has a say"));
  CHECK(people.tells("what happened last"));
  CHECK(told->find("name: R. Stein") != std::string::npos);
  CHECK(told->find("name: CFO") != std::string::npos);
  CHECK(told->find("IT, CIO") == std::string::npos);
  CHECK(told->find("They rang, at last") != std::string::npos);
  CHECK(test::complaints_about(*told) == "");
  Talk left({"Mill", "", "quit"});
  CHECK_FALSE(ask_new_deal(test::rules(), left.page, left.ports(), "mill.yaml"));
  CHECK(left.tells("Nothing was written."));
}

TEST_CASE("interview: what a question does not take is looked up") {
  Talk talk({"nobody sees us", "purple", "quit"});
  CHECK(talk.about("stage: early\n"));
  CHECK(talk.complaints.find("does not take 'nobody sees us'") != std::string::npos);
  CHECK(talk.tells("this is how a file says it"));
  CHECK(talk.tells("access: none"));
}

TEST_CASE("interview: in Chinese") {
  Talk talk({"？", "2", "2026-03-02", "退出"}, Language::zh);
  CHECK(talk.about("阶段: 初期\n"));
  CHECK(talk.saved == std::vector<std::string>{
                          "阶段: 初期\n客户行为:\n  客户疑问: {值: 少, 日期: 2026-03-02}\n"});
  CHECK(talk.tells("先到这里"));
}

}  // namespace dealcheck
