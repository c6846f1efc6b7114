#include "rules/load/condition_load.h"

#include <algorithm>
#include <array>

#include "base/scalars.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "rules/computed.h"
#include "schema/fields.h"

namespace dealcheck {

NameScope NameScope::with_record(std::uint16_t section, bool bare) const {
  NameScope scope = *this;
  scope.record_ = section;
  scope.bare_ = bare;
  return scope;
}

NameScope NameScope::with_limits(const std::vector<Limit>& limits, std::string rule) const {
  NameScope scope = *this;
  scope.limits_ = &limits;
  scope.limits_of_ = std::move(rule);
  return scope;
}

std::optional<std::uint16_t> NameScope::find_limit(std::string_view name) const {
  if (limits_ == nullptr) return std::nullopt;
  const auto found = std::find_if(limits_->begin(), limits_->end(), [&](const Limit& limit) {
    return (limit.rule == limits_of_ && limit.name == name) || full_name(limit) == name;
  });
  if (found == limits_->end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - limits_->begin());
}

std::vector<std::string> NameScope::limit_names() const {
  std::vector<std::string> names;
  if (limits_ == nullptr) return names;
  for (const Limit& limit : *limits_) {
    names.push_back(limit.rule == limits_of_ ? limit.name : full_name(limit));
  }
  return names;
}

std::optional<NameScope::Named> NameScope::find(std::string_view name) const {
  if (record_ && bare_) {
    if (auto field = find_field(*record_, name)) return field;
  }
  if (record_ && !bare_ && name.starts_with("it.")) return find_field(*record_, name.substr(3));
  if (auto computed = find_computed(name)) return computed;
  if (auto query = find_query(name)) return query;
  return find_attribute(name);
}

std::optional<NameScope::Named> NameScope::find_computed(std::string_view name) const {
  for (std::size_t i = 0; i < kDealFacts.size(); ++i) {
    const ComputedFact& fact = kDealFacts.at(i);
    if (fact.name != name) continue;
    Named named;
    named.subject.kind = Subject::Kind::computed;
    named.subject.id = static_cast<std::uint16_t>(i);
    named.type = fact.type;
    named.set = vocabulary_.set_id(fact.set).value_or(0);
    named.after_verdict = fact.after_verdict;
    return named;
  }
  return std::nullopt;
}

/// Adds one step of a path to `named`; `section` becomes the one the next step is looked up in.
bool NameScope::add_step(std::uint16_t& section, std::string_view step, Named& named) const {
  const Section& words = vocabulary_.sections[section];
  if (step == "parent" && words.parent) {
    named.subject.path.push_back(kParentStep);
    section = *words.parent;
    named.type = Type::records;
    return true;
  }
  for (std::size_t i = 0; i < kRecordFacts.size(); ++i) {
    const ComputedField& field = kRecordFacts.at(i);
    if (field.fact.name != step || (!field.section.empty() && field.section != words.id)) continue;
    named.subject.path.push_back(static_cast<FieldId>(kDerivedField + i));
    named.type = field.fact.type;
    named.after_verdict = field.fact.after_verdict;
    named.set = vocabulary_.set_id(field.fact.set).value_or(0);
    return true;
  }
  const auto key = vocabulary_.find_key(words, step);
  if (!key || vocabulary_.key(words, *key).id != step) return false;  // rules use canonical names
  named.subject.path.push_back(*key);
  named.type = vocabulary_.key(words, *key).type;
  named.set = vocabulary_.key(words, *key).set;
  if (named.type == Type::contact) section = *vocabulary_.section_id("contacts");
  return true;
}

std::optional<NameScope::Named> NameScope::find_field(std::uint16_t section,
                                                      std::string_view path) const {
  Named named;
  named.subject.kind = Subject::Kind::field;
  while (true) {
    const std::size_t dot = path.find('.');
    if (!add_step(section, path.substr(0, dot), named)) return std::nullopt;
    if (dot == std::string_view::npos) break;
    if (named.type != Type::contact && named.type != Type::records) return std::nullopt;
    path.remove_prefix(dot + 1);
  }
  if (named.type == Type::records) return std::nullopt;
  return named;
}

std::optional<NameScope::Named> NameScope::find_attribute(std::string_view name) const {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto id = vocabulary_.section_id(name.substr(0, dot));
  if (!id || vocabulary_.sections[*id].shape != Shape::attributes) return std::nullopt;
  const Section& section = vocabulary_.sections[*id];
  const std::string_view rest = name.substr(dot + 1);
  const std::size_t next = std::min(rest.find('.'), rest.size());
  const auto key = section.names.find(rest.substr(0, next));
  if (!key || section.keys[*key].id != rest.substr(0, next)) return std::nullopt;
  Named named;
  named.subject.kind = Subject::Kind::attribute;
  named.subject.id = *id;
  named.subject.path.push_back(*key);
  named.type = section.keys[*key].type;
  named.set = section.keys[*key].set;
  if (next == rest.size()) return named;
  const std::string_view behind = rest.substr(next + 1);
  if (behind == "age") {
    named.subject.kind = Subject::Kind::attribute_age;
    named.type = Type::number;
    return named;
  }
  // A common key (`.by.name`), or a field of the contact that the attribute names.
  const bool contact = named.type == Type::contact;
  const auto field = find_field(contact ? *vocabulary_.section_id("contacts") : *id, behind);
  if (!field || (!contact && field->subject.path.front() < kCommonKey)) return std::nullopt;
  named.type = field->type;
  named.set = field->set;
  named.subject.path.insert(named.subject.path.end(), field->subject.path.begin(),
                            field->subject.path.end());
  return named;
}

std::optional<NameScope::Named> NameScope::find_query(std::string_view name) const {
  const Query* best = nullptr;
  for (const Query& query : queries_) {
    const bool fits =
        name == query.name || (name.starts_with(query.name) && name[query.name.size()] == '.');
    if (fits && (best == nullptr || best->name.size() < query.name.size())) best = &query;
  }
  if (best == nullptr) return std::nullopt;
  Named named;
  named.subject.id = static_cast<std::uint16_t>(best - queries_.data());
  if (name.size() == best->name.size()) {
    named.subject.kind = Subject::Kind::query;
    named.type = Type::choice;
    named.set = vocabulary_.set_id("answer").value_or(0);
    return named;
  }
  const std::string_view part = name.substr(best->name.size() + 1);
  if (part == "count" || part == "age") {
    named.subject.kind = part == "count" ? Subject::Kind::query_count : Subject::Kind::query_age;
    named.type = Type::number;
    return named;
  }
  auto field = find_field(best->section, part);
  if (!field) return std::nullopt;
  field->subject.kind = Subject::Kind::query_field;
  field->subject.id = named.subject.id;
  return field;
}

std::vector<std::string> NameScope::all_names() const {
  std::vector<std::string> names;
  const std::string prefix = bare_ ? "" : "it.";
  if (record_) {
    const Section& section = vocabulary_.sections[*record_];
    for (const Key& key : section.keys) names.push_back(prefix + key.id);
    for (const Key& key : vocabulary_.common.keys) names.push_back(prefix + key.id);
    for (const ComputedField& field : kRecordFacts) {
      if (field.section.empty() || field.section == section.id) {
        names.push_back(prefix + std::string(field.fact.name));
      }
    }
  }
  for (const ComputedFact& fact : kDealFacts) names.emplace_back(fact.name);
  for (const Query& query : queries_) names.push_back(query.name);
  for (const Section& section : vocabulary_.sections) {
    if (section.shape != Shape::attributes) continue;
    for (const Key& key : section.keys) names.push_back(section.id + "." + key.id);
  }
  return names;
}

namespace {

class ConditionReader {
 public:
  ConditionReader(const NameScope& scope, Diagnostics& diagnostics)
      : scope_(scope), diagnostics_(diagnostics) {}

  Condition read(Yaml node);
  bool after_verdict = false;

 private:
  Condition read_entry(const YamlEntry& entry);
  Condition read_list(Condition::Op op, Yaml node);
  Condition read_some(Yaml node);
  Condition read_leaf(const YamlEntry& entry);
  Matcher read_matcher(Yaml node, const NameScope::Named& named);
  void read_matcher_map(Yaml node, const NameScope::Named& named, Matcher& matcher);
  std::optional<Bound> read_bound(MapReader& reader, Bound::Kind kind);
  void read_values(Yaml node, const NameScope::Named& named, Matcher& matcher);
  void read_value(Yaml node, const NameScope::Named& named, Matcher& matcher);
  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const NameScope& scope_;
  Diagnostics& diagnostics_;
};

Condition ConditionReader::read(Yaml node) {
  Condition condition;
  if (!node.is_map() || node.size() == 0) error(node, "rules.empty-condition");
  for (const YamlEntry& entry : node.entries()) condition.parts.push_back(read_entry(entry));
  if (condition.parts.size() != 1) return condition;
  Condition only = std::move(condition.parts.front());
  return only;
}

Condition ConditionReader::read_entry(const YamlEntry& entry) {
  const std::string_view key = entry.key.text();
  if (key == "all") return read_list(Condition::Op::all, entry.value);
  if (key == "any") return read_list(Condition::Op::any, entry.value);
  if (key == "some") return read_some(entry.value);
  if (key != "not") return read_leaf(entry);
  Condition condition;
  condition.op = Condition::Op::negation;
  condition.parts.push_back(read(entry.value));
  return condition;
}

Condition ConditionReader::read_list(Condition::Op op, Yaml node) {
  Condition condition;
  condition.op = op;
  if (!node.is_sequence() || node.size() == 0) error(node, "rules.needs-list");
  for (const Yaml item : node.items()) condition.parts.push_back(read(item));
  return condition;
}

Condition ConditionReader::read_some(Yaml node) {
  MapReader reader(node, kSomeShape, diagnostics_);
  Condition condition;
  condition.op = Condition::Op::some;
  for (const Yaml part : reader.items("of")) condition.parts.push_back(read(part));
  const auto least = reader.whole("at_least");
  if (!least) return condition;
  if (static_cast<std::size_t>(*least) > condition.parts.size()) {
    error(node, "rules.some-out-of-range");
  } else {
    condition.at_least = static_cast<std::uint16_t>(*least);
  }
  return condition;
}

Condition ConditionReader::read_leaf(const YamlEntry& entry) {
  Condition condition;
  condition.op = Condition::Op::leaf;
  const std::string_view name = entry.key.text();
  const auto named = scope_.find(name);
  if (!named) {
    const std::vector<std::string> known = scope_.all_names();
    error(entry.key, "rules.unknown-fact",
          with_nearest({{"name", std::string(name)}}, name, {known.begin(), known.end()}));
    return condition;
  }
  after_verdict = after_verdict || named->after_verdict;
  condition.subject = named->subject;
  condition.matcher = read_matcher(entry.value, *named);
  return condition;
}

Matcher ConditionReader::read_matcher(Yaml node, const NameScope::Named& named) {
  Matcher matcher;
  if (node.is_map()) {
    read_matcher_map(node, named, matcher);
  } else {
    read_values(node, named, matcher);
  }
  return matcher;
}

void ConditionReader::read_matcher_map(Yaml node, const NameScope::Named& named, Matcher& matcher) {
  MapReader reader(node, kMatcherShape, diagnostics_);
  const auto state = reader.word("is");
  const auto other = reader.take("not");
  for (std::size_t kind = 0; kind < kBoundNames.size(); ++kind) {
    const auto bound = read_bound(reader, static_cast<Bound::Kind>(kind));
    if (bound) matcher.bounds.push_back(*bound);
  }
  const bool bounded = !matcher.bounds.empty();
  const bool measured = named.type == Type::number || named.type == Type::money;
  const int ways = int{reader.has("is")} + int{other.has_value()} + int{bounded};
  if (ways > 1) error(node, "rules.mixed-matcher");
  if (node.size() == 0) error(node, "rules.empty-matcher");
  if (bounded && !measured) error(node, "rules.not-measured");
  if (other) {
    read_values(*other, named, matcher);
    matcher.negated = true;
  } else if (state) {
    static constexpr std::array<Matcher::Kind, 4> kKinds{
        Matcher::Kind::known, Matcher::Kind::unknown, Matcher::Kind::none,
        Matcher::Kind::not_known};
    matcher.kind = kKinds.at(*state);
  } else {
    matcher.kind = Matcher::Kind::range;
  }
}

/// A number, or the name of a limit that sets it.
std::optional<Bound> ConditionReader::read_bound(MapReader& reader, Bound::Kind kind) {
  const auto node = reader.take(to_string(kind));
  if (!node || !node->is_map()) {
    const auto number = reader.number(to_string(kind));
    return number ? std::optional(Bound{kind, *number}) : std::nullopt;
  }
  const std::string name = MapReader(*node, kBoundShape, diagnostics_).text_or_empty("limit");
  const auto place = scope_.find_limit(name);
  if (!place) {
    const std::vector<std::string> known = scope_.limit_names();
    error(*node, "rules.unknown-limit",
          with_nearest({{"name", name}}, name, {known.begin(), known.end()}));
    return Bound{kind};
  }
  return Bound{kind, scope_.limit(*place), place};
}

void ConditionReader::read_values(Yaml node, const NameScope::Named& named, Matcher& matcher) {
  if (!node.is_sequence()) {
    read_value(node, named, matcher);
    return;
  }
  for (const Yaml item : node.items()) read_value(item, named, matcher);
}

void ConditionReader::read_value(Yaml node, const NameScope::Named& named, Matcher& matcher) {
  if (named.type == Type::number || named.type == Type::money) {
    if (const auto number = read_number(node, diagnostics_)) matcher.numbers.push_back(*number);
    return;
  }
  if (named.type != Type::choice) {
    error(node, "rules.not-a-choice");
    return;
  }
  const ChoiceSet& set = scope_.vocabulary().sets[named.set];
  const auto found = std::find_if(set.choices.begin(), set.choices.end(),
                                  [&](const Choice& choice) { return choice.id == node.text(); });
  if (found != set.choices.end()) {
    matcher.choices.push_back(static_cast<std::int32_t>(found - set.choices.begin()));
    return;
  }
  std::vector<std::string_view> known;
  for (const Choice& choice : set.choices) known.emplace_back(choice.id);
  error(node, "rules.unknown-choice",
        with_nearest({{"value", std::string(node.text())}}, node.text(), known));
}

}  // namespace

Condition read_condition(Yaml node, const NameScope& scope, Diagnostics& diagnostics,
                         bool* after_verdict) {
  ConditionReader reader(scope, diagnostics);
  Condition condition = reader.read(node);
  if (after_verdict != nullptr) *after_verdict = *after_verdict || reader.after_verdict;
  return condition;
}

}  // namespace dealcheck
