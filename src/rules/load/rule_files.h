#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml.h"

namespace dealcheck {

/// Where the tests of a rule folder lie, below it. They are no rules, and what a deal is judged by
/// does not depend on them.
inline constexpr std::string_view kTestFolder = "tests";
/// Where rule sets of their own lie, below the built-in one.
inline constexpr std::string_view kPackFolder = "packs";

class Diagnostics;

/// One YAML file of a rule folder.
struct RuleFile {
  std::string folder;  ///< relative to the rule folder; empty for files at its top
  std::string stem;
  std::shared_ptr<const YamlDocument> document;

  /// What a rule in it must be called: `late.sudden-objection`.
  [[nodiscard]] std::string rule_id() const;
  /// It holds a rule, and not facts, words, tests or what stands at the top.
  [[nodiscard]] bool is_rule() const;
  /// What a deal is judged by depends on it: not on what the program says and offers.
  [[nodiscard]] bool judges() const;
  /// It holds what the program itself says.
  [[nodiscard]] bool is_words() const { return folder == "words"; }
};

/// Every `.yaml` file of a rule folder, sorted by path; hidden ones, tests and packs are passed
/// over. What is wrong with one of them is told, and the others are read.
[[nodiscard]] std::vector<RuleFile> read_rule_files(const std::string& folder,
                                                    Diagnostics& diagnostics);

/// The path of a file below its rule folder: `late/sudden-objection.yaml`.
[[nodiscard]] std::string path_below(const std::string& folder, std::string_view path);

/// One file of a rule folder as a file of that path, whose text is at hand. Nothing, with what is
/// wrong in `diagnostics`, when it is no YAML.
[[nodiscard]] std::optional<RuleFile> parse_rule_file(const std::string& below,
                                                      std::shared_ptr<const Source> source,
                                                      Diagnostics& diagnostics);

/// The name of a rule folder, without what it lies in.
[[nodiscard]] std::string folder_name(const std::string& folder);

/// Something with a name that a rule folder defines.
struct Definition {
  std::string kind;  ///< rule, fact, play, check, word
  std::string id;    ///< of a check behind its group, `fit size`
  Yaml at;
};
[[nodiscard]] std::vector<Definition> list_definitions(const std::vector<RuleFile>& files);
/// `our-rules/late/x.yaml:3`
[[nodiscard]] std::string place_of(const Definition& definition);

}  // namespace dealcheck
