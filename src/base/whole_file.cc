#include "base/whole_file.h"

#include <array>
#include <fstream>
#include <iostream>

namespace dealcheck {

std::optional<std::string> read_whole_file(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file.is_open()) return std::nullopt;
  }
  std::istream& input = path == "-" ? std::cin : file;
  std::string bytes;
  std::array<char, 65536> buffer;
  do {
    input.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(input.gcount()));
  } while (input);
  if (input.bad()) return std::nullopt;
  return bytes;
}

}  // namespace dealcheck
