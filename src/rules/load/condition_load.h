#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "deal/vocabulary.h"
#include "rules/condition.h"
#include "rules/rule.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// What names in a condition may mean: every attribute, every named query, every computed fact, and
/// the fields of the record at hand where there is one.
class NameScope {
 public:
  NameScope(const Vocabulary& vocabulary, const std::vector<Query>& queries)
      : vocabulary_(vocabulary), queries_(queries) {}

  /// The same scope with a record at hand: its fields by their bare names (`bare`, inside `where`)
  /// or behind `it.`.
  [[nodiscard]] NameScope with_record(std::uint16_t section, bool bare) const;

  /// The same scope with limits: those of `rule` by their bare names, all by `<rule>.<name>`.
  [[nodiscard]] NameScope with_limits(const std::vector<Limit>& limits, std::string rule) const;
  /// The place of a limit; nothing when there is none of that name.
  [[nodiscard]] std::optional<std::uint16_t> find_limit(std::string_view name) const;
  [[nodiscard]] double limit(std::uint16_t place) const { return (*limits_)[place].is; }
  /// Every name that `find_limit` knows here, for the nearest one.
  [[nodiscard]] std::vector<std::string> limit_names() const;

  struct Named {
    Subject subject;
    Type type = Type::text;
    std::uint16_t set = 0;
    bool after_verdict = false;
  };
  [[nodiscard]] std::optional<Named> find(std::string_view name) const;

  /// Every name that `find` knows without a path behind it, for the nearest one.
  [[nodiscard]] std::vector<std::string> all_names() const;

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] std::uint16_t section_of_query(std::uint16_t query) const {
    return queries_[query].section;
  }

 private:
  [[nodiscard]] std::optional<Named> find_computed(std::string_view name) const;
  [[nodiscard]] std::optional<Named> find_attribute(std::string_view name) const;
  [[nodiscard]] std::optional<Named> find_query(std::string_view name) const;
  [[nodiscard]] std::optional<Named> find_field(std::uint16_t section, std::string_view path) const;
  bool add_step(std::uint16_t& section, std::string_view step, Named& named) const;

  const Vocabulary& vocabulary_;
  const std::vector<Query>& queries_;
  std::optional<std::uint16_t> record_;
  bool bare_ = false;
  const std::vector<Limit>* limits_ = nullptr;
  std::string limits_of_;  ///< the rule that is being read; empty: none
};

/// Reads a `when:` tree. Unknown names get the nearest known one; values are checked against the
/// fact's type. `after_verdict` is set when the condition asks for the standing.
[[nodiscard]] Condition read_condition(Yaml node, const NameScope& scope, Diagnostics& diagnostics,
                                       bool* after_verdict = nullptr);

}  // namespace dealcheck
