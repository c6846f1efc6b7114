#pragma once

#include <string>
#include <string_view>

namespace dealcheck {

/// A file that is there as a whole or not at all: what is written goes to a file without a name
/// that becomes `path`, in place of what was there, on `finish`. Whatever ends the program before
/// leaves nothing behind, and what replaces a file has its owner, group and permissions; where that
/// cannot be and somebody would lose a right by it, the file is written to as it is, in the end and
/// all at once. Where the file system knows
/// no files without a name, one beside `path` stands in for it and is removed unless the program is
/// killed. A link is followed; what is no plain file, as /dev/null or a pipe, is written to as it
/// is.
class AtomicFile {
 public:
  /// Does not throw; `write` and `finish` tell.
  explicit AtomicFile(std::string path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view text);
  /// Why it cannot be written; empty as long as it can.
  [[nodiscard]] std::string problem() const;
  /// True when everything is on disk under `path`; else `reason` tells why not.
  [[nodiscard]] bool finish(std::string& reason);
  /// The same for a file that must not be there yet; false without a reason: it is there.
  [[nodiscard]] bool finish_new(std::string& reason);

 private:
  void flush();
  void open_nameless();
  [[nodiscard]] bool put_in_place();
  [[nodiscard]] bool link_to(const std::string& name) const;
  [[nodiscard]] bool give_name(const std::string& name) const;
  [[nodiscard]] bool replace();
  [[nodiscard]] bool overwrite();

  std::string path_;
  std::string beside_;  ///< name of a file that stands in; empty: it has none
  std::string buffer_;
  bool in_place_ = false;  ///< written to as it is
  int descriptor_ = -1;
  int error_ = 0;  ///< the first that happened
};

}  // namespace dealcheck
