#include "git/git.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "base/strings.h"
#include "base/text.h"
#include "diagnostics/diagnostic.h"
#include "git/ask.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

// ---- asking ----

void complain(const std::string& folder, const std::optional<ProcessResult>& result,
              Diagnostics& diagnostics) {
  if (!result) return diagnostics.file_error("git", "git.missing");
  if (lies_in_no_repository(*result)) {
    return diagnostics.file_error(folder.empty() ? "." : folder, "git.no-repository");
  }
  diagnostics.file_error("git", "git.refused", {{"reason", git_reason(*result)}});
}

/// What git answers; nothing, with an error, when it does not.
std::optional<std::string> require(const std::string& folder, const GitQuestion& question,
                                   Diagnostics& diagnostics, std::string input = {}) {
  auto result = ask_git(folder, question, std::move(input));
  if (result && result->exit_code == 0) return std::move(result->output);
  complain(folder, result, diagnostics);
  return std::nullopt;
}

std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

/// The object that a name stands for; nothing when git knows none.
std::optional<std::string> resolve(const std::string& folder, const std::string& name) {
  const auto found =
      ask_git(folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", name});
  if (!found || found->exit_code != 0) return std::nullopt;
  const std::string answer = without_line_end(found->output);
  return answer.substr(answer.find_last_of('\n') + 1);  // old versions repeat the option above it
}

// ---- what git lists with NULs ----

/// The texts of a list of which each ends in NUL.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool before_raw() const {
    return rest_.starts_with(':') || rest_.starts_with("\n:");
  }
  std::string_view next() {
    const std::size_t end = std::min(rest_.find('\0'), rest_.size());
    const std::string_view token = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return token;
  }

 private:
  std::string_view rest_;
};

/// `:100644 100644 <blob> <blob> R100`, then one path, or two of a rename or copy.
GitChange read_raw(Tokens& tokens) {
  std::vector<std::string> words;
  std::string_view raw = trim(tokens.next());
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find(' '), raw.size());
    words.emplace_back(raw.substr(0, end));
    raw.remove_prefix(std::min(end + 1, raw.size()));
  }
  words.resize(5);
  const char how = words[4].empty() ? 'M' : words[4].front();
  const std::string first(tokens.next());
  const std::string second = how == 'R' || how == 'C' ? std::string(tokens.next()) : first;
  GitChange change;
  if (how != 'A') change.before = {first, words[2]};
  if (how != 'D') change.after = {second, words[3]};
  return change;
}

std::vector<GitChange> read_changes(const std::string& list) {
  std::vector<GitChange> changes;
  Tokens tokens(list);
  while (!tokens.at_end()) changes.push_back(read_raw(tokens));
  return changes;
}

// ---- paths ----

/// `path`, relative to a folder at `prefix`, as seen from the top; without a slash at its end.
std::string from_top(std::string_view prefix, const std::string& path) {
  std::string whole = (fs::path(prefix) / path).lexically_normal().string();
  while (whole.ends_with('/')) whole.pop_back();
  return whole == "." ? std::string() : whole;
}

bool lies_in(std::string_view path, const std::string& place) {
  return place.empty() || path == place ||
         (path.starts_with(place) && path.substr(place.size()).starts_with('/'));
}

bool lies_in_any(const std::optional<GitFile>& file, const std::vector<std::string>& places) {
  return file && (places.empty() ||
                  std::any_of(places.begin(), places.end(), [&](const std::string& place) {
                    return lies_in(file->path, place);
                  }));
}

// ---- revisions ----

void complain_about_revision(const std::string& folder, const std::string& name,
                             Diagnostics& diagnostics) {
  const auto list = ask_git(folder, {"for-each-ref", "--format=%(refname:short)"});
  std::vector<std::string_view> known;
  std::string_view rest = list ? std::string_view(list->output) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    known.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  diagnostics.file_error("git", "git.unknown-revision",
                         with_nearest({{"revision", name}}, name, known));
}

}  // namespace

std::optional<std::string> git_top(const std::string& path) {
  std::error_code failed;
  const bool is_folder = fs::is_directory(path, failed);
  const fs::path folder = is_folder ? fs::path(path) : "." / fs::path(path).parent_path();
  auto result = ask_git(folder.string(), {"rev-parse", "--show-toplevel"});
  if (!result || result->exit_code != 0) return std::nullopt;
  return without_line_end(std::move(result->output));
}

std::optional<std::string> git_prefix(const std::string& folder, Diagnostics& diagnostics) {
  auto prefix = require(folder, {"rev-parse", "--show-prefix"}, diagnostics);
  if (prefix) prefix = without_line_end(std::move(*prefix));
  return prefix;
}

std::optional<GitRevision> git_revision(const std::string& folder, const std::string& name,
                                        Diagnostics& diagnostics) {
  if (!git_prefix(folder, diagnostics)) return std::nullopt;
  const auto hash = resolve(folder, name + "^{commit}");
  if (!hash) {
    complain_about_revision(folder, name, diagnostics);
    return std::nullopt;
  }
  const auto day = require(
      folder, {"log", "-1", "--no-show-signature", "--format=%as", *hash, "--"}, diagnostics);
  if (!day) return std::nullopt;
  return GitRevision{*hash, parse_date(trim(*day)).value_or(Date())};
}

std::optional<GitRevision> git_merge_base(const std::string& folder, const GitRevision& a,
                                          const GitRevision& b, Diagnostics& diagnostics) {
  const auto result = ask_git(folder, {"merge-base", a.hash, b.hash});
  if (result && result->exit_code == 0) {
    return git_revision(folder, std::string(trim(result->output)), diagnostics);
  }
  diagnostics.file_error("git", "git.nothing-shared");
  return std::nullopt;
}

std::optional<GitFile> git_file(const std::string& folder, const std::string& revision,
                                const std::string& path, Diagnostics& diagnostics) {
  const auto commit = git_revision(folder, revision, diagnostics);
  const auto prefix = commit ? git_prefix(folder, diagnostics) : std::nullopt;
  if (!prefix) return std::nullopt;
  const std::string here = from_top(*prefix, path);
  std::vector<std::string> places{from_top({}, path), here};
  if (path.starts_with("./") || path.starts_with("../")) places = {here};
  for (const std::string& place : places) {
    if (auto blob = resolve(folder, commit->hash + ":" + place)) return GitFile{place, *blob};
  }
  diagnostics.file_error(revision + ":" + path, "git.no-such-file");
  return std::nullopt;
}

std::optional<std::vector<GitChange>> git_changes(const std::string& folder,
                                                  const GitRevision& before,
                                                  const GitRevision& after,
                                                  const std::vector<std::string>& paths,
                                                  Diagnostics& diagnostics) {
  const auto prefix = git_prefix(folder, diagnostics);
  if (!prefix) return std::nullopt;
  // All of the tree is compared, whatever the paths: git follows no rename across their border.
  const auto list =
      require(folder, {"diff-tree", "-r", "-z", "-M", before.hash, after.hash}, diagnostics);
  if (!list) return std::nullopt;
  std::vector<std::string> places;
  places.reserve(paths.size());
  for (const std::string& path : paths) places.push_back(from_top(*prefix, path));
  std::vector<GitChange> changes = read_changes(*list);
  std::erase_if(changes, [&](const GitChange& change) {
    return !lies_in_any(change.before, places) && !lies_in_any(change.after, places);
  });
  return changes;
}

std::optional<std::vector<GitChange>> git_changes_since(const std::string& folder,
                                                        const std::string& revision,
                                                        Diagnostics& diagnostics) {
  const auto list =
      require(folder,
              {"-c", "diff.relative=false", "diff", "--raw", "-z", "-M", "--no-abbrev",
               "--no-ext-diff", "--no-color", "--end-of-options", revision, "--"},
              diagnostics);
  if (!list) return std::nullopt;
  return read_changes(*list);
}

std::optional<std::vector<std::string>> git_unknown_files(const std::string& folder,
                                                          Diagnostics& diagnostics) {
  const auto list =
      require(folder, {"ls-files", "-z", "--others", "--exclude-standard"}, diagnostics);
  if (!list) return std::nullopt;
  std::vector<std::string> files;
  Tokens tokens(*list);
  while (!tokens.at_end()) files.emplace_back(tokens.next());
  return files;
}

std::optional<std::string> git_last_touch(const std::string& folder,
                                          const std::vector<std::string>& endings,
                                          Diagnostics& diagnostics) {
  GitQuestion question{"log", "-1", "--no-show-signature", "--no-color", "--format=%H", "--"};
  for (const std::string& ending : endings) question.push_back(":(glob,icase)**/*" + ending);
  const auto hash = require(folder, question, diagnostics);
  if (!hash) return std::nullopt;
  return std::string(trim(*hash));
}

std::optional<std::vector<GitCommit>> git_commits(const std::string& folder,
                                                  const std::string& path, std::size_t limit,
                                                  Diagnostics& diagnostics) {
  GitQuestion question{"--literal-pathspecs",
                       "log",
                       "--follow",
                       "--no-show-signature",
                       "--no-color",
                       "--raw",
                       "-z",
                       "--no-abbrev",
                       "--no-ext-diff",
                       "--decorate-refs=refs/none",
                       "--format=%H%x00%as%x00%s%x00%D"};
  if (limit > 0) question.push_back("--max-count=" + std::to_string(limit));
  question.insert(question.end(), {"--", path});
  const auto log = require(folder, question, diagnostics);
  if (!log) return std::nullopt;
  std::vector<GitCommit> commits;
  Tokens tokens(*log);
  while (!tokens.at_end()) {
    constexpr std::size_t kShort = 8;
    GitCommit commit;
    commit.hash = tokens.next().substr(0, kShort);
    commit.date = parse_date(tokens.next()).value_or(Date());
    commit.subject = tokens.next();
    commit.cut_off = tokens.next().starts_with("grafted");
    while (tokens.before_raw()) commit.file = read_raw(tokens).after;
    commits.push_back(std::move(commit));
  }
  return commits;
}

std::optional<std::vector<std::optional<std::string>>> git_blobs(
    const std::string& folder, const std::vector<std::string>& blobs, Diagnostics& diagnostics) {
  std::vector<std::optional<std::string>> contents;
  if (blobs.empty()) return contents;
  std::string input;
  for (const std::string& blob : blobs) input += blob + "\n";
  const auto answer = require(folder, {"cat-file", "--batch"}, diagnostics, std::move(input));
  if (!answer) return std::nullopt;
  std::string_view rest = *answer;
  // `<blob> blob <size>`, the content and a line end; or `<blob> missing`.
  for (std::size_t i = 0; i < blobs.size(); ++i) {
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    const std::string_view head = rest.substr(0, line_end);
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
    const std::size_t kind = head.find(" blob ");
    if (kind == std::string_view::npos) {
      contents.emplace_back();
      continue;
    }
    std::size_t size = 0;
    std::from_chars(head.data() + kind + 6, head.data() + head.size(), size);
    contents.emplace_back(rest.substr(0, size));
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return contents;
}

std::string path_from(std::string_view prefix, std::string_view path) {
  if (prefix.empty()) return std::string(path);
  return fs::path(path).lexically_relative(fs::path(prefix)).string();
}

}  // namespace dealcheck
