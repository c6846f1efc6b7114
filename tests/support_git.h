#pragma once

#include <string>
#include <vector>

#include "support.h"

namespace dealcheck::test {

/// A git repository whose commits have the days that a test gives them.
class Repository {
 public:
  Repository();

  /// Runs git in it; the test fails when git does.
  void git(std::vector<std::string> arguments, const std::string& day = "2026-01-01") const;
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  void commit(const std::string& subject, const std::string& day = "2026-01-01") const;
  [[nodiscard]] std::string path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace dealcheck::test
