#include "deal/deal_file.h"

#include "diagnostics/source.h"
#include "yaml/yaml.h"

namespace dealcheck {

std::optional<Opportunity> read_deal_file(const std::string& path, const Vocabulary& vocabulary,
                                          std::size_t max_bytes, Diagnostics& diagnostics) {
  return read_deal(read_source(path, diagnostics, max_bytes), vocabulary, diagnostics);
}

std::optional<Opportunity> read_deal(const std::shared_ptr<const Source>& source,
                                     const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  if (!source) return std::nullopt;
  auto tree = parse_yaml(source, diagnostics);
  if (!tree) return std::nullopt;
  const auto document = std::make_shared<const YamlDocument>(std::move(*tree));
  return read_opportunity(document, vocabulary, diagnostics);
}

}  // namespace dealcheck
