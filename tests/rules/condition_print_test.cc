#include "rules/condition_print.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "rules/load/condition_load.h"
#include "support.h"

namespace dealcheck {
namespace {

using Visit = std::function<void(const Condition&, std::optional<std::uint16_t>)>;

void each_leaf(const Condition& condition, std::optional<std::uint16_t> record,
               const Visit& visit) {
  if (condition.op == Condition::Op::leaf) visit(condition, record);
  for (const Condition& part : condition.parts) each_leaf(part, record, visit);
}

bool same(const Subject& a, const Subject& b) {
  return a.kind == b.kind && a.id == b.id && a.path == b.path;
}

/// What is printed names no limit.
bool same(const std::vector<Bound>& a, const std::vector<Bound>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Bound& one, const Bound& two) {
    return one.kind == two.kind && one.number == two.number;
  });
}

bool same(const Matcher& a, const Matcher& b) {
  return a.kind == b.kind && a.negated == b.negated && a.choices == b.choices &&
         a.numbers == b.numbers && same(a.bounds, b.bounds);
}

TEST_CASE("conditions: what is printed reads back as it was") {
  const Rulebook& book = test::rules();
  int leaves = 0;
  const Visit check = [&](const Condition& leaf, std::optional<std::uint16_t> record) {
    const std::string text =
        subject_name(book, leaf.subject, record) + ": " +
        matcher_text(book, leaf.matcher, subject_type(book, leaf.subject, record));
    CAPTURE(text);
    Diagnostics diagnostics;
    const NameScope all(book.vocabulary, book.queries);
    const NameScope scope = record ? all.with_record(*record, false) : all;
    const auto document = test::document("{" + text + "}");
    const Condition again = read_condition(Yaml(*document), scope, diagnostics);
    CHECK(test::in_lines(diagnostics).empty());
    CHECK(again.op == Condition::Op::leaf);
    CHECK(same(again.subject, leaf.subject));
    CHECK(same(again.matcher, leaf.matcher));
    ++leaves;
  };
  for (const Rule& rule : book.rules) {
    for (const Reading& reading : rule.readings) {
      each_leaf(reading.when, rule.each, check);
      if (reading.unless) each_leaf(*reading.unless, rule.each, check);
    }
  }
  CHECK(leaves > 300);
}

TEST_CASE("conditions: every form of a matcher") {
  const Rulebook& book = test::rules();
  const auto printed = [&](const std::string& text) {
    const Condition leaf = test::condition(text, book);
    return subject_name(book, leaf.subject, std::nullopt) + ": " +
           matcher_text(book, leaf.matcher, subject_type(book, leaf.subject, std::nullopt));
  };
  for (const char* text :
       {"behaviours.questions: few", "behaviours.questions: [few, many]",
        "behaviours.questions: {not: few}", "behaviours.questions: {is: unknown}",
        "behaviours.meeting_minutes: {at_least: 30, below: 60}", "people.payer_unmet: yes",
        "people.met.count: {at_most: 1}", "objection.current.by.roles: economic",
        "behaviours.questions.age: {above: 14}", "stage: [mid, late]",
        "objective.what.evidence: witnessed"}) {
    CAPTURE(text);
    CHECK(printed("{" + std::string(text) + "}") == text);
  }
}

}  // namespace
}  // namespace dealcheck
