#include "git/git.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "git/process.h"
#include "support.h"
#include "support_git.h"

namespace dealcheck {
namespace {

using test::Repository;

const std::string kOdd = "-a \"b\" 'c' 价\n*.yaml";

TEST_CASE("git: the top folder of files, folders and of what lies in no repository") {
  const Repository repository;
  repository.write("a b/deal.yaml", "x");
  CHECK(git_top(repository.path()) == repository.path());
  CHECK(git_top(repository.path() + "/a b") == repository.path());
  CHECK(git_top(repository.path() + "/a b/deal.yaml") == repository.path());
  const test::TemporaryFolder outside;
  CHECK_FALSE(git_top(outside.path()));
  CHECK_FALSE(git_top("/no/such/folder/deal.yaml"));
}

TEST_CASE("git: a revision has the author's day; an unknown one the nearest name") {
  const Repository repository;
  repository.write("deal.yaml", "one");
  repository.commit("one", "2026-03-10");
  repository.git({"tag", "review-march"});
  Diagnostics diagnostics;
  for (const char* name : {"HEAD", "main", "review-march"}) {
    const auto revision = git_revision(repository.path(), name, diagnostics);
    REQUIRE(revision);
    CHECK(iso_date(revision->date) == "2026-03-10");
    CHECK(revision->hash.size() == 40);
  }
  CHECK(test::in_lines(diagnostics).empty());
  CHECK_FALSE(git_revision(repository.path(), "review-marsh", diagnostics));
  CHECK(test::in_lines(diagnostics) ==
        "git error: git knows no commit 'review-marsh' | the nearest name is 'review-march'; `git "
        "log --oneline` lists the commits\n");
}

TEST_CASE("git: a name that looks like an option is only a name") {
  const Repository repository;
  repository.write("deal.yaml", "one");
  repository.commit("one");
  for (const char* name : {"--all", "-n1", "", "HEAD --", "HEAD:deal.yaml"}) {
    Diagnostics diagnostics;
    CHECK_FALSE(git_revision(repository.path(), name, diagnostics));
    CHECK(diagnostics.has_errors());
  }
}

TEST_CASE("git: outside a repository, and in one without commits") {
  const test::TemporaryFolder outside;
  Diagnostics diagnostics;
  CHECK_FALSE(git_revision(outside.path(), "HEAD", diagnostics));
  CHECK_FALSE(git_commits(outside.path(), "deal.yaml", 0, diagnostics));
  for (const Diagnostic& one : diagnostics.all()) CHECK(one.id == "git.no-repository");
  const Repository empty;
  Diagnostics more;
  CHECK_FALSE(git_revision(empty.path(), "HEAD", more));
  CHECK_FALSE(git_commits(empty.path(), "deal.yaml", 0, more));
  CHECK(more.all().size() == 2);
}

TEST_CASE("git: without git there is an error, not a crash") {
  const Repository repository;
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  Diagnostics diagnostics;
  CHECK_FALSE(git_top(repository.path()));
  CHECK_FALSE(git_prefix(repository.path(), diagnostics));
  setenv("PATH", path.c_str(), 1);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().id == "git.missing");
}

TEST_CASE("git: a file at a revision, from the top and from the current folder") {
  const Repository repository;
  repository.write("deal.yaml", "top");
  repository.write("north/deal.yaml", "north");
  repository.write("north/other.yaml", "other");
  repository.commit("one");
  struct Case {
    const char* path;
    const char* found;  ///< empty: none
  };
  const Case cases[] = {{"deal.yaml", "deal.yaml"},
                        {"./deal.yaml", "north/deal.yaml"},
                        {"north/deal.yaml", "north/deal.yaml"},
                        {"../deal.yaml", "deal.yaml"},
                        {"other.yaml", "north/other.yaml"},
                        {"./north/deal.yaml", ""},
                        {"none.yaml", ""}};
  for (const Case& one : cases) {
    CAPTURE(one.path);
    Diagnostics diagnostics;
    const auto file = git_file(repository.path() + "/north", "HEAD", one.path, diagnostics);
    CHECK((file ? file->path : "") == one.found);
    CHECK(diagnostics.has_errors() == !file);
  }
}

TEST_CASE("git: changed files, renames among them, with odd names") {
  const Repository repository;
  const std::string text(500, 'x');
  repository.write("deals/kept.yaml", "kept");
  repository.write("deals/changed.yaml", "one");
  repository.write("deals/" + kOdd, text + "\nlong enough to be known again\n");
  repository.write("deals/gone.yaml", "gone");
  repository.write("elsewhere/other.yaml", "other");
  repository.commit("one");
  repository.git({"mv", "deals/" + kOdd, "deals/new name.yaml"});
  repository.git({"rm", "--quiet", "deals/gone.yaml"});
  repository.write("deals/changed.yaml", "two");
  repository.write("deals/new.yaml", "new");
  repository.write("elsewhere/other.yaml", "another");
  repository.commit("two");
  Diagnostics diagnostics;
  const auto before = git_revision(repository.path(), "HEAD~1", diagnostics);
  const auto after = git_revision(repository.path(), "HEAD", diagnostics);
  REQUIRE(before);
  REQUIRE(after);
  const auto list = [&](const std::string& folder, const std::vector<std::string>& paths) {
    const auto changes = git_changes(folder, *before, *after, paths, diagnostics);
    REQUIRE(changes);
    std::string text_of_all;
    for (const GitChange& change : *changes) {
      text_of_all += (change.before ? change.before->path : "") + " > " +
                     (change.after ? change.after->path : "") + "|";
    }
    return text_of_all;
  };
  const std::string in_deals = "deals/changed.yaml > deals/changed.yaml|deals/gone.yaml > |deals/" +
                               kOdd + " > deals/new name.yaml| > deals/new.yaml|";
  CHECK(list(repository.path(), {"deals"}) == in_deals);
  CHECK(list(repository.path(), {"deals/"}) == in_deals);
  CHECK(list(repository.path() + "/deals", {"."}) == in_deals);
  CHECK(list(repository.path() + "/deals", {"../elsewhere/other.yaml"}) ==
        "elsewhere/other.yaml > elsewhere/other.yaml|");
  CHECK(list(repository.path(), {"deal"}).empty());
  CHECK(list(repository.path(), {}) == in_deals + "elsewhere/other.yaml > elsewhere/other.yaml|");
  CHECK(test::in_lines(diagnostics).empty());
}

TEST_CASE("git: the commits of one file, through renames, a removal and a return") {
  const Repository repository;
  repository.write("a.yaml", "one\ntwo\nthree\n");
  repository.commit("written: 价 \"x\"", "2026-01-01");
  repository.write("b.yaml", "unrelated");
  repository.commit("unrelated", "2026-01-02");
  repository.git({"mv", "--", "a.yaml", kOdd});
  repository.commit("renamed", "2026-01-03");
  repository.git({"rm", "--quiet", "--", kOdd});
  repository.commit("removed", "2026-01-04");
  repository.write(kOdd, "other\n");
  repository.commit("back", "2026-01-05");
  Diagnostics diagnostics;
  const auto commits = git_commits(repository.path(), kOdd, 0, diagnostics);
  REQUIRE(commits);
  std::string list;
  for (const GitCommit& commit : *commits) {
    CHECK(commit.hash.size() == 8);
    list += iso_date(commit.date) + " " + commit.subject + " " +
            (commit.file ? commit.file->path : "-") + "|";
  }
  CHECK(list == "2026-01-05 back " + kOdd + "|2026-01-04 removed -|2026-01-03 renamed " + kOdd +
                    "|2026-01-01 written: 价 \"x\" a.yaml|");
  const auto newest = git_commits(repository.path(), kOdd, 2, diagnostics);
  REQUIRE(newest);
  CHECK(newest->size() == 2);
  const auto none = git_commits(repository.path(), "never.yaml", 0, diagnostics);
  REQUIRE(none);
  CHECK(none->empty());
  CHECK(test::in_lines(diagnostics).empty());
}

TEST_CASE("git: many contents in one go, byte by byte") {
  const Repository repository;
  const std::vector<std::string> texts{"", "\n", "no line end", std::string("a\0b\n\n", 5),
                                       "x blob 3\n"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    repository.write("file" + std::to_string(i), texts[i]);
  }
  repository.commit("one");
  Diagnostics diagnostics;
  std::vector<std::string> blobs;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto file = git_file(repository.path(), "HEAD", "file" + std::to_string(i), diagnostics);
    REQUIRE(file);
    blobs.push_back(file->blob);
  }
  blobs.insert(blobs.begin() + 2, std::string(40, '1'));
  const auto contents = git_blobs(repository.path(), blobs, diagnostics);
  REQUIRE(contents);
  REQUIRE(contents->size() == texts.size() + 1);
  CHECK_FALSE((*contents)[2]);
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK((*contents)[i < 2 ? i : i + 1] == texts[i]);
}

TEST_CASE("git: the commit that two branches share") {
  const Repository repository;
  repository.write("deal.yaml", "one");
  repository.commit("one", "2026-02-01");
  repository.git({"switch", "--quiet", "--create", "side"});
  repository.write("deal.yaml", "two");
  repository.commit("two", "2026-02-02");
  repository.git({"switch", "--quiet", "--orphan", "alone"});
  repository.write("deal.yaml", "three");
  repository.commit("three", "2026-02-03");
  Diagnostics diagnostics;
  const auto main = git_revision(repository.path(), "main", diagnostics);
  const auto side = git_revision(repository.path(), "side", diagnostics);
  const auto alone = git_revision(repository.path(), "alone", diagnostics);
  REQUIRE((main && side && alone));
  const auto base = git_merge_base(repository.path(), *main, *side, diagnostics);
  REQUIRE(base);
  CHECK(base->hash == main->hash);
  CHECK_FALSE(git_merge_base(repository.path(), *alone, *side, diagnostics));
  CHECK(diagnostics.all().back().id == "git.nothing-shared");
}

TEST_CASE("git: what differs in the working tree, and what git does not know") {
  const test::Repository repository;
  repository.write("deals/a.yaml", "stage: late\n");
  repository.write("deals/b.yaml", "stage: mid\n");
  repository.write(".gitignore", "ignored.yaml\n");
  repository.commit("first");
  repository.git({"config", "diff.relative", "true"});
  repository.write("deals/a.yaml", "stage: early\n");
  repository.write("deals/new one.yaml", "stage: late\n");
  repository.write("deals/ignored.yaml", "stage: late\n");
  std::filesystem::remove(repository.path() + "/deals/b.yaml");
  Diagnostics diagnostics;
  const std::string folder = repository.path() + "/deals";
  const auto changes = git_changes_since(folder, "HEAD", diagnostics);
  REQUIRE(changes);
  REQUIRE(changes->size() == 2);
  CHECK(changes->front().before->path == "deals/a.yaml");
  CHECK(changes->front().after->path == "deals/a.yaml");
  CHECK(changes->back().before->path == "deals/b.yaml");
  CHECK_FALSE(changes->back().after);
  CHECK(git_unknown_files(folder, diagnostics) == std::vector<std::string>{"new one.yaml"});
  CHECK_FALSE(diagnostics.has_errors());
  CHECK_FALSE(git_changes_since(folder, "HEAD^", diagnostics));
  CHECK(diagnostics.has_errors());
}

TEST_CASE("git: the newest commit that touched files of a kind below a folder") {
  const test::Repository repository;
  repository.write("deals/north/a.yaml", "1\n");
  repository.commit("deal", "2026-01-02");
  Diagnostics diagnostics;
  const auto first = git_revision(repository.path(), "HEAD", diagnostics);
  repository.write("deals/notes.txt", "1\n");
  repository.write("other/b.yaml", "1\n");
  repository.commit("others", "2026-01-03");
  REQUIRE(first);
  const std::string folder = repository.path() + "/deals";
  CHECK(git_last_touch(folder, {".yaml", ".yml"}, diagnostics) == first->hash);
  CHECK(git_last_touch(folder, {".md"}, diagnostics) == "");
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("git: a path as seen from a folder") {
  CHECK(path_from("", "deals/a.yaml") == "deals/a.yaml");
  CHECK(path_from("deals/", "deals/a.yaml") == "a.yaml");
  CHECK(path_from("deals/north/", "deals/a.yaml") == "../a.yaml");
  CHECK(path_from("deals/", "a.yaml") == "../a.yaml");
}

}  // namespace
}  // namespace dealcheck
