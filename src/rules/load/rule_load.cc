#include "rules/load/rule_load.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class RuleReader {
 public:
  RuleReader(const NameScope& scope, Diagnostics& diagnostics)
      : scope_(scope), diagnostics_(diagnostics) {}

  Rule read(Yaml root, const std::string& id);

 private:
  void read_head(MapReader& reader, const std::string& id);
  void read_each(MapReader& reader);
  static Behind read_tells(MapReader& reader, Behind otherwise);
  void read_answered_by(MapReader& reader);
  Reading read_reading(MapReader& reader, const NameScope& scope);
  static void read_gates(MapReader& reader, Reading& reading);
  static std::optional<Standing> read_standing(MapReader& reader, std::string_view key);
  std::optional<Mine> read_mine(MapReader& reader, const NameScope& scope);
  std::optional<Subject> read_about(MapReader& fields, const NameScope& scope);
  void check_points(Yaml node, const Reading& reading);
  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const NameScope& scope_;
  Diagnostics& diagnostics_;
  Rule rule_;
  Behind tells_ = Behind::ahead;  ///< of the readings that do not say themselves
};

void RuleReader::read_head(MapReader& reader, const std::string& id) {
  rule_.id = reader.text_or_empty("id");
  if (rule_.id != id) reader.error("rules.wrong-id", {{"id", rule_.id}, {"expected", id}});
  rule_.question = reader.text("kind") == "question";
  rule_.order = reader.whole_or_zero("order");
  tells_ = read_tells(reader, Behind::ahead);
  rule_.stages = read_stages(reader);
  read_answered_by(reader);
  if (const auto places = reader.take("answer")) {
    rule_.answers = read_answer_places(*places, scope_.vocabulary(), diagnostics_);
  }
  rule_.topic = reader.text_or_empty("topic");
  rule_.label = reader.localized("label");
  rule_.asks = reader.localized("question");
  rule_.source = reader.text_or_empty("source");
  rule_.ask = reader.localized("ask");
  rule_.why = reader.localized("why");
  if (auto answers = reader.map("would")) {
    rule_.would_help = answers->localized("help");
    rule_.would_hurt = answers->localized("hurt");
  }
}

Behind RuleReader::read_tells(MapReader& reader, Behind otherwise) {
  const auto tells = reader.word("tells");
  return tells ? static_cast<Behind>(*tells) : otherwise;
}

void RuleReader::read_answered_by(MapReader& reader) {
  const auto node = reader.take("answered_by");
  rule_.answered_by = reader.names("answered_by");
  const Vocabulary& vocabulary = scope_.vocabulary();
  std::vector<std::string_view> known;
  for (const Choice& role : vocabulary.sets[*vocabulary.set_id("role")].choices) {
    known.emplace_back(role.id);
  }
  for (const std::string& role : rule_.answered_by) {
    if (std::find(known.begin(), known.end(), role) != known.end()) continue;
    reader.error(*node, "rules.unknown-choice", with_nearest({{"value", role}}, role, known));
  }
}

void RuleReader::read_each(MapReader& reader) {
  const auto section = reader.text("for");
  if (!section) return;
  rule_.each = scope_.vocabulary().section_id(*section);
  const bool records =
      rule_.each && scope_.vocabulary().sections[*rule_.each].shape == Shape::records;
  if (!records) reader.error("rules.not-a-list", {{"name", *section}});
  if (rule_.question) reader.error(*reader.take("for"), "rules.question-of-entries");
}

std::optional<Standing> RuleReader::read_standing(MapReader& reader, std::string_view key) {
  const auto rank = reader.word(key);
  if (!rank) return std::nullopt;
  return static_cast<Standing>(*rank);
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
  auto fields = reader.map("mine");
  if (!fields) return std::nullopt;
  Mine mine;
  mine.kind = fields->text_or_empty("kind");
  const auto severity = fields->word("severity");
  if (severity) mine.severity = static_cast<MineSeverity>(*severity);
  mine.cause = fields->text_or_empty("cause");
  mine.about = read_about(*fields, scope);
  return mine;
}

void RuleReader::read_gates(MapReader& reader, Reading& reading) {
  reading.cap = read_standing(reader, "cap");
  reading.lift = read_standing(reader, "lift");
  reading.not_started = reader.flag("not_started");
  reading.lifted_by = reader.localized("lifted_by");
}

void RuleReader::check_points(Yaml node, const Reading& reading) {
  const auto [least, most] = std::minmax_element(reading.points.begin(), reading.points.end());
  if (const std::string_view wrong = wrong_points(reading); !wrong.empty()) {
    error(node, std::string(wrong));
  }
  const bool moves =
      *least != 0 || *most != 0 || reading.cap || reading.lift || reading.not_started;
  if (rule_.after_verdict && moves) error(node, "rules.moves-after-verdict");
}

Reading RuleReader::read_reading(MapReader& reader, const NameScope& scope) {
  Reading reading;
  const auto reads = reader.word("reads");
  reading.reads = reads ? static_cast<Reads>(*reads) : Reads::mixed;
  put(reader.whole_by_stage("points"), reading.points);
  reading.tells = read_tells(reader, tells_);
  reading.stages = read_stages(reader);
  if (reading.stages.empty()) reading.stages = rule_.stages;
  if (const auto when = reader.take("when")) {
    reading.when = read_condition(*when, scope, diagnostics_, &rule_.after_verdict);
  }
  if (const auto unless = reader.take("unless")) {
    reading.unless = read_condition(*unless, scope, diagnostics_, &rule_.after_verdict);
  }
  reading.says = reader.localized("says");
  reading.mine = read_mine(reader, scope);
  read_gates(reader, reading);
  add_slots(reader.node(), reading.says, scope, reading.slots, diagnostics_);
  add_slots(reader.node(), reading.lifted_by, scope, reading.slots, diagnostics_);
  check_points(reader.node(), reading);
  return reading;
}

Rule RuleReader::read(Yaml root, const std::string& id) {
  MapReader reader(root, kRuleShape, diagnostics_);
  read_head(reader, id);
  read_each(reader);
  const NameScope scope = rule_.each ? scope_.with_record(*rule_.each, false) : scope_;
  (void)reader.take("limits");  // read by load_limits, before all rules
  for (MapReader& reading : reader.maps("readings")) {
    rule_.readings.push_back(read_reading(reading, scope));
  }
  (void)reader.take("examples");  // read by load_examples
  return std::move(rule_);
}

}  // namespace

std::string_view wrong_points(const Reading& reading) {
  const auto [least, most] = std::minmax_element(reading.points.begin(), reading.points.end());
  const bool wrong_way = (reading.reads == Reads::adverse && *most > 0) ||
                         (reading.reads == Reads::favourable && *least < 0);
  if (wrong_way) return "rules.points-against-reading";
  return *least < 0 && *most > 0 ? "rules.points-both-ways" : std::string_view();
}

StageSet read_stages(MapReader& reader) {
  StageSet stages;
  for (const std::string& name : reader.names("stages")) stages.add(*parse_stage(name));
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

std::optional<Rule> load_rule(Yaml root, const std::string& id, const NameScope& scope,
                              Diagnostics& diagnostics) {
  Rule rule = RuleReader(scope, diagnostics).read(root, id);
  if (diagnostics.has_errors()) return std::nullopt;
  return rule;
}

void add_slots(Yaml node, const LocalizedText& text, const NameScope& scope,
               std::vector<Slot>& slots, Diagnostics& diagnostics,
               std::span<const std::string_view> others) {
  for (const SharedText& pattern : text.texts) {
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
  MapReader file(root, kFactsShape, diagnostics);
  const auto facts = file.map("facts");
  if (!facts) return;
  for (const YamlEntry& entry : facts->others()) {
    MapReader reader = facts->other(entry);
    Query query;
    query.name = entry.key.text();
    query.means = reader.localized("means");
    query.open = reader.flag("open");
    const auto of = reader.text("of");
    const auto section = scope.vocabulary().section_id(of.value_or(""));
    const auto where = reader.take("where");
    if (!section || scope.vocabulary().sections[*section].shape != Shape::records) {
      if (of) reader.error("rules.not-a-list", {{"name", *of}});
      continue;
    }
    query.section = *section;
    if (where) query.where = read_condition(*where, scope.with_record(*section, true), diagnostics);
    const bool taken = std::any_of(queries.begin(), queries.end(),
                                   [&](const Query& other) { return other.name == query.name; });
    if (taken) reader.error(entry.key, "rules.name-taken", {{"name", query.name}});
    queries.push_back(std::move(query));
  }
}

void load_words(Yaml root, std::vector<Words::Entry>& entries, Diagnostics& diagnostics) {
  struct Walker {
    std::vector<Words::Entry>& entries;
    Diagnostics& diagnostics;

    void walk(Yaml node, const std::string& id) {
      if (is_text(node)) {
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
