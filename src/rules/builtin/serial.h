#pragma once

// A rulebook as bytes and back: how the built-in rules get into the binary without any parsing at
// start. Written and read by the same build, so there is no version and no compatibility; bytes
// that do not fit are a bug in the build.

#include <array>
#include <cassert>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/shared_text.h"

namespace dealcheck::serial {

class Writer {
 public:
  static constexpr bool kReads = false;
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  void raw(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  template <typename T>
  void plain(const T& value) {
    raw(&value, sizeof value);
  }

 private:
  std::string bytes_;
};

class Reader {
 public:
  static constexpr bool kReads = true;
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  void raw(void* data, std::size_t size) { std::memcpy(data, view(size).data(), size); }
  /// The same for a number or enum; of known size, it is a single move.
  template <typename T>
  void plain(T& value) {
    assert(sizeof value <= static_cast<std::size_t>(end_ - at_));
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
  }
  std::string_view view(std::size_t size) {
    assert(size <= static_cast<std::size_t>(end_ - at_));
    const char* const begin = std::exchange(at_, at_ + size);
    return {begin, size};
  }
  [[nodiscard]] bool at_end() const { return at_ == end_; }

 private:
  const char* at_;
  const char* end_;
};

template <typename Archive, typename T>
void transfer(Archive& archive, T& value);

template <typename Archive>
void transfer_size(Archive& archive, std::size_t& size) {
  auto small = static_cast<std::uint32_t>(size);
  archive.plain(small);
  size = small;
}

template <typename Archive>
void transfer(Archive& archive, std::string& text) {
  std::size_t size = text.size();
  transfer_size(archive, size);
  if constexpr (Archive::kReads) {
    text = archive.view(size);
  } else {
    archive.raw(text.data(), size);
  }
}

/// Read back, a phrase stays where it is: the bytes outlive everything made from them.
template <typename Archive>
void transfer(Archive& archive, SharedText& phrase) {
  std::size_t size = phrase.view().size();
  transfer_size(archive, size);
  if constexpr (Archive::kReads) {
    phrase = SharedText::borrowed(archive.view(size));
  } else {
    archive.raw(phrase.view().data(), size);
  }
}

template <typename Archive, typename T>
void transfer(Archive& archive, std::vector<T>& list) {
  std::size_t size = list.size();
  transfer_size(archive, size);
  if constexpr (Archive::kReads) list.resize(size);
  if constexpr (std::is_arithmetic_v<T>) {
    if (size > 0) archive.raw(list.data(), size * sizeof(T));
  } else {
    for (T& item : list) transfer(archive, item);
  }
}

template <typename Archive, typename T, std::size_t N>
void transfer(Archive& archive, std::array<T, N>& list) {
  for (T& item : list) transfer(archive, item);
}

template <typename Archive, typename T>
void transfer(Archive& archive, std::optional<T>& value) {
  bool there = value.has_value();
  archive.plain(there);
  if constexpr (Archive::kReads) {
    if (there) value.emplace();
  }
  if (there) transfer(archive, *value);
}

template <typename Archive, typename A, typename B>
void transfer(Archive& archive, std::pair<A, B>& both) {
  transfer(archive, both.first);
  transfer(archive, both.second);
}

/// Numbers and enums as their bytes; a struct by its `fields(archive, value)`, found where it is
/// declared.
template <typename Archive, typename T>
void transfer(Archive& archive, T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    archive.plain(value);
  } else {
    fields(archive, value);
  }
}

template <typename Archive, typename... Members>
void transfer_all(Archive& archive, Members&... members) {
  (transfer(archive, members), ...);
}

}  // namespace dealcheck::serial
