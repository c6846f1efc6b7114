// Reads a rule folder: vocabulary, words, facts, verdict, then the rules themselves, which may ask
// for all of those.

#include <algorithm>
#include <iterator>
#include <string>

#include "callsheet_load.h"
#include "fields.h"
#include "hash.h"
#include "portfolio_load.h"
#include "rule_files.h"
#include "rule_load.h"
#include "rulebook.h"
#include "source.h"

namespace dealcheck {

namespace {

class FolderReader {
 public:
  FolderReader(std::string folder, const Rulebook* base, Diagnostics& diagnostics)
      : folder_(std::move(folder)), base_(base), diagnostics_(diagnostics) {}

  std::optional<Rulebook> read();
  std::vector<RuleFile> read_files();
  Words read_only_words();

 private:
  void read_vocabulary();
  void read_words();
  void read_queries();
  void read_policy(const NameScope& scope);
  void read_checks(const NameScope& scope);
  void read_rules(const NameScope& scope);
  void read_plays(const NameScope& scope);
  void read_callsheet();
  void read_portfolio();
  [[nodiscard]] std::vector<const RuleFile*> in_folder(std::string_view name) const;
  [[nodiscard]] const RuleFile* at_top(std::string_view stem) const;
  [[nodiscard]] bool usable(const void* own, std::string_view what);

  std::string folder_;
  const Rulebook* base_;
  Diagnostics& diagnostics_;
  std::vector<RuleFile> files_;
  Rulebook book_;
  Hash hash_;
  bool borrowed_ = false;  ///< something came from the base
};

std::vector<RuleFile> FolderReader::read_files() {
  std::vector<RuleFile> files = read_rule_files(folder_, diagnostics_);
  for (const RuleFile& file : files) {
    if (file.is_words()) continue;  // what the program says judges nothing
    const Source& source = *file.document->source;
    hash_.add(path_below(folder_, source.path()));
    hash_.add(source.text());
  }
  return files;
}

const RuleFile* FolderReader::at_top(std::string_view stem) const {
  const auto found = std::find_if(files_.begin(), files_.end(), [&](const RuleFile& file) {
    return file.folder.empty() && file.stem == stem;
  });
  return found == files_.end() ? nullptr : &*found;
}

std::vector<const RuleFile*> FolderReader::in_folder(std::string_view name) const {
  std::vector<const RuleFile*> found;
  for (const RuleFile& file : files_) {
    if (file.folder == name) found.push_back(&file);
  }
  return found;
}

/// False, with an error, when neither the folder nor the base has something that is needed. What
/// was made for another vocabulary cannot be borrowed.
bool FolderReader::usable(const void* own, std::string_view what) {
  if (own != nullptr || (base_ != nullptr && at_top("vocabulary") == nullptr)) return true;
  diagnostics_.file_error(folder_, "rules.missing-file", {{"file", std::string(what)}});
  return false;
}

void FolderReader::read_vocabulary() {
  const RuleFile* file = at_top("vocabulary");
  if (!usable(file, "vocabulary.yaml")) return;
  if (file == nullptr) {
    book_.vocabulary = base_->vocabulary;
    borrowed_ = true;
  } else if (auto vocabulary = load_vocabulary(Yaml(*file->document), diagnostics_)) {
    book_.vocabulary = std::move(*vocabulary);
  }
}

void FolderReader::read_words() {
  const auto files = in_folder("words");
  if (files.empty() && base_ != nullptr) {
    book_.words = base_->words;
    borrowed_ = true;
    return;
  }
  if (!usable(files.empty() ? nullptr : files.front(), "words/")) return;
  std::vector<Words::Entry> entries;
  for (const RuleFile* file : files) load_words(Yaml(*file->document), entries, diagnostics_);
  book_.words = Words(std::move(entries));
}

void FolderReader::read_queries() {
  // What is borrowed from the base asks for its facts by their places: those stay where they are.
  if (base_ != nullptr && at_top("vocabulary") == nullptr) {
    book_.queries = base_->queries;
    borrowed_ = true;
  }
  std::vector<Query> own;
  const NameScope fields(book_.vocabulary, own);
  for (const RuleFile* file : in_folder("facts")) {
    load_queries(Yaml(*file->document), fields, own, diagnostics_);
  }
  for (Query& query : own) {
    const auto same = std::find_if(book_.queries.begin(), book_.queries.end(),
                                   [&](const Query& other) { return other.name == query.name; });
    if (same == book_.queries.end()) {
      book_.queries.push_back(std::move(query));
    } else {
      *same = std::move(query);
    }
  }
}

void FolderReader::read_policy(const NameScope& scope) {
  const RuleFile* file = at_top("verdict");
  if (!usable(file, "verdict.yaml")) return;
  book_.policy =
      file == nullptr ? base_->policy : load_policy(Yaml(*file->document), scope, diagnostics_);
}

void FolderReader::read_checks(const NameScope& scope) {
  const RuleFile* file = at_top("checks");
  if (!usable(file, "checks.yaml")) return;
  if (file == nullptr) borrowed_ = true;
  book_.checks =
      file == nullptr ? base_->checks : load_checks(Yaml(*file->document), scope, diagnostics_);
}

void FolderReader::read_rules(const NameScope& scope) {
  for (const RuleFile& file : files_) {
    if (!file.is_rule()) continue;
    Diagnostics own;  // one bad rule must not hide what the others have to say
    auto rule = load_rule(Yaml(*file.document), file.rule_id(), scope, own);
    diagnostics_.append(own);
    if (rule) book_.rules.push_back(std::move(*rule));
  }
  if (book_.rules.empty() && !diagnostics_.has_errors()) {
    diagnostics_.file_error(folder_, "rules.no-rules");
  }
  const auto place = [](const Rule& rule) {
    const std::size_t stage = rule.stages.has(Stage::early) ? 0
                              : rule.stages.has(Stage::mid) ? 1
                                                            : 2;
    return std::make_tuple(!rule.question, rule.question ? stage : 0, rule.order, rule.id);
  };
  std::sort(book_.rules.begin(), book_.rules.end(),
            [&](const Rule& a, const Rule& b) { return place(a) < place(b); });
}

void FolderReader::read_plays(const NameScope& scope) {
  const RuleFile* file = at_top("plays");
  if (!usable(file, "plays.yaml")) return;
  if (file == nullptr) borrowed_ = true;
  book_.plays = file == nullptr ? base_->plays
                                : load_plays(Yaml(*file->document), scope, book_, diagnostics_);
}

/// It asks for no named facts, so that it fits whatever facts a folder has. With a vocabulary of
/// its own, a folder without a callsheet.yaml has none.
void FolderReader::read_callsheet() {
  const RuleFile* file = at_top("callsheet");
  if (!usable(file, "callsheet.yaml")) return;
  if (file != nullptr) {
    static const std::vector<Query> kNone;
    const NameScope scope(book_.vocabulary, kNone);
    book_.callsheet = load_call_rules(Yaml(*file->document), scope, book_, diagnostics_);
  } else if (at_top("vocabulary") == nullptr) {
    book_.callsheet = base_->callsheet;
    borrowed_ = true;
  }
}

/// It asks for no named facts either.
void FolderReader::read_portfolio() {
  const RuleFile* file = at_top("portfolio");
  if (!usable(file, "portfolio.yaml")) return;
  if (file != nullptr) {
    static const std::vector<Query> kNone;
    const NameScope scope(book_.vocabulary, kNone);
    book_.portfolio = load_portfolio(Yaml(*file->document), scope, book_.policy, diagnostics_);
  } else {
    book_.portfolio = base_->portfolio;
    borrowed_ = true;
  }
}

std::optional<Rulebook> FolderReader::read() {
  files_ = read_files();
  if (diagnostics_.has_errors()) return std::nullopt;
  read_vocabulary();
  read_words();
  if (diagnostics_.has_errors()) return std::nullopt;
  read_queries();
  const NameScope scope(book_.vocabulary, book_.queries);
  read_policy(scope);
  read_checks(scope);
  read_rules(scope);
  if (diagnostics_.has_errors()) return std::nullopt;
  read_plays(scope);
  read_callsheet();
  read_portfolio();
  if (diagnostics_.has_errors()) return std::nullopt;
  if (borrowed_) hash_.add(base_->hash);
  book_.hash = hash_.hex();
  return std::move(book_);
}

Words FolderReader::read_only_words() {
  files_ = read_files();
  if (!in_folder("words").empty()) read_words();
  return std::move(book_.words);
}

}  // namespace

Words load_folder_words(const std::string& folder, Diagnostics& diagnostics) {
  return FolderReader(folder, nullptr, diagnostics).read_only_words();
}

std::optional<Rulebook> load_rulebook(const std::string& folder, const Rulebook* base,
                                      Diagnostics& diagnostics) {
  return FolderReader(folder, base, diagnostics).read();
}

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
  for (const RuleFile& file : FolderReader(folder, nullptr, diagnostics).read_files()) {
    auto own = read_examples(file.document, diagnostics);
    std::move(own.begin(), own.end(), std::back_inserter(examples));
  }
  return examples;
}

}  // namespace dealcheck
