#include "deal/answer_place.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/whole_file.h"
#include "deal/edit/deal_edit.h"
#include "interview/typed.h"
#include "support.h"

namespace dealcheck {
namespace {

/// What a rule reads in a deal, once for each entry that it runs over.
std::multiset<std::string> readings(const Assessment& deal, const std::string& rule) {
  std::multiset<std::string> list;
  const auto add = [&](const Finding& one) {
    if (one.rule == rule && one.reads) list.insert(one.message);
  };
  std::for_each(deal.questions.begin(), deal.questions.end(), add);
  std::for_each(deal.findings.begin(), deal.findings.end(), add);
  return list;
}

/// Deals to answer questions about: nothing known, a few people, halves of what rules put together,
/// and all examples.
std::vector<std::string> deals() {
  std::vector<std::string> list;
  for (const std::string stage : {"early", "mid", "late"}) {
    list.push_back("as_of: 2026-03-20\nstage: " + stage + "\n");
    list.push_back(list.back() +
                   "contacts:\n  - {id: cfo, roles: economic, influence: high}\n"
                   "  - {id: eng, roles: technical, influence: high, met: 2026-03-01}\n"
                   "  - {id: ops, roles: user, met: 2026-03-01}\n"
                   "  - {id: pay, roles: economic, met: 2026-03-01}\n");
    const std::string alone = "as_of: 2026-03-20\nstage: " + stage + "\n";
    list.push_back(alone + "contacts: [{id: cfo, roles: economic}]\n");
    list.push_back(alone +
                   "origin: {how: tender_notice, incumbent: rival, reason_to_change: no}\n"
                   "process: {lowest_price_wins: yes}\npaper: {stage: legal}\n");
    list.push_back(alone +
                   "process: {deadline_for_insider: yes}\nproject: {budget: unsecured}\n"
                   "exchanges: [{what: draft, returned: nothing}]\n");
  }
  for (const auto& file :
       std::filesystem::directory_iterator(test::source_folder() + "/examples")) {
    if (file.path().extension() == ".yaml") {
      list.push_back(read_whole_file(file.path().string()).value());
    }
  }
  return list;
}

std::vector<std::string> words_for(const Opportunity& deal, const Key& key) {
  std::vector<std::string> words;
  for (const Offer& offer : offers_for(test::rules(), &deal, key, false, Language::en)) {
    words.push_back(offer.word);
  }
  if (key.type == Type::number) words = {"1", "2", "25", "120"};
  if (key.type == Type::date) words = {"2026-01-05", "2026-03-10"};
  if (key.type == Type::text) words = {"something"};
  return words;
}

/// Every answer to a place, its keys filled from the first to the last.
void for_each_answer(const Opportunity& deal, const AnswerPlace& place, const DealAnswer& answer,
                     std::size_t key, const std::function<bool(const DealAnswer&)>& done) {
  const Vocabulary& vocabulary = test::rules().vocabulary;
  if (key > 0 && done(answer)) return;
  if (key == place.keys.size()) return;
  const KeyId id = place.keys[key];
  for (const std::string& word :
       words_for(deal, vocabulary.key(vocabulary.sections[place.section], id))) {
    Diagnostics diagnostics;
    const auto value =
        read_answered_value(vocabulary, place.section, id, "answer", word, diagnostics);
    REQUIRE_MESSAGE(value, test::in_lines(diagnostics));
    DealAnswer more = answer;
    more.values.push_back(*value);
    for_each_answer(deal, place, more, key + 1, done);
  }
}

bool is_open(const Assessment& deal, const std::string& rule) {
  return std::any_of(deal.open_questions.begin(), deal.open_questions.end(),
                     [&](const OpenQuestion& one) { return one.rule == rule; });
}

/// Whether some answer to the place makes the rule read a deal otherwise, or closes its question.
/// At the first place it must do so while the question is open.
bool can_answer(const Rule& rule, const AnswerPlace& place, const std::string& text) {
  const Assessment before = test::judge(text);
  if (place == rule.answers.front() && !is_open(before, rule.id)) return false;
  const Opportunity deal = test::read_deal(text);
  bool found = false;
  DealAnswer start;
  start.section = place.section;
  start.date = Date{before.as_of.day - std::chrono::days(1)};
  start.by = deal.sections[*test::rules().vocabulary.section_id("contacts")].records.empty()
                 ? "somebody"
                 : std::string(test::rules().vocabulary.us.in(Language::en));
  for_each_answer(deal, place, start, 0, [&](const DealAnswer& answer) {
    if (found) return true;
    for (const std::string& by : {std::string(), start.by}) {
      DealAnswer one = answer;
      one.by = by;
      Diagnostics diagnostics;
      const auto now = write_answer(deal, test::rules().vocabulary, one, diagnostics);
      if (!now) continue;
      const Assessment after = test::judge(*now);
      found = found || readings(after, rule.id) != readings(before, rule.id) ||
              is_open(after, rule.id) != is_open(before, rule.id);
    }
    return found;
  });
  return found;
}

}  // namespace

TEST_CASE("answers: at every place some value answers the rule's question") {
  const std::vector<std::string> all = deals();
  std::size_t places = 0;
  for (const Rule& rule : test::rules().rules) {
    for (const AnswerPlace& place : rule.answers) {
      const Section& section = test::rules().vocabulary.sections[place.section];
      const KeyId key = place.keys.front();
      INFO(rule.id << ": " << section.id << "." << test::rules().vocabulary.key(section, key).id);
      CHECK(std::any_of(all.begin(), all.end(),
                        [&](const std::string& text) { return can_answer(rule, place, text); }));
      ++places;
    }
  }
  CHECK(places > 70);
}

TEST_CASE("answers: every question of a stage has a place") {
  for (const Rule& rule : test::rules().rules) {
    if (rule.question) CHECK_MESSAGE(!rule.answers.empty(), rule.id);
  }
}

TEST_CASE("answers: places that the vocabulary does not have are refused") {
  const auto complain = [](const std::string& text) {
    Diagnostics diagnostics;
    const auto file = test::document("answer: " + text, "rule.yaml");
    (void)read_answer_places(*Yaml(*file).find("answer"), test::rules().vocabulary, diagnostics);
    return test::in_lines(diagnostics);
  };
  CHECK(complain("behaviours.scope") == "");
  CHECK(complain("[behaviours.scope, {section: objections, keys: [topic], none: yes}]") == "");
  CHECK(complain("behaviours.scoop").find("1:9 error") == 0);
  CHECK(complain("objections.topic").find("1:9 error") == 0);
  CHECK(complain("{section: behaviours, keys: [scope]}").find("1:9 error") == 0);
  CHECK(complain("{section: objections, keys: [topics]}").find("1:") == 0);
  CHECK(complain("{section: objections, key: topic}").find("1:") == 0);
}

}  // namespace dealcheck
