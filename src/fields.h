#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "words.h"
#include "yaml.h"

namespace dealcheck {

/// Typed reads from one map of a rule file. Everything that is wrong becomes a diagnostic at its
/// place; `finish` complains about keys that nobody asked for, with the nearest name that somebody
/// did ask for.
class MapReader {
 public:
  /// When `node` is no map, says so and reads as an empty one.
  MapReader(Yaml node, Diagnostics& diagnostics);

  /// The value under a key; nothing when it is missing.
  [[nodiscard]] std::optional<Yaml> take(std::string_view key);
  /// The same, with an error when it is missing.
  [[nodiscard]] std::optional<Yaml> require(std::string_view key);

  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::string required_text(std::string_view key);
  [[nodiscard]] std::optional<double> number(std::string_view key);
  [[nodiscard]] std::optional<int> whole(std::string_view key);
  [[nodiscard]] int required_whole(std::string_view key);
  [[nodiscard]] double required_number(std::string_view key);
  [[nodiscard]] bool flag(std::string_view key);  ///< yes/no; false when missing
  /// `{en: …, zh: …}`, both needed.
  [[nodiscard]] std::optional<Text> bilingual(std::string_view key);
  [[nodiscard]] Text required_bilingual(std::string_view key);

  void finish();

  [[nodiscard]] Yaml node() const { return node_; }
  void error(Location at, std::string id, Arguments arguments = {});

 private:
  Yaml node_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

/// A scalar's text, with an error (and nothing) for every other kind of node.
[[nodiscard]] std::optional<std::string> scalar_text(Yaml node, Diagnostics& diagnostics);
/// `{en: …, zh: …}`, both there and not empty.
[[nodiscard]] std::optional<Text> read_text(Yaml node, Diagnostics& diagnostics);
/// `yes` or `no`, nothing else.
[[nodiscard]] std::optional<bool> read_flag(Yaml node, Diagnostics& diagnostics);
[[nodiscard]] std::optional<double> read_number(Yaml node, Diagnostics& diagnostics);
/// The names of a scalar or of a list of scalars.
[[nodiscard]] std::vector<std::string> read_names(Yaml node, Diagnostics& diagnostics);
/// `a|b|c` cut at the bars, blanks around each removed, empty ones left out.
[[nodiscard]] std::vector<std::string> split_bars(std::string_view text);

/// The nearest of the candidates as the argument `nearest`, or no argument at all.
[[nodiscard]] Arguments with_nearest(Arguments arguments, std::string_view word,
                                     const std::vector<std::string_view>& candidates);

}  // namespace dealcheck
