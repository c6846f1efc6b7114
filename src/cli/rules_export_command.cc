// `dealcheck rules export DIR`: the built-in rules as files to edit. They are written into a folder
// beside, which becomes DIR once it is whole.

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include "base/text.h"
#include "cli/rules_verbs.h"
#include "report/rules/catalogue.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& folder, const std::string& reason) {
  throw UsageError("usage.cannot-export", {{"folder", folder}, {"reason", reason}});
}

/// A new folder beside `final`, gone again unless it is moved to its place.
class FolderInMaking {
 public:
  explicit FolderInMaking(std::string final) : final_(std::move(final)) {
    path_ = final_ + ".XXXXXX";
    if (mkdtemp(path_.data()) == nullptr) fail(final_, std::strerror(errno));
    const mode_t mask = umask(0);
    umask(mask);
    chmod(path_.c_str(), 0777 & ~mask);
  }
  ~FolderInMaking() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  FolderInMaking(const FolderInMaking&) = delete;
  FolderInMaking& operator=(const FolderInMaking&) = delete;

  void write(const std::string& below, std::string_view text) const {
    const fs::path path = fs::path(path_) / below;
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (failure || !file) fail(final_, failure ? failure.message() : std::strerror(errno));
  }

  /// Takes the place of an empty folder, or of none.
  void finish() {
    std::error_code failure;
    fs::rename(path_, final_, failure);
    if (failure) fail(final_, failure.message());
    path_.clear();
  }

 private:
  std::string final_;
  std::string path_;
};

void require_empty(const std::string& folder) {
  if (folder == "-") throw UsageError("usage.export-not-a-folder", {{"folder", folder}});
  std::error_code failure;
  const auto status = fs::status(folder, failure);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status))
    throw UsageError("usage.export-not-a-folder", {{"folder", folder}});
  if (!fs::is_empty(folder, failure) || failure) {
    throw UsageError("usage.export-not-empty", {{"folder", folder}});
  }
}

/// The files wanted: those of the rules that are named, else all.
std::vector<BuiltinFile> wanted_files(const CommandLine& line, const Rulebook& book) {
  std::vector<BuiltinFile> files;
  const std::vector<std::string> rules = line.values("--rule");
  for (const std::string& id : rules) static_cast<void>(require_rule(book, id));
  for (const BuiltinFile& file : builtin_files_of(line.value("--pack").value_or(""))) {
    std::string id(file.path.substr(0, file.path.rfind('.')));
    std::replace(id.begin(), id.end(), '/', '.');
    const bool named = std::find(rules.begin(), rules.end(), id) != rules.end();
    if (rules.empty() || named) files.push_back(file);
  }
  return files;
}

const Rulebook& wanted_book(const CommandLine& line) {
  const auto pack = line.value("--pack");
  if (!pack) return builtin_rulebook();
  const Rulebook* book = builtin_pack(*pack);
  if (book == nullptr) refuse_pack("--pack", *pack);
  return *book;
}

std::string without_slash(std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

}  // namespace

int run_rules_export(const CommandLine& line, const Console& console) {
  if (line.operands.empty()) throw UsageError("usage.no-export-folder");
  if (line.operands.size() > 1) {
    throw UsageError("usage.too-many-operands", {{"word", line.operands[1]}});
  }
  const std::string folder = without_slash(line.operands.front());
  const Rulebook& book = wanted_book(line);
  const std::vector<BuiltinFile> files = wanted_files(line, book);
  require_empty(folder);
  FolderInMaking made(folder);
  for (const BuiltinFile& file : files) made.write(std::string(file.path), file.text);
  const bool pack = line.has("--pack");
  const bool whole = !line.has("--rule");
  if (whole)
    made.write("README.md", pack ? render_pack_catalogue(book) : render_catalogue(book, {}));
  made.finish();
  const std::string said = !whole ? "exported_some" : pack ? "exported_pack" : "exported";
  // A pack is told from the name of a built-in one by the slash in it.
  const bool bare = pack && !names_folder(folder);
  write_output(console.words->say("report.rule_list." + said, console.language,
                                  {{"count", std::to_string(files.size())},
                                   {"folder", sanitise((bare ? "./" : "") + folder)},
                                   {"hash", book.hash}}) +
               "\n");
  return kExitGood;
}

}  // namespace dealcheck
