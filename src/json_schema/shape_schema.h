#pragma once

#include "json_schema/schema_parts.h"
#include "rules/rulebook.h"
#include "schema/shapes.h"

namespace dealcheck {

/// Makes definitions of rows of the table of shapes.
class ShapeSchema {
 public:
  /// Who writes the files: people, in YAML, where a text may look like a number; or the program.
  enum class By : std::uint8_t { people, program };

  ShapeSchema(const Rulebook& rules, By by, Json& definitions)
      : rules_(rules), by_(by), definitions_(definitions) {}

  /// A reference to the definition of a map, which is made when it is not there yet.
  [[nodiscard]] Json map(const MapShape& shape, Completeness completeness = Completeness::whole);

 private:
  [[nodiscard]] Json define(const MapShape& shape, Completeness completeness);
  [[nodiscard]] Json key(const MapShape& shape, const KeyShape& row);
  [[nodiscard]] Json form(const KeyShape& key);
  [[nodiscard]] Json by_stage(const KeyShape& key);
  [[nodiscard]] Json value(const KeyShape& key);
  [[nodiscard]] Json text() const;
  [[nodiscard]] Json named(Names names) const;
  [[nodiscard]] Json condition();
  [[nodiscard]] Json matcher();
  [[nodiscard]] Json deal();
  [[nodiscard]] Json finding();
  [[nodiscard]] Json expected();
  static void add_presence(const MapShape& shape, Completeness completeness, Json& object);
  [[nodiscard]] std::string description(std::string_view shape, std::string_view key) const;

  const Rulebook& rules_;
  By by_;
  Json& definitions_;
};

}  // namespace dealcheck
