// Words that sellers write, and what each has to be taken for.

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "deal/vocabulary.h"
#include "support.h"

namespace dealcheck {
namespace {

struct Word {
  std::string_view place;  ///< `section.key`
  std::string_view word;
  std::string_view value;
};

constexpr std::array kAccepted{
    Word{"deal.stage", "谈判阶段", "late"},
    Word{"deal.stage", "投标阶段", "late"},
    Word{"deal.stage", "方案阶段", "mid"},
    Word{"deal.stage", "立项阶段", "early"},
    Word{"deal.stage", "报价阶段", "late"},
    Word{"deal.feeling", "没底", "concerned"},
    Word{"deal.feeling", "很有把握", "comfortable"},
    Word{"deal.feeling", "悬", "worried"},
    Word{"deal.feeling", "uneasy", "concerned"},
    Word{"deal.significance", "战略客户", "strategic"},
    Word{"contacts.roles", "商务", "technical"},
    Word{"contacts.roles", "财务", "technical"},
    Word{"contacts.roles", "采购", "technical"},
    Word{"contacts.roles", "champion", "coach"},
    Word{"contacts.roles", "decision maker", "economic"},
    Word{"project.approval", "已批复", "granted"},
    Word{"project.approval", "待上会", "submitted"},
    Word{"project.budget", "预算不足", "unsecured"},
    Word{"project.budget", "列入预算", "planned"},
    Word{"project.time_pressure", "急", "yes"},
    Word{"process.lowest_price_wins", "综合评分", "no"},
    Word{"process.lowest_price_wins", "最低价", "yes"},
    Word{"behaviours.keeps_us_informed", "经常", "yes"},
    Word{"objections.can_meet", "需要开发", "partly"},
    Word{"compliance.kind", "回扣", "kickback"},
    Word{"compliance.kind", "内定", "fixed_award"},
    Word{"compliance.kind", "控标", "tailored_papers"},
    Word{"compliance.kind", "陪标", "arranged_bid"},
    Word{"compliance.kind", "宴请", "entertainment"},
    Word{"compliance.kind", "泄露标底", "leaked_paper"},
    Word{"paper.stage", "中标公示", "candidate"},
    Word{"paper.stage", "中标通知书", "award"},
    Word{"executive_access.outcome", "出差", "too_busy"},
    Word{"executive_access.outcome", "phone call", "by_phone"},
    Word{"commitments.said", "研究研究", "stalls"},
    Word{"changes.what", "换人", "replaced"},
};

/// What the vocabulary takes a word for; empty when it does not know it.
std::string taken_for(const Word& word) {
  const Vocabulary& words = test::rules().vocabulary;
  const std::size_t dot = word.place.find('.');
  const Section& section = words.sections[words.section_id(word.place.substr(0, dot)).value()];
  const Key& key = section.keys[section.names.find(word.place.substr(dot + 1)).value()];
  const ChoiceSet& set = words.choices(key);
  const auto choice = set.names.find(normalise_name(word.word));
  return choice ? set.choices[*choice].id : std::string();
}

}  // namespace

TEST_CASE("accepted words: each is taken for what people mean by it") {
  for (const Word& word : kAccepted) {
    CAPTURE(word.place);
    CAPTURE(word.word);
    CHECK(taken_for(word) == word.value);
  }
}

TEST_CASE(
    "accepted words: a title is no role, and a word that may mean two things is asked about") {
  for (const Word& word :
       {Word{"contacts.roles", "一把手", ""}, Word{"contacts.roles", "老板", ""},
        Word{"contacts.roles", "分管领导", ""}, Word{"deal.stage", "招标阶段", ""},
        Word{"deal.stage", "需求阶段", ""}, Word{"process.outside_pressure", "有", ""},
        Word{"competitors.status", "强", ""}, Word{"contacts.sees_us", "认可", ""}}) {
    CAPTURE(word.word);
    CHECK(taken_for(word).empty());
  }
}

TEST_CASE("accepted words: no label makes light of what was written") {
  const Vocabulary& words = test::rules().vocabulary;
  const auto label = [&](std::string_view set, std::string_view choice) {
    const ChoiceSet& choices = words.sets[words.set_id(set).value()];
    return std::string(choices.choices[choices.names.find(choice).value()].label.in(Language::zh));
  };
  CHECK(label("deal.feeling", "concerned") == "不踏实");
  CHECK(label("compliance.kind", "kickback") == "回扣");
  CHECK(label("compliance.kind", "fixed_award") == "内定");
}

TEST_CASE("accepted words: numbers as people count") {
  const auto read = [](const std::string& line) {
    const Opportunity deal = test::read_deal("stage: late\n" + line);
    for (const SectionData& section : deal.sections) {
      for (const Record& record : section.records) {
        for (const Statement& said : record.statements) {
          if (said.value.kind == Value::Kind::number) return said.value.number;
        }
      }
    }
    return -1.0;
  };
  CHECK(read("process: {bidders: 3家}") == 3);
  CHECK(read("process: {bidders: 三家}") == 3);
  CHECK(read("process: {place: 第二}") == 2);
  CHECK(read("process: {days_to_answer: 20天}") == 20);
  CHECK(read("behaviours: {meeting_minutes: 半小时}") == 30);
  CHECK(read("behaviours: {meeting_minutes: 1小时}") == 60);
  CHECK(read("behaviours: {meeting_minutes: 2 hours}") == 120);
  CHECK(read("probability: 75%") == 75);
  CHECK(read("probability: 六成") == 60);
  CHECK(read("process: {bidders: 十二家}") == 12);
  CHECK_FALSE(test::complaints_about("stage: late\nprocess: {bidders: 几家}").empty());
  CHECK_FALSE(test::complaints_about("stage: late\nprocess: {bidders: 3万}").empty());
  CHECK_FALSE(test::complaints_about("stage: late\nbehaviours: {meeting_minutes: 2天}").empty());
}

}  // namespace dealcheck
