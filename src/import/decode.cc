#include "import/decode.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "import/gbk.h"

namespace dealcheck {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";
constexpr char32_t kNoCharacter = 0xFFFD;

/// A text as far as it can be read: what cannot is U+FFFD, the first of them stands at `bad`.
struct Decoded {
  std::string text;
  std::size_t bad = std::string::npos;

  void add(char32_t code) { append_utf8(text, code); }
  void add_bad() {
    bad = std::min(bad, text.size());
    add(kNoCharacter);
  }
  [[nodiscard]] bool good() const { return bad == std::string::npos; }
};

class Utf16 {
 public:
  Utf16(std::string_view bytes, bool big) : bytes_(bytes), big_(big) {}

  Decoded decode() {
    Decoded out;
    for (std::size_t at = 0; at < bytes_.size(); at += 2) {
      if (at + 1 == bytes_.size()) {
        out.add_bad();
        break;
      }
      const char32_t unit = unit_at(at);
      if (is_high(unit) && at + 3 < bytes_.size() && is_low(unit_at(at + 2))) {
        out.add(0x10000 + ((unit - 0xD800) << 10U) + (unit_at(at + 2) - 0xDC00));
        at += 2;
      } else if (is_high(unit) || is_low(unit)) {
        out.add_bad();
      } else {
        out.add(unit);
      }
    }
    return out;
  }

 private:
  [[nodiscard]] char32_t unit_at(std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes_[at]);
    const auto second = static_cast<unsigned char>(bytes_[at + 1]);
    return big_ ? static_cast<char32_t>(first << 8U | second)
                : static_cast<char32_t>(second << 8U | first);
  }
  static bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
  static bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

  std::string_view bytes_;
  bool big_;
};

/// UTF-16 without its mark: every other byte of the beginning is a zero.
std::optional<bool> unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  if (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0) return false;
  if (bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0) return true;
  return std::nullopt;
}

char32_t gbk_pair(unsigned char lead, unsigned char trail) {
  if (lead < kGbkFirstLead || lead > 0xFE || trail < kGbkFirstTrail || trail > 0xFE) return 0;
  return kGbkTable[(lead - kGbkFirstLead) * kGbkTrails + (trail - kGbkFirstTrail)];
}

/// Letters of a western character set can be read as pairs of GBK by chance: an umlaut and the
/// letter behind it. In Chinese text nearly every second byte is a high one too.
class Gbk {
 public:
  explicit Gbk(std::string_view bytes) : bytes_(bytes) {}

  Decoded decode() {
    for (std::size_t at = 0; at < bytes_.size(); ++at) {
      const auto byte = static_cast<unsigned char>(bytes_[at]);
      if (byte < 0x80) {
        out_.add(byte);
      } else if (byte == 0x80) {
        out_.add(U'€');
      } else if (at + 1 < bytes_.size()) {
        add_pair(byte, static_cast<unsigned char>(bytes_[at + 1]), at);
      } else {
        out_.add_bad();
      }
    }
    if (out_.good() && chance_ >= chinese_) out_.bad = first_pair_;
    return std::move(out_);
  }

 private:
  void add_pair(unsigned char lead, unsigned char trail, std::size_t& at) {
    const char32_t code = gbk_pair(lead, trail);
    if (code == 0) {
      out_.add_bad();
      return;
    }
    first_pair_ = std::min(first_pair_, out_.text.size());
    ++(trail >= 0xA1 ? chinese_ : chance_);
    out_.add(code);
    ++at;
  }

  std::string_view bytes_;
  Decoded out_;
  std::size_t chinese_ = 0;
  std::size_t chance_ = 0;
  std::size_t first_pair_ = std::string::npos;
};

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(kLittleMark)) return Utf16(bytes.substr(2), false).decode();
  if (bytes.starts_with(kBigMark)) return Utf16(bytes.substr(2), true).decode();
  if (const auto big = unmarked_utf16(bytes)) return Utf16(bytes, *big).decode();
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (find_bad_utf8(bytes) == std::string_view::npos) return {std::string(bytes)};
  return Gbk(bytes).decode();
}

}  // namespace

std::shared_ptr<const Source> decode_table(const std::string& path, std::string_view bytes,
                                           Diagnostics& diagnostics) {
  Decoded decoded = decode(bytes);
  if (trim(decoded.text).empty()) {
    diagnostics.file_error(path, "import.empty");
    return nullptr;
  }
  const std::size_t nul = decoded.text.find('\0');
  const std::size_t bad = decoded.bad;
  auto source = std::make_shared<const Source>(path, std::move(decoded.text));
  if (bad != std::string::npos) {
    diagnostics.error(source, source->locate(bad), "import.unknown-encoding");
    return nullptr;
  }
  if (nul != std::string::npos) {
    diagnostics.error(source, source->locate(nul), "import.nul");
    return nullptr;
  }
  return source;
}

}  // namespace dealcheck
