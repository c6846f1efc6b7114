#include "lint/reach.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "rules/load/rule_files.h"
#include "support.h"

namespace dealcheck {
namespace {

/// What the rules of a folder of one's own, on the built-in vocabulary, never read.
std::vector<std::string> unread(const std::string& when) {
  const test::TemporaryFolder folder;
  folder.write(
      "late/only.yaml",
      "id: late.only\nkind: rule\nstages: [late]\nlabel: {en: A, zh: 甲}\nsource: field\n"
      "ask: {en: A, zh: 甲}\nwhy: {en: A, zh: 甲}\nreadings:\n  - {reads: mixed, points: 0, "
      "when: {" +
          when + "}, says: {en: A, zh: 甲}}\nexamples: []\n");
  Diagnostics diagnostics;
  const auto book = load_rulebook(folder.path(), &test::rules(), diagnostics);
  REQUIRE_MESSAGE(book.has_value(), test::in_lines(diagnostics));
  return Reach(*book).unread();
}

bool has(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

TEST_CASE("reach: a value is read when a condition names it, a key when whatever it says will do") {
  const auto one = unread("paper.stage: legal");
  CHECK_FALSE(has(one, "paper.stage: legal"));
  CHECK(has(one, "paper.stage: purchasing"));
  const auto all = unread("paper.stage: {is: known}");
  CHECK_FALSE(has(all, "paper.stage: legal"));
  CHECK_FALSE(has(all, "paper.stage: purchasing"));
  CHECK_FALSE(has(unread("process.bidders: {at_least: 2}"), "process.bidders"));
  CHECK(has(one, "process.bidders"));
}

TEST_CASE("reach: named facts and the persons they lead to are followed") {
  const auto query = unread("exchange.trial_failed: yes");
  CHECK_FALSE(has(query, "exchanges.result: failed"));
  CHECK(has(query, "exchanges.result: liked"));
  CHECK_FALSE(has(unread("word.no_without_say: yes"), "contacts.can_decide: recommend"));
}

TEST_CASE("reach: what is for people is no gap") {
  CHECK_FALSE(has(unread("paper.stage: legal"), "interactions.kind: call"));
}

}  // namespace dealcheck
