#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/load/rule_files.h"
#include "yaml/yaml.h"

namespace dealcheck {

/// Where the parts of a rule set stand in its files. Every answer is the node to point at, the
/// nearest that there is: of a reading without `when` the reading, of it the rule. Nothing when no
/// file says it. Nodes are valid as long as this object.
class SourceMap {
 public:
  /// What these files say is so instead of what those before them said.
  void add(std::vector<RuleFile> files);

  [[nodiscard]] std::optional<Yaml> rule(std::string_view id) const;
  [[nodiscard]] std::optional<Yaml> reading(std::string_view id, std::size_t number) const;
  /// A key of a reading: `when`, `mine`; else the reading.
  [[nodiscard]] std::optional<Yaml> in_reading(std::string_view id, std::size_t number,
                                               std::string_view key) const;
  /// Down the keys of a file at the top: `bands`, `late`.
  [[nodiscard]] std::optional<Yaml> in_file(std::string_view stem,
                                            std::initializer_list<std::string_view> keys) const;
  /// The entry of a list in such a file whose `key` is that name: `plays`, `play`, `exit`.
  [[nodiscard]] std::optional<Yaml> entry(std::string_view stem, std::string_view list,
                                          std::string_view key, std::string_view name) const;
  /// The definition of a named fact.
  [[nodiscard]] std::optional<Yaml> fact(std::string_view name) const;
  /// The files added last: only those may be blamed.
  [[nodiscard]] const std::vector<RuleFile>& newest() const { return layers_.back(); }
  /// Whether a node stands in one of them.
  [[nodiscard]] bool is_newest(Yaml node) const;

 private:
  [[nodiscard]] const RuleFile* top_file(std::string_view stem) const;

  std::vector<std::vector<RuleFile>> layers_;
};

}  // namespace dealcheck
