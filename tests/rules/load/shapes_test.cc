#include "schema/shapes.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "i18n/words.h"
#include "rules/load/rule_files.h"
#include "schema/check_shape.h"
#include "support.h"
#include "yaml/yaml.h"

namespace dealcheck {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAllSettings =
    "rules: house\nlanguage: zh\nfail_on: backup\n"
    "thresholds: {stale_after: {early: 90}, review_overdue: 30, large_amount: 2M}\n"
    "extra_rules: more\npack: ours\nalso: meddpicc\nseverity: {late.favour: off}\n"
    "overrides: [{rule: late.favour, off: yes, severity: off, points: {adverse: {late: -1}}, "
    "limits: {much: 3}, reason: so}]\n"
    "paths: [{match: 'a/*', severity: {late.favour: minor}, fail_on: backup}]\n"
    "ideal_customer: []\n";

std::vector<const MapShape*> roots() {
  std::vector<const MapShape*> shapes{&kSettingsShape};
  for (const FileShape& file : rule_file_shapes()) shapes.push_back(file.shape);
  for (const MapShape* part : {&kSomeShape, &kMatcherShape, &kBoundShape, &kTextShape})
    shapes.push_back(part);
  return shapes;
}

void collect(const MapShape& shape, std::set<const MapShape*>& all) {
  if (!all.insert(&shape).second) return;
  for (const KeyShape& key : shape.keys) {
    if (key.shape != nullptr) collect(*key.shape, all);
  }
  if (shape.others != nullptr && shape.others->shape != nullptr) {
    collect(*shape.others->shape, all);
  }
}

std::set<const MapShape*> all_shapes() {
  std::set<const MapShape*> all;
  for (const MapShape* root : roots()) collect(*root, all);
  return all;
}

/// Those of reports.
std::set<const MapShape*> told_shapes() {
  std::set<const MapShape*> all;
  for (const MapShape* root : {&kReportShape, &kFailedReportShape}) collect(*root, all);
  return all;
}

/// Every shape that a file makes use of.
struct Use {
  std::set<const MapShape*> shapes;

  void add(Yaml value, const KeyShape& row) {
    if (row.kind == Kind::localized) shapes.insert(&kTextShape);
    if (row.kind != Kind::map) return;
    if (is_by_stage(value, row)) {
      for (const YamlEntry& stage : value.entries()) add(stage.value, *row.shape);
      return;
    }
    if (value.is_map()) add(value, *row.shape);
    for (const Yaml item : value.items()) add(item, *row.shape);
  }
  void add(Yaml map, const MapShape& shape) {
    shapes.insert(&shape);
    for (const YamlEntry& entry : map.entries()) {
      const KeyShape* row = shape.find(entry.key.text());
      if (row == nullptr) row = shape.others;
      REQUIRE_MESSAGE(row != nullptr, entry.key.text());
      add(entry.value, *row);
    }
  }
};

const MapShape& shape_of(const fs::path& file) {
  if (file.begin()->string() == kPackFolder) {  // packs/meddpicc/verdict.yaml
    return shape_of(file.lexically_relative(fs::path(kPackFolder) / *std::next(file.begin())));
  }
  const std::string all_of_folder = (file.parent_path() / "*.yaml").string();
  for (const FileShape& known : rule_file_shapes()) {
    if (known.name == file.string() || known.name == all_of_folder) return *known.shape;
  }
  return kRuleShape;
}

Use use_by_all_files() {
  Use use;
  const fs::path rules = fs::path(test::source_folder()) / "rules";
  for (const auto& entry : fs::recursive_directory_iterator(rules)) {
    const fs::path file = entry.path().lexically_relative(rules);
    if (file.extension() != ".yaml" || file.parent_path().filename() == "words") continue;
    std::ifstream stream(entry.path());
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto document = test::document(text, file.string());
    use.add(Yaml(*document), shape_of(file));
  }
  const auto settings = test::document(kAllSettings);
  use.add(Yaml(*settings), kSettingsShape);
  return use;
}

}  // namespace

TEST_CASE("shapes: there is a file for every shape") {
  const Use use = use_by_all_files();
  for (const MapShape* shape : all_shapes()) {
    const bool in_conditions =
        shape == &kSomeShape || shape == &kMatcherShape || shape == &kBoundShape;
    if (in_conditions) continue;
    CHECK_MESSAGE(use.shapes.contains(shape), shape->id);
  }
}

TEST_CASE("shapes: every map and every key is described in both languages, and nothing else is") {
  const Words& words = test::rules().words;
  std::set<std::string> used;
  const auto see_key = [&](const MapShape& shape, const KeyShape& key, bool is_told) {
    std::vector<std::string> places{std::string(shape.id), "told", "any"};
    if (!is_told) std::erase(places, "told");
    std::string found;
    for (const std::string& place : places) {
      const std::string id = "schema." + place + "." + std::string(key.name);
      if (found.empty() && words.find(id) != nullptr) found = id;
    }
    CHECK_MESSAGE(!found.empty(), shape.id, " ", key.name);
    used.insert(found);
    if (key.form != Form::by_stage) return;
    for (const std::string_view stage : kStageNames)
      used.insert("schema.any." + std::string(stage));
  };
  const auto see = [&](const std::set<const MapShape*>& shapes, bool is_told) {
    for (const MapShape* shape : shapes) {
      const std::string id = "schema.shape." + std::string(shape->id);
      CHECK_MESSAGE(words.find(id) != nullptr, id);
      CHECK_MESSAGE(used.insert(id).second, id);
      for (const KeyShape& key : shape->keys) see_key(*shape, key, is_told);
    }
  };
  see(all_shapes(), false);
  see(told_shapes(), true);
  for (const Words::Entry& entry : words.entries()) {
    const std::string id(entry.id.view());
    const bool is_key = id.starts_with("schema.") && !id.starts_with("schema.condition.") &&
                        id != "schema.shape.condition";
    if (is_key) CHECK_MESSAGE(used.contains(id), id);
  }
}

TEST_CASE("shapes: the rows of the table make sense") {
  std::set<const MapShape*> shapes = all_shapes();
  shapes.merge(told_shapes());
  for (const MapShape* shape : shapes) {
    std::set<std::string_view> names;
    for (const KeyShape& key : shape->keys) {
      CAPTURE(shape->id);
      CAPTURE(key.name);
      CHECK(names.insert(key.name).second);
      CHECK((key.kind == Kind::map) == (key.shape != nullptr));
      if (key.kind == Kind::word) CHECK(key.words != nullptr);
      if (!key.other_key.empty()) CHECK(shape->find(key.other_key) != nullptr);
      if (key.least && key.most) CHECK(*key.least <= *key.most);
    }
  }
}

}  // namespace dealcheck
