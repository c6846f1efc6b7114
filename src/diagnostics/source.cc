#include "diagnostics/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "diagnostics/diagnostic.h"

namespace dealcheck {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A file descriptor that is closed when it goes out of scope (standard input is left open).
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ > STDIN_FILENO) close(descriptor_);
  }
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string size_for_people(std::size_t bytes) {
  constexpr std::size_t kKibi = 1024;
  if (bytes >= kKibi * kKibi && bytes % (kKibi * kKibi) == 0) {
    return std::to_string(bytes / (kKibi * kKibi)) + " MiB";
  }
  if (bytes >= kKibi && bytes % kKibi == 0) return std::to_string(bytes / kKibi) + " KiB";
  return std::to_string(bytes) + " B";
}

void report_system_error(const std::string& path, int code, Diagnostics& diagnostics) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return diagnostics.file_error(path, "source.missing");
    case EACCES:
    case EPERM:
      return diagnostics.file_error(path, "source.not-permitted");
    case EISDIR:
      return diagnostics.file_error(path, "source.directory");
    default:
      diagnostics.file_error(path, "source.unreadable",
                             {{"reason", std::generic_category().message(code)}});
  }
}

/// The size of a file; of a pipe or device, which tells none, what is a good deal to read at once.
std::size_t expected_size(int descriptor) {
  constexpr std::size_t kAtOnce = 65536;
  struct stat status {};
  const bool told = fstat(descriptor, &status) == 0 && status.st_size > 0;
  return told ? static_cast<std::size_t>(status.st_size) : kAtOnce;
}

/// Everything up to the end, or one byte more than `max_bytes`, so that an endless device ends too.
/// Returns 0 or the system's error code.
int read_bytes(int descriptor, std::size_t max_bytes, std::string& bytes) {
  const std::size_t most = max_bytes + 1;
  std::size_t size = 0;
  int failure = 0;
  bytes.resize(std::min(expected_size(descriptor) + 1, most));  // one more shows that it ends there
  while (failure == 0 && size < most) {
    if (size == bytes.size()) bytes.resize(std::min(2 * size, most));
    const ssize_t got = read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got == 0) break;
    if (got < 0 && errno != EINTR) failure = errno;
    if (got > 0) size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return failure;
}

/// The text with U+FFFD for each bad byte, so that the rest of the line can be shown.
std::string repair(std::string_view text) {
  std::string repaired;
  std::size_t from = 0;
  for (std::size_t bad = find_bad_utf8(text); bad != std::string_view::npos;
       bad = find_bad_utf8(text, from)) {
    repaired.append(text.substr(from, bad - from)).append(kReplacement);
    from = bad + 1;
  }
  return repaired.append(text.substr(from));
}

std::string hex_byte(char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {kDigits[value >> 4U], kDigits[value & 15U]};
}

std::size_t find_lone_carriage_return(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos;
       at = text.find('\r', at + 1)) {
    if (at + 1 >= text.size() || text[at + 1] != '\n') return at;
  }
  return std::string_view::npos;
}

}  // namespace

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

std::uint32_t Source::line_count() const {
  const bool ends_in_newline = line_starts_.back() == text_.size();
  return static_cast<std::uint32_t>(line_starts_.size() - (ends_in_newline ? 1 : 0));
}

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t start = line_starts_[number - 1];
  const std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  std::string_view line = text().substr(start, end - start);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Location Source::locate(std::size_t byte_offset) const {
  const std::size_t offset = std::min(byte_offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *std::prev(next);
  return {static_cast<std::uint32_t>(next - line_starts_.begin()),
          static_cast<std::uint32_t>(count_characters(text().substr(start, offset - start)) + 1)};
}

std::shared_ptr<const Source> check_source(std::string path, std::string bytes,
                                           Diagnostics& diagnostics, std::size_t max_bytes) {
  const auto refuse = [&](std::string id, Arguments arguments = {}) {
    diagnostics.file_error(path, std::move(id), std::move(arguments));
    return nullptr;
  };
  const auto refuse_at = [&](std::size_t offset, std::string id, Arguments arguments = {}) {
    auto shown = std::make_shared<const Source>(path, repair(bytes));
    const std::size_t shift = repair(std::string_view(bytes).substr(0, offset)).size();
    diagnostics.error(shown, shown->locate(shift), std::move(id), std::move(arguments));
    return nullptr;
  };

  if (bytes.size() > max_bytes) {
    return refuse("source.too-large", {{"limit", size_for_people(max_bytes)}});
  }
  if (looks_like_utf16(bytes)) return refuse("source.utf16");
  while (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  if (bytes.empty()) return refuse("source.empty");
  if (const std::size_t at = find_bad_utf8(bytes); at != std::string::npos) {
    return refuse_at(at, "source.not-utf8", {{"byte", hex_byte(bytes[at])}});
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string::npos) {
    return refuse_at(at, "source.nul");
  }
  if (const std::size_t at = find_lone_carriage_return(bytes); at != std::string::npos) {
    return refuse_at(at, "source.lone-carriage-return");
  }
  return std::make_shared<const Source>(std::move(path), std::move(bytes));
}

std::shared_ptr<const Source> read_source(const std::string& path, Diagnostics& diagnostics,
                                          std::size_t max_bytes) {
  const bool standard_input = path == "-";
  const std::string shown = standard_input ? "<stdin>" : path;
  const File file(standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string bytes;
  const int failure = file.get() < 0 ? errno : read_bytes(file.get(), max_bytes, bytes);
  if (failure != 0) {
    report_system_error(shown, failure, diagnostics);
    return nullptr;
  }
  return check_source(shown, std::move(bytes), diagnostics, max_bytes);
}

}  // namespace dealcheck
