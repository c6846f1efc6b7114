#include "rule_load.h"

#include <algorithm>
#include <array>

#include "fields.h"
#include "text.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 11> kMineKinds{
    "unknown",  "uncertain", "uncontacted", "change", "signal",    "rival",
    "weakness", "mismatch",  "control",     "stage",  "compliance"};

constexpr std::array<std::string_view, 2> kTopics{"contradiction", "plan"};

class RuleReader {
 public:
  RuleReader(const NameScope& scope, Diagnostics& diagnostics)
      : scope_(scope), diagnostics_(diagnostics) {}

  Rule read(Yaml root, const std::string& id);

 private:
  void read_head(MapReader& reader, const std::string& id);
  void read_each(MapReader& reader);
  void read_answered_by(MapReader& reader);
  void read_readings(Yaml node, const NameScope& scope);
  Reading read_reading(Yaml node, const NameScope& scope);
  void read_gates(MapReader& reader, Reading& reading);
  std::optional<Standing> read_standing(MapReader& reader, std::string_view key);
  std::optional<Mine> read_mine(MapReader& reader, const NameScope& scope);
  std::optional<Subject> read_about(MapReader& fields, const NameScope& scope);
  void check_points(Yaml node, const Reading& reading);
  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const NameScope& scope_;
  Diagnostics& diagnostics_;
  Rule rule_;
};

void RuleReader::read_head(MapReader& reader, const std::string& id) {
  rule_.id = reader.required_text("id");
  if (rule_.id != id) error(reader.node(), "rules.wrong-id", {{"id", rule_.id}, {"expected", id}});
  const std::string kind = reader.required_text("kind");
  rule_.question = kind == "question";
  if (!rule_.question && kind != "rule")
    error(reader.node(), "rules.unknown-kind", {{"kind", kind}});
  rule_.order = rule_.question ? reader.required_whole("order") : 0;
  rule_.stages = read_stages(reader, diagnostics_);
  if (rule_.stages.empty()) error(reader.node(), "rules.missing-key", {{"key", "stages"}});
  read_answered_by(reader);
  rule_.topic = reader.text("topic").value_or("");
  if (!rule_.topic.empty() &&
      std::find(kTopics.begin(), kTopics.end(), rule_.topic) == kTopics.end()) {
    error(reader.node(), "rules.unknown-topic",
          with_nearest({{"topic", rule_.topic}}, rule_.topic, {kTopics.begin(), kTopics.end()}));
  }
  rule_.label = reader.required_bilingual("label");
  rule_.asks = rule_.question ? reader.required_bilingual("question")
                              : reader.bilingual("question").value_or(Text{});
  rule_.source = reader.required_text("source");
  rule_.ask = reader.required_bilingual("ask");
  rule_.why = reader.required_bilingual("why");
  if (!rule_.question) return;
  const auto would = reader.require("would");
  if (!would) return;
  MapReader answers(*would, diagnostics_);
  rule_.would_help = answers.required_bilingual("help");
  rule_.would_hurt = answers.required_bilingual("hurt");
  answers.finish();
}

void RuleReader::read_answered_by(MapReader& reader) {
  const auto node = reader.take("answered_by");
  if (!node) return;
  rule_.answered_by = read_names(*node, diagnostics_);
  const Vocabulary& vocabulary = scope_.vocabulary();
  std::vector<std::string_view> known;
  for (const Choice& role : vocabulary.sets[*vocabulary.set_id("role")].choices) {
    known.emplace_back(role.id);
  }
  for (const std::string& role : rule_.answered_by) {
    if (std::find(known.begin(), known.end(), role) != known.end()) continue;
    error(*node, "rules.unknown-choice", with_nearest({{"value", role}}, role, known));
  }
}

void RuleReader::read_each(MapReader& reader) {
  const auto section = reader.text("for");
  if (!section) return;
  rule_.each = scope_.vocabulary().section_id(*section);
  const bool records =
      rule_.each && scope_.vocabulary().sections[*rule_.each].shape == Shape::records;
  if (!records) error(reader.node(), "rules.not-a-list", {{"name", *section}});
}

std::optional<Standing> RuleReader::read_standing(MapReader& reader, std::string_view key) {
  const auto node = reader.take(key);
  if (!node) return std::nullopt;
  auto standing = parse_standing(node->text());
  if (!standing || *standing == Standing::unclear) {
    error(*node, "rules.unknown-standing", {{"value", std::string(node->text())}});
    return std::nullopt;
  }
  return standing;
}

/// The person a mine lies with: what `about` names, else the contact that the rule runs over.
std::optional<Subject> RuleReader::read_about(MapReader& fields, const NameScope& scope) {
  const std::uint16_t contacts = *scope_.vocabulary().section_id("contacts");
  const auto name = fields.text("about");
  if (!name) {
    if (rule_.each != contacts) return std::nullopt;
    return Subject{Subject::Kind::field, contacts, {}};
  }
  return read_person(fields.node(), *name, scope, diagnostics_);
}

std::optional<Mine> RuleReader::read_mine(MapReader& reader, const NameScope& scope) {
  const auto node = reader.take("mine");
  if (!node) return std::nullopt;
  MapReader fields(*node, diagnostics_);
  Mine mine;
  mine.kind = fields.required_text("kind");
  if (std::find(kMineKinds.begin(), kMineKinds.end(), mine.kind) == kMineKinds.end()) {
    error(*node, "rules.unknown-mine",
          with_nearest({{"kind", mine.kind}}, mine.kind, {kMineKinds.begin(), kMineKinds.end()}));
  }
  const std::string severity = fields.required_text("severity");
  const auto parsed = parse_severity(severity);
  if (!parsed) error(*node, "rules.unknown-severity", {{"value", severity}});
  mine.severity = parsed.value_or(MineSeverity::serious);
  mine.cause = fields.text("cause").value_or("");
  mine.about = read_about(fields, scope);
  fields.finish();
  return mine;
}

void RuleReader::read_gates(MapReader& reader, Reading& reading) {
  reading.cap = read_standing(reader, "cap");
  reading.lift = read_standing(reader, "lift");
  reading.not_started = reader.flag("not_started");
  reading.lifted_by = reader.bilingual("lifted_by").value_or(Text{});
  if (reading.cap && reading.lifted_by.empty()) {
    error(reader.node(), "rules.missing-key", {{"key", "lifted_by"}});
  }
}

void RuleReader::check_points(Yaml node, const Reading& reading) {
  const bool wrong_way = (reading.reads == Reads::adverse && reading.points > 0) ||
                         (reading.reads == Reads::favourable && reading.points < 0);
  if (wrong_way) error(node, "rules.points-against-reading");
  const bool moves = reading.points != 0 || reading.cap || reading.lift || reading.not_started;
  if (rule_.after_verdict && moves) error(node, "rules.moves-after-verdict");
}

Reading RuleReader::read_reading(Yaml node, const NameScope& scope) {
  MapReader reader(node, diagnostics_);
  Reading reading;
  const std::string reads = reader.required_text("reads");
  const auto parsed = parse_reads(reads);
  if (!parsed) error(node, "rules.unknown-reading", {{"value", reads}});
  reading.reads = parsed.value_or(Reads::mixed);
  reading.points = reader.required_whole("points");
  reading.stages = read_stages(reader, diagnostics_);
  if (reading.stages.empty()) reading.stages = rule_.stages;
  if (const auto when = reader.require("when")) {
    reading.when = read_condition(*when, scope, diagnostics_, &rule_.after_verdict);
  }
  if (const auto unless = reader.take("unless")) {
    reading.unless = read_condition(*unless, scope, diagnostics_, &rule_.after_verdict);
  }
  reading.says = reader.required_bilingual("says");
  reading.mine = read_mine(reader, scope);
  read_gates(reader, reading);
  add_slots(node, reading.says, scope, reading.slots, diagnostics_);
  add_slots(node, reading.lifted_by, scope, reading.slots, diagnostics_);
  check_points(node, reading);
  reader.finish();
  return reading;
}

void RuleReader::read_readings(Yaml node, const NameScope& scope) {
  if (!node.is_sequence() || node.size() == 0) error(node, "rules.needs-list");
  for (const Yaml item : node.items()) rule_.readings.push_back(read_reading(item, scope));
}

Rule RuleReader::read(Yaml root, const std::string& id) {
  MapReader reader(root, diagnostics_);
  read_head(reader, id);
  read_each(reader);
  const NameScope scope = rule_.each ? scope_.with_record(*rule_.each, false) : scope_;
  if (const auto readings = reader.require("readings")) read_readings(*readings, scope);
  const auto examples = reader.require("examples");  // read by load_examples
  if (examples && !examples->is_sequence()) error(*examples, "rules.needs-list");
  reader.finish();
  return std::move(rule_);
}

}  // namespace

StageSet read_stages(MapReader& reader, Diagnostics& diagnostics) {
  StageSet stages;
  const auto node = reader.take("stages");
  if (!node) return stages;
  for (const std::string& name : read_names(*node, diagnostics)) {
    if (const auto stage = parse_stage(name)) {
      stages.add(*stage);
    } else {
      reader.error(node->at(), "rules.unknown-stage", {{"value", name}});
    }
  }
  return stages;
}

std::optional<Subject> read_person(Yaml node, const std::string& name, const NameScope& scope,
                                   Diagnostics& diagnostics) {
  const auto named = scope.find(name);
  const bool query =
      named && named->subject.kind == Subject::Kind::query &&
      scope.section_of_query(named->subject.id) == *scope.vocabulary().section_id("contacts");
  if (query || (named && named->type == Type::contact)) return named->subject;
  diagnostics.error(node.source(), node.at(), "rules.not-a-person", {{"name", name}});
  return std::nullopt;
}

std::span<const std::string_view> mine_kinds() { return kMineKinds; }

std::optional<Rule> load_rule(Yaml root, const std::string& id, const NameScope& scope,
                              Diagnostics& diagnostics) {
  Rule rule = RuleReader(scope, diagnostics).read(root, id);
  if (diagnostics.has_errors()) return std::nullopt;
  return rule;
}

void add_slots(Yaml node, const Text& text, const NameScope& scope, std::vector<Slot>& slots,
               Diagnostics& diagnostics, std::span<const std::string_view> others) {
  for (const std::string_view pattern : {text.en.view(), text.zh.view()}) {
    for (const std::string& name : placeholders(pattern)) {
      if (std::find(others.begin(), others.end(), name) != others.end()) continue;
      const auto known = std::find_if(slots.begin(), slots.end(),
                                      [&](const Slot& slot) { return slot.name == name; });
      if (known != slots.end()) continue;
      const auto named = scope.find(name);
      if (!named) {
        const std::vector<std::string> names = scope.all_names();
        diagnostics.error(node.source(), node.at(), "rules.unknown-placeholder",
                          with_nearest({{"name", name}}, name, {names.begin(), names.end()}));
        continue;
      }
      slots.push_back({name, named->subject, named->type, named->set});
    }
  }
}

void load_queries(Yaml root, const NameScope& scope, std::vector<Query>& queries,
                  Diagnostics& diagnostics) {
  MapReader file(root, diagnostics);
  const auto facts = file.require("facts");
  file.finish();
  if (!facts) return;
  for (const YamlEntry& entry : facts->entries()) {
    MapReader reader(entry.value, diagnostics);
    Query query;
    query.name = entry.key.text();
    query.means = reader.required_bilingual("means");
    query.open = reader.flag("open");
    const std::string of = reader.required_text("of");
    const auto section = scope.vocabulary().section_id(of);
    if (!section || scope.vocabulary().sections[*section].shape != Shape::records) {
      reader.error(entry.value.at(), "rules.not-a-list", {{"name", of}});
      continue;
    }
    query.section = *section;
    if (const auto where = reader.take("where")) {
      query.where = read_condition(*where, scope.with_record(*section, true), diagnostics);
    }
    reader.finish();
    const bool taken = std::any_of(queries.begin(), queries.end(),
                                   [&](const Query& other) { return other.name == query.name; });
    if (taken) reader.error(entry.key.at(), "rules.name-taken", {{"name", query.name}});
    queries.push_back(std::move(query));
  }
}

void load_words(Yaml root, std::vector<Words::Entry>& entries, Diagnostics& diagnostics) {
  struct Walker {
    std::vector<Words::Entry>& entries;
    Diagnostics& diagnostics;

    void walk(Yaml node, const std::string& id) {
      if (node.find("en") || node.find("zh")) {
        if (auto text = read_text(node, diagnostics)) entries.push_back({id, std::move(*text)});
        return;
      }
      if (!node.is_map()) diagnostics.error(node.source(), node.at(), "rules.needs-map");
      for (const YamlEntry& entry : node.entries()) {
        std::string inner = id.empty() ? "" : id + ".";
        inner += entry.key.text();
        walk(entry.value, inner);
      }
    }
  };
  Walker{entries, diagnostics}.walk(root, "");
}

}  // namespace dealcheck
