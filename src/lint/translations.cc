// Texts that readers of another language are told in English, since nobody has translated them.

#include <algorithm>

#include "lint/lint.h"
#include "schema/check_shape.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

/// What a file of a rule folder holds; null: texts in groups of any depth.
const MapShape* shape_of(const RuleFile& file) {
  if (file.is_words()) return nullptr;
  if (file.is_rule()) return &kRuleShape;
  if (file.folder == "facts") return &kFactsShape;
  const auto kinds = rule_file_shapes();
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const FileShape& one) {
    return one.name == file.stem + ".yaml";
  });
  return kind == kinds.end() ? nullptr : kind->shape;
}

/// Goes through a file by its shape: wherever a language may have a key, each should have one.
class TranslationSearch {
 public:
  explicit TranslationSearch(FindingSink& sink) : sink_(sink) {}

  void look_through(const RuleFile& file);

 private:
  void look_at_words(Yaml node);
  void look_at_map(Yaml map, const MapShape& shape);
  void look_at_value(Yaml value, const KeyShape& key);
  void look_at_text(Yaml text);

  FindingSink& sink_;
};

void TranslationSearch::look_at_text(Yaml text) {
  for (const Language language : kEveryLanguage) {
    const LanguageRow& row = row_of(language);
    const auto told = text.find(row.code);
    if (language == Language::en || (told && !told->text().empty())) continue;
    sink_.add(Severity::warning, text, "rules.check.untranslated",
              {{"language", std::string(row.own_name)}, {"code", std::string(row.code)}});
  }
}

void TranslationSearch::look_at_value(Yaml value, const KeyShape& key) {
  if (value.is_sequence()) {
    for (const Yaml item : value.items()) look_at_value(item, key);
  } else if (key.kind == Kind::localized) {
    look_at_text(value);
  } else if (key.kind == Kind::map && is_by_stage(value, key)) {
    for (const YamlEntry& stage : value.entries()) look_at_map(stage.value, *key.shape);
  } else if (key.kind == Kind::map) {
    look_at_map(value, *key.shape);
  }
}

void TranslationSearch::look_at_map(Yaml map, const MapShape& shape) {
  if (shape.find(row_of(Language::en).code) != nullptr) look_at_text(map);
  for (const YamlEntry& entry : map.entries()) {
    const KeyShape* known = shape.find(entry.key.text());
    const KeyShape* key = known == nullptr ? shape.others : known;
    if (key != nullptr) look_at_value(entry.value, *key);
  }
}

void TranslationSearch::look_at_words(Yaml node) {
  if (is_text(node)) return look_at_text(node);
  for (const YamlEntry& entry : node.entries()) look_at_words(entry.value);
}

void TranslationSearch::look_through(const RuleFile& file) {
  const Yaml root(*file.document);
  const MapShape* shape = shape_of(file);
  shape == nullptr ? look_at_words(root) : look_at_map(root, *shape);
}

}  // namespace

void check_translations(const LintInput& input, FindingSink& sink) {
  TranslationSearch search(sink);
  for (const RuleFile& file : input.places.newest()) search.look_through(file);
}

}  // namespace dealcheck
