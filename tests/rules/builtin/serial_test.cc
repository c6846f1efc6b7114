#include "rules/builtin/serial.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/builtin/rulebook_bytes.h"
#include "support.h"

namespace dealcheck {
namespace {

/// What a value is after it went through bytes. `left` is what the reader did not use.
template <typename T>
T through_bytes(T value, bool& used_up) {
  serial::Writer writer;
  serial::transfer(writer, value);
  serial::Reader reader(writer.bytes());
  T read{};
  serial::transfer(reader, read);
  used_up = reader.at_end();
  return read;
}

template <typename T>
void check_same(const T& value) {
  bool used_up = false;
  CHECK(through_bytes(value, used_up) == value);
  CHECK(used_up);
}

}  // namespace

TEST_CASE("serial: everything comes back as it was") {
  check_same(std::string());
  check_same(std::string("客户疑问\0with a zero", 20));
  check_same(std::uint16_t{65535});
  check_same(-12345);
  check_same(2.5);
  check_same(true);
  check_same(Standing::first_choice);
  check_same(std::optional<int>());
  check_same(std::optional<int>(-3));
  check_same(std::optional<std::string>("x"));
  check_same(std::vector<std::string>{});
  check_same(std::vector<std::string>{"a", "", "ccc"});
  check_same(std::array<std::array<int, 2>, 2>{{{1, 2}, {3, 4}}});
  check_same(std::pair<std::string, std::uint16_t>{"few", std::uint16_t{3}});
  check_same(std::vector<std::optional<std::vector<int>>>{std::nullopt, std::vector<int>{1, 2}});
}

TEST_CASE("serial: a long text keeps its length") { check_same(std::string(100'000, 'x')); }

TEST_CASE("serial: a rulebook comes back with everything in it") {
  const std::string bytes = rulebook_to_bytes(test::rules());
  const Rulebook back = rulebook_from_bytes(bytes);
  CHECK(rulebook_to_bytes(back) == bytes);
  CHECK(back.hash == test::rules().hash);
  REQUIRE(back.rules.size() == test::rules().rules.size());
  REQUIRE(back.queries.size() == test::rules().queries.size());
  for (std::size_t i = 0; i < back.rules.size(); ++i) {
    const Rule& was = test::rules().rules[i];
    const Rule& is = back.rules[i];
    CHECK(is.id == was.id);
    CHECK(is.question == was.question);
    CHECK(is.why.in(Language::zh) == was.why.in(Language::zh));
    CHECK(is.would_help.in(Language::en) == was.would_help.in(Language::en));
    CHECK(is.each == was.each);
    REQUIRE(is.readings.size() == was.readings.size());
    for (std::size_t k = 0; k < is.readings.size(); ++k) {
      CHECK(is.readings[k].points == was.readings[k].points);
      CHECK(is.readings[k].cap == was.readings[k].cap);
      CHECK(is.readings[k].unless.has_value() == was.readings[k].unless.has_value());
      CHECK(is.readings[k].slots.size() == was.readings[k].slots.size());
    }
  }
  CHECK(back.words.entries().size() == test::rules().words.entries().size());
  CHECK(back.policy.bands == test::rules().policy.bands);
}

TEST_CASE("serial: a rulebook read from bytes judges alike") {
  const std::string bytes = rulebook_to_bytes(test::rules());  // texts are borrowed from it
  const Rulebook back = rulebook_from_bytes(bytes);
  const Opportunity deal =
      test::read_deal("stage: early\nbehaviours: {questions: many, scope: wide}\n");
  Diagnostics diagnostics;
  const AssessOptions options{std::nullopt, *parse_date("2026-03-20"), Language::zh};
  const auto before = assess(test::rules(), deal, options, diagnostics);
  const auto after = assess(back, deal, options, diagnostics);
  REQUIRE(before.has_value());
  REQUIRE(after.has_value());
  CHECK(after->points == before->points);
  CHECK(after->headline == before->headline);
  REQUIRE(after->questions.size() == before->questions.size());
  for (std::size_t i = 0; i < after->questions.size(); ++i) {
    CHECK(after->questions[i].message == before->questions[i].message);
  }
}

}  // namespace dealcheck
