// Reads rules/plays.yaml: the steps that can be taken, and what each must have.

#include <algorithm>

#include "diagnostics/diagnostic.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class PlayReader {
 public:
  PlayReader(const NameScope& scope, const Rulebook& book, Diagnostics& diagnostics)
      : scope_(scope),
        on_person_(scope.with_record(*scope.vocabulary().section_id("contacts"), false)),
        book_(book),
        diagnostics_(diagnostics) {}

  Play read(MapReader& reader, const std::vector<Play>& before);

 private:
  void read_head(MapReader& reader, const std::vector<Play>& before);
  void read_answers(MapReader& reader);
  void read_person(MapReader& reader);
  void read_manner(MapReader& reader);
  void read_texts(MapReader& reader);
  void check_known(Yaml node, const std::vector<std::string>& names,
                   const std::vector<std::string_view>& known) const;
  [[nodiscard]] std::vector<std::string_view> known_decisions() const;
  [[nodiscard]] std::vector<std::string_view> known_rules() const;
  [[nodiscard]] std::vector<std::string_view> known_causes() const;

  const NameScope& scope_;
  NameScope on_person_;
  const Rulebook& book_;
  Diagnostics& diagnostics_;
  Play play_;
};

void PlayReader::check_known(Yaml node, const std::vector<std::string>& names,
                             const std::vector<std::string_view>& known) const {
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    diagnostics_.error(node.source(), node.at(), "rules.unknown-in-play",
                       with_nearest({{"name", name}}, name, known));
  }
}

std::vector<std::string_view> PlayReader::known_decisions() const {
  std::vector<std::string_view> known{book_.policy.not_started.id, book_.policy.nurture.id};
  for (const auto& row : book_.policy.decisions) {
    for (const Decision& decision : row) known.emplace_back(decision.id);
  }
  return known;
}

std::vector<std::string_view> PlayReader::known_rules() const {
  std::vector<std::string_view> known;
  for (const Rule& rule : book_.rules) known.emplace_back(rule.id);
  return known;
}

std::vector<std::string_view> PlayReader::known_causes() const {
  std::vector<std::string_view> known;
  for (const Rule& rule : book_.rules) {
    for (const Reading& reading : rule.readings) {
      if (reading.mine && !reading.mine->cause.empty()) known.emplace_back(reading.mine->cause);
    }
  }
  return known;
}

void PlayReader::read_head(MapReader& reader, const std::vector<Play>& before) {
  play_.id = reader.text_or_empty("play");
  std::vector<std::string_view> earlier;
  earlier.reserve(before.size());
  for (const Play& play : before) earlier.emplace_back(play.id);
  if (std::find(earlier.begin(), earlier.end(), play_.id) != earlier.end()) {
    reader.error("rules.name-taken", {{"name", play_.id}});
  }
  play_.action = reader.whole_or_zero("action");
  play_.source = reader.text_or_empty("source");
  play_.label = reader.localized("label");
  play_.stages = read_stages(reader);
  if (play_.stages.empty()) {
    for (const Stage stage : kStages) play_.stages.add(stage);
  }
  play_.decisions = reader.names("decisions");
  check_known(reader.node(), play_.decisions, known_decisions());
  play_.urgent = reader.flag("urgent");
  play_.inside = reader.flag("inside");
  play_.stops = reader.flag("stops");
  play_.leaves = reader.flag("leaves");
  play_.last_resort = reader.flag("last_resort");
  play_.ahead = reader.flag("ahead");
  play_.instead_of = reader.text_or_empty("instead_of");
  if (!play_.instead_of.empty()) check_known(reader.node(), {play_.instead_of}, earlier);
  if (const auto when = reader.take("when")) {
    play_.when = read_condition(*when, scope_, diagnostics_);
  }
}

void PlayReader::read_answers(MapReader& reader) {
  auto answers = reader.map("answers");
  if (!answers) {
    const bool triggered = !play_.decisions.empty() || play_.last_resort;
    if (!triggered) reader.error("rules.play-without-trigger");
    return;
  }
  play_.kinds = answers->names("kinds");
  play_.causes = answers->names("causes");
  play_.rules = answers->names("rules");
  check_known(answers->node(), play_.causes, known_causes());
  check_known(answers->node(), play_.rules, known_rules());
  // Against a mine the first play that can be made is taken as it is.
  if (!play_.instead_of.empty()) reader.error("rules.fallback-against-mine");
}

/// `on: mine` is the person the mine lies with; any other word a fact over contacts.
void PlayReader::read_person(MapReader& reader) {
  const auto on = reader.text("on");
  play_.at_person = on.has_value();
  if (on && *on != "mine") {
    play_.target = dealcheck::read_person(reader.node(), *on, scope_, diagnostics_);
  }
  if (on == "mine" && !reader.has("answers")) {
    reader.error("rules.play-without-trigger");
  }
  if (const auto who = reader.take("who")) {
    play_.who = read_condition(*who, on_person_, diagnostics_);
  }
}

void PlayReader::read_manner(MapReader& reader) {
  play_.bullet = static_cast<WithBullet>(reader.word("bullet").value_or(0));
  play_.actor = reader.text("actor").value_or(std::string(kActors.front()));
  play_.days = reader.whole_or_zero("days");
}

void PlayReader::read_texts(MapReader& reader) {
  play_.says = reader.localized("says");
  play_.through = reader.localized("through");
  play_.worked = reader.localized("worked");
  play_.failed = reader.localized("failed");
  if (!reader.has("says") && !reader.has("through")) {
    reader.error("rules.missing-key", {{"key", "says"}});
  }
  const NameScope& scope = play_.at_person ? on_person_ : scope_;
  for (const LocalizedText* text : {&play_.says, &play_.through, &play_.worked, &play_.failed}) {
    add_slots(reader.node(), *text, scope, play_.slots, diagnostics_, kPlaySlots);
  }
}

Play PlayReader::read(MapReader& reader, const std::vector<Play>& before) {
  play_ = {};
  read_head(reader, before);
  read_answers(reader);
  read_person(reader);
  read_manner(reader);
  read_texts(reader);
  return std::move(play_);
}

}  // namespace

std::vector<Play> load_plays(Yaml root, const NameScope& scope, const Rulebook& book,
                             Diagnostics& diagnostics) {
  std::vector<Play> plays;
  MapReader file(root, kPlaysShape, diagnostics);
  PlayReader reader(scope, book, diagnostics);
  for (MapReader& item : file.maps("plays")) {
    plays.push_back(reader.read(item, plays));
    const bool steps_back = plays.size() > 1 && plays.back().action < plays.end()[-2].action;
    if (steps_back) item.error("rules.plays-out-of-order", {{"play", plays.back().id}});
  }
  return plays;
}

}  // namespace dealcheck
