#include "analysis/history.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"
#include "support_git.h"

namespace dealcheck {
namespace {

using test::Repository;

std::string deal_text(const std::string& closes, const std::string& questions = "few",
                      const std::string& as_of = "") {
  return "stage: early\n" + (as_of.empty() ? "" : "as_of: " + as_of + "\n") +
         "objective: {when: " + closes + "}\nbehaviours: {questions: " + questions + "}\n";
}

/// Nothing, with what was wrong in `complaints`.
std::optional<History> history_of(const Repository& repository, const HistoryOptions& options = {},
                                  const std::string& file = "deal.yaml",
                                  std::string* complaints = nullptr) {
  Diagnostics diagnostics;
  HistoryOptions how = options;
  how.max_bytes = kDefaultMaxBytes;
  auto history = read_history(repository.path() + "/" + file, test::rules(), how, diagnostics);
  if (complaints != nullptr) *complaints = test::in_lines(diagnostics);
  return history;
}

std::string told(const std::optional<Push>& push) {
  return push ? iso_date(push->from) + " " + iso_date(push->to) : "none";
}

TEST_CASE(
    "history: each version is judged as of its own day, else its commit's, else the one asked "
    "for") {
  const Repository repository;
  repository.write("deal.yaml", deal_text("2026-06-01"));
  repository.commit("first", "2026-01-10");
  repository.write("deal.yaml", deal_text("2026-06-01", "few", "2026-01-15"));
  repository.commit("dated", "2026-01-20");
  const auto history = history_of(repository);
  REQUIRE(history);
  REQUIRE(history->entries.size() == 2);
  CHECK(iso_date(history->entries[0].judged->as_of) == "2026-01-10");
  CHECK(iso_date(history->entries[1].judged->as_of) == "2026-01-15");
  CHECK(iso_date(history->entries[1].commit.date) == "2026-01-20");
  HistoryOptions options;
  options.as_of = parse_date("2026-03-01");
  const auto later = history_of(repository, options);
  for (const HistoryEntry& entry : later->entries) {
    CHECK(iso_date(entry.judged->as_of) == "2026-03-01");
  }
}

TEST_CASE("history: a later close date is a push; an earlier one, or words, are none") {
  const Repository repository;
  for (const std::string when : {"2026-06-01", "2026-07-01", "2026-06-15", "soon", "2026-09-01"}) {
    repository.write("deal.yaml", deal_text(when));
    repository.commit(when);
  }
  const auto history = history_of(repository);
  REQUIRE(history->entries.size() == 5);
  CHECK(told(history->entries[0].push) == "none");
  CHECK(told(history->entries[1].push) == "2026-06-01 2026-07-01");
  for (const std::size_t i : {2U, 3U, 4U}) CHECK(told(history->entries[i].push) == "none");
  CHECK(history->pushes() == 1);
}

TEST_CASE("history: two pushes warn, three and more are critical") {
  CHECK(to_string(level_of(0)) == "none");
  CHECK(to_string(level_of(1)) == "once");
  CHECK(to_string(level_of(2)) == "warning");
  CHECK(to_string(level_of(3)) == "critical");
  CHECK(to_string(level_of(9)) == "critical");
}

TEST_CASE("history: dates that moved alone are told, that of judgement too") {
  const Repository repository;
  const auto save = [&](const std::string& text) {
    repository.write("deal.yaml", text);
    repository.commit("next");
  };
  save(deal_text("2026-06-01", "few", "2026-01-01"));
  save(deal_text("2026-07-01", "few", "2026-01-01"));                     // only the close date
  save(deal_text("2026-08-01", "many", "2026-01-01"));                    // a fact too
  save(deal_text("2026-08-01", "many", "2026-02-01"));                    // only the judgement
  save("# a comment\n" + deal_text("2026-08-01", "many", "2026-02-01"));  // nothing
  const auto history = history_of(repository);
  std::string alone;
  for (const HistoryEntry& entry : history->entries) alone += entry.only_dates ? 'x' : '-';
  CHECK(alone == "-x-x-");
}

TEST_CASE(
    "history: a version that cannot be judged and a removed file are passed over by the next") {
  const Repository repository;
  const auto save = [&](const std::string& text) {
    repository.write("deal.yaml", text);
    repository.commit("next");
  };
  save(deal_text("2026-06-01"));
  save("stge: early\n");
  repository.git({"rm", "--quiet", "deal.yaml"});
  repository.commit("gone");
  save(deal_text("2026-07-01"));
  const auto history = history_of(repository);
  REQUIRE(history->entries.size() == 4);
  CHECK(history->judged() == 2);
  CHECK_FALSE(history->entries[1].judged);
  CHECK(history->entries[1].diagnostics.has_errors());
  CHECK_FALSE(history->entries[2].commit.file);
  CHECK(history->entries[3].compared);
  CHECK(told(history->entries[3].push) == "2026-06-01 2026-07-01");
}

TEST_CASE(
    "history: what moved the points is told biggest first, and the first version has nothing") {
  const Repository repository;
  repository.write("deal.yaml", deal_text("2026-06-01", "many"));
  repository.commit("first");
  repository.write("deal.yaml", deal_text("2026-06-01", "few"));
  repository.commit("second");
  const auto history = history_of(repository);
  CHECK_FALSE(history->entries[0].compared);
  CHECK(history->entries[0].changes.empty());
  REQUIRE_FALSE(history->entries[1].changes.empty());
  CHECK(history->entries[1].changes.front().rule == "early.questions");
  CHECK(history->entries[1].changes.front().points < 0);
  CHECK(history->entries[1].changes.front().before == nullptr);
}

TEST_CASE("history: the newest so many versions, a file without commits, a folder without git") {
  const Repository repository;
  for (const std::string when : {"2026-06-01", "2026-07-01", "2026-08-01"}) {
    repository.write("deal.yaml", deal_text(when));
    repository.commit(when);
  }
  HistoryOptions options;
  options.limit = 2;
  const auto history = history_of(repository, options);
  REQUIRE(history->entries.size() == 2);
  CHECK(history->entries.back().commit.subject == "2026-08-01");
  CHECK(history->entries.front().commit.subject == "2026-07-01");

  std::string complaints;
  CHECK_FALSE(history_of(repository, {}, "other.yaml", &complaints));
  CHECK(complaints.find("git has no commit of this file") != std::string::npos);
  const test::TemporaryFolder outside;
  Diagnostics diagnostics;
  CHECK_FALSE(read_history(outside.path() + "/deal.yaml", test::rules(), {}, diagnostics));
  CHECK(diagnostics.has_errors());
}

}  // namespace
}  // namespace dealcheck
