// Build-time program. `compile_rules build RULES OUT.cc` checks the rule folder and the packs in it
// with the ordinary loader and writes them as tables for the binary; `compile_rules texts RULES
// OUT.cc` writes the files themselves, as `dealcheck rules export` hands them out; `compile_rules
// catalogue RULES` prints rules/README.md.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "report/rules/catalogue.h"
#include "rules/builtin/rulebook_bytes.h"
#include "rules/load/rule_files.h"
#include "rules/rulebook.h"

namespace {

using dealcheck::Diagnostics;
using dealcheck::Language;
using dealcheck::Rulebook;
using dealcheck::Words;

std::string as_table(const std::string& name, const std::string& bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::size_t kPerLine = 16;
  std::string text = "constexpr unsigned char " + name + "[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    text += i % kPerLine == 0 ? "\n    0x" : " 0x";
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
    text += ',';
  }
  return text + "\n};\n\n";
}

std::string view_of(const std::string& name) {
  return "{reinterpret_cast<const char*>(" + name + "), sizeof " + name + "}";
}

std::string source_text(const Rulebook& book, const std::vector<Rulebook>& packs) {
  std::string tables = as_table("kRules", dealcheck::rulebook_to_bytes(book));
  std::string rows;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    const std::string name = "kPack" + std::to_string(i);
    tables += as_table(name, dealcheck::rulebook_to_bytes(packs[i]));
    rows += "      BuiltinPack{\"" + packs[i].name + "\", " + view_of(name) + "},\n";
  }
  return "// Written by compile_rules from rules/. Not to be edited.\n\n#include <array>\n\n"
         "#include \"rules/builtin/builtin.h\"\n\nnamespace dealcheck {\n\nnamespace {\n\n" +
         tables + "}  // namespace\n\nstd::string_view builtin_rules_bytes() {\n  return " +
         view_of("kRules") +
         ";\n}\n\nstd::span<const BuiltinPack> builtin_packs() {\n"
         "  static const std::array<BuiltinPack, " +
         std::to_string(packs.size()) + "> kPacks{\n" + rows +
         "  };\n  return kPacks;\n}\n\n}  // namespace dealcheck\n";
}

/// The words of the folder's own, so that even broken rules get readable messages.
Words words_of(const std::string& folder) {
  Diagnostics ignored;
  return dealcheck::load_folder_words(folder, ignored);
}

/// A text as a literal of a string view, which knows its length: a compiler that has to count it
/// gives up on long ones. A line of it on each line.
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
  return literal + "\"sv";
}

std::string as_texts(const std::string& folder, const std::vector<dealcheck::RuleFile>& files) {
  std::string text =
      "// Written by compile_rules from rules/. Not to be edited.\n\n#include "
      "\"rules/builtin/builtin.h\"\n\n"
      "namespace dealcheck {\n\nnamespace {\n\nusing namespace "
      "std::string_view_literals;\n\nconstexpr BuiltinFile kFiles[] = {";
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

/// Those of a rule folder and of its tests, and of the packs in it.
std::vector<dealcheck::RuleFile> all_files(const std::string& folder, Diagnostics& diagnostics) {
  std::vector<dealcheck::RuleFile> files;
  const auto add = [&](const std::string& below) {
    auto some = dealcheck::read_rule_files(below, diagnostics);
    std::move(some.begin(), some.end(), std::back_inserter(files));
  };
  const auto add_with_tests = [&](const std::string& set) {
    add(set);
    const std::string tests = set + "/" + std::string(dealcheck::kTestFolder);
    if (std::filesystem::exists(tests)) add(tests);
  };
  add_with_tests(folder);
  for (const std::string& pack : dealcheck::pack_folders(folder)) add_with_tests(pack);
  return files;
}

int write_texts(const std::string& folder, const std::string& out) {
  Diagnostics diagnostics;
  const auto files = all_files(folder, diagnostics);
  return diagnostics.has_errors() ? 1 : write(as_texts(folder, files), out);
}

int run(const std::string& verb, const std::string& folder, const std::string& out) {
  Diagnostics diagnostics;
  const auto book = dealcheck::load_rulebook(folder, nullptr, diagnostics);
  std::optional<std::vector<Rulebook>> packs;
  if (book) packs = dealcheck::load_packs(folder, *book, diagnostics);
  std::cerr << dealcheck::render_diagnostics(diagnostics, words_of(folder), Language::en, false);
  if (!packs) return 1;
  if (verb == "build") return write(source_text(*book, *packs), out);
  std::cout << dealcheck::render_catalogue(*book, *packs);
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
