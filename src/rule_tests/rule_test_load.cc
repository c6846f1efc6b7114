// Reads tests of rules. Every name is looked up here, so that a test that runs can only fail for
// what it says.

#include "rule_tests/rule_test_load.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "assess/assess.h"
#include "base/strings.h"
#include "deal/deal_file.h"
#include "deal/read_value.h"
#include "diagnostics/diagnostic.h"
#include "rule_tests/rule_test_expect.h"
#include "rules/load/condition_load.h"
#include "rules/load/rule_files.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

/// What a file says for all its tests.
struct Common {
  std::optional<Date> as_of;
  Language language = Language::en;
};

class TestReader {
 public:
  TestReader(const Rulebook& rulebook, std::shared_ptr<const YamlDocument> document,
             Diagnostics& diagnostics)
      : rulebook_(rulebook), document_(std::move(document)), diagnostics_(diagnostics) {}

  /// A file of tests.
  std::vector<RuleTest> read_file();
  std::optional<RuleTest> read_example(const RuleExample& example, std::size_t number);

 private:
  static Common read_common(MapReader& reader, Common common);
  std::optional<RuleTest> read_test(Yaml node, const Common& common);
  std::optional<Opportunity> read_what(MapReader& reader, RuleTest& test);
  std::optional<Opportunity> read_other_file(const std::string& name);
  std::optional<Opportunity> read_facts(Yaml node, RuleTest& test);
  void read_fact(const YamlEntry& entry, RuleTest& test);
  void settle_day(Yaml node, const std::optional<Date>& own, const std::optional<Date>& common,
                  RuleTest& test);
  [[nodiscard]] std::vector<std::string> fact_names() const;
  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const Rulebook& rulebook_;
  std::shared_ptr<const YamlDocument> document_;
  Diagnostics& diagnostics_;
};

// ---- the day of judgement ----

bool is_dated(const Provenance& proof) { return proof.date.has_value(); }

/// Whether anything in it can be old or young.
bool says_a_date(const RuleTest& test) {
  const auto is_date = [](const Value& value) { return value.kind == Value::Kind::date; };
  const auto dated = [&](const Record& record) {
    return is_dated(record.proof) || std::any_of(record.statements.begin(), record.statements.end(),
                                                 [&](const Statement& one) {
                                                   return is_dated(one.proof) || is_date(one.value);
                                                 });
  };
  return std::any_of(test.deal.sections.begin(), test.deal.sections.end(),
                     [&](const SectionData& section) {
                       return std::any_of(section.records.begin(), section.records.end(), dated);
                     }) ||
         std::any_of(test.facts.begin(), test.facts.end(),
                     [&](const GivenFact& fact) { return is_date(fact.value); });
}

/// The nearest one: of the test, of its deal, of the file. Only a test in which nothing has a date
/// can do without.
void TestReader::settle_day(Yaml node, const std::optional<Date>& own,
                            const std::optional<Date>& common, RuleTest& test) {
  const auto stated = stated_day(rulebook_.vocabulary, test.deal);
  const auto day = own ? own : stated ? stated : common;
  if (!day && says_a_date(test)) error(node, "test.no-day");
  test.as_of = day.value_or(Date{});
}

Common TestReader::read_common(MapReader& reader, Common common) {
  if (const auto day = reader.text("as_of")) common.as_of = parse_date(*day);
  if (const auto language = reader.word("language")) {
    common.language = static_cast<Language>(*language);
  }
  return common;
}

// ---- facts given directly ----

/// Every name that can be given, with what stands behind the named facts.
std::vector<std::string> TestReader::fact_names() const {
  const Vocabulary& vocabulary = rulebook_.vocabulary;
  std::vector<std::string> names = NameScope(vocabulary, rulebook_.queries).all_names();
  for (const Query& query : rulebook_.queries) {
    names.push_back(query.name + ".count");
    names.push_back(query.name + ".age");
    const Section& section = vocabulary.sections[query.section];
    for (const Key& key : section.keys) names.push_back(query.name + "." + key.id);
    for (const Key& key : vocabulary.common.keys) names.push_back(query.name + "." + key.id);
  }
  return names;
}

void TestReader::read_fact(const YamlEntry& entry, RuleTest& test) {
  const std::string name(entry.key.text());
  const auto named = NameScope(rulebook_.vocabulary, rulebook_.queries).find(name);
  if (!named) {
    const std::vector<std::string> names = fact_names();
    error(entry.key, "test.unknown-fact",
          with_nearest({{"name", name}}, name, {names.begin(), names.end()}));
    return;
  }
  Key key;
  key.id = name;
  key.type = named->type;
  key.set = named->set;
  const auto add = [&](Yaml node) {
    const auto value = read_value(rulebook_.vocabulary, key, node, diagnostics_);
    if (!value) return;
    const bool choice = value->kind == Value::Kind::choice;
    if (name == "stage" && choice) test.stage = static_cast<Stage>(value->index);
    if (name == "stage") return;
    test.facts.push_back({named->subject, *value});
    Evidence& told = test.given.emplace_back();
    told.at = node.at();
    told.path = name;
    told.value = node.text();
  };
  if (!entry.value.is_sequence()) add(entry.value);
  for (const Yaml item : entry.value.items()) add(item);
}

/// A deal that says nothing, and the facts beside it.
std::optional<Opportunity> TestReader::read_facts(Yaml node, RuleTest& test) {
  for (const YamlEntry& entry : node.entries()) read_fact(entry, test);
  if (node.is_map() && !node.find("stage")) error(node, "test.facts-without-stage");
  Opportunity deal{document_, std::vector<SectionData>(rulebook_.vocabulary.sections.size())};
  SectionData& head = deal.sections[*rulebook_.vocabulary.section_id("deal")];
  head.presence = SectionData::Presence::stated;
  head.records.emplace_back();
  return deal;
}

// ---- tests ----

std::optional<Opportunity> TestReader::read_other_file(const std::string& name) {
  const fs::path path = fs::path(document_->source->path()).parent_path() / name;
  return read_deal_file(path.lexically_normal().string(), rulebook_.vocabulary, kDefaultMaxBytes,
                        diagnostics_);
}

std::optional<Opportunity> TestReader::read_what(MapReader& reader, RuleTest& test) {
  const auto deal = reader.take("deal");
  const bool file = reader.has("deal_file");
  const auto facts = reader.take("facts");
  if ((deal ? 1 : 0) + (file ? 1 : 0) + (facts ? 1 : 0) != 1) {
    error(reader.node(), "test.one-of-three");
    return std::nullopt;
  }
  if (deal) return read_opportunity(*deal, document_, rulebook_.vocabulary, diagnostics_);
  if (facts) return read_facts(*facts, test);
  const auto name = reader.text("deal_file");
  return name ? read_other_file(*name) : std::nullopt;
}

std::optional<RuleTest> TestReader::read_test(Yaml node, const Common& common) {
  RuleTest test;
  test.at = node.at();
  test.document = document_;
  MapReader reader(node, kRuleTestShape, diagnostics_);
  test.name = reader.text_or_empty("name");
  const Common own = read_common(reader, {std::nullopt, common.language});
  test.language = own.language;
  auto deal = read_what(reader, test);
  test.only = reader.flag("only");
  if (const auto expect = reader.take("expect")) {
    test.expect = read_expectations(*expect, rulebook_, diagnostics_);
    if (expect->is_map() && expect->size() == 0 && !test.only)
      error(*expect, "test.no-expectation");
  }
  if (deal) {
    test.deal = std::move(*deal);
    settle_day(node, own.as_of, common.as_of, test);
  }
  return test;
}

std::vector<RuleTest> TestReader::read_file() {
  std::vector<RuleTest> tests;
  MapReader file(Yaml(*document_), kRuleTestsShape, diagnostics_);
  const Common common = read_common(file, {});
  std::set<std::string> names;
  for (const Yaml item : file.items("tests")) {
    Diagnostics own;  // one bad test must not keep the others from running
    auto test = TestReader(rulebook_, document_, own).read_test(item, common);
    if (test && !names.insert(test->name).second) {
      own.error(item.source(), item.at(), "test.name-taken", {{"name", test->name}});
    }
    if (test && !own.has_errors()) tests.push_back(std::move(*test));
    diagnostics_.append(own);
  }
  return tests;
}

std::optional<RuleTest> TestReader::read_example(const RuleExample& example, std::size_t number) {
  RuleTest test;
  test.name = example.rule + " " + std::to_string(number);
  test.rule = example.rule;
  test.at = example.at;
  test.document = document_;
  auto deal = read_opportunity(example.deal, document_, rulebook_.vocabulary, diagnostics_);
  if (auto expected = expect_reading(example, rulebook_, diagnostics_)) {
    test.expect.push_back(std::move(*expected));
  }
  if (!deal) return std::nullopt;
  test.deal = std::move(*deal);
  settle_day(example.deal, std::nullopt, std::nullopt, test);
  if (diagnostics_.has_errors()) return std::nullopt;
  return test;
}

std::vector<RuleTest> tests_of_examples(const std::vector<RuleExample>& examples,
                                        const Rulebook& rulebook, Diagnostics& diagnostics) {
  std::vector<RuleTest> tests;
  std::size_t number = 0;
  const std::string* rule = nullptr;
  for (const RuleExample& example : examples) {
    number = rule != nullptr && *rule == example.rule ? number + 1 : 1;
    rule = &example.rule;
    Diagnostics own;
    auto test = TestReader(rulebook, example.document, own).read_example(example, number);
    diagnostics.append(own);
    if (test) tests.push_back(std::move(*test));
  }
  return tests;
}

std::vector<std::string> test_files(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<std::string> files;
  std::error_code failure;
  fs::recursive_directory_iterator entry(fs::path(folder) / kTestFolder, failure);
  if (failure == std::errc::no_such_file_or_directory) return files;
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (hidden && entry->is_directory()) entry.disable_recursion_pending();
    if (!hidden && is_yaml_name(entry->path().string())) files.push_back(entry->path().string());
  }
  if (failure) {
    diagnostics.file_error((fs::path(folder) / kTestFolder).string(), "rules.no-folder",
                           {{"reason", failure.message()}});
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<RuleTest> read_rule_tests(const std::string& path, const Rulebook& rulebook,
                                      Diagnostics& diagnostics) {
  const auto source = read_source(path, diagnostics);
  if (!source) return {};
  auto tree = parse_yaml(source, diagnostics);
  if (!tree) return {};
  const auto document = std::make_shared<const YamlDocument>(std::move(*tree));
  if (!Yaml(*document).find("readings")) {
    return TestReader(rulebook, document, diagnostics).read_file();
  }
  return tests_of_examples(read_examples(document, diagnostics), rulebook, diagnostics);
}

std::vector<RuleTest> read_folder_tests(const std::string& folder, const Rulebook& rulebook,
                                        Diagnostics& diagnostics) {
  std::vector<RuleTest> tests =
      tests_of_examples(load_examples(folder, diagnostics), rulebook, diagnostics);
  for (const std::string& path : test_files(folder, diagnostics)) {
    auto more = read_rule_tests(path, rulebook, diagnostics);
    std::move(more.begin(), more.end(), std::back_inserter(tests));
  }
  return tests;
}

}  // namespace dealcheck
