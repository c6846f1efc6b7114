#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace dealcheck {

class Diagnostics;

// What dealcheck asks of git, one function for each question. `folder` is where git is run. Paths
// are bytes as git has them, never patterns, and relative to the top folder where nothing else is
// said. What git refuses goes to `diagnostics`, and nothing is returned; so it is when there is no
// git on this machine.

/// The top folder of the working tree that a file or folder lies in; empty when it lies in none, or
/// there is no git. Says nothing.
[[nodiscard]] std::optional<std::string> git_top(const std::string& path);

/// Where `folder` lies below the top folder: `deals/north/`; empty for the top itself.
[[nodiscard]] std::optional<std::string> git_prefix(const std::string& folder,
                                                    Diagnostics& diagnostics);

/// A commit that a revision names. An unknown one is answered with the nearest branch or tag.
struct GitRevision {
  std::string hash;  ///< whole
  Date date;         ///< the author's day
};
[[nodiscard]] std::optional<GitRevision> git_revision(const std::string& folder,
                                                      const std::string& name,
                                                      Diagnostics& diagnostics);

/// The newest commit that two revisions share.
[[nodiscard]] std::optional<GitRevision> git_merge_base(const std::string& folder,
                                                        const GitRevision& a, const GitRevision& b,
                                                        Diagnostics& diagnostics);

/// One version of one file.
struct GitFile {
  std::string path;
  std::string blob;  ///< its content's name for `git_blobs`
};

/// The file at a revision, its path as git reads `REV:path`: from the top folder, or from `folder`
/// when it begins with ./ or ../; and from `folder` too when there is none from the top.
[[nodiscard]] std::optional<GitFile> git_file(const std::string& folder,
                                              const std::string& revision, const std::string& path,
                                              Diagnostics& diagnostics);

/// A file that differs between two commits. A new one has no `before`, a removed one no `after`; a
/// renamed one has two different paths.
struct GitChange {
  std::optional<GitFile> before;
  std::optional<GitFile> after;
};

/// The files that differ, in git's order. `paths` (files or folders; none: everything) are relative
/// to `folder`; a file renamed into or out of them belongs to them.
[[nodiscard]] std::optional<std::vector<GitChange>> git_changes(
    const std::string& folder, const GitRevision& before, const GitRevision& after,
    const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The files of the whole repository that differ between a revision and the working tree; one that
/// git does not know is not among them. What stands in the working tree has no blob.
[[nodiscard]] std::optional<std::vector<GitChange>> git_changes_since(const std::string& folder,
                                                                      const std::string& revision,
                                                                      Diagnostics& diagnostics);

/// The files below `folder` that git neither knows nor ignores, relative to it.
[[nodiscard]] std::optional<std::vector<std::string>> git_unknown_files(const std::string& folder,
                                                                        Diagnostics& diagnostics);

/// The newest commit that touched a file below `folder` whose name ends in one of `endings`
/// (`.yaml`, no patterns); its hash is empty when none did.
[[nodiscard]] std::optional<std::string> git_last_touch(const std::string& folder,
                                                        const std::vector<std::string>& endings,
                                                        Diagnostics& diagnostics);

/// A commit that touched a file, and the file as the commit left it.
struct GitCommit {
  std::string hash;  ///< short
  Date date;         ///< the author's day
  std::string subject;
  std::optional<GitFile> file;  ///< empty when this commit removed it
  bool cut_off = false;         ///< a shallow clone holds none before it
};

/// The commits of one file, newest first, also under the names it had before; at most `limit` (0:
/// all). `path` is relative to `folder`.
[[nodiscard]] std::optional<std::vector<GitCommit>> git_commits(const std::string& folder,
                                                                const std::string& path,
                                                                std::size_t limit,
                                                                Diagnostics& diagnostics);

/// Many contents in one go, in the order asked for. Empty where git has none.
[[nodiscard]] std::optional<std::vector<std::optional<std::string>>> git_blobs(
    const std::string& folder, const std::vector<std::string>& blobs, Diagnostics& diagnostics);

/// A path from the top folder as it is written from below it, at `prefix`: `deals/a.yaml` from
/// `deals/` is `a.yaml`.
[[nodiscard]] std::string path_from(std::string_view prefix, std::string_view path);

}  // namespace dealcheck
