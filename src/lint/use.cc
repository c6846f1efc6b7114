// What a rule set defines and nobody uses, and what it leaves out.

#include <algorithm>
#include <set>

#include "lint/lint.h"

namespace dealcheck {

namespace {

/// Gathers the named facts that conditions, texts and people ask for.
class UsedFacts {
 public:
  explicit UsedFacts(const Rulebook& book) {
    for (const Rule& rule : book.rules) look_at(rule);
    for (const auto& group : book.checks.groups) {
      for (const Check& check : group) {
        look_at(check.when);
        look_at(check.failed);
        look_at(check.slots);
      }
    }
    for (const Play& play : book.plays) {
      if (play.when) look_at(*play.when);
      if (play.who) look_at(*play.who);
      if (play.target) look_at(*play.target);
      look_at(play.slots);
    }
    for (const ProjectState& state : book.policy.project) look_at(state.when);
    look_at(book.policy.nurture_when);
  }

  [[nodiscard]] bool has(std::size_t query) const { return used_.contains(query); }

 private:
  void look_at(const Rule& rule) {
    for (const Reading& reading : rule.readings) {
      look_at(reading.when);
      if (reading.unless) look_at(*reading.unless);
      if (reading.mine && reading.mine->about) look_at(*reading.mine->about);
      look_at(reading.slots);
    }
  }
  void look_at(const Condition& condition) {
    if (condition.op == Condition::Op::leaf) look_at(condition.subject);
    for (const Condition& part : condition.parts) look_at(part);
  }
  void look_at(const std::vector<Slot>& slots) {
    for (const Slot& slot : slots) look_at(slot.subject);
  }
  void look_at(const Subject& subject) {
    using Kind = Subject::Kind;
    const bool query = subject.kind == Kind::query || subject.kind == Kind::query_count ||
                       subject.kind == Kind::query_age || subject.kind == Kind::query_field;
    if (query) used_.insert(subject.id);
  }

  std::set<std::size_t> used_;
};

}  // namespace

void check_use(const LintInput& input, FindingSink& sink) {
  const UsedFacts used(input.book);
  for (std::size_t i = 0; i < input.book.queries.size(); ++i) {
    const std::string& name = input.book.queries[i].name;
    const auto place = input.places.fact(name);
    if (used.has(i) || !place) continue;
    sink.add(Severity::note, place, "rules.check.unused-fact", {{"fact", name}});
  }
}

void check_words(const LintInput& input, FindingSink& sink) {
  std::size_t missing = 0;
  std::string first;
  for (const Words::Entry& entry : input.all_words.entries()) {
    if (input.book.words.find(entry.id.view()) != nullptr) continue;
    if (missing++ == 0) first = entry.id.view();
  }
  if (missing == 0) return;
  sink.add(Severity::warning, std::nullopt, "rules.check.words-missing",
           {{"count", std::to_string(missing)}, {"first", first}});
}

}  // namespace dealcheck
