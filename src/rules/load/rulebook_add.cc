// Adds the rules, facts, plays, checks and words of a folder to another rule set.

#include <algorithm>
#include <iterator>

#include "rules/load/folder_reader.h"
#include "rules/load/rule_load.h"

namespace dealcheck {

namespace {

bool is_taken(const Rulebook& book, const Definition& definition) {
  const std::string& id = definition.id;
  const auto named = [&](const auto& list, auto name) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.*name == id; });
  };
  if (definition.kind == "rule") return find_rule(book, id) != nullptr;
  if (definition.kind == "fact") return named(book.queries, &Query::name);
  if (definition.kind == "play") return named(book.plays, &Play::id);
  if (definition.kind == "word") return book.words.find(id) != nullptr;
  for (std::size_t i = 0; i < kCheckGroups.size(); ++i) {
    for (const Check& check : book.checks.groups.at(i)) {
      if (id == std::string(kCheckGroups.at(i)) + " " + check.id) return true;
    }
  }
  return false;
}

}  // namespace

void FolderReader::refuse_taken() {
  for (const Definition& one : list_definitions(files_)) {
    if (!is_taken(*base_, one)) continue;
    const auto place = base_->places.find(one.kind + " " + one.id);
    const bool built_in = place == base_->places.end();
    diagnostics_.error(one.at.source(), one.at.at(),
                       built_in ? "rules.taken-built-in" : "rules.taken",
                       {{"id", one.id}, {"other", built_in ? std::string() : place->second}});
  }
}

/// What a rule set has only one of cannot be added.
void FolderReader::refuse_replacing() {
  for (const RuleFile& file : files_) {
    if (!file.folder.empty() || file.stem == "plays" || file.stem == "checks") continue;
    diagnostics_.file_error(file.document->source->path(), "rules.cannot-be-added",
                            {{"file", file.stem + ".yaml"}});
  }
}

void FolderReader::add_words() {
  const auto files = in_folder("words");
  if (files.empty()) return;
  std::vector<Words::Entry> entries = base_->words.entries();
  for (const RuleFile* file : files) load_words(Yaml(*file->document), entries, diagnostics_);
  book_.words = Words(std::move(entries));
}

void FolderReader::add_queries() {
  std::vector<Query> own;
  const NameScope fields = NameScope(book_.vocabulary, own).with_limits(book_.limits, {});
  for (const RuleFile* file : in_folder("facts")) {
    load_queries(Yaml(*file->document), fields, own, diagnostics_);
  }
  std::move(own.begin(), own.end(), std::back_inserter(book_.queries));
}

/// Before the plays of the base that have the same place in the order to try: what a team has
/// thought out for itself goes first.
void FolderReader::add_plays(const NameScope& scope) {
  const RuleFile* file = at_top("plays");
  if (file == nullptr) return;
  std::vector<Play> own = load_plays(Yaml(*file->document), scope, book_, diagnostics_);
  std::move(book_.plays.begin(), book_.plays.end(), std::back_inserter(own));
  std::stable_sort(own.begin(), own.end(),
                   [](const Play& a, const Play& b) { return a.action < b.action; });
  book_.plays = std::move(own);
}

void FolderReader::add_checks(const NameScope& scope) {
  const RuleFile* file = at_top("checks");
  if (file == nullptr) return;
  CheckLists own = load_checks(Yaml(*file->document), scope, diagnostics_, Completeness::partial);
  for (std::size_t i = 0; i < own.groups.size(); ++i) {
    auto& list = book_.checks.groups.at(i);
    std::move(own.groups.at(i).begin(), own.groups.at(i).end(), std::back_inserter(list));
  }
}

std::optional<Rulebook> FolderReader::add() {
  files_ = read_files();
  if (files_.empty() && !diagnostics_.has_errors()) {
    diagnostics_.file_error(folder_, "rules.no-rules");
  }
  refuse_taken();
  refuse_replacing();
  if (diagnostics_.has_errors()) return std::nullopt;
  book_ = *base_;
  book_.added.push_back(folder_name(folder_));
  keep_places();
  add_words();
  read_limits();
  add_queries();
  const NameScope scope(book_.vocabulary, book_.queries);
  read_rules(scope);
  add_checks(scope);
  if (diagnostics_.has_errors()) return std::nullopt;
  check_limits();
  add_plays(scope);
  if (diagnostics_.has_errors()) return std::nullopt;
  hash_.add("added to");  // the same folder instead of the base judges otherwise
  hash_.add(base_->hash);
  book_.hash = hash_.hex();
  return std::move(book_);
}

std::optional<Rulebook> add_rules(const std::string& folder, const Rulebook& base,
                                  Diagnostics& diagnostics) {
  return FolderReader(folder, &base, diagnostics).add();
}

}  // namespace dealcheck
