#include "assess/because.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

std::string reasons(const std::string& text) {
  std::string told;
  for (const ReasonView& reason : test::judge(text).because) {
    told += (told.empty() ? "" : ", ") + reason.rule;
    if (!reason.quote.empty()) told += " \"" + reason.quote + "\"";
  }
  return told;
}

}  // namespace

TEST_CASE("because: the words that a note quotes") {
  struct Case {
    const char* note;
    const char* words;
  };
  const Case cases[] = {
      {"", ""},
      {"they do not want it, and that's all", ""},
      {"said 'for us it is you' twice", "for us it is you"},
      {"'we don't know yet', she said", "we don't know yet"},
      {"said \"no time\"", "no time"},
      {"他说“和你一起做项目很愉快”", "和你一起做项目很愉快"},
      {"«照顾大家的利益»", "照顾大家的利益"},
      {"an open 'quotation", ""},
      {"empty ''", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.note);
    CHECK(quoted_words(one.note) == one.words);
  }
}

TEST_CASE("because: a gate that binds, else what weighs most in the direction of the verdict") {
  CHECK(reasons("stage: mid\nproject: {put_off: frozen}\n") == "project.not-started");
  CHECK(reasons("stage: late\nprocess: {narrowed: out}\n") == "process.field");
  CHECK(reasons("stage: early\nexecutive_access: refused\nprocess: {questions_refused: "
                "{value: yes, note: \"'one question each'\"}}\n") ==
        "process.questions-refused \"one question each\"");
  CHECK(reasons("stage: mid\nbehaviours: {depth: each_need, next_step: joint}\n"
                "origin: {history: good}\n") == "mid.next-step, mid.depth");
  CHECK(reasons("stage: early\nbehaviours: {questions: many}\nobjections: [{topic: x, can_meet: "
                "no}]\n") == "early.questions, conduct.objections");
  CHECK(reasons("stage: early\n") == "");
}

}  // namespace dealcheck
