#include "cli/diff_input.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "base/strings.h"
#include "cli/deal_input.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNoFile = "/dev/null";

bool is_file(const std::string& path) {
  std::error_code failed;
  return fs::exists(path, failed);
}

// ---- two versions ----

VersionText read_version(const std::string& name, std::size_t max_bytes, Diagnostics& diagnostics) {
  const std::size_t colon = name.find(':');
  if (name == "-" || is_file(name) || colon == std::string::npos || colon == 0) {
    return {name, read_source(name, diagnostics, max_bytes), {}};
  }
  VersionText version{name, nullptr, {}};
  const std::string revision = name.substr(0, colon);
  const auto commit = git_revision({}, revision, diagnostics);
  const auto file =
      commit ? git_file({}, revision, name.substr(colon + 1), diagnostics) : std::nullopt;
  const auto contents = file ? git_blobs({}, {file->blob}, diagnostics) : std::nullopt;
  if (!contents) return version;
  version.committed = commit->date;
  version.source =
      check_source(name, contents->front().value_or(std::string()), diagnostics, max_bytes);
  return version;
}

DiffRequest read_two(const std::vector<std::string>& operands, std::size_t max_bytes) {
  if (operands.size() < 2) throw UsageError("usage.two-versions");
  if (operands.size() > 2) throw UsageError("usage.too-many-versions", {{"word", operands[2]}});
  if (operands[0] == "-" && operands[1] == "-") throw UsageError("usage.stdin-twice");
  DiffRequest request;
  VersionPair& pair = request.pairs.emplace_back();
  pair.before = read_version(operands[0], max_bytes, pair.diagnostics);
  pair.after = read_version(operands[1], max_bytes, pair.diagnostics);
  pair.path = operands[1];
  return request;
}

// ---- called by git ----

bool is_hex_or_dot(std::string_view text) {
  return text == "." || (text.size() >= 4 && std::all_of(text.begin(), text.end(), [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                         }));
}

bool is_mode(std::string_view text) {
  return text == "." || (text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) {
                           return c >= '0' && c <= '7';
                         }));
}

/// `path old-file old-hex old-mode new-file new-hex new-mode [new-path what-changed]`
bool is_from_git(const std::vector<std::string>& operands) {
  return (operands.size() == 7 || operands.size() == 9) && is_hex_or_dot(operands[2]) &&
         is_mode(operands[3]) && is_hex_or_dot(operands[5]) && is_mode(operands[6]);
}

/// Git gives files of its own making; the deal goes by its own path.
std::optional<VersionText> read_for_git(const std::string& file, const std::string& path,
                                        std::size_t max_bytes, Diagnostics& diagnostics) {
  if (file == kNoFile) return std::nullopt;
  Diagnostics here;
  const auto source = read_source(file, here, max_bytes);
  if (source) {
    return VersionText{path, std::make_shared<const Source>(path, std::string(source->text())), {}};
  }
  for (const Diagnostic& one : here.all()) diagnostics.file_error(path, one.id, one.arguments);
  return VersionText{path, nullptr, {}};
}

DiffRequest read_from_git(const std::vector<std::string>& operands, std::size_t max_bytes) {
  DiffRequest request;
  request.from_git = true;
  VersionPair& pair = request.pairs.emplace_back();
  const std::string& old_path = operands[0];
  pair.path = operands.size() == 9 ? operands[7] : old_path;
  pair.before = read_for_git(operands[1], old_path, max_bytes, pair.diagnostics);
  pair.after = read_for_git(operands[4], pair.path, max_bytes, pair.diagnostics);
  return request;
}

// ---- a range ----

/// `A..B`, `A...B`; an end that is not written is HEAD.
struct Range {
  std::string from;
  std::string to;
  bool from_base = false;
};

std::optional<Range> parse_range(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos || is_file(text) || text.find(':') != std::string::npos) {
    return std::nullopt;
  }
  if (text.starts_with("../") || text == "..") return std::nullopt;
  const bool three = text.compare(dots, 3, "...") == 0;
  Range range{text.substr(0, dots), text.substr(dots + (three ? 3 : 2)), three};
  if (range.from.empty()) range.from = "HEAD";
  if (range.to.empty()) range.to = "HEAD";
  return range;
}

/// YAML that is not hidden, as everywhere where deals are looked for.
bool is_deal(const std::optional<GitFile>& file) {
  if (!file) return false;
  const fs::path path(file->path);
  const bool hidden = std::any_of(path.begin(), path.end(),
                                  [](const fs::path& part) { return part.string()[0] == '.'; });
  return !hidden && is_yaml_name(path.string());
}

/// The contents of all changed files come from git in one go.
class RangeReader {
 public:
  RangeReader(std::size_t max_bytes, Diagnostics& diagnostics)
      : max_bytes_(max_bytes), diagnostics_(diagnostics) {}

  std::optional<std::vector<VersionPair>> read(const Range& range,
                                               const std::vector<std::string>& paths) {
    auto from = git_revision({}, range.from, diagnostics_);
    const auto to = git_revision({}, range.to, diagnostics_);
    const auto prefix = git_prefix({}, diagnostics_);
    if (!from || !to || !prefix) return std::nullopt;
    if (range.from_base) from = git_merge_base({}, *from, *to, diagnostics_);
    if (!from) return std::nullopt;
    auto changes = git_changes({}, *from, *to, paths, diagnostics_);
    if (!changes) return std::nullopt;
    std::erase_if(*changes, [](const GitChange& change) {
      return !is_deal(change.before) && !is_deal(change.after);
    });
    return fill(*changes, range, *prefix, *from, *to);
  }

 private:
  std::optional<std::vector<VersionPair>> fill(const std::vector<GitChange>& changes,
                                               const Range& range, const std::string& prefix,
                                               const GitRevision& from, const GitRevision& to) {
    std::vector<std::string> blobs;
    for (const GitChange& change : changes) {
      if (change.before) blobs.push_back(change.before->blob);
      if (change.after) blobs.push_back(change.after->blob);
    }
    const auto contents = git_blobs({}, blobs, diagnostics_);
    if (!contents) return std::nullopt;
    std::size_t next = 0;
    const std::string old_end = (range.from_base ? from.hash.substr(0, 8) : range.from) + ":";
    const std::string new_end = range.to + ":";
    std::vector<VersionPair> pairs;
    for (const GitChange& change : changes) {
      VersionPair& pair = pairs.emplace_back();
      pair.path = path_from(prefix, change.after ? change.after->path : change.before->path);
      if (change.before) {
        const std::string path = path_from(prefix, change.before->path);
        pair.before = version(old_end + path, (*contents)[next++], from.date, pair.diagnostics);
      }
      if (change.after) {
        pair.after = version(new_end + pair.path, (*contents)[next++], to.date, pair.diagnostics);
      }
    }
    return pairs;
  }

  VersionText version(const std::string& name, const std::optional<std::string>& contents, Date day,
                      Diagnostics& diagnostics) const {
    return {name, check_source(name, contents.value_or(std::string()), diagnostics, max_bytes_),
            day};
  }

  std::size_t max_bytes_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<DiffRequest> read_diff_request(const CommandLine& line, Diagnostics& diagnostics) {
  const std::size_t max_bytes = read_max_bytes(line);
  const std::vector<std::string>& operands = line.operands;
  if (is_from_git(operands)) return read_from_git(operands, max_bytes);
  const auto range = operands.empty() ? std::nullopt : parse_range(operands.front());
  if (!range) return read_two(operands, max_bytes);
  auto pairs =
      RangeReader(max_bytes, diagnostics).read(*range, {operands.begin() + 1, operands.end()});
  if (!pairs) return std::nullopt;
  return DiffRequest{operands.front(), false, std::move(*pairs)};
}

}  // namespace dealcheck
