#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stage.h"
#include "diagnostics/diagnostic.h"
#include "i18n/words.h"
#include "schema/check_shape.h"
#include "schema/shapes.h"
#include "yaml/yaml.h"

namespace dealcheck {

/// A whole number for each stage; nothing for one that is left out.
using StageNumbers = std::array<std::optional<int>, kStageCount>;

/// Typed reads from one map of a rule file or of the settings, by its shape. The constructor checks
/// the map against the shape and makes everything that is wrong a diagnostic at its place: unknown
/// keys (with the nearest name), missing ones, values of the wrong kind. What is wrong reads as
/// missing. Asking for a key that the shape does not have is a mistake in our code, and so is
/// leaving one out.
class MapReader {
 public:
  /// When `node` is no map, says so and reads as an empty one.
  MapReader(Yaml node, const MapShape& shape, Diagnostics& diagnostics,
            Completeness completeness = Completeness::whole);
  ~MapReader();
  MapReader(MapReader&& other) noexcept;
  MapReader(const MapReader&) = delete;
  MapReader& operator=(const MapReader&) = delete;
  MapReader& operator=(MapReader&&) = delete;

  [[nodiscard]] bool has(std::string_view key);
  /// The value under a key as it stands there; nothing when it is missing.
  [[nodiscard]] std::optional<Yaml> take(std::string_view key);

  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::string text_or_empty(std::string_view key);
  [[nodiscard]] std::optional<double> number(std::string_view key);
  [[nodiscard]] double number_or_zero(std::string_view key);
  [[nodiscard]] std::optional<int> whole(std::string_view key);
  [[nodiscard]] int whole_or_zero(std::string_view key);
  [[nodiscard]] bool flag(std::string_view key);  ///< yes/no; false when missing
  /// `{en: …, zh: …}`; empty when missing.
  [[nodiscard]] LocalizedText localized(std::string_view key);
  /// The place of a word in the set that the shape names.
  [[nodiscard]] std::optional<std::size_t> word(std::string_view key);
  /// The texts of a scalar or of a list of scalars, only right ones.
  [[nodiscard]] std::vector<std::string> names(std::string_view key);
  /// The items of a list; of anything else none.
  [[nodiscard]] std::vector<Yaml> items(std::string_view key);

  /// One whole number for all stages, or one for each that is there.
  [[nodiscard]] StageNumbers whole_by_stage(std::string_view key);

  /// A reader of the map under a key.
  [[nodiscard]] std::optional<MapReader> map(std::string_view key);
  /// Readers of the one map for all stages, or of that for each.
  struct OfStages;
  [[nodiscard]] std::vector<OfStages> maps_by_stage(std::string_view key);
  /// Readers of a list of maps under a key.
  [[nodiscard]] std::vector<MapReader> maps(std::string_view key);
  /// A reader of the map under a name that is the user's own (`others` of the shape).
  [[nodiscard]] MapReader other(const YamlEntry& entry) const;
  /// The whole numbers by stage under such a name.
  [[nodiscard]] StageNumbers other_whole_by_stage(const YamlEntry& entry) const;
  /// The entries under such names.
  [[nodiscard]] std::vector<YamlEntry> others() const;

  /// What is left is not read: it cannot be told what it means.
  void give_up() { taken_ = ~std::uint64_t{0}; }

  [[nodiscard]] Yaml node() const { return node_; }
  /// An error at the map.
  void error(std::string id, Arguments arguments = {});
  void error(Yaml at, std::string id, Arguments arguments = {});

 private:
  [[nodiscard]] const KeyShape& row(std::string_view key);

  Yaml node_;
  const MapShape* shape_;
  Diagnostics* diagnostics_;
  Completeness completeness_;
  std::uint64_t taken_ = 0;  ///< a bit for each row
};

struct MapReader::OfStages {
  StageSet stages;
  MapReader reader;
};

/// Writes the numbers that are there over those of `into`.
void put(const StageNumbers& numbers, std::array<int, kStageCount>& into);

/// Whether a map is a text: it has the key of a language.
[[nodiscard]] bool is_text(Yaml node);
/// `{en: …, zh: …}`; an error when it is not there in English.
[[nodiscard]] std::optional<LocalizedText> read_text(Yaml node, Diagnostics& diagnostics);
[[nodiscard]] std::optional<std::string> read_scalar(Yaml node, Diagnostics& diagnostics);
[[nodiscard]] std::optional<double> read_number(Yaml node, Diagnostics& diagnostics);

}  // namespace dealcheck
