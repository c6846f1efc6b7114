// Reads rules/callsheet.yaml. All lists of entries have one shape; what only some lists may say is
// asked for only there, so that `finish` complains about it everywhere else.

#include "callsheet_load.h"

#include <algorithm>
#include <string_view>

#include "fields.h"
#include "rule_load.h"

namespace dealcheck {

namespace {

constexpr std::array<std::pair<std::string_view, CallMatter>, 8> kMatters{
    {{"person", CallMatter::person},
     {"planned", CallMatter::planned},
     {"we_owe", CallMatter::we_owe},
     {"we_owe_late", CallMatter::we_owe_late},
     {"they_owe", CallMatter::they_owe},
     {"they_owe_late", CallMatter::they_owe_late},
     {"introduces", CallMatter::introduces},
     {"mine", CallMatter::mine}}};

constexpr std::array<std::string_view, 3> kOutlooks{"prepare", "close", "nothing"};

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
  CallRule read_rule(Yaml node, Part part);
  bool read_matter(MapReader& reader, CallRule& rule);
  bool read_records(MapReader& reader, const std::string& name, CallRule& rule);
  void read_limits(MapReader& reader, CallRule& rule);
  void read_own(MapReader& reader, Part part, CallRule& rule);
  void warn_of_rule(Yaml node, const std::string& id);
  void read_slots(Yaml node, const Text& text, const NameScope& scope, CallRule& rule);
  CallOutlook read_outlook(MapReader& reader);
  void read_answers(MapReader& root);
  void read_flow(MapReader& root);
  void read_openers(MapReader& root);
  void read_frequency(MapReader& root);
  template <typename... Names>
  void check_names(Yaml node, const Text& text, const Names&... names);
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
void CallRulesReader::check_names(Yaml node, const Text& text, const Names&... names) {
  std::vector<std::string_view> known(kPersonNames.begin(), kPersonNames.end());
  (known.insert(known.end(), names.begin(), names.end()), ...);
  for (const std::string_view pattern : {text.en.view(), text.zh.view()}) {
    for (const std::string& name : placeholders(pattern)) {
      check_known(node, "rules.unknown-placeholder", name, known);
    }
  }
}

void CallRulesReader::read_slots(Yaml node, const Text& text, const NameScope& scope,
                                 CallRule& rule) {
  const bool told = rule.matter != CallMatter::person && rule.matter != CallMatter::records;
  for (const std::string_view pattern : {text.en.view(), text.zh.view()}) {
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
  rule.or_nobody = reader.flag("or_nobody");
  const Vocabulary& vocabulary = scope_.vocabulary();
  const std::size_t dot = name.find('.');
  const auto section = vocabulary.section_id(name.substr(0, dot));
  const bool records =
      section && vocabulary.sections[*section].shape == Shape::records && dot != std::string::npos;
  const auto key = records
                       ? vocabulary.find_key(vocabulary.sections[*section], name.substr(dot + 1))
                       : std::nullopt;
  if (!key || vocabulary.key(vocabulary.sections[*section], *key).type != Type::contact) {
    std::vector<std::string_view> known(kMatters.size());
    std::transform(kMatters.begin(), kMatters.end(), known.begin(),
                   [](const auto& matter) { return matter.first; });
    reader.error(reader.node().at(), "rules.no-call-matter",
                 with_nearest({{"name", name}}, name, known));
    return false;
  }
  rule.matter = CallMatter::records;
  rule.section = *section;
  rule.key = *key;
  return true;
}

bool CallRulesReader::read_matter(MapReader& reader, CallRule& rule) {
  rule.section = *scope_.vocabulary().section_id("contacts");
  const std::string name = reader.text("for").value_or("person");
  for (const auto& [word, matter] : kMatters) {
    if (word != name) continue;
    rule.matter = matter;
    return true;
  }
  return read_records(reader, name, rule);
}

void CallRulesReader::read_limits(MapReader& reader, CallRule& rule) {
  rule.verdicts = read_verdict_names(reader, "verdicts", diagnostics_);
  rule.decisions = read_decision_names(reader, "decisions", book_.policy, diagnostics_);
}

void CallRulesReader::read_own(MapReader& reader, Part part, CallRule& rule) {
  if (part == Part::worth) {
    if (const auto node = reader.take("answer")) {
      rule.answer = scalar_text(*node, diagnostics_).value_or("");
      std::vector<std::string_view> known;
      for (const CallAnswer& answer : rules_.answers) known.emplace_back(answer.id);
      check_known(*node, "rules.unknown-answer", rule.answer, known);
    }
  }
  if (part == Part::bring) rule.is_new = reader.flag("new");
  if (part == Part::aims) rule.purpose = reader.required_bilingual("purpose");
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

CallRule CallRulesReader::read_rule(Yaml node, Part part) {
  MapReader reader(node, diagnostics_);
  CallRule rule;
  rule.id = reader.required_text(part == Part::asks ? "rule" : "id");
  if (!read_matter(reader, rule)) return rule;  // what else is wrong with it cannot be told
  const bool has_record = rule.matter == CallMatter::person || rule.matter == CallMatter::records;
  const NameScope scope = has_record ? scope_.with_record(rule.section, false) : scope_;
  read_limits(reader, rule);
  if (const auto when = reader.take("when")) {
    rule.when = read_condition(*when, scope, diagnostics_);
  }
  rule.says = reader.required_bilingual("says");
  read_own(reader, part, rule);
  read_slots(node, rule.says, scope, rule);
  read_slots(node, rule.purpose, scope, rule);
  reader.finish();
  return rule;
}

std::vector<CallRule> CallRulesReader::read_rules(MapReader& root, std::string_view key,
                                                  Part part) {
  std::vector<CallRule> rules;
  const auto node = root.require(key);
  if (!node) return rules;
  if (!node->is_sequence() || node->size() == 0) root.error(node->at(), "rules.needs-list");
  for (const Yaml item : node->items()) rules.push_back(read_rule(item, part));
  return rules;
}

// ---- the rest ----

CallOutlook CallRulesReader::read_outlook(MapReader& reader) {
  const auto node = reader.take("then");
  if (!node) return CallOutlook::prepare;
  const std::string word = scalar_text(*node, diagnostics_).value_or("");
  check_known(*node, "rules.unknown-outlook", word, {kOutlooks.begin(), kOutlooks.end()});
  const auto found = std::find(kOutlooks.begin(), kOutlooks.end(), word);
  return found == kOutlooks.end() ? CallOutlook::prepare
                                  : static_cast<CallOutlook>(found - kOutlooks.begin());
}

void CallRulesReader::read_answers(MapReader& root) {
  const auto node = root.require("answers");
  if (!node) return;
  if (!node->is_sequence() || node->size() == 0) root.error(node->at(), "rules.needs-list");
  for (const Yaml item : node->items()) {
    MapReader reader(item, diagnostics_);
    CallAnswer answer;
    answer.id = reader.required_text("id");
    answer.blocks = reader.flag("blocks");
    answer.then = read_outlook(reader);
    answer.label = reader.required_bilingual("label");
    answer.says = reader.required_bilingual("says");
    check_names(item, answer.says);
    reader.finish();
    rules_.answers.push_back(std::move(answer));
  }
}

void CallRulesReader::read_flow(MapReader& root) {
  if (const auto link = root.require("link")) {
    for (const Yaml item : link->items()) {
      rules_.link.push_back(read_text(item, diagnostics_).value_or(Text{}));
      check_names(item, rules_.link.back(), kLinkNames);
    }
  }
  const auto node = root.require("flow");
  if (!node) return;
  for (const Yaml item : node->items()) {
    MapReader reader(item, diagnostics_);
    CallStepWords step;
    step.id = reader.required_text("id");
    step.label = reader.required_bilingual("label");
    if (const auto says = reader.require("says")) {
      for (const Yaml one : says->items()) {
        step.says.push_back(read_text(one, diagnostics_).value_or(Text{}));
        check_names(one, step.says.back(), kFlowNames);
      }
    }
    reader.finish();
    rules_.flow.push_back(std::move(step));
  }
}

void CallRulesReader::read_openers(MapReader& root) {
  const auto node = root.require("openers");
  if (!node) return;
  for (const Yaml item : node->items()) {
    MapReader reader(item, diagnostics_);
    EmptyOpenerWords opener;
    opener.id = reader.required_text("id");
    opener.phrases = reader.required_bilingual("phrases");
    opener.instead = reader.required_bilingual("instead");
    reader.finish();
    rules_.openers.push_back(std::move(opener));
  }
  if (const auto bought = root.require("bought")) {
    rules_.bought = read_condition(*bought, scope_, diagnostics_);
  }
}

void CallRulesReader::read_frequency(MapReader& root) {
  const auto node = root.require("frequency");
  if (!node) return;
  MapReader classes(*node, diagnostics_);
  for (std::size_t i = 0; i < kCustomerClasses.size(); ++i) {
    const auto one = classes.require(kCustomerClasses.at(i));
    if (!one) continue;
    MapReader days(*one, diagnostics_);
    CallFrequency& frequency = rules_.frequency.at(i);
    frequency = {days.required_whole("every"), days.required_whole("pause")};
    days.finish();
    if (frequency.pause < 0 || frequency.every <= frequency.pause) {
      days.error(one->at(), "rules.frequency-crossed");
    }
  }
  classes.finish();
}

CallRules CallRulesReader::read(Yaml root) {
  MapReader reader(root, diagnostics_);
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
  reader.finish();
  return std::move(rules_);
}

}  // namespace

CallRules load_call_rules(Yaml root, const NameScope& scope, const Rulebook& book,
                          Diagnostics& diagnostics) {
  return CallRulesReader(scope, book, diagnostics).read(root);
}

}  // namespace dealcheck
