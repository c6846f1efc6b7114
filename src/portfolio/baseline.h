#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "portfolio/entry.h"

namespace dealcheck {

/// A risk that is known: never by its line or its text, which move.
struct KnownRisk {
  std::string file;  ///< relative to the folder of the baseline
  std::string rule;
  std::string path;  ///< data path, entries by name (`EntryRisk::key`); by number in older files

  friend auto operator<=>(const KnownRisk&, const KnownRisk&) = default;
};

/// The risks that a team knows of and does not want to be stopped by (`--baseline FILE`).
class Baseline {
 public:
  /// One without entries, to be filled.
  explicit Baseline(std::string file);
  /// Nothing, with an error, when the file is not there or not a baseline.
  [[nodiscard]] static std::optional<Baseline> read(const std::string& file,
                                                    Diagnostics& diagnostics);

  /// Says of each risk of a deal whether it is `known` or `new`.
  void mark(DealEntry& entry);
  /// Entries whose deal was marked, or is no longer there, and that stood for no risk.
  [[nodiscard]] std::vector<KnownRisk> stale() const;
  /// The file with the risks of all deals that were marked; entries of other deals stay as long as
  /// these are there.
  [[nodiscard]] std::string updated() const;

  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  [[nodiscard]] std::string relative(const std::string& path) const;
  [[nodiscard]] bool exists(const std::string& relative) const;

  /// Names in composed characters, as they are compared, and each with its file as it was written.
  using Risks = std::map<KnownRisk, std::string>;

  std::string file_;
  Risks known_;
  Risks seen_;                    ///< every risk of the deals that were marked
  std::set<KnownRisk> numbered_;  ///< entries of an older file that stood for one of them
  std::set<std::string> marked_;  ///< their files
};

}  // namespace dealcheck
