#include "builtin.h"

#include <cassert>
#include <string>

#include "rulebook_bytes.h"

namespace dealcheck {

const Rulebook& builtin_rulebook() {
  // Never destroyed: taking thousands of texts apart at exit would cost more than judging a deal.
  static const Rulebook* const kBook = new Rulebook(rulebook_from_bytes(builtin_rules_bytes()));
  return *kBook;
}

std::vector<RuleFile> builtin_rule_files() {
  std::vector<RuleFile> files;
  for (const BuiltinFile& file : builtin_files()) {
    const std::string path(file.path);
    auto source = std::make_shared<const Source>(std::string(kBuiltinFolder) + "/" + path,
                                                 std::string(file.text));
    Diagnostics none;
    auto parsed = parse_rule_file(path, std::move(source), none);
    assert(parsed && "the build has read it before");
    files.push_back(std::move(*parsed));
  }
  return files;
}

}  // namespace dealcheck
