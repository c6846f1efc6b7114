#include "settings/override_apply.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "assess/overrides.h"
#include "support.h"

namespace dealcheck {
namespace {

bool no_place(std::string_view /*rule*/) { return false; }

struct Tailored {
  std::optional<Rulebook> book;
  std::string complaints;
};

/// The built-in rules as settings with these lines want them.
Tailored tailored(const std::string& lines, const KnownElsewhere& elsewhere = no_place) {
  const test::TemporaryFolder folder;
  folder.write(".dealcheck.yaml", lines);
  Diagnostics diagnostics;
  const auto settings = load_settings(folder.path() + "/.dealcheck.yaml", diagnostics);
  Tailored result;
  if (settings) result.book = tailor(test::rules(), *settings, {}, elsewhere, diagnostics);
  result.complaints = test::in_lines(diagnostics);
  return result;
}

std::string override_of(const std::string& rest) {
  return "overrides:\n  - {rule: late.top-person, reason: Theirs., " + rest + "}\n";
}

const Rule& top_person(const Rulebook& book) {
  return *std::find_if(book.rules.begin(), book.rules.end(),
                       [](const Rule& rule) { return rule.id == "late.top-person"; });
}

/// The changes in force, `points 1 -3 -2; …`.
std::string changes(const Rulebook& book) {
  std::string text;
  for (const Override& one : book.overrides) {
    for (const std::string& told : tell_changes(one, book.words, Language::en)) {
      text += (text.empty() ? "" : "; ") + told;
    }
  }
  return text;
}

constexpr const char* kDeal = R"(stage: late
as_of: 2026-03-20
contacts: [{id: cfo, name: R. Stein, roles: [economic], met: [2026-01-20]}]
)";

}  // namespace

TEST_CASE("overrides: a rule that is off stays known, and is not asked") {
  const auto result = tailored(override_of("off: yes"));
  const auto& book = result.book;
  REQUIRE_MESSAGE(book, result.complaints);
  CHECK(result.complaints.empty());
  CHECK(top_person(*book).stages.empty());
  CHECK(book->overrides.front().reason == "Theirs.");
  CHECK(changes(*book) == "switched off");
  CHECK(book->hash != test::rules().hash);
  REQUIRE(book->plain != nullptr);
  CHECK(book->plain->hash == test::rules().hash);
}

TEST_CASE("overrides: severity, points by reading or number, limits") {
  const auto severe = tailored(override_of("severity: minor"));
  REQUIRE_MESSAGE(severe.book, severe.complaints);
  for (const Reading& reading : top_person(*severe.book).readings) {
    CHECK((!reading.mine || reading.mine->severity == MineSeverity::minor));
  }
  const auto first = tailored(override_of("points: {1: {early: -1, mid: -1, late: -5}}"));
  REQUIRE_MESSAGE(first.book, first.complaints);
  CHECK(top_person(*first.book).readings[0].points_in(Stage::late) == -5);
  CHECK(top_person(*first.book).readings[1].points == top_person(test::rules()).readings[1].points);
  const auto adverse = tailored(override_of("points: {adverse: -1}"));
  REQUIRE_MESSAGE(adverse.book, adverse.complaints);
  for (const Reading& reading : top_person(*adverse.book).readings) {
    CHECK((reading.reads != Reads::adverse || reading.points == StagePoints{-1, -1, -1}));
  }
  const auto limit = tailored(override_of("limits: {long_ago: 90}"));
  REQUIRE_MESSAGE(limit.book, limit.complaints);
  CHECK(changes(*limit.book) == "long_ago: 45 days → 90 days");
}

TEST_CASE("overrides: a limit of 90 days judges as a rule with 90 days would") {
  const auto result = tailored(override_of("limits: {long_ago: 90}"));
  const auto& book = result.book;
  REQUIRE_MESSAGE(book, result.complaints);
  const Opportunity deal = test::read_deal(kDeal);
  Diagnostics diagnostics;
  const AssessOptions options{.as_of = std::nullopt, .today = *parse_date("2026-03-20")};
  const auto judged = assess(*book, deal, options, diagnostics);
  const auto before = assess(test::rules(), deal, options, diagnostics);
  REQUIRE(judged);
  REQUIRE(before);
  REQUIRE(judged->overrides.size() == 1);
  CHECK(judged->overrides.front().acted);
  CHECK(judged->overrides.front().reason == "Theirs.");
  CHECK(test::find(*judged, "late.top-person")->message !=
        test::find(*before, "late.top-person")->message);
  CHECK(before->overrides.empty());
}

TEST_CASE("overrides: one that the deal does not touch has not acted") {
  const auto result = tailored(override_of("limits: {long_ago: 90}"));
  const auto& book = result.book;
  REQUIRE_MESSAGE(book, result.complaints);
  Diagnostics diagnostics;
  const auto judged =
      assess(*book, test::read_deal("stage: late\n"),
             {.as_of = std::nullopt, .today = *parse_date("2026-03-20")}, diagnostics);
  REQUIRE(judged);
  CHECK_FALSE(judged->overrides.front().acted);
}

TEST_CASE("overrides: whether one acted is told with the answers that are given") {
  const auto result = tailored(
      "overrides:\n  - {rule: late.price-pressed, reason: Ours., points: {favourable: 2}}\n");
  const auto& book = result.book;
  REQUIRE_MESSAGE(book, result.complaints);
  const Condition once = test::condition("{behaviours.price_pressed: once}", *book);
  const std::vector<GivenFact> given{
      {once.subject, choice_value(once.matcher.choices.front(), "once")}};
  AssessOptions options{.as_of = std::nullopt, .today = *parse_date("2026-03-20")};
  options.given = given;
  Diagnostics diagnostics;
  const auto judged = assess(*book, test::read_deal("stage: late\n"), options, diagnostics);
  REQUIRE(judged);
  CHECK(test::find(*judged, "late.price-pressed")->reads == Reads::adverse);
  CHECK_FALSE(judged->overrides.front().acted);
}

TEST_CASE("overrides: what is wrong is told, all of it; what changes nothing is a warning") {
  CHECK(tailored("overrides: [{rule: late.top-person, off: yes}]\n").complaints ==
        "1:13 error: this override has no reason | write `reason:` with who "
        "decided it and why; every report shows it\n");
  CHECK(tailored(override_of("limits: {long_go: 1}")).complaints ==
        "2:55 error: late.top-person has no limit 'long_go' | the nearest is 'long_ago'; it has "
        "long_ago\n");
  CHECK(tailored(override_of("points: {adverse: 3}")).complaints ==
        "2:64 error: an adverse reading takes points away and a favourable one adds them\n");
  const auto same = tailored(override_of("limits: {long_ago: 45}"));
  REQUIRE(same.book);
  CHECK(same.book->overrides.empty());
  CHECK(same.book->plain == nullptr);
  CHECK(same.complaints ==
        "2:5 warning: the override of late.top-person changes nothing: the rules say the same | "
        "take it out, or set it to something else\n");
}

TEST_CASE("overrides: a rule of another rule set in use is not unknown") {
  const std::string lines = "overrides: [{rule: meddpicc.champion, off: yes, reason: Later.}]\n";
  CHECK_FALSE(tailored(lines).book);
  const auto known =
      tailored(lines, [](std::string_view rule) { return rule == "meddpicc.champion"; });
  REQUIRE(known.book);
  CHECK(known.complaints.empty());
}

}  // namespace dealcheck
