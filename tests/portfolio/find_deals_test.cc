#include "portfolio/find_deals.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "git/ignored.h"
#include "git/process.h"
#include "support.h"

namespace dealcheck {
namespace {

using Names = std::vector<std::string>;

/// What is found, as paths below the folder.
Names found_in(const test::TemporaryFolder& folder, const Names& names) {
  Names full;
  for (const std::string& name : names) full.push_back(folder.path() + "/" + name);
  Diagnostics diagnostics;
  Names found = find_deals(full, diagnostics);
  for (std::string& path : found) path.erase(0, folder.path().size() + 1);
  for (const Diagnostic& one : diagnostics.all()) {
    found.push_back(one.path.substr(folder.path().size() + 1) + ": " + one.id);
  }
  return found;
}

TEST_CASE("find deals: every YAML file below a folder, by path, each once") {
  const test::TemporaryFolder folder;
  for (const char* name : {"d/b.yaml", "d/a.yml", "d/x/c.yaml", "d/.git/x.yaml", "d/.b.yaml",
                           "d/notes.md", "d/yaml", "d/b.yaml.bak", "e.yaml"}) {
    folder.write(name, "");
  }
  CHECK(found_in(folder, {"d"}) == Names{"d/a.yml", "d/b.yaml", "d/x/c.yaml"});
  CHECK(found_in(folder, {"e.yaml", "d", "d/x", "e.yaml"}) ==
        Names{"d/a.yml", "d/b.yaml", "d/x/c.yaml", "e.yaml"});
}

TEST_CASE("find deals: a named file is kept whatever it is called, there or not") {
  const test::TemporaryFolder folder;
  folder.write(".b.yaml", "");
  folder.write("notes.md", "");
  CHECK(found_in(folder, {"notes.md", ".b.yaml", "nowhere.yaml"}) ==
        Names{".b.yaml", "notes.md", "nowhere.yaml"});
}

TEST_CASE("find deals: a folder without deals is told, beside what others hold") {
  const test::TemporaryFolder folder;
  folder.write("empty/notes.md", "");
  folder.write("d/a.yaml", "");
  CHECK(found_in(folder, {"empty", "d"}) == Names{"d/a.yaml", "empty: usage.folder-without-deals"});
}

TEST_CASE("find deals: links in a circle end") {
  const test::TemporaryFolder folder;
  folder.write("d/x/a.yaml", "");
  std::filesystem::create_directory_symlink("..", folder.path() + "/d/x/up");
  std::filesystem::create_directory_symlink(".", folder.path() + "/d/self");
  CHECK(found_in(folder, {"d"}).size() == 1);
}

TEST_CASE("find deals: what git is told to ignore is left out, here as below") {
  const test::TemporaryFolder folder;
  for (const char* name : {"d/a.yaml", "d/draft.yaml", "d/x/draft.yaml", "d/x/b, c\n.yaml"}) {
    folder.write(name, "");
  }
  folder.write("d/.gitignore", "draft.yaml\n");
  const std::string d = folder.path() + "/d";
  const Names files{d + "/a.yaml", d + "/draft.yaml", d + "/x/draft.yaml"};
  Diagnostics unsaid;
  CHECK(find_ignored(d, files, unsaid).empty());  // no repository yet
  REQUIRE(run_process({.arguments = {"git", "init", "-q", d}}));
  CHECK(find_ignored(d, files, unsaid) == std::set<std::string>{files[1], files[2]});
  CHECK(find_ignored(d, {}, unsaid).empty());
  CHECK(unsaid.all().empty());
  CHECK(found_in(folder, {"d"}) == Names{"d/a.yaml", "d/x/b, c\n.yaml"});
  CHECK(found_in(folder, {"d/x"}) == Names{"d/x/b, c\n.yaml"});
}

TEST_CASE("a list of names: a line each, or separated by NUL") {
  using namespace std::string_literals;
  struct Case {
    std::string list;
    Names names;
  };
  const Case cases[] = {
      {"", {}},
      {"\n\r\n", {}},
      {"a", {"a"}},
      {"a\nb\n", {"a", "b"}},
      {"a\r\n\r\nb c\r\n", {"a", "b c"}},
      {" a \n", {" a "}},
      {"a\0b\nc\0"s, {"a", "b\nc"}},
      {"a\r\0\0b"s, {"a\r", "b"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.list);
    CHECK(split_names(one.list) == one.names);
  }
}

}  // namespace
}  // namespace dealcheck
