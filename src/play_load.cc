// Reads rules/plays.yaml: the steps that can be taken, and what each must have.

#include <algorithm>

#include "fields.h"
#include "rule_load.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 3> kActors{"owner", "executive", "expert"};

class PlayReader {
 public:
  PlayReader(const NameScope& scope, const Rulebook& book, Diagnostics& diagnostics)
      : scope_(scope),
        on_person_(scope.with_record(*scope.vocabulary().section_id("contacts"), false)),
        book_(book),
        diagnostics_(diagnostics) {}

  Play read(Yaml node, const std::vector<Play>& before);

 private:
  void read_head(MapReader& reader, const std::vector<Play>& before);
  void read_answers(MapReader& reader);
  void read_person(MapReader& reader);
  void read_manner(MapReader& reader);
  void read_texts(MapReader& reader);
  [[nodiscard]] std::vector<std::string> names_of(MapReader& reader, std::string_view key) const;
  void check_known(Yaml node, const std::vector<std::string>& names,
                   const std::vector<std::string_view>& known) const;
  [[nodiscard]] std::vector<std::string_view> known_decisions() const;
  [[nodiscard]] std::vector<std::string_view> known_rules() const;
  [[nodiscard]] std::vector<std::string_view> known_causes() const;
  [[nodiscard]] std::string one_of(MapReader& reader, std::string_view key,
                                   std::string_view otherwise,
                                   const std::vector<std::string_view>& known) const;

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

std::vector<std::string> PlayReader::names_of(MapReader& reader, std::string_view key) const {
  const auto node = reader.take(key);
  if (!node) return {};
  return read_names(*node, diagnostics_);
}

std::string PlayReader::one_of(MapReader& reader, std::string_view key, std::string_view otherwise,
                               const std::vector<std::string_view>& known) const {
  std::string name = reader.text(key).value_or(std::string(otherwise));
  check_known(reader.node(), {name}, known);
  return name;
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
  play_.id = reader.required_text("play");
  const bool taken = std::any_of(before.begin(), before.end(),
                                 [&](const Play& play) { return play.id == play_.id; });
  if (taken) reader.error(reader.node().at(), "rules.name-taken", {{"name", play_.id}});
  play_.action = reader.required_whole("action");
  if (play_.action < 1 || play_.action > kSourcesOfAction) {
    reader.error(reader.node().at(), "rules.action-out-of-range");
  }
  play_.source = reader.required_text("source");
  play_.label = reader.required_bilingual("label");
  play_.stages = read_stages(reader, diagnostics_);
  if (play_.stages.empty()) {
    for (const Stage stage : kStages) play_.stages.add(stage);
  }
  play_.decisions = names_of(reader, "decisions");
  check_known(reader.node(), play_.decisions, known_decisions());
  play_.urgent = reader.flag("urgent");
  play_.instead_of = reader.text("instead_of").value_or("");
  if (!play_.instead_of.empty()) {
    std::vector<std::string_view> known;
    known.reserve(before.size());
    for (const Play& play : before) known.emplace_back(play.id);
    check_known(reader.node(), {play_.instead_of}, known);
  }
  if (const auto when = reader.take("when")) {
    play_.when = read_condition(*when, scope_, diagnostics_);
  }
}

void PlayReader::read_answers(MapReader& reader) {
  const auto node = reader.take("answers");
  if (!node) {
    if (play_.decisions.empty()) reader.error(reader.node().at(), "rules.play-without-trigger");
    return;
  }
  MapReader answers(*node, diagnostics_);
  play_.kinds = names_of(answers, "kinds");
  play_.causes = names_of(answers, "causes");
  play_.rules = names_of(answers, "rules");
  check_known(*node, play_.kinds, {mine_kinds().begin(), mine_kinds().end()});
  check_known(*node, play_.causes, known_causes());
  check_known(*node, play_.rules, known_rules());
  // Against a mine the first play that can be made is taken as it is.
  if (!play_.instead_of.empty()) reader.error(reader.node().at(), "rules.fallback-against-mine");
  answers.finish();
}

/// `on: mine` is the person the mine lies with; any other word a fact over contacts.
void PlayReader::read_person(MapReader& reader) {
  const auto on = reader.text("on");
  play_.at_person = on.has_value();
  if (on && *on != "mine") {
    play_.target = dealcheck::read_person(reader.node(), *on, scope_, diagnostics_);
  }
  if (on == "mine" && play_.is_own()) {
    reader.error(reader.node().at(), "rules.play-without-trigger");
  }
  if (const auto who = reader.take("who")) {
    play_.who = read_condition(*who, on_person_, diagnostics_);
    if (!on) reader.error(who->at(), "rules.missing-key", {{"key", "on"}});
  }
}

void PlayReader::read_manner(MapReader& reader) {
  const std::string bullet =
      one_of(reader, "bullet", kWithBullet.front(), {kWithBullet.begin(), kWithBullet.end()});
  const auto place = std::find(kWithBullet.begin(), kWithBullet.end(), bullet);
  if (place != kWithBullet.end()) {
    play_.bullet = static_cast<WithBullet>(place - kWithBullet.begin());
  }
  play_.actor = one_of(reader, "actor", kActors.front(), {kActors.begin(), kActors.end()});
  play_.days = reader.required_whole("days");
  if (play_.days < 1) reader.error(reader.node().at(), "rules.days-out-of-range");
}

void PlayReader::read_texts(MapReader& reader) {
  play_.says = reader.bilingual("says").value_or(Text{});
  play_.through = reader.bilingual("through").value_or(Text{});
  play_.worked = reader.required_bilingual("worked");
  play_.failed = reader.required_bilingual("failed");
  if (play_.says.empty() && play_.through.empty()) {
    reader.error(reader.node().at(), "rules.missing-key", {{"key", "says"}});
  }
  const NameScope& scope = play_.at_person ? on_person_ : scope_;
  for (const Text* text : {&play_.says, &play_.through, &play_.worked, &play_.failed}) {
    add_slots(reader.node(), *text, scope, play_.slots, diagnostics_, kPlaySlots);
  }
}

Play PlayReader::read(Yaml node, const std::vector<Play>& before) {
  play_ = {};
  MapReader reader(node, diagnostics_);
  read_head(reader, before);
  read_answers(reader);
  read_person(reader);
  read_manner(reader);
  read_texts(reader);
  reader.finish();
  return std::move(play_);
}

}  // namespace

std::vector<Play> load_plays(Yaml root, const NameScope& scope, const Rulebook& book,
                             Diagnostics& diagnostics) {
  std::vector<Play> plays;
  MapReader file(root, diagnostics);
  const auto list = file.require("plays");
  file.finish();
  if (!list) return plays;
  if (!list->is_sequence() || list->size() == 0) {
    file.error(list->at(), "rules.needs-list");
    return plays;
  }
  PlayReader reader(scope, book, diagnostics);
  for (const Yaml item : list->items()) {
    plays.push_back(reader.read(item, plays));
    const bool steps_back = plays.size() > 1 && plays.back().action < plays.end()[-2].action;
    if (steps_back) file.error(item.at(), "rules.plays-out-of-order", {{"play", plays.back().id}});
  }
  return plays;
}

}  // namespace dealcheck
