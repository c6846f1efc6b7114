// Checks a map against a row of the table of shapes. There is one complaint for each way a value
// can be wrong; `fits` asks for the same and says nothing, so that a reader passes over what has
// already been told.

#include "schema/check_shape.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/date.h"
#include "base/scalars.h"
#include "base/stage.h"
#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"
#include "yaml/yaml_checks.h"

namespace dealcheck {

namespace {

/// What is wrong with a value: the sentence and what fills it; an empty id: nothing.
struct Fault {
  std::string_view id;
  Arguments arguments{};
};

Fault needs(std::string_view id, Yaml value) {
  return {id, {{"value", std::string(value.text())}}};
}

Fault find_number_fault(Yaml value, const KeyShape& key) {
  const auto number = parse_number(value.text());
  if (!number) return needs("rules.needs-number", value);
  const bool whole = *number == std::floor(*number) && std::abs(*number) <= kLargestWhole;
  if (key.kind == Kind::whole && !whole) return needs("rules.needs-whole-number", value);
  const bool inside =
      *number >= key.least.value_or(*number) && *number <= key.most.value_or(*number);
  if (inside) return {};
  Fault fault = needs("rules.out-of-range", value);
  const auto limit = [&](const char* name, const std::optional<double>& at) {
    if (at) fault.arguments.emplace_back(name, std::to_string(static_cast<int>(*at)));
  };
  limit("least", key.least);
  limit("most", key.most);
  return fault;
}

Fault find_word_fault(Yaml value, const WordSet& set) {
  const std::vector<std::string_view> known(set.words.begin(), set.words.end());
  if (std::find(known.begin(), known.end(), value.text()) != known.end()) return {};
  return {set.complaint,
          with_nearest({{"value", std::string(value.text())}, {"known", comma_list(known)}},
                       value.text(), known)};
}

Fault find_text_fault(Yaml value) {
  if (value.is_scalar()) return {};
  return {"rules.needs-text"};
}

Fault find_fault(Yaml value, const KeyShape& key) {
  switch (key.kind) {
    case Kind::text:
    case Kind::name:
      return find_text_fault(value);
    case Kind::number:
    case Kind::whole:
      return find_number_fault(value, key);
    case Kind::bound:
      return value.is_map() ? Fault{} : find_number_fault(value, key);
    case Kind::flag:
      if (parse_flag(value.text())) return {};
      return needs("rules.needs-flag", value);
    case Kind::money: {
      const auto money = parse_money(value.text());
      if (money && money->value > 0) return {};
      return needs("rules.needs-money", value);
    }
    case Kind::date:
      if (parse_date(value.text())) return {};
      return needs("rules.needs-date", value);
    case Kind::facts:
    case Kind::expected:
      if (value.is_map()) return {};
      return {"rules.needs-map"};
    case Kind::finding:
    case Kind::answer:
      if (value.is_map() || value.is_scalar()) return {};
      return {"rules.needs-text"};
    case Kind::word:
      return find_word_fault(value, *key.words);
    default:
      return {};
  }
}

class Checker {
 public:
  Checker(Yaml map, const MapShape& shape, Diagnostics& diagnostics, Completeness completeness)
      : map_(map), shape_(shape), diagnostics_(diagnostics), completeness_(completeness) {}

  void check();

 private:
  void check_presence(const KeyShape& key, const std::optional<Yaml>& value);
  void check_form(const KeyShape& key, Yaml value);
  void check_stages(const KeyShape& key, Yaml stages);
  void check_one(const KeyShape& key, Yaml value);
  void check_other(const YamlEntry& entry);
  [[nodiscard]] std::optional<bool> has_other(const KeyShape& key) const;
  void error(Yaml at, std::string_view id, Arguments arguments = {}) {
    diagnostics_.error(at.source(), at.at(), std::string(id), std::move(arguments));
  }

  Yaml map_;
  const MapShape& shape_;
  Diagnostics& diagnostics_;
  Completeness completeness_;
};

/// Whether the other key that a key depends on says what it has to; nothing when that one is wrong
/// itself.
std::optional<bool> Checker::has_other(const KeyShape& key) const {
  if (key.other_key.empty()) return true;
  const auto other = map_.find(key.other_key);
  if (!other) return false;
  if (key.other_word.empty()) return true;
  if (!fits(*other, *shape_.find(key.other_key))) return std::nullopt;
  return other->text() == key.other_word;
}

void Checker::check_presence(const KeyShape& key, const std::optional<Yaml>& value) {
  const auto expected = has_other(key);
  const bool missed = completeness_ == Completeness::whole && key.is_required && expected == true;
  if (!value && missed) {
    error(map_, key.if_missing.empty() ? "rules.missing-key" : key.if_missing,
          {{"key", std::string(key.name)}});
  }
  if (!value || expected != false || !key.belongs_to_other) return;
  std::string other(key.other_key);
  if (!key.other_word.empty()) other += ": " + std::string(key.other_word);
  error(*value, "rules.key-without-other", {{"key", std::string(key.name)}, {"other", other}});
}

void Checker::check_one(const KeyShape& key, Yaml value) {
  if (key.kind == Kind::localized) {
    (void)read_text(value, diagnostics_);
    return;
  }
  Fault fault = find_fault(value, key);
  if (fault.id.empty() || refuse_wide_mark(value, diagnostics_)) return;
  error(value, fault.id, std::move(fault.arguments));
}

void Checker::check_stages(const KeyShape& key, Yaml stages) {
  for (const std::string_view stage : kStageNames) {
    if (const auto value = stages.find(stage)) {
      check_one(key, *value);
    } else if (!key.may_be_empty) {
      error(stages, "rules.missing-key", {{"key", std::string(stage)}});
    }
  }
  const std::vector<std::string_view> known(kStageNames.begin(), kStageNames.end());
  for (const YamlEntry& entry : stages.entries()) {
    if (std::find(known.begin(), known.end(), entry.key.text()) != known.end()) continue;
    error(entry.key, "rules.unknown-key",
          with_nearest({{"key", std::string(entry.key.text())}}, entry.key.text(), known));
  }
}

void Checker::check_form(const KeyShape& key, Yaml value) {
  if (is_by_stage(value, key)) {
    check_stages(key, value);
    return;
  }
  const bool list =
      value.is_sequence() && (key.form == Form::list || key.form == Form::one_or_list);
  if (!list && key.form != Form::list) {
    check_one(key, value);
    return;
  }
  const bool empty = value.size() == 0 && key.form == Form::list && !key.may_be_empty;
  if (!list || empty) error(value, "rules.needs-list");
  for (const Yaml item : value.items()) check_one(key, item);
}

void Checker::check_other(const YamlEntry& entry) {
  if (shape_.others != nullptr) {
    check_form(*shape_.others, entry.value);
    return;
  }
  std::vector<std::string_view> known;
  known.reserve(shape_.keys.size());
  for (const KeyShape& key : shape_.keys) known.push_back(key.name);
  error(entry.key, "rules.unknown-key",
        with_nearest({{"key", std::string(entry.key.text())}}, entry.key.text(), known));
}

void Checker::check() {
  if (!map_.is_map()) {
    error(map_, "rules.needs-map");
    return;
  }
  for (const KeyShape& key : shape_.keys) {
    const auto value = map_.find(key.name);
    check_presence(key, value);
    if (value) check_form(key, *value);
  }
  for (const YamlEntry& entry : map_.entries()) {
    if (shape_.find(entry.key.text()) == nullptr) check_other(entry);
  }
}

}  // namespace

void check_shape(Yaml map, const MapShape& shape, Diagnostics& diagnostics,
                 Completeness completeness) {
  Checker(map, shape, diagnostics, completeness).check();
}

bool is_by_stage(Yaml value, const KeyShape& key) {
  if (key.form != Form::by_stage || !value.is_map()) return false;
  return key.kind != Kind::map ||
         std::any_of(kStageNames.begin(), kStageNames.end(),
                     [&](std::string_view stage) { return value.find(stage).has_value(); });
}

std::optional<bool> parse_flag(std::string_view text) {
  const std::string word = to_lower(text);
  const auto is_in = [&](const auto& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (is_in(kYesWords)) return true;
  if (is_in(kNoWords)) return false;
  return std::nullopt;
}

bool fits(Yaml value, const KeyShape& key) { return find_fault(value, key).id.empty(); }

}  // namespace dealcheck
