// The tests' git works in folders of its own, even when they run from a hook or a rebase, where git
// names the repository at hand in the environment.

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int argc, char** argv) {
  for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX",
                           "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"}) {
    unsetenv(name);
  }
  doctest::Context context(argc, argv);
  return context.run();
}
