// Reads rules/callsheet.yaml. All lists of entries have most keys in common; each list has a shape
// of its own for the rest.

#include "rules/load/callsheet_load.h"

#include <algorithm>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

/// Names that a text of any entry may fill in, and those of entries that are no records.
constexpr std::array<std::string_view, 4> kPersonNames{"person", "owner", "account", "through"};
constexpr std::array<std::string_view, 3> kMatterNames{"what", "day", "due"};
constexpr std::array<std::string_view, 3> kFlowNames{"link", "purpose", "question"};
constexpr std::array<std::string_view, 5> kLinkNames{"unmet", "date", "point", "we_promised",
                                                     "they_promised"};

template <typename Names>
bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class CallRulesReader {
 public:
  CallRulesReader(const NameScope& scope, const Rulebook& book, Diagnostics& diagnostics)
      : scope_(scope), book_(book), diagnostics_(diagnostics) {}

  CallRules read(Yaml root);

 private:
  enum class Part : std::uint8_t { worth, whom, aims, bring, questions, asks };

  std::vector<CallRule> read_rules(MapReader& root, std::string_view key, Part part);
  CallRule read_rule(MapReader& reader, Part part);
  bool read_matter(MapReader& reader, CallRule& rule);
  bool read_records(MapReader& reader, const std::string& name, CallRule& rule);
  void read_limits(MapReader& reader, CallRule& rule);
  void read_own(MapReader& reader, Part part, CallRule& rule);
  void warn_of_rule(Yaml node, const std::string& id);
  void read_slots(Yaml node, const LocalizedText& text, const NameScope& scope, CallRule& rule);
  void read_answers(MapReader& root);
  template <typename Names>
  std::vector<LocalizedText> read_texts(MapReader& reader, std::string_view key,
                                        const Names& names);
  void read_flow(MapReader& root);
  void read_openers(MapReader& root);
  void read_frequency(MapReader& root);
  template <typename... Names>
  void check_names(Yaml node, const LocalizedText& text, const Names&... names);
  void check_known(Yaml node, std::string id, const std::string& word,
                   const std::vector<std::string_view>& known);

  const NameScope& scope_;
  const Rulebook& book_;
  Diagnostics& diagnostics_;
  CallRules rules_;
};

// ---- names ----

void CallRulesReader::check_known(Yaml node, std::string id, const std::string& word,
                                  const std::vector<std::string_view>& known) {
  if (has(known, word)) return;
  diagnostics_.error(node.source(), node.at(), std::move(id),
                     with_nearest({{"name", word}}, word, known));
}

/// Complains about placeholders that nothing fills in.
template <typename... Names>
void CallRulesReader::check_names(Yaml node, const LocalizedText& text, const Names&... names) {
  std::vector<std::string_view> known(kPersonNames.begin(), kPersonNames.end());
  (known.insert(known.end(), names.begin(), names.end()), ...);
  for (const SharedText& pattern : text.texts) {
    for (const std::string& name : placeholders(pattern)) {
      check_known(node, "rules.unknown-placeholder", name, known);
    }
  }
}

void CallRulesReader::read_slots(Yaml node, const LocalizedText& text, const NameScope& scope,
                                 CallRule& rule) {
  const bool told = rule.matter != CallMatter::person && rule.matter != CallMatter::records;
  for (const SharedText& pattern : text.texts) {
    for (const std::string& name : placeholders(pattern)) {
      const bool known = has(kPersonNames, name) || (told && has(kMatterNames, name)) ||
                         std::any_of(rule.slots.begin(), rule.slots.end(),
                                     [&](const Slot& slot) { return slot.name == name; });
      if (known) continue;
      if (const auto named = scope.find(name)) {
        rule.slots.push_back({name, named->subject, named->type, named->set});
        continue;
      }
      const std::vector<std::string> names = scope.all_names();
      check_known(node, "rules.unknown-placeholder", name, {names.begin(), names.end()});
    }
  }
}

// ---- entries ----

/// `objections.by`: a section and the key under which its records name the person.
bool CallRulesReader::read_records(MapReader& reader, const std::string& name, CallRule& rule) {
  const Vocabulary& vocabulary = scope_.vocabulary();
  const std::size_t dot = name.find('.');
  const auto section = vocabulary.section_id(name.substr(0, dot));
  const bool records =
      section && vocabulary.sections[*section].shape == Shape::records && dot != std::string::npos;
  const auto key = records
                       ? vocabulary.find_key(vocabulary.sections[*section], name.substr(dot + 1))
                       : std::nullopt;
  if (!key || vocabulary.key(vocabulary.sections[*section], *key).type != Type::contact) {
    reader.error(
        "rules.no-call-matter",
        with_nearest({{"name", name}}, name, {kCallMatterNames.begin(), kCallMatterNames.end()}));
    return false;
  }
  rule.matter = CallMatter::records;
  rule.section = *section;
  rule.key = *key;
  return true;
}

bool CallRulesReader::read_matter(MapReader& reader, CallRule& rule) {
  rule.section = *scope_.vocabulary().section_id("contacts");
  rule.or_nobody = reader.flag("or_nobody");
  const std::string name = reader.text("for").value_or(std::string(kCallMatterNames.front()));
  const auto* const found = std::find(kCallMatterNames.begin(), kCallMatterNames.end(), name);
  if (found == kCallMatterNames.end()) return read_records(reader, name, rule);
  rule.matter = static_cast<CallMatter>(found - kCallMatterNames.begin());
  if (reader.has("or_nobody")) {
    reader.error(*reader.take("or_nobody"), "rules.key-without-other",
                 {{"key", "or_nobody"}, {"other", "for: objections.by"}});
  }
  return true;
}

void CallRulesReader::read_limits(MapReader& reader, CallRule& rule) {
  rule.verdicts = reader.names("verdicts");
  rule.decisions = read_decision_names(reader, "decisions", book_.policy, diagnostics_);
}

void CallRulesReader::read_own(MapReader& reader, Part part, CallRule& rule) {
  if (part == Part::worth) {
    if (const auto node = reader.take("answer")) {
      rule.answer = node->text();
      std::vector<std::string_view> known;
      for (const CallAnswer& answer : rules_.answers) known.emplace_back(answer.id);
      check_known(*node, "rules.unknown-answer", rule.answer, known);
    }
  }
  if (part == Part::bring) rule.is_new = reader.flag("new");
  if (part == Part::aims) rule.purpose = reader.localized("purpose");
  if (part == Part::questions) rule.looks_ahead = reader.flag("looks_ahead");
  if (part == Part::asks) warn_of_rule(reader.node(), rule.id);
}

/// A folder may do without a rule that its call rules know.
void CallRulesReader::warn_of_rule(Yaml node, const std::string& id) {
  std::vector<std::string_view> known;
  for (const Rule& one : book_.rules) known.emplace_back(one.id);
  if (has(known, id)) return;
  diagnostics_.warning(node.source(), node.at(), "rules.unknown-rule",
                       with_nearest({{"name", id}}, id, known));
}

CallRule CallRulesReader::read_rule(MapReader& reader, Part part) {
  CallRule rule;
  rule.id = reader.text_or_empty(part == Part::asks ? "rule" : "id");
  if (!read_matter(reader, rule)) {
    reader.give_up();
    return rule;
  }
  const bool has_record = rule.matter == CallMatter::person || rule.matter == CallMatter::records;
  const NameScope scope = has_record ? scope_.with_record(rule.section, false) : scope_;
  read_limits(reader, rule);
  if (const auto when = reader.take("when")) {
    rule.when = read_condition(*when, scope, diagnostics_);
  }
  rule.says = reader.localized("says");
  read_own(reader, part, rule);
  read_slots(reader.node(), rule.says, scope, rule);
  read_slots(reader.node(), rule.purpose, scope, rule);
  return rule;
}

std::vector<CallRule> CallRulesReader::read_rules(MapReader& root, std::string_view key,
                                                  Part part) {
  std::vector<CallRule> rules;
  for (MapReader& reader : root.maps(key)) rules.push_back(read_rule(reader, part));
  return rules;
}

// ---- the rest ----

void CallRulesReader::read_answers(MapReader& root) {
  for (MapReader& reader : root.maps("answers")) {
    CallAnswer answer;
    answer.id = reader.text_or_empty("id");
    answer.blocks = reader.flag("blocks");
    answer.then = static_cast<CallOutlook>(reader.word("then").value_or(0));
    answer.label = reader.localized("label");
    answer.says = reader.localized("says");
    check_names(reader.node(), answer.says);
    rules_.answers.push_back(std::move(answer));
  }
}

/// Texts one after the other, and the names that they may fill in.
template <typename Names>
std::vector<LocalizedText> CallRulesReader::read_texts(MapReader& reader, std::string_view key,
                                                       const Names& names) {
  std::vector<LocalizedText> texts;
  for (const Yaml item : reader.items(key)) {
    Diagnostics told;  // by the reader already
    texts.push_back(read_text(item, told).value_or(LocalizedText{}));
    check_names(item, texts.back(), names);
  }
  return texts;
}

void CallRulesReader::read_flow(MapReader& root) {
  rules_.link = read_texts(root, "link", kLinkNames);
  for (MapReader& reader : root.maps("flow")) {
    rules_.flow.push_back({reader.text_or_empty("id"), reader.localized("label"),
                           read_texts(reader, "says", kFlowNames)});
  }
}

void CallRulesReader::read_openers(MapReader& root) {
  for (MapReader& reader : root.maps("openers")) {
    rules_.openers.push_back(
        {reader.text_or_empty("id"), reader.localized("phrases"), reader.localized("instead")});
  }
  if (const auto bought = root.take("bought")) {
    rules_.bought = read_condition(*bought, scope_, diagnostics_);
  }
}

void CallRulesReader::read_frequency(MapReader& root) {
  auto classes = root.map("frequency");
  if (!classes) return;
  for (std::size_t i = 0; i < kCustomerClasses.size(); ++i) {
    auto days = classes->map(kCustomerClasses.at(i));
    if (!days) continue;
    const auto every = days->whole("every");
    const auto pause = days->whole("pause");
    rules_.frequency.at(i) = {every.value_or(0), pause.value_or(0)};
    if (every && pause && *every <= *pause) days->error("rules.frequency-crossed");
  }
}

CallRules CallRulesReader::read(Yaml root) {
  MapReader reader(root, kCallsheetShape, diagnostics_);
  read_answers(reader);
  rules_.worth = read_rules(reader, "worth", Part::worth);
  rules_.whom = read_rules(reader, "whom", Part::whom);
  rules_.aims = read_rules(reader, "aims", Part::aims);
  rules_.bring = read_rules(reader, "bring", Part::bring);
  rules_.questions = read_rules(reader, "questions", Part::questions);
  rules_.asks = read_rules(reader, "asks", Part::asks);
  read_flow(reader);
  read_openers(reader);
  read_frequency(reader);
  return std::move(rules_);
}

}  // namespace

CallRules load_call_rules(Yaml root, const NameScope& scope, const Rulebook& book,
                          Diagnostics& diagnostics) {
  return CallRulesReader(scope, book, diagnostics).read(root);
}

}  // namespace dealcheck
