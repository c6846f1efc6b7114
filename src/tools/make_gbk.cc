// Build-time program. `make_gbk OUT.cc` writes what the pairs of bytes of GBK mean as a table for
// the program, which is linked statically and can load no character set when it runs.

#include <iconv.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace {

constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kLastLead = 0xFE;
constexpr unsigned kFirstTrail = 0x40;
constexpr unsigned kLastTrail = 0xFE;

/// What a pair stands for; 0: nothing.
unsigned code_of(iconv_t conversion, unsigned lead, unsigned trail) {
  std::array<char, 2> pair{static_cast<char>(lead), static_cast<char>(trail)};
  std::array<unsigned char, 8> code{};
  char* from = pair.data();
  char* to = reinterpret_cast<char*>(code.data());
  std::size_t left = pair.size();
  std::size_t room = code.size();
  const bool known = iconv(conversion, &from, &left, &to, &room) == 0 && code.size() - room == 2;
  iconv(conversion, nullptr, nullptr, nullptr, nullptr);
  return known ? code[0] | static_cast<unsigned>(code[1]) << 8U : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const iconv_t conversion = iconv_open("UTF-16LE", "GBK");
  // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it cannot
  if (argc != 2 || conversion == reinterpret_cast<iconv_t>(-1)) {
    std::fputs("make_gbk OUT.cc; needs a C library that knows GBK\n", stderr);
    return 1;
  }
  std::ofstream out(argv[1]);
  out << "// Written by make_gbk. Not to be edited.\n\n#include \"import/gbk.h\"\n\n"
         "namespace dealcheck {\n\nconst std::array<char16_t, kGbkPairs> kGbkTable{\n";
  for (unsigned lead = kFirstLead; lead <= kLastLead; ++lead) {
    for (unsigned trail = kFirstTrail; trail <= kLastTrail; ++trail) {
      out << code_of(conversion, lead, trail) << (trail % 16 == 15 ? ",\n" : ",");
    }
  }
  out << "};\n\n}  // namespace dealcheck\n";
  iconv_close(conversion);
  return out.flush() ? 0 : 1;
}
