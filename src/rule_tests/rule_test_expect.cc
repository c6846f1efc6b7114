#include "rule_tests/rule_test_expect.h"

#include <algorithm>
#include <cmath>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "rule_tests/rule_test_fields.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class ExpectationReader {
 public:
  ExpectationReader(const Rulebook& rulebook, Diagnostics& diagnostics)
      : rulebook_(rulebook), diagnostics_(diagnostics) {}

  std::optional<Expectation> read(const YamlEntry& entry);
  std::vector<ExpectedField> read_finding(Yaml node);

 private:
  Expectation read_rule(const YamlEntry& entry);
  void read_finding_field(const YamlEntry& entry, std::vector<ExpectedField>& fields);
  template <typename Field>
  void add(const Field& field, Yaml node, std::vector<ExpectedField>& fields);
  std::optional<std::string> read_name(Yaml node, std::string_view field,
                                       const std::vector<std::string>& known);
  std::optional<std::string> read_names(Yaml node, std::string_view field,
                                        const std::vector<std::string>& known);
  std::optional<std::string> read_whole(Yaml node);
  void error(Yaml node, std::string id, Arguments arguments) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }

  const Rulebook& rulebook_;
  Diagnostics& diagnostics_;
};

template <typename Fields>
auto find_field(const Fields& fields, std::string_view name) {
  return std::find_if(fields.begin(), fields.end(),
                      [&](const auto& field) { return field.name == name; });
}

// ---- values ----

std::optional<std::string> ExpectationReader::read_name(Yaml node, std::string_view field,
                                                        const std::vector<std::string>& known) {
  auto text = read_scalar(node, diagnostics_);
  if (!text || std::find(known.begin(), known.end(), *text) != known.end()) return text;
  const std::vector<std::string_view> names(known.begin(), known.end());
  error(
      node, "test.unknown-value",
      with_nearest({{"field", std::string(field)}, {"value", *text}, {"known", comma_list(names)}},
                   *text, names));
  return std::nullopt;
}

std::optional<std::string> ExpectationReader::read_names(Yaml node, std::string_view field,
                                                         const std::vector<std::string>& known) {
  if (!node.is_sequence()) return read_name(node, field, known);
  std::string all;
  for (const Yaml item : node.items()) {
    const auto name = read_name(item, field, known);
    if (!name) return std::nullopt;
    all += (all.empty() ? "" : ", ") + *name;
  }
  return all;
}

/// As people or reports write it: `-3`, `−3`, `+3`.
std::optional<std::string> ExpectationReader::read_whole(Yaml node) {
  constexpr std::string_view kMinus = "−";
  std::string text(node.text());
  if (text.starts_with(kMinus)) text.replace(0, kMinus.size(), "-");
  if (text.starts_with('+')) text.erase(0, 1);
  const auto number = parse_number(text);
  if (number && *number == std::floor(*number) && std::abs(*number) <= 1'000'000) {
    return std::to_string(static_cast<int>(*number));
  }
  error(node, "rules.needs-whole-number", {{"value", std::string(node.text())}});
  return std::nullopt;
}

template <typename Field>
void ExpectationReader::add(const Field& field, Yaml node, std::vector<ExpectedField>& fields) {
  std::optional<std::string> value;
  switch (field.kind) {
    case FieldKind::name:
      value = read_name(node, field.name, field.known(rulebook_));
      break;
    case FieldKind::names:
      value = read_names(node, field.name, field.known(rulebook_));
      break;
    case FieldKind::whole:
      value = read_whole(node);
      break;
    case FieldKind::text:
      value = read_scalar(node, diagnostics_);
      break;
  }
  if (value) fields.push_back({std::string(field.name), std::move(*value), node.at()});
}

// ---- rules ----

void ExpectationReader::read_finding_field(const YamlEntry& entry,
                                           std::vector<ExpectedField>& fields) {
  const auto known = finding_fields();
  const auto field = find_field(known, entry.key.text());
  if (field != known.end()) {
    add(*field, entry.value, fields);
    return;
  }
  std::vector<std::string_view> names;
  for (const FindingField& one : known) names.push_back(one.name);
  const std::string name(entry.key.text());
  error(entry.key, "test.unknown-field",
        with_nearest({{"name", name}, {"known", comma_list(names)}}, name, names));
}

std::vector<ExpectedField> ExpectationReader::read_finding(Yaml node) {
  std::vector<ExpectedField> fields;
  if (!node.is_map()) {
    add(*find_field(finding_fields(), kReadsField), node, fields);
    return fields;
  }
  for (const YamlEntry& entry : node.entries()) read_finding_field(entry, fields);
  const bool silent = std::any_of(fields.begin(), fields.end(), [](const ExpectedField& field) {
    return field.name == kReadsField && field.value == kSilent;
  });
  if (silent && fields.size() > 1) error(node, "test.silent-with-more", {});
  return fields;
}

Expectation ExpectationReader::read_rule(const YamlEntry& entry) {
  Expectation expectation{std::string(entry.key.text()), entry.key.at(), {}, false};
  expectation.exhaustive = entry.value.is_sequence();
  if (!expectation.exhaustive) expectation.findings.push_back(read_finding(entry.value));
  for (const Yaml item : entry.value.items()) expectation.findings.push_back(read_finding(item));
  return expectation;
}

std::optional<Expectation> ExpectationReader::read(const YamlEntry& entry) {
  const std::string name(entry.key.text());
  const auto fields = deal_fields();
  if (const auto field = find_field(fields, name); field != fields.end()) {
    Expectation expectation{"", entry.key.at(), {{}}, false};
    add(*field, entry.value, expectation.findings.front());
    return expectation;
  }
  if (find_rule(rulebook_, name) != nullptr) return read_rule(entry);
  std::vector<std::string_view> names;
  for (const DealField& field : fields) names.push_back(field.name);
  for (const Rule& rule : rulebook_.rules) names.emplace_back(rule.id);
  error(entry.key, "test.unknown-subject", with_nearest({{"name", name}}, name, names));
  return std::nullopt;
}

}  // namespace

std::vector<Expectation> read_expectations(Yaml node, const Rulebook& rulebook,
                                           Diagnostics& diagnostics) {
  std::vector<Expectation> all;
  for (const YamlEntry& entry : node.entries()) {
    auto one = ExpectationReader(rulebook, diagnostics).read(entry);
    if (one) all.push_back(std::move(*one));
  }
  return all;
}

std::optional<Expectation> expect_reading(const RuleExample& example, const Rulebook& rulebook,
                                          Diagnostics& diagnostics) {
  Expectation expectation{example.rule, example.at, {}, false};
  expectation.findings.push_back(
      ExpectationReader(rulebook, diagnostics).read_finding(example.reads));
  if (expectation.findings.front().empty()) return std::nullopt;
  return expectation;
}

}  // namespace dealcheck
