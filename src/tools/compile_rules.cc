// Build-time program. `compile_rules build RULES OUT.cc` checks the rule folder with the ordinary
// loader and writes it as a table for the binary; `compile_rules catalogue RULES` prints
// rules/README.md.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "catalogue.h"
#include "diagnostic.h"
#include "rulebook.h"
#include "rulebook_bytes.h"

namespace {

using dealcheck::Diagnostics;
using dealcheck::Language;
using dealcheck::Rulebook;
using dealcheck::Words;

std::string as_table(const std::string& bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::size_t kPerLine = 16;
  std::string text =
      "// Written by compile_rules from rules/. Not to be edited.\n\n#include \"builtin.h\"\n\n"
      "namespace dealcheck {\n\nnamespace {\n\nconstexpr unsigned char kBytes[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    text += i % kPerLine == 0 ? "\n    0x" : " 0x";
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
    text += ',';
  }
  text +=
      "\n};\n\n}  // namespace\n\nstd::string_view builtin_rules_bytes() {\n"
      "  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};\n}\n\n"
      "}  // namespace dealcheck\n";
  return text;
}

/// The words of the folder's own, so that even broken rules get readable messages.
Words words_of(const std::string& folder) {
  Diagnostics ignored;
  return dealcheck::load_folder_words(folder, ignored);
}

int build(const Rulebook& book, const std::string& out) {
  std::ofstream file(out, std::ios::binary | std::ios::trunc);
  file << as_table(dealcheck::rulebook_to_bytes(book));
  file.close();
  if (file) return 0;
  std::cerr << "cannot write " << out << '\n';
  return 1;
}

int run(const std::string& verb, const std::string& folder, const std::string& out) {
  Diagnostics diagnostics;
  const auto book = dealcheck::load_rulebook(folder, nullptr, diagnostics);
  std::cerr << dealcheck::render_diagnostics(diagnostics, words_of(folder), Language::en, false);
  if (!book) return 1;
  if (verb == "build") return build(*book, out);
  std::cout << dealcheck::render_catalogue(*book);
  return std::cout.flush() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  if ((verb == "build" && argc == 4) || (verb == "catalogue" && argc == 3)) {
    return run(verb, argv[2], argc == 4 ? argv[3] : "");
  }
  std::cerr << "usage: compile_rules build RULES OUT.cc | catalogue RULES\n";
  return 2;
}
