#include "support_git.h"

#include <doctest/doctest.h>

#include <utility>

#include "git/process.h"

namespace dealcheck::test {

Repository::Repository() {
  git({"init", "--quiet", "--initial-branch=main"});
  git({"config", "user.name", "Test"});
  git({"config", "user.email", "test@example.org"});
}

void Repository::git(std::vector<std::string> arguments, const std::string& day) const {
  arguments.insert(arguments.begin(), "git");
  const std::string when = day + "T12:00:00+0000";
  const auto result = run_process({std::move(arguments),
                                   "",
                                   folder_.path(),
                                   {"GIT_AUTHOR_DATE=" + when, "GIT_COMMITTER_DATE=" + when,
                                    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null"}});
  REQUIRE(result);
  REQUIRE_MESSAGE(result->exit_code == 0, result->errors);
}

void Repository::commit(const std::string& subject, const std::string& day) const {
  git({"add", "--all"});
  git({"commit", "--quiet", "--message", subject}, day);
}

}  // namespace dealcheck::test
