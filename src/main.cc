#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "cli/command.h"

namespace {

/// A file that is opened must not become what is printed to.
void open_standard_descriptors() {
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(standard, F_GETFD) < 0) (void)open("/dev/null", O_RDWR);
  }
}

}  // namespace

int main(int argc, char** argv) {
  open_standard_descriptors();
  try {
    return dealcheck::run_command_line(argc, argv);
  } catch (const dealcheck::UsageError& error) {
    return dealcheck::report_usage_error(error, argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dealcheck: error: %s\n", error.what());
    return dealcheck::kExitFailed;
  }
}
