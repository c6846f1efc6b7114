#include "cli/portfolio_trend.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/strings.h"
#include "git/git.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShortHash = 8;

/// The files of a run as git calls them, from the top folder, with the names that the run uses.
class TrackedDeals {
 public:
  /// False when one lies outside the repository.
  bool find(const std::string& top, const Portfolio& now) {
    std::error_code failed;
    top_ = fs::canonical(top, failed);
    for (const DealView& deal : now.deals) {
      const fs::path below = below_top(deal.entry.path);
      if (below.empty() || *below.begin() == "..") return false;
      named_.emplace(below.generic_string(), deal.entry.path);
      const fs::path folder = below.parent_path();
      folder_ = named_.size() == 1 ? folder : common(folder_, folder);
    }
    return !failed;
  }

  /// As the run names it; empty when it is none of its deals.
  [[nodiscard]] std::string name_of(const std::string& path) const {
    const auto found = named_.find(path);
    return found == named_.end() ? std::string() : found->second;
  }

  /// How the run would name a deal that is gone: it was YAML, not hidden, in a folder of theirs.
  [[nodiscard]] std::string name_of_gone(const std::string& path) const {
    const fs::path gone(path);
    if (!is_yaml_name(path)) return {};
    if (gone.filename().string().starts_with('.')) return {};
    for (const auto& [below, name] : named_) {
      if (fs::path(below).parent_path() != gone.parent_path()) continue;
      return (fs::path(name).parent_path() / gone.filename()).string();
    }
    return {};
  }

  /// Whether one lies below a folder, which ends in a slash.
  [[nodiscard]] bool any_below(const std::string& folder) const {
    const auto first = named_.lower_bound(folder);
    return first != named_.end() && first->first.starts_with(folder);
  }

  /// The folder that holds them all.
  [[nodiscard]] std::string folder() const { return (top_ / folder_).string(); }
  /// `path` below that folder, from the top.
  [[nodiscard]] std::string from_top(const std::string& path) const {
    return (folder_ / path).generic_string();
  }

 private:
  /// Git knows a link to a file as what it is; folders go by where they really are.
  [[nodiscard]] fs::path below_top(const fs::path& path) {
    const auto [folder, fresh] = folders_.try_emplace(path.parent_path().string());
    if (fresh) {
      std::error_code failed;
      const fs::path named = path.parent_path().empty() ? "." : path.parent_path();
      folder->second = fs::weakly_canonical(named, failed).lexically_relative(top_);
    }
    return folder->second.empty() ? fs::path()
                                  : (folder->second / path.filename()).lexically_normal();
  }

  static fs::path common(const fs::path& a, const fs::path& b) {
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    fs::path shared;
    for (auto part = a.begin(); part != end; ++part) shared /= *part;
    return shared;
  }

  fs::path top_;
  fs::path folder_;
  std::map<std::string, std::string> named_;
  std::map<std::string, fs::path>
      folders_;  ///< as the run names them, to where they lie below top_
};

class TrendReader {
 public:
  TrendReader(ManyDeals& deals, const Portfolio& now) : deals_(deals), now_(now) {}

  TrendResult read() {
    const auto top = deals_.files().empty() ? std::nullopt : git_top(deals_.files().front());
    if (!top) return NoTrend::no_git;
    if (!tracked_.find(*top, now_)) return NoTrend::elsewhere;
    if (!read_changes("HEAD") || !read_unknown()) return NoTrend::no_commit;
    if (nested_) return NoTrend::elsewhere;
    std::string before = "HEAD";
    if (changed_.empty()) {
      const auto touch = git_last_touch(tracked_.folder(), {".yaml", ".yml"}, unsaid_);
      if (!touch || touch->empty()) return NoTrend::no_earlier;
      before = *touch + "^";
      if (!read_changes(before)) return NoTrend::no_earlier;
    }
    const auto commit = git_revision(tracked_.folder(), before, unsaid_);
    return commit ? compare(*commit) : TrendResult(NoTrend::no_earlier);
  }

 private:
  /// A deal that differs, and its content's name then; empty: it was not there.
  struct Changed {
    std::string path;
    std::string blob;
  };

  bool read_changes(const std::string& revision) {
    const auto changes = git_changes_since(tracked_.folder(), revision, unsaid_);
    if (!changes) return false;
    for (const GitChange& change : *changes) note(change);
    return true;
  }

  bool read_unknown() {
    const auto unknown = git_unknown_files(tracked_.folder(), unsaid_);
    if (!unknown) return false;
    for (const std::string& path : *unknown) {
      const std::string name = tracked_.name_of(tracked_.from_top(path));
      if (!name.empty()) changed_.push_back({name, {}});
      nested_ = nested_ || (path.ends_with('/') && tracked_.any_below(tracked_.from_top(path)));
    }
    return true;
  }

  [[nodiscard]] Trend compare(const GitRevision& commit) {
    Trend trend = compute_trend(now_, judge(commit), deals_.rules().portfolio);
    trend.commit = commit.hash.substr(0, kShortHash);
    trend.day = commit.date;
    return trend;
  }

  void note(const GitChange& change) {
    const std::string now = change.after ? tracked_.name_of(change.after->path) : std::string();
    if (!now.empty()) {
      changed_.push_back({now, change.before ? change.before->blob : std::string()});
    } else if (change.before) {
      const std::string gone = tracked_.name_of_gone(change.before->path);
      if (!gone.empty()) changed_.push_back({gone, change.before->blob});
    }
  }

  std::vector<EarlierDeal> judge(const GitRevision& commit) {
    std::vector<std::string> blobs;
    for (const Changed& one : changed_) {
      if (!one.blob.empty()) blobs.push_back(one.blob);
    }
    const auto contents = git_blobs(tracked_.folder(), blobs, unsaid_);
    std::vector<EarlierDeal> earlier;
    std::size_t next = 0;
    for (const Changed& one : changed_) {
      EarlierDeal& deal = earlier.emplace_back(EarlierDeal{one.path, {}});
      if (one.blob.empty()) continue;
      const std::size_t place = next++;
      const std::string text =
          contents ? (*contents)[place].value_or(std::string()) : std::string();
      deal.before = deals_.judge_earlier(one.path, text, commit.date);
    }
    return earlier;
  }

  ManyDeals& deals_;
  const Portfolio& now_;
  TrackedDeals tracked_;
  std::vector<Changed> changed_;
  bool nested_ = false;  ///< some deals lie in a repository inside this one
  Diagnostics unsaid_;
};

}  // namespace

TrendResult read_trend(ManyDeals& deals, const Portfolio& now) {
  return TrendReader(deals, now).read();
}

}  // namespace dealcheck
