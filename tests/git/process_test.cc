#include "git/process.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

using dealcheck::run_process;

TEST_CASE("process: arguments arrive as they are, no shell reads them") {
  const auto result =
      run_process({.arguments = {"printf", "%s|", "a b", "'\"$HOME`", "价 *", "-x"}});
  REQUIRE(result);
  CHECK(result->output == "a b|'\"$HOME`|价 *|-x|");
  CHECK(result->errors.empty());
  CHECK(result->exit_code == 0);
}

TEST_CASE("process: exit code, standard output and standard error are kept apart") {
  const auto result = run_process({.arguments = {"sh", "-c", "echo good; echo bad >&2; exit 7"}});
  REQUIRE(result);
  CHECK(result->output == "good\n");
  CHECK(result->errors == "bad\n");
  CHECK(result->exit_code == 7);
}

TEST_CASE("process: what a signal ended says so") {
  const auto result = run_process({.arguments = {"sh", "-c", "kill -TERM $$"}});
  REQUIRE(result);
  CHECK(result->exit_code == 128 + 15);
}

TEST_CASE("process: more input and output than any buffer holds") {
  const std::string much(3'000'000, 'x');
  const auto result = run_process({.arguments = {"tee", "/dev/stderr"}, .input = much});
  REQUIRE(result);
  CHECK(result->output == much);
  CHECK(result->errors == much);
}

TEST_CASE("process: a program that does not read its input") {
  const auto result = run_process({.arguments = {"true"}, .input = std::string(3'000'000, 'x')});
  REQUIRE(result);
  CHECK(result->exit_code == 0);
}

TEST_CASE("process: without input its standard input is empty") {
  const auto result = run_process({.arguments = {"cat"}});
  REQUIRE(result);
  CHECK(result->output.empty());
}

TEST_CASE("process: a working folder") {
  const dealcheck::test::TemporaryFolder folder;
  folder.write("a b/here.txt", "here\n");
  const auto result =
      run_process({.arguments = {"cat", "here.txt"}, .folder = folder.path() + "/a b"});
  REQUIRE(result);
  CHECK(result->output == "here\n");
}

TEST_CASE("process: environment is replaced or added to, the rest stays") {
  const auto result =
      run_process({.arguments = {"sh", "-c", "echo \"$DEALCHECK_X|${PATH:+path}|$HOME\""},
                   .environment = {"DEALCHECK_X=1=2", "HOME=/nowhere"}});
  REQUIRE(result);
  CHECK(result->output == "1=2|path|/nowhere\n");
}

TEST_CASE("process: what cannot be started is told apart from what fails") {
  CHECK_FALSE(run_process({.arguments = {"dealcheck-no-such-program"}}));
  CHECK_FALSE(run_process({.arguments = {"true"}, .folder = "/no/such/folder"}));
  CHECK_FALSE(run_process({}));
}
