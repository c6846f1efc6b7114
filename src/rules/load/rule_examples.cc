// The examples that rules bring along.

#include <algorithm>
#include <iterator>
#include <string>

#include "rules/load/rule_files.h"
#include "rules/rulebook.h"
#include "schema/fields.h"

namespace dealcheck {

std::vector<RuleExample> read_examples(const std::shared_ptr<const YamlDocument>& document,
                                       Diagnostics& diagnostics) {
  std::vector<RuleExample> examples;
  const Yaml root(*document);
  const auto list = root.find("examples");
  const auto id = root.find("id");
  if (!list || !id) return examples;
  for (const Yaml item : list->items()) {
    MapReader reader(item, kExampleShape, diagnostics);
    const auto deal = reader.take("deal");
    const auto reads = reader.take("reads");
    if (!deal || !reads) continue;
    examples.push_back(
        {std::string(id->text()), item.at(), document->source->path(), document, *deal, *reads});
  }
  return examples;
}

std::vector<RuleExample> load_examples(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<RuleExample> examples;
  for (const RuleFile& file : read_rule_files(folder, diagnostics)) {
    auto own = read_examples(file.document, diagnostics);
    std::move(own.begin(), own.end(), std::back_inserter(examples));
  }
  return examples;
}

}  // namespace dealcheck
