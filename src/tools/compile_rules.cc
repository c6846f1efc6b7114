// Build-time program. `compile_rules build RULES OUT.cc` checks the rule folder with the ordinary
// loader and writes it as a table for the binary; `compile_rules texts RULES OUT.cc` writes the
// files themselves, as `dealcheck rules export` hands them out; `compile_rules catalogue RULES`
// prints rules/README.md.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue.h"
#include "diagnostic.h"
#include "rule_files.h"
#include "rulebook.h"
#include "rulebook_bytes.h"

namespace {

using dealcheck::Diagnostics;
using dealcheck::Language;
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

/// A text as a string literal, a line of it on each line.
std::string as_literal(std::string_view text) {
  std::string literal = "\n        \"";
  for (const char c : text) {
    if (c == '"' || c == '\\') literal += '\\';
    if (c == '\n') {
      literal += "\\n\"\n        \"";
    } else if (c == '\t' || c == '\r') {
      literal += c == '\t' ? "\\t" : "\\r";
    } else {
      literal += c;
    }
  }
  return literal + '"';
}

std::string as_texts(const std::string& folder, const std::vector<dealcheck::RuleFile>& files) {
  std::string text =
      "// Written by compile_rules from rules/. Not to be edited.\n\n#include \"builtin.h\"\n\n"
      "namespace dealcheck {\n\nnamespace {\n\nconstexpr BuiltinFile kFiles[] = {";
  for (const dealcheck::RuleFile& file : files) {
    const dealcheck::Source& source = *file.document->source;
    text += "\n    {" + as_literal(dealcheck::path_below(folder, source.path())) + "," +
            as_literal(source.text()) + "},";
  }
  text +=
      "\n};\n\n}  // namespace\n\nstd::span<const BuiltinFile> builtin_files() { return kFiles; "
      "}\n\n"
      "}  // namespace dealcheck\n";
  return text;
}

int write(const std::string& text, const std::string& out) {
  std::ofstream file(out, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (file) return 0;
  std::cerr << "cannot write " << out << '\n';
  return 1;
}

int write_texts(const std::string& folder, const std::string& out) {
  Diagnostics diagnostics;
  auto files = dealcheck::read_rule_files(folder, diagnostics);
  const std::string below = folder + "/" + std::string(dealcheck::kTestFolder);
  auto tests = dealcheck::read_rule_files(below, diagnostics);
  std::move(tests.begin(), tests.end(), std::back_inserter(files));
  return diagnostics.has_errors() ? 1 : write(as_texts(folder, files), out);
}

int run(const std::string& verb, const std::string& folder, const std::string& out) {
  Diagnostics diagnostics;
  const auto book = dealcheck::load_rulebook(folder, nullptr, diagnostics);
  std::cerr << dealcheck::render_diagnostics(diagnostics, words_of(folder), Language::en, false);
  if (!book) return 1;
  if (verb == "build") return write(as_table(dealcheck::rulebook_to_bytes(*book)), out);
  std::cout << dealcheck::render_catalogue(*book);
  return std::cout.flush() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  if (verb == "texts" && argc == 4) return write_texts(argv[2], argv[3]);
  if ((verb == "build" && argc == 4) || (verb == "catalogue" && argc == 3)) {
    return run(verb, argv[2], argc == 4 ? argv[3] : "");
  }
  std::cerr << "usage: compile_rules build|texts RULES OUT.cc | catalogue RULES\n";
  return 2;
}
