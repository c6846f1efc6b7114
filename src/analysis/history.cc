#include "analysis/history.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "deal/deal_file.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace dealcheck {

namespace {

/// Judges versions one after another, each beside the last one that could be judged.
class HistoryJudge {
 public:
  HistoryJudge(const Rulebook& rules, const HistoryOptions& options)
      : rules_(rules), options_(options) {}

  void judge(HistoryEntry& entry, const std::optional<std::string>& contents) {
    const std::string name = entry.commit.hash + ":" + entry.commit.file->path;
    const auto source =
        check_source(name, contents.value_or(std::string()), entry.diagnostics, options_.max_bytes);
    auto deal = read_deal(source, rules_.vocabulary, entry.diagnostics);
    if (!deal) return;
    AssessOptions how;
    const auto stated = stated_day(rules_.vocabulary, *deal);
    how.as_of = options_.as_of ? options_.as_of : stated;
    how.today = entry.commit.date;
    how.language = options_.language;
    how.elsewhere = options_.elsewhere;
    const Date day = how.as_of.value_or(how.today);
    entry.judged = assess(rules_, *deal, how, entry.diagnostics);
    if (!entry.judged) return;
    if (last_) compare(entry, *deal, day, how, stated != last_stated_);
    last_ = std::move(deal);
    last_stated_ = stated;
    last_day_ = day;
  }

 private:
  /// `other_day`: the file states another day of judgement than before.
  void compare(HistoryEntry& entry, const Opportunity& deal, Date day, const AssessOptions& how,
               bool other_day) const {
    Diagnostics said;
    const auto diff = compare_versions({&rules_, &rules_, nullptr}, {&*last_, last_day_},
                                       {&deal, day}, how, said);
    if (!diff) return;
    entry.compared = true;
    for (ReadingChange change : diff->total.changes) {
      if (!moves_something(change)) continue;
      change.before = change.after = nullptr;
      entry.changes.push_back(std::move(change));
    }
    const auto& facts = diff->facts.changes;
    entry.only_dates = (other_day || !facts.empty()) &&
                       std::all_of(facts.begin(), facts.end(),
                                   [](const FactChange& change) { return change.only_dates; });
    for (const FactChange& change : facts) note_push(entry, change);
  }

  static void note_push(HistoryEntry& entry, const FactChange& change) {
    if (!change.before || !change.after || change.after->path != "objective.when") return;
    const auto from = parse_date(change.before->value);
    const auto to = parse_date(change.after->value);
    if (from && to && *to > *from) entry.push = Push{*from, *to};
  }

  const Rulebook& rules_;
  const HistoryOptions& options_;
  std::optional<Opportunity> last_;
  Date last_day_;
  std::optional<Date> last_stated_;
};

}  // namespace

std::size_t History::judged() const {
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const HistoryEntry& entry) { return entry.judged.has_value(); }));
}

std::size_t History::pushes() const {
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const HistoryEntry& entry) { return entry.push.has_value(); }));
}

PushLevel level_of(std::size_t pushes) {
  return static_cast<PushLevel>(std::min(pushes, std::size_t{3}));
}

std::string_view to_string(PushLevel level) {
  static constexpr std::array<std::string_view, 4> kNames{"none", "once", "warning", "critical"};
  return kNames[static_cast<std::size_t>(level)];
}

std::optional<History> read_history(const std::string& path, const Rulebook& rules,
                                    const HistoryOptions& options, Diagnostics& diagnostics) {
  std::error_code failed;
  if (std::filesystem::is_directory(path, failed)) {
    diagnostics.file_error(path, "source.directory");
    return std::nullopt;
  }
  const std::filesystem::path file(path);
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  auto commits = git_commits(folder, file.filename().string(), options.limit, diagnostics);
  if (!commits) return std::nullopt;
  if (commits->empty()) {
    diagnostics.file_error(path, "git.no-commits");
    return std::nullopt;
  }
  std::reverse(commits->begin(), commits->end());
  if (commits->front().cut_off) {
    diagnostics.file_finding(Severity::warning, path, "git.shallow",
                             {{"commit", commits->front().hash}});
  }
  std::vector<std::string> blobs;
  for (const GitCommit& commit : *commits) {
    if (commit.file) blobs.push_back(commit.file->blob);
  }
  const auto contents = git_blobs(folder, blobs, diagnostics);
  if (!contents) return std::nullopt;
  History history{path, {}};
  HistoryJudge judge(rules, options);
  std::size_t next = 0;
  for (GitCommit& commit : *commits) {
    HistoryEntry& entry = history.entries.emplace_back();
    entry.commit = std::move(commit);
    if (entry.commit.file) judge.judge(entry, (*contents)[next++]);
  }
  return history;
}

}  // namespace dealcheck
