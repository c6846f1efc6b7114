#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "rules/load/rule_files.h"
#include "rules/rulebook.h"

namespace dealcheck {

class NameScope;

/// Makes a rule set of a folder: instead of the one it borrows from (rulebook_load.cc), or added to
/// it (rulebook_add.cc).
class FolderReader {
 public:
  FolderReader(std::string folder, const Rulebook* base, Diagnostics& diagnostics)
      : folder_(std::move(folder)), base_(base), diagnostics_(diagnostics) {}

  // One of these, once. Of the first two: nothing when the folder has errors, which all are told.

  /// The folder's own rules; what it has none of comes from the base, if there is one.
  [[nodiscard]] std::optional<Rulebook> read();
  /// The base, and beside it what the folder adds. There must be a base.
  [[nodiscard]] std::optional<Rulebook> add();
  /// The words of the folder alone; empty when it has none.
  [[nodiscard]] Words read_only_words();

 private:
  std::vector<RuleFile> read_files();
  void read_vocabulary();
  void read_words();
  void read_limits();
  void read_queries();
  void read_policy(const NameScope& scope);
  void read_checks(const NameScope& scope);
  void read_rules(const NameScope& scope);
  void check_limits();
  void read_plays(const NameScope& scope);
  void read_callsheet();
  void read_portfolio();
  void keep_places();
  void refuse_taken();
  void refuse_replacing();
  void add_words();
  void add_queries();
  void add_plays(const NameScope& scope);
  void add_checks(const NameScope& scope);
  void sort_rules();
  void read_starter();
  [[nodiscard]] std::vector<const RuleFile*> in_folder(std::string_view name) const;
  [[nodiscard]] const RuleFile* at_top(std::string_view stem) const;
  [[nodiscard]] bool usable(const void* own, std::string_view what);
  /// Whether what the base has speaks of the same facts.
  [[nodiscard]] bool shares_vocabulary() const {
    return base_ != nullptr && at_top("vocabulary") == nullptr;
  }

  std::string folder_;
  const Rulebook* base_;
  Diagnostics& diagnostics_;
  std::vector<RuleFile> files_;
  Rulebook book_;
  Hash hash_;
  bool borrowed_ = false;  ///< something came from the base
};

}  // namespace dealcheck
