#include "rules/builtin/builtin.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <mutex>
#include <string>

#include "rules/builtin/rulebook_bytes.h"

namespace dealcheck {

const Rulebook& builtin_rulebook() {
  // Never destroyed: taking thousands of texts apart at exit would cost more than judging a deal.
  static const Rulebook* const kBook = new Rulebook(rulebook_from_bytes(builtin_rules_bytes()));
  return *kBook;
}

namespace {

/// The folder of a pack, below that of the built-in rules; empty for those themselves.
std::string folder_of_pack(std::string_view pack) {
  return pack.empty() ? "" : std::string(kPackFolder) + "/" + std::string(pack) + "/";
}

}  // namespace

std::vector<BuiltinFile> builtin_files_of(std::string_view pack) {
  const std::string front = folder_of_pack(pack);
  const std::string packs = std::string(kPackFolder) + "/";
  std::vector<BuiltinFile> files;
  for (const BuiltinFile& file : builtin_files()) {
    const bool mine = pack.empty() ? !file.path.starts_with(packs) : file.path.starts_with(front);
    if (mine) files.push_back({file.path.substr(front.size()), file.text});
  }
  return files;
}

std::vector<RuleFile> builtin_rule_files(std::string_view pack) {
  const std::string folder = std::string(kBuiltinFolder) + "/" + folder_of_pack(pack);
  std::vector<RuleFile> files;
  for (const BuiltinFile& file : builtin_files_of(pack)) {
    const std::string path(file.path);
    auto source = std::make_shared<const Source>(folder + path, std::string(file.text));
    Diagnostics none;
    auto parsed = parse_rule_file(path, std::move(source), none);
    assert(parsed && "the build has read it before");
    files.push_back(std::move(*parsed));
  }
  return files;
}

const Rulebook* builtin_pack(std::string_view name) {
  static std::mutex mutex;
  static auto* const kUnpacked = new std::map<std::string_view, const Rulebook*>;
  const auto packs = builtin_packs();
  const auto pack = std::find_if(packs.begin(), packs.end(),
                                 [&](const BuiltinPack& one) { return one.name == name; });
  if (pack == packs.end()) return nullptr;
  const std::scoped_lock lock(mutex);
  const Rulebook*& book = (*kUnpacked)[pack->name];
  if (book == nullptr) book = new Rulebook(rulebook_from_bytes(pack->bytes));
  return book;
}

bool has_builtin_rule(std::string_view id) {
  if (find_rule(builtin_rulebook(), id) != nullptr) return true;
  const auto packs = builtin_packs();
  return std::any_of(packs.begin(), packs.end(), [&](const BuiltinPack& pack) {
    return find_rule(*builtin_pack(pack.name), id) != nullptr;
  });
}

}  // namespace dealcheck
