#include "deal/field_name.h"

#include <string>

#include "schema/fields.h"

namespace dealcheck {

std::optional<FieldName> read_field_name(Yaml node, const Vocabulary& vocabulary,
                                         Diagnostics& diagnostics) {
  const std::string name(node.text());
  const std::size_t dot = name.find('.');
  const auto section = vocabulary.section_id(name.substr(0, dot));
  const auto key = section && dot != std::string::npos
                       ? vocabulary.find_key(vocabulary.sections[*section], name.substr(dot + 1))
                       : std::nullopt;
  if (key) return FieldName{*section, *key};
  diagnostics.error(node.source(), node.at(), "rules.unknown-field", {{"name", name}});
  return std::nullopt;
}

}  // namespace dealcheck
