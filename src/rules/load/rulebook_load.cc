// Reads a rule folder: vocabulary, words, facts, verdict, then the rules themselves, which may ask
// for all of those.

#include <algorithm>
#include <tuple>

#include "deal/vocabulary_needs.h"
#include "rules/limit.h"
#include "rules/load/callsheet_load.h"
#include "rules/load/folder_reader.h"
#include "rules/load/portfolio_load.h"
#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

std::vector<RuleFile> FolderReader::read_files() {
  std::vector<RuleFile> files = read_rule_files(folder_, diagnostics_);
  for (const RuleFile& file : files) {
    if (!file.judges()) continue;
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

void FolderReader::keep_places() {
  for (const Definition& one : list_definitions(files_)) {
    book_.places.insert_or_assign(one.kind + " " + one.id, place_of(one));
  }
}

/// False, with an error, when neither the folder nor the base has something that is needed. What
/// was made for another vocabulary cannot be borrowed.
bool FolderReader::usable(const void* own, std::string_view what) {
  if (own != nullptr || shares_vocabulary()) return true;
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
    check_needs(*vocabulary, Yaml(*file->document), diagnostics_);
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

/// Before everything that may use them. What is borrowed from the base asks for its limits by their
/// places.
void FolderReader::read_limits() {
  if (shares_vocabulary()) book_.limits = base_->limits;
  for (const RuleFile& file : files_) {
    if (file.is_rule()) {
      load_limits(Yaml(*file.document), file.rule_id(), book_.limits, diagnostics_);
    }
  }
}

void FolderReader::read_queries() {
  // What is borrowed from the base asks for its facts by their places: those stay where they are.
  if (shares_vocabulary()) {
    book_.queries = base_->queries;
    borrowed_ = true;
  }
  std::vector<Query> own;
  const NameScope fields = NameScope(book_.vocabulary, own).with_limits(book_.limits, {});
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
  if (file == nullptr) {
    book_.policy = base_->policy;
    return;
  }
  // What a verdict.yaml does not say comes from the base, unless that speaks of other facts.
  const bool fits = shares_vocabulary();
  borrowed_ = borrowed_ || fits;
  book_.policy =
      load_policy(Yaml(*file->document), scope, diagnostics_, fits ? &base_->policy : nullptr);
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
    const std::string id = file.rule_id();
    Diagnostics own;  // one bad rule must not hide what the others have to say
    auto rule = load_rule(Yaml(*file.document), id, scope.with_limits(book_.limits, id), own);
    diagnostics_.append(own);
    if (rule) book_.rules.push_back(std::move(*rule));
  }
  if (book_.rules.empty() && !diagnostics_.has_errors()) {
    diagnostics_.file_error(folder_, "rules.no-rules");
  }
  sort_rules();
}

void FolderReader::sort_rules() {
  const auto place = [](const Rule& rule) {
    const std::size_t stage = rule.stages.has(Stage::early) ? 0
                              : rule.stages.has(Stage::mid) ? 1
                                                            : 2;
    return std::make_tuple(!rule.question, rule.question ? stage : 0, rule.order, rule.id);
  };
  std::sort(book_.rules.begin(), book_.rules.end(),
            [&](const Rule& a, const Rule& b) { return place(a) < place(b); });
}

/// A limit that sets nothing would be turned in vain.
void FolderReader::check_limits() {
  const std::vector<int> uses = count_limit_uses(book_);
  for (const RuleFile& file : files_) {
    const auto limits = Yaml(*file.document).find("limits");
    if (!limits || !file.is_rule()) continue;
    for (const YamlEntry& entry : limits->entries()) {
      const auto place = NameScope(book_.vocabulary, book_.queries)
                             .with_limits(book_.limits, file.rule_id())
                             .find_limit(entry.key.text());
      if (uses[*place] > 0) continue;
      diagnostics_.error(entry.key.source(), entry.key.at(), "rules.unused-limit",
                         {{"name", std::string(entry.key.text())}});
    }
  }
}

void FolderReader::read_plays(const NameScope& scope) {
  const RuleFile* file = at_top("plays");
  if (!usable(file, "plays.yaml")) return;
  if (file == nullptr) borrowed_ = true;
  book_.plays = file == nullptr ? base_->plays
                                : load_plays(Yaml(*file->document), scope, book_, diagnostics_);
}

/// It asks for no named facts, so that it fits whatever facts a folder has; but it names sections
/// and keys, so that a folder with a vocabulary of its own needs its own.
void FolderReader::read_callsheet() {
  const RuleFile* file = at_top("callsheet");
  if (!usable(file, "callsheet.yaml")) return;
  if (file != nullptr) {
    static const std::vector<Query> kNone;
    const NameScope scope(book_.vocabulary, kNone);
    book_.callsheet = load_call_rules(Yaml(*file->document), scope, book_, diagnostics_);
  } else {
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

/// It names what only a vocabulary has; with one of its own, a folder without a starter.yaml offers
/// the stage alone.
void FolderReader::read_starter() {
  if (const RuleFile* file = at_top("starter")) {
    book_.starter = load_starter(Yaml(*file->document), book_.vocabulary, diagnostics_);
  } else if (shares_vocabulary()) {
    book_.starter = base_->starter;
  }
}

std::optional<Rulebook> FolderReader::read() {
  files_ = read_files();
  if (diagnostics_.has_errors()) return std::nullopt;
  if (base_ != nullptr) {
    book_.name = folder_name(folder_);
    book_.own_vocabulary = at_top("vocabulary") != nullptr;
    keep_places();
  }
  read_vocabulary();
  read_words();
  if (diagnostics_.has_errors()) return std::nullopt;
  read_limits();
  read_queries();
  const NameScope scope(book_.vocabulary, book_.queries);
  read_policy(scope);
  read_checks(scope);
  read_rules(scope);
  if (!diagnostics_.has_errors()) check_limits();
  apply_limits(book_);
  if (diagnostics_.has_errors()) return std::nullopt;
  read_plays(scope);
  read_callsheet();
  read_portfolio();
  read_starter();
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

Words load_folder_words(const std::string& folder, Diagnostics& diagnostics) {
  return FolderReader(folder, nullptr, diagnostics).read_only_words();
}

std::optional<Rulebook> load_rulebook(const std::string& folder, const Rulebook* base,
                                      Diagnostics& diagnostics) {
  return FolderReader(folder, base, diagnostics).read();
}

}  // namespace dealcheck
