#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "diagnostics/source.h"

namespace dealcheck {

class Diagnostics;

/// A deal file that is read once and then written again and again, by nobody else.
class DealStore {
 public:
  explicit DealStore(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Whether there is such a file. Throws UsageError when none can be made there.
  [[nodiscard]] bool exists() const;
  /// The file as it is. Null, with the errors in `diagnostics`, when it cannot be used. Throws
  /// UsageError when it may not be written.
  [[nodiscard]] std::shared_ptr<const Source> read(std::size_t max_bytes, Diagnostics& diagnostics);
  /// Makes the file, which must not be there.
  void create(const std::string& text);
  /// Writes a new version, as a whole or not at all. Throws UsageError when the file is no longer
  /// the one that was read or written last, or cannot be written.
  void save(const std::string& text);

 private:
  std::string path_;
  std::string bytes_;  ///< of the file, as read or written last
  std::string mark_;   ///< a byte order mark that the file begins with
};

}  // namespace dealcheck
