#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dealcheck {

/// What went wrong with one test case.
struct JunitProblem {
  std::string type;
  std::string message;
  std::vector<std::string> lines;  ///< the text below
};

struct JunitCase {
  std::string name;
  std::string classname;
  std::optional<JunitProblem> failure;  ///< it came out badly
  std::vector<JunitProblem> errors;     ///< it could not be carried out
  std::vector<std::string> output;      ///< lines of its own
};

struct JunitSuite {
  std::vector<std::pair<std::string, std::size_t>> properties;
  std::vector<JunitCase> cases;
};

/// One suite as JUnit XML. Whatever the texts hold, the document is well-formed: what XML cannot
/// hold at all is made visible.
[[nodiscard]] std::string render_junit(const JunitSuite& suite);

}  // namespace dealcheck
