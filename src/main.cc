#include <cstdio>
#include <exception>

#include "commands/command.h"

int main(int argc, char** argv) {
  try {
    return dealcheck::run_command_line(argc, argv);
  } catch (const dealcheck::UsageError& error) {
    return dealcheck::report_usage_error(error, argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dealcheck: error: %s\n", error.what());
    return dealcheck::kExitFailed;
  }
}
