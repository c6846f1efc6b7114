// Whether two rules ask the same: their conditions, put into one order, read alike.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "lint/lint.h"
#include "rules/condition_print.h"

namespace dealcheck {

namespace {

std::string written(const Rulebook& book, const Condition& condition,
                    std::optional<std::uint16_t> record) {
  if (condition.op == Condition::Op::leaf) {
    const SubjectType type = subject_type(book, condition.subject, record);
    return subject_name(book, condition.subject, record) + ": " +
           matcher_text(book, condition.matcher, type);
  }
  std::vector<std::string> parts;
  for (const Condition& part : condition.parts) parts.push_back(written(book, part, record));
  std::sort(parts.begin(), parts.end());
  return fmt::format("{}({}; {})", static_cast<int>(condition.op), condition.at_least,
                     fmt::join(parts, ", "));
}

std::string written(const Rulebook& book, const Reading& reading, const Rule& rule) {
  return written(book, reading.when, rule.each) + " unless " +
         (reading.unless ? written(book, *reading.unless, rule.each) : "");
}

std::string each_of(const Rule& rule) { return rule.each ? fmt::format("{} ", *rule.each) : ""; }

std::string stages_of(const StageSet& stages) {
  return fmt::format("{} ", fmt::join(stages.in, ""));
}

/// All a rule looks at, in the order of its readings.
std::string written(const Rulebook& book, const Rule& rule) {
  std::string text = each_of(rule) + stages_of(rule.stages);
  for (const Reading& reading : rule.readings) {
    text += stages_of(reading.stages) + written(book, reading, rule) + "\n";
  }
  return text;
}

bool share_a_stage(const Rule& a, const Reading& of_a, const Rule& b, const Reading& of_b) {
  return !(a.stages & b.stages & of_a.stages & of_b.stages).empty();
}

class DuplicateCheck {
 public:
  DuplicateCheck(const LintInput& input, FindingSink& sink) : input_(input), sink_(sink) {}

  void look_at(const Rule& rule) {
    const auto [same, fresh] = rules_.try_emplace(written(input_.book, rule), &rule);
    if (!fresh) {
      sink_.add(Severity::warning, input_.places.rule(rule.id), "rules.check.same-conditions",
                {{"rule", rule.id}, {"other", same->second->id}});
      return;
    }
    for (std::size_t i = 0; i < rule.readings.size(); ++i) look_at(rule, i);
  }

 private:
  struct Seen {
    const Rule* rule = nullptr;
    const Reading* reading = nullptr;
  };

  /// Above or below zero as its points are, which never go both ways.
  [[nodiscard]] static int direction(const Reading& reading) {
    return std::accumulate(reading.points.begin(), reading.points.end(), 0);
  }

  /// The same facts must not be counted twice in the same direction.
  void look_at(const Rule& rule, std::size_t number) {
    const Reading& reading = rule.readings[number];
    const int points = direction(reading);
    if (points == 0) return;
    auto& seen = readings_[each_of(rule) + written(input_.book, reading, rule)];
    for (const Seen& other : seen) {
      if (other.rule == &rule || (direction(*other.reading) > 0) != (points > 0) ||
          !share_a_stage(*other.rule, *other.reading, rule, reading)) {
        continue;
      }
      sink_.add(
          Severity::warning, input_.places.in_reading(rule.id, number, "when"),
          "rules.check.counted-twice",
          {{"rule", rule.id}, {"number", std::to_string(number + 1)}, {"other", other.rule->id}});
    }
    seen.push_back({&rule, &reading});
  }

  const LintInput& input_;
  FindingSink& sink_;
  std::map<std::string, const Rule*> rules_;
  std::map<std::string, std::vector<Seen>> readings_;
};

}  // namespace

void check_duplicates(const LintInput& input, FindingSink& sink) {
  DuplicateCheck check(input, sink);
  for (const Rule& rule : input.book.rules) check.look_at(rule);
}

}  // namespace dealcheck
