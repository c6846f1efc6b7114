// Whether every play can come up, and every mine has a play against it.

#include <algorithm>

#include "lint/lint.h"
#include "lint/state_space.h"
#include "rules/rule_list.h"

namespace dealcheck {

namespace {

/// Calls `see(rule, number, mine)` for every reading that lays a mine.
template <typename See>
void each_mine(const Rulebook& book, const See& see) {
  for (const Rule& rule : book.rules) {
    for (std::size_t i = 0; i < rule.readings.size(); ++i) {
      if (rule.readings[i].mine) see(rule, i, *rule.readings[i].mine);
    }
  }
}

class PlayCheck {
 public:
  PlayCheck(const LintInput& input, const Play& play, FindingSink& sink)
      : input_(input), play_(play), sink_(sink) {}

  void run() {
    check_answers();
    check_decisions();
    check_condition("when", play_.when, {});
    check_condition("who", play_.who, input_.book.vocabulary.section_id("contacts"));
  }

 private:
  [[nodiscard]] std::optional<Yaml> place(std::string_view key) const {
    const auto entry = input_.places.entry("plays", "plays", "play", play_.id);
    const auto inner = entry ? entry->find(key) : std::nullopt;
    return inner ? inner : entry;
  }
  void tell(Severity severity, std::string_view key, std::string id, Arguments arguments = {}) {
    arguments.insert(arguments.begin(), {"play", play_.id});
    sink_.add(severity, place(key), std::move(id), std::move(arguments));
  }

  /// Whether a reading of the play's stages lays a mine that `fits(rule, mine)`.
  template <typename Fits>
  [[nodiscard]] bool laid(const Fits& fits) const {
    bool found = false;
    each_mine(input_.book, [&](const Rule& rule, std::size_t number, const Mine& mine) {
      found = found || (!(rule.readings[number].stages & play_.stages).empty() && fits(rule, mine));
    });
    return found;
  }

  void check_answers() {
    if (play_.is_own()) return;
    if (!laid([&](const Rule& rule, const Mine& mine) { return answers(play_, rule, mine); })) {
      tell(Severity::warning, "answers", "rules.check.play-without-mine");
      return;
    }
    check_names(play_.rules, [](const Rule& rule, const Mine&) { return rule.id; });
    check_names(play_.kinds, [](const Rule&, const Mine& mine) { return mine.kind; });
    check_names(play_.causes, [](const Rule&, const Mine& mine) { return mine.cause; });
  }

  /// `name_of(rule, mine)`: what a mine is called by such names.
  template <typename NameOf>
  void check_names(const std::vector<std::string>& names, const NameOf& name_of) {
    for (const std::string& name : names) {
      if (laid([&](const Rule& rule, const Mine& mine) { return name_of(rule, mine) == name; })) {
        continue;
      }
      tell(Severity::warning, "answers", "rules.check.answers-no-mine", {{"name", name}});
    }
  }

  [[nodiscard]] bool can_be_decided(const std::string& decision) const {
    const Policy& policy = input_.book.policy;
    if (decision == policy.not_started.id || decision == policy.nurture.id) return true;
    return std::any_of(kStages.begin(), kStages.end(), [&](Stage stage) {
      const auto& row = policy.decisions[static_cast<std::size_t>(stage)];
      return play_.stages.has(stage) &&
             std::any_of(row.begin(), row.end(),
                         [&](const Decision& one) { return one.id == decision; });
    });
  }

  void check_decisions() {
    for (const std::string& decision : play_.decisions) {
      if (can_be_decided(decision)) continue;
      tell(Severity::warning, "decisions", "rules.check.decision-of-other-stage",
           {{"decision", decision}});
    }
  }

  void check_condition(std::string_view key, const std::optional<Condition>& condition,
                       std::optional<std::uint16_t> record) {
    if (!condition) return;
    const bool possible = std::any_of(kStages.begin(), kStages.end(), [&](Stage stage) {
      const Setting setting{.stage = stage, .record = record, .after_verdict = true};
      return play_.stages.has(stage) && can_hold(input_.book, *condition, setting);
    });
    if (!possible)
      tell(Severity::error, key, "rules.check.play-never", {{"key", std::string(key)}});
  }

  const LintInput& input_;
  const Play& play_;
  FindingSink& sink_;
};

// ---- decisions that end a deal ----

bool follows(const Play& play, Stage stage, const std::string& decision) {
  return (play.is_own() || play.leaves) && !play.last_resort && play.stages.has(stage) &&
         std::find(play.decisions.begin(), play.decisions.end(), decision) != play.decisions.end();
}

/// A decision to leave, to wait or to begin has no other plays than its own.
void check_endings(const LintInput& input, FindingSink& sink) {
  const Policy& policy = input.book.policy;
  for (const Stage stage : kStages) {
    const auto& row = policy.decisions[static_cast<std::size_t>(stage)];
    const std::string& leave = row[static_cast<std::size_t>(Standing::column_fodder)].id;
    for (const std::string& decision : {leave, policy.not_started.id, policy.nurture.id}) {
      const bool followed =
          std::any_of(input.book.plays.begin(), input.book.plays.end(),
                      [&](const Play& play) { return follows(play, stage, decision); });
      if (followed) continue;
      sink.add(Severity::warning, input.places.in_file("plays", {"plays"}),
               "rules.check.decision-without-play",
               {{"decision", decision}, {"stage", std::string(to_string(stage))}});
    }
  }
}

/// Whether some play answers the mine in that stage, or says that none does.
bool is_answered(const Rulebook& book, const Rule& rule, const Mine& mine, Stage stage) {
  return std::any_of(book.plays.begin(), book.plays.end(), [&](const Play& play) {
    return play.stages.has(stage) && (play.last_resort || answers(play, rule, mine));
  });
}

}  // namespace

void check_plays(const LintInput& input, FindingSink& sink) {
  for (const Play& play : input.book.plays) PlayCheck(input, play, sink).run();
  check_endings(input, sink);
}

void check_mines(const LintInput& input, FindingSink& sink) {
  each_mine(input.book, [&](const Rule& rule, std::size_t number, const Mine& mine) {
    const StageSet stages = rule.stages & rule.readings[number].stages;
    for (const Stage stage : kStages) {
      if (!stages.has(stage) || is_answered(input.book, rule, mine, stage)) continue;
      sink.add(Severity::warning, input.places.in_reading(rule.id, number, "mine"),
               "rules.check.mine-without-play",
               {{"rule", rule.id}, {"kind", mine.kind}, {"stage", std::string(to_string(stage))}});
    }
  });
}

}  // namespace dealcheck
