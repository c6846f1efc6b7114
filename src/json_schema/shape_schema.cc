// Schemas from the table of shapes.

#include "json_schema/shape_schema.h"

#include "analysis/fact_list.h"
#include "json_schema/definitions.h"
#include "json_schema/schema.h"
#include "rule_tests/rule_test_fields.h"

namespace dealcheck {

namespace {

std::vector<std::string> texts_of(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

/// Names that are known, for completion, and any other that a team's own files may hold.
Json known_or_own(const std::vector<std::string>& names) {
  return any_of({one_of(names), text_like("\\S")});
}

/// Every fact by its name, and what it means in every language.
std::vector<std::pair<std::string, std::string>> list_meanings(const Rulebook& rules) {
  std::vector<std::pair<std::string, std::string>> meanings;
  for (const Language language : kEveryLanguage) {
    const std::vector<FactEntry> facts = list_facts(rules, language);
    meanings.resize(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      auto& [name, means] = meanings[i];
      name = facts[i].name;
      if (!means.empty()) means += " · ";
      means += facts[i].means;
    }
  }
  return meanings;
}

Json empty_object() { return {{"type", "object"}, {"properties", Json::object()}}; }

/// `{"kind": {"const": "question"}}` is there, or a key alone is.
Json is_there(const KeyShape& key) {
  const std::string other(key.other_key);
  Json there{{"required", Json::array({other})}};
  if (!key.other_word.empty()) {
    there["properties"][other] = {{"const", std::string(key.other_word)}};
  }
  return there;
}

/// Facts that a test gives directly, by their names.
Json given_facts() {
  return {{"type", "object"},
          {"additionalProperties", any_of({any_scalar(), list_of(any_scalar())})}};
}

/// What a field of a test may be expected to be.
template <typename Field>
Json expected_field(const Field& field, const Rulebook& rules) {
  if (field.kind == FieldKind::whole) {
    return any_of({{{"type", "integer"}}, text_like("^[+−-]?[0-9]+$")});
  }
  if (field.kind == FieldKind::text) return any_scalar();
  const Json name = known_or_own(field.known(rules));
  return field.kind == FieldKind::name ? name : any_of({name, list_of(name, true)});
}

}  // namespace

// ---- words ----

std::string ShapeSchema::description(std::string_view shape, std::string_view key) const {
  const std::string own = "schema." + std::string(shape) + "." + std::string(key);
  const LocalizedText* text = rules_.words.find(own);
  if (text == nullptr && by_ == By::program) {
    text = rules_.words.find("schema.told." + std::string(key));
  }
  if (text == nullptr) text = rules_.words.find("schema.any." + std::string(key));
  return text == nullptr ? std::string() : in_every_language(*text);
}

// ---- values ----

Json ShapeSchema::text() const {
  return by_ == By::program ? Json{{"type", "string"}} : any_scalar();
}

Json ShapeSchema::named(Names names) const {
  std::vector<std::string> known;
  if (names == Names::rule) {
    for (const Rule& rule : rules_.rules) known.push_back(rule.id);
  } else if (names == Names::play) {
    for (const Play& play : rules_.plays) known.push_back(play.id);
  } else if (names == Names::role) {
    for (const Choice& role : rules_.vocabulary.sets[*rules_.vocabulary.set_id("role")].choices) {
      known.push_back(role.id);
    }
  } else if (names == Names::section || names == Names::record_section) {
    for (const Section& section : rules_.vocabulary.sections) {
      const bool fits = names == Names::section || section.shape == Shape::records;
      if (fits) known.push_back(section.id);
    }
  }
  return known.empty() ? text_like("\\S") : known_or_own(known);
}

Json ShapeSchema::value(const KeyShape& key) {
  switch (key.kind) {
    case Kind::text:
      return text();
    case Kind::number:
      return number_between("number", key.least, key.most);
    case Kind::whole:
      return number_between("integer", key.least.value_or(-kLargestWhole),
                            key.most.value_or(kLargestWhole));
    case Kind::bound:
      return any_of({number_between("number", key.least, key.most), map(kBoundShape)});
    case Kind::flag:
      return by_ == By::program ? Json{{"type", "boolean"}} : yes_or_no();
    case Kind::date:
      return date_text();
    case Kind::money:
      return any_of({{{"type", "number"}, {"exclusiveMinimum", 0}}, text_like("[0-9]")});
    case Kind::word:
      return one_of(texts_of(key.words->words));
    case Kind::name:
      return key.words == nullptr ? named(key.names)
                                  : any_of({one_of(texts_of(key.words->words)), named(key.names)});
    case Kind::localized:
      return map(kTextShape);
    case Kind::condition:
      return condition();
    case Kind::map:
      return map(*key.shape);
    case Kind::deal:
      return deal();
    case Kind::answer:
      return any_of({text_like("^[^.]+\\.[^.]+"), map(kEntryShape)});
    case Kind::facts:
      return given_facts();
    case Kind::finding:
      return finding();
    case Kind::expected:
      return expected();
  }
  return Json::object();
}

// ---- how many ----

Json ShapeSchema::by_stage(const KeyShape& key) {
  Json stages = empty_object();
  for (const std::string_view stage : kStageNames) {
    stages["properties"][std::string(stage)] = described(value(key), description("any", stage));
  }
  stages["additionalProperties"] = false;
  if (!key.may_be_empty) stages["required"] = texts_of(kStageNames);
  return stages;
}

Json ShapeSchema::form(const KeyShape& key) {
  switch (key.form) {
    case Form::one:
      return value(key);
    case Form::one_or_list:
      return any_of({value(key), list_of(value(key), true)});
    case Form::list:
      return list_of(value(key), key.may_be_empty);
    case Form::by_stage:
      return any_of({value(key), by_stage(key)});
  }
  return Json::object();
}

Json ShapeSchema::key(const MapShape& shape, const KeyShape& row) {
  Json schema = form(row);
  if (row.may_be_null) schema = any_of({std::move(schema), {{"type", "null"}}});
  const std::string told = description(shape.id, row.name);
  return told.empty() ? schema : described(std::move(schema), told);
}

// ---- maps ----

/// Which keys have to be there, always or with another, and which must not be without it.
void ShapeSchema::add_presence(const MapShape& shape, Completeness completeness, Json& object) {
  Json required = Json::array();
  Json depending = Json::array();
  for (const KeyShape& row : shape.keys) {
    const std::string name(row.name);
    const Json needed{{"required", Json::array({name})}};
    if (row.other_key.empty()) {
      if (row.is_required && completeness == Completeness::whole) required.push_back(name);
      continue;
    }
    Json rule{{"if", is_there(row)}};
    if (row.is_required) rule["then"] = needed;
    if (row.belongs_to_other) rule["else"] = {{"not", needed}};
    depending.push_back(std::move(rule));
  }
  if (!required.empty()) object["required"] = std::move(required);
  if (!depending.empty()) object["allOf"] = std::move(depending);
}

Json ShapeSchema::define(const MapShape& shape, Completeness completeness) {
  Json object = empty_object();
  const std::string told = description("shape", shape.id);
  if (!told.empty()) object["description"] = told;
  for (const KeyShape& row : shape.keys) {
    const bool partial = row.is_partial_too && completeness == Completeness::partial;
    object["properties"][std::string(row.name)] =
        partial ? described(map(*row.shape, completeness), description(shape.id, row.name))
                : key(shape, row);
  }
  if (shape.others == nullptr) {
    object["additionalProperties"] = false;
  } else {
    object["additionalProperties"] = form(*shape.others);
    if (shape.other_names) object["propertyNames"] = named(*shape.other_names);
  }
  add_presence(shape, completeness, object);
  return object;
}

Json ShapeSchema::map(const MapShape& shape, Completeness completeness) {
  std::string name = (by_ == By::program ? "report " : "map ") + std::string(shape.id);
  if (completeness == Completeness::partial) name += ", in part";
  if (!definitions_.contains(name)) {
    definitions_[name] = Json::object();  // it may stand in itself
    definitions_[name] = define(shape, completeness);
  }
  return reference(name);
}

// ---- conditions ----

Json ShapeSchema::matcher() {
  return any_of({any_scalar(), list_of(any_scalar()), map(kMatcherShape)});
}

Json ShapeSchema::condition() {
  constexpr const char* kName = "condition";
  if (definitions_.contains(kName)) return reference(kName);
  definitions_[kName] = Json::object();
  Json object = empty_object();
  const auto part = [&](const char* name, Json schema) {
    object["properties"][name] = described(std::move(schema), description(kName, name));
  };
  part("all", list_of(reference(kName)));
  part("any", list_of(reference(kName)));
  part("not", reference(kName));
  part("some", map(kSomeShape));
  definitions_["what a fact must be"] = matcher();
  for (const auto& [name, means] : list_meanings(rules_)) {
    object["properties"][name] = described(reference("what a fact must be"), means);
  }
  object["additionalProperties"] = reference("what a fact must be");
  object["minProperties"] = 1;
  object["description"] = description("shape", kName);
  definitions_[kName] = std::move(object);
  return reference(kName);
}

// ---- tests of rules ----

Json ShapeSchema::deal() {
  if (!definitions_.contains("deal")) define_deal(rules_.vocabulary, definitions_);
  return reference("deal");
}

Json ShapeSchema::finding() {
  constexpr const char* kName = "expected finding";
  if (definitions_.contains(kName)) return reference(kName);
  Json fields = empty_object();
  Json reads;
  for (const FindingField& field : finding_fields()) {
    Json schema = expected_field(field, rules_);
    if (field.name == kReadsField) schema = reads = one_of(field.known(rules_));
    fields["properties"][std::string(field.name)] = std::move(schema);
  }
  fields["additionalProperties"] = false;
  definitions_[kName] = any_of({std::move(reads), std::move(fields)});
  return reference(kName);
}

Json ShapeSchema::expected() {
  const Json one = any_of({finding(), list_of(finding(), true)});
  Json object = empty_object();
  for (const DealField& field : deal_fields()) {
    object["properties"][std::string(field.name)] = expected_field(field, rules_);
  }
  for (const Rule& rule : rules_.rules) object["properties"][rule.id] = one;
  object["additionalProperties"] = one;
  return object;
}

// ---- whole files ----

namespace {

/// Which kind of file it is, by a key that only this kind has.
Json has_any(std::span<const std::string_view> marks) {
  std::vector<Json> ways;
  for (const std::string_view mark : marks) {
    ways.push_back({{"required", Json::array({std::string(mark)})}});
  }
  return any_of(std::move(ways));
}

/// What the program says: texts, and groups of them under any name.
Json words_schema() {
  constexpr const char* kName = "words";
  return {{"type", "object"},
          {"additionalProperties", any_of({reference("map text"), reference(kName)})}};
}

/// The first kind whose mark is there; without any it holds words.
Json kind_of_file(ShapeSchema& shapes, std::span<const FileShape> kinds) {
  if (kinds.empty()) return reference("words");
  const FileShape& kind = kinds.front();
  const auto completeness = kind.may_be_partial ? Completeness::partial : Completeness::whole;
  return {{"if", has_any(kind.marks)},
          {"then", shapes.map(*kind.shape, completeness)},
          {"else", kind_of_file(shapes, kinds.subspan(1))}};
}

}  // namespace

Json rules_schema(const Rulebook& rules) {
  Json schema = schema_head("dealcheck: rules · 规则文件");
  Json& definitions = schema["definitions"];
  ShapeSchema shapes(rules, ShapeSchema::By::people, definitions);
  definitions["words"] = words_schema();
  (void)shapes.map(kTextShape);
  const Json choice = kind_of_file(shapes, rule_file_shapes());
  schema["type"] = "object";
  schema.update(choice);
  return schema;
}

Json settings_schema(const Rulebook& rules) {
  Json schema = schema_head("dealcheck: settings · 团队设置");
  const Json root =
      ShapeSchema(rules, ShapeSchema::By::people, schema["definitions"]).map(kSettingsShape);
  schema["allOf"] = Json::array({root});
  return schema;
}

Json report_schema(const Rulebook& rules) {
  Json schema = schema_head("dealcheck: report · 报告");
  ShapeSchema shapes(rules, ShapeSchema::By::program, schema["definitions"]);
  const Json one = any_of({shapes.map(kReportShape), shapes.map(kFailedReportShape)});
  schema["anyOf"] = Json::array({one, list_of(one)});  // several deals are a list
  return schema;
}

}  // namespace dealcheck
