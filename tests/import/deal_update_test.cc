// A second import: three versions of each value, and a file that belongs to people.

#include "import/deal_update.h"

#include <doctest/doctest.h>

#include "import/crm_record.h"
#include "support.h"

using namespace dealcheck;
using namespace dealcheck::test;

namespace {

using Says = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// A deal of one section: `deal`, `{{"amount", {"5"}}}`.
CrmDeal said(const std::string& section, const Says& values, const std::string& id = "") {
  const std::uint16_t place = *rules().vocabulary.section_id(section);
  CrmEntry entry{place, id, {}};
  for (const auto& [key, texts] : values) {
    entry.values.push_back(
        {*rules().vocabulary.find_key(rules().vocabulary.sections[place], key), texts});
  }
  return {"1", {entry}};
}

DealUpdate update(const std::string& file, const CrmDeal& now, const CrmDeal* last) {
  return update_deal(std::make_shared<const Source>("deal.yaml", file), now, last,
                     rules().vocabulary);
}

std::string kept(const DealUpdate& update) {
  std::string all;
  for (const ImportedChange& one : update.kept) all += one.field + " " + one.why + "\n";
  return all;
}

}  // namespace

TEST_CASE("What only the system changed is changed, and every other byte stays") {
  const std::string file =
      "# ours\nstage: mid   # since May\namount: 5000  # guess\nnotes: [a, b]\n"
      "behaviours: {questions: few}\n";
  const CrmDeal last =
      said("deal", {{"amount", {"5000"}}, {"stage", {"mid"}}, {"notes", {"a", "b"}}});
  const CrmDeal now = said("deal", {{"amount", {"6000"}}, {"stage", {"late"}}, {"notes", {"c"}}});
  const DealUpdate done = update(file, now, &last);
  CHECK(done.text ==
        "# ours\nstage: late   # since May\namount: 6000  # guess\nnotes: c\n"
        "behaviours: {questions: few}\n");
  CHECK(done.changed.size() == 3);
  CHECK(done.kept.empty());
}

TEST_CASE("What a person changed stays, and is told only when the system changed it too") {
  const std::string file = "stage: mid\namount: 7000\n";
  const CrmDeal last = said("deal", {{"amount", {"5000"}}});
  const CrmDeal same = said("deal", {{"amount", {"5000"}}});
  const DealUpdate quiet = update(file, same, &last);
  CHECK(quiet.text == file);
  CHECK(quiet.kept.empty());
  const CrmDeal other = said("deal", {{"amount", {"6000"}}});
  const DealUpdate told = update(file, other, &last);
  CHECK(told.text == file);
  CHECK(kept(told) == "amount written\n");
  CHECK(told.kept.front().at == Location{2, 9});
  const CrmDeal agreed = said("deal", {{"amount", {"7000"}}});
  CHECK(kept(update(file, agreed, &last)).empty());
}

TEST_CASE("Without the record only what the file does not say is written") {
  const CrmDeal now = said("deal", {{"amount", {"6000"}}, {"owner", {"Jo"}}, {"stage", {"mid"}}});
  const DealUpdate done = update("stage: mid\namount: 7000\nowner: unknown\n", now, nullptr);
  CHECK(done.text == "stage: mid\namount: 7000\nowner: Jo\n");
  CHECK(kept(done) == "amount written\n");
}

TEST_CASE("A value that somebody stands for is not replaced") {
  const CrmDeal last = said("deal", {{"probability", {"50"}}});
  const CrmDeal now = said("deal", {{"probability", {"60"}}});
  const std::string file =
      "stage: mid\nprobability: {value: 50, date: 2026-03-02, by: Ann}\ncontacts: [{name: Ann}]\n";
  const DealUpdate done = update(file, now, &last);
  CHECK(done.text == file);
  CHECK(kept(done) == "probability place\n");
}

TEST_CASE("A list with a comment in it is not replaced") {
  const CrmDeal last = said("deal", {{"notes", {"a", "b"}}});
  const CrmDeal now = said("deal", {{"notes", {"c", "d"}}});
  const std::string file = "stage: mid\nnotes:\n  - a # so she said\n  - b\n";
  CHECK(update(file, now, &last).text == file);
  CHECK(update("stage: mid\nnotes:\n  - a\n  - b\n", now, &last).text ==
        "stage: mid\nnotes:\n  [c, d]\n");
}

TEST_CASE("What the system no longer says is told and left") {
  const CrmDeal last = said("outcome", {{"result", {"lost"}}});
  const CrmDeal now = said("outcome", {{"result", {}}});
  const std::string file = "stage: late\noutcome: {result: lost}\n";
  const DealUpdate done = update(file, now, &last);
  CHECK(done.text == file);
  CHECK(kept(done) == "outcome.result no-longer\n");
}

TEST_CASE("People are changed where they stand, added at the end, and not brought back") {
  const std::string file =
      "stage: mid\ncontacts:\n  - name: Ann   # knows all\n    title: CFO\n    support: 3\n";
  const CrmDeal last = said("contacts", {{"name", {"Ann"}}, {"title", {"CFO"}}}, "1");
  const CrmDeal now =
      said("contacts", {{"name", {"Ann"}}, {"title", {"Chief"}}, {"phone", {"a@b.example"}}}, "1");
  CHECK(update(file, now, &last).text ==
        "stage: mid\ncontacts:\n  - name: Ann   # knows all\n    title: Chief\n    support: 3\n"
        "    phone: a@b.example\n");
  const CrmDeal more = said("contacts", {{"name", {"Bob"}}, {"roles", {"user", "coach"}}}, "2");
  CHECK(update(file, more, nullptr).text == file + "  - {name: Bob, roles: [user, coach]}\n");
  const std::string without = "stage: mid\ncontacts:\n  - name: Zoe\n";
  const DealUpdate gone = update(without, now, &last);
  CHECK(gone.text == without);
  CHECK(kept(gone) == "contacts gone\n");
}

TEST_CASE("An activity is added once, in the language of the file") {
  const CrmDeal now = said("interactions",
                           {{"date", {"2026-03-02"}},
                            {"kind", {"call"}},
                            {"with", {"王芳", "李雷"}},
                            {"purpose", {"报价"}},
                            {"note", {"问了: 价格"}}},
                           "1");
  const std::string file = "阶段: 中期\n联系人:\n  - 姓名: 王芳\n";
  const DealUpdate done = update(file, now, nullptr);
  CHECK(done.text == file +
                         "往来:\n  - {方式: 电话, 与谁: 王芳, 目的: 报价, 日期: 2026-03-02, 备注: "
                         "\"问了: 价格\"}\n");
  CHECK(update(done.text, now, nullptr).changed.empty());
}

TEST_CASE("The record says what was said, and keeps what an export leaves out") {
  const CrmMap map;
  CrmRecord record;
  record.put("1",
             said("contacts", {{"name", {"Ann: \"x\""}}, {"roles", {"user", "coach"}}}, "c 1"));
  record.put("1", said("deal", {{"amount", {"5000"}}, {"owner", {}}}));
  record.put("1", said("deal", {{"name", {"none"}}}));
  const std::string text = record.written(rules().vocabulary);
  Diagnostics diagnostics;
  const auto again = CrmRecord::read(std::make_shared<const Source>("r.yaml", text), map,
                                     rules().vocabulary, diagnostics);
  REQUIRE_MESSAGE(again, in_lines(diagnostics));
  CHECK(again->written(rules().vocabulary) == text);
  REQUIRE(again->find("1") != nullptr);
  CHECK(again->find("1")->entries.size() == 2);
  CHECK(again->find("2") == nullptr);
}
