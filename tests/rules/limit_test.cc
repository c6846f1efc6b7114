#include "rules/limit.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kFacts = R"(facts:
  house.quiet:
    means: {en: not seen for long, zh: 久未见}
    of: contacts
    where: {unmet_days: {above: {limit: house.contact.long_ago}}}
)";
constexpr const char* kHead = R"(id: house.contact
kind: rule
stages: [late]
label: {en: House rule, zh: 自家规则}
source: field
ask: {en: When did we meet, zh: 什么时候见的？}
why: {en: It matters., zh: 有关系。}
)";
constexpr const char* kLimits = R"(limits:
  long_ago: {is: 45, unit: days, means: {en: Long ago., zh: 很久。}}
  short: {is: 30, unit: minutes, means: {en: Short., zh: 短。}}
)";
constexpr const char* kReadings = R"(readings:
  - reads: adverse
    points: -1
    when: {any: [{house.quiet: yes}, {behaviours.meeting_minutes: {below: {limit: short}}}]}
    says: {en: Not seen for long., zh: 久未见。}
examples:
  - {deal: {stage: late}, reads: silent}
)";

std::optional<Rulebook> load(const std::string& limits, const std::string& readings,
                             Diagnostics& diagnostics) {
  const test::TemporaryFolder folder;
  folder.write("facts/house.yaml", kFacts);
  folder.write("house/contact.yaml", kHead + limits + readings);
  return load_rulebook(folder.path(), &test::rules(), diagnostics);
}

std::string complaints(const std::string& limits, const std::string& readings = kReadings) {
  Diagnostics diagnostics;
  CHECK_FALSE(load(limits, readings, diagnostics));
  return test::in_lines(diagnostics);
}

std::string replaced(std::string text, const std::string& piece, const std::string& other) {
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), other);
}

/// The bound that a condition sets somewhere; nothing when it sets none.
std::optional<double> bound_in(const Condition& condition) {
  const auto& bounds = condition.matcher.bounds;
  if (!bounds.empty()) return bounds.front().number;
  for (const Condition& part : condition.parts) {
    if (const auto bound = bound_in(part)) return bound;
  }
  return std::nullopt;
}

/// The bounds of the fact and of the rule, as they are judged by.
std::pair<double, double> bounds(const Rulebook& book) {
  return {bound_in(book.queries.back().where).value_or(0),
          bound_in(book.rules.front().readings.front().when).value_or(0)};
}

}  // namespace

TEST_CASE("limits: a rule's numbers stand in its conditions and in those of facts") {
  Diagnostics diagnostics;
  auto book = load(kLimits, kReadings, diagnostics);
  REQUIRE_MESSAGE(book, test::in_lines(diagnostics));
  CHECK(bounds(*book) == std::pair(45.0, 30.0));
  const std::size_t borrowed = test::rules().limits.size();
  REQUIRE(book->limits.size() == borrowed + 2);
  CHECK(full_name(book->limits[borrowed]) == "house.contact.long_ago");
  CHECK(count_limit_uses(*book)[borrowed] == 1);
  book->limits[borrowed].is = 90;
  apply_limits(*book);
  CHECK(bounds(*book) == std::pair(90.0, 30.0));
}

TEST_CASE("limits: what must fail") {
  CHECK(complaints(replaced(kLimits, "unit: days", "unit: day"))
            .find("a limit cannot be counted in 'day' | the nearest is 'days'") !=
        std::string::npos);
  CHECK(complaints(replaced(kLimits, "is: 45", "is: -1")).find("this number is no limit in days") !=
        std::string::npos);
  CHECK(complaints(replaced(kLimits, "is: 45, ", "")).find("'is' is missing here") !=
        std::string::npos);
  CHECK(complaints(replaced(kLimits, "long_ago:", "lang_ago:"))
            .find("there is no limit 'house.contact.long_ago' here | the nearest is "
                  "'house.contact.lang_ago'") != std::string::npos);
  CHECK(complaints(kLimits, replaced(kReadings, "{limit: short}", "30"))
            .find("no condition uses the limit 'short'") != std::string::npos);
  CHECK(complaints("limits: [1]\n").find("error") != std::string::npos);
}

TEST_CASE("limits: what suits a unit, and how it is told") {
  CHECK(suits_unit(0, "days"));
  CHECK_FALSE(suits_unit(-1, "days"));
  CHECK(suits_unit(-5, "support"));
  CHECK_FALSE(suits_unit(6, "support"));
  CHECK(number_text(45) == "45");
  CHECK(number_text(2.5) == "2.5");
  const Words& words = test::rules().words;
  CHECK(limit_text("45", "days", words, Language::en) == "45 days");
  CHECK(limit_text("5", "working_days", words, Language::zh) == "5 个工作日");
  for (const std::string_view unit : kLimitUnits) {
    CHECK(limit_text("7", unit, words, Language::en).find('7') != std::string::npos);
  }
}

TEST_CASE("limits: every built-in one is used, and suits its unit") {
  const auto& limits = test::rules().limits;
  CHECK(limits.size() > 20);
  const std::vector<int> uses = count_limit_uses(test::rules());
  for (std::size_t i = 0; i < limits.size(); ++i) {
    CHECK_MESSAGE(uses[i] > 0, full_name(limits[i]));
    CHECK_MESSAGE(suits_unit(limits[i].is, limits[i].unit), full_name(limits[i]));
  }
}

}  // namespace dealcheck
