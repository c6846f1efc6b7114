// What the program says: every text the code asks for is there in both languages, and every text of
// the rule folder is fit to be read.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "i18n/words.h"
#include "schema/fields.h"
#include "support.h"

namespace dealcheck {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> files_in(const std::string& folder, const std::string& extension) {
  std::vector<fs::path> paths;
  const fs::path root = fs::path(test::source_folder()) / folder;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_diagnostic(const std::string& id) {
  return std::regex_search(
      id, std::regex("^(yaml|source|deal|waiver|setting|settings|rules|usage|git|test|import)\\."));
}

/// Whether a file of the code puts judgements into words, and complains of nothing.
bool tells(const fs::path& path) {
  const std::string name = path.generic_string();
  return name.find("/src/report/") != std::string::npos || name.ends_with("/interview_text.cc");
}

/// A text id as it stands in the code, and where.
struct Asked {
  std::string id;
  std::string place;
};

/// Every text id that the code names as a whole; of an id put together only the front stands there,
/// with a dot at its end, and is left out.
const std::vector<Asked>& asked() {
  static const std::vector<Asked> kList = [] {
    const std::regex literal(
        "\"((?:report|judging|help|catalogue|yaml|source|deal|waiver|setting|settings|rules|usage|"
        "git|test|import)"
        "(?:\\.[a-z0-9_-]+)+)\"");
    std::vector<Asked> list;
    std::vector<fs::path> files = files_in("src", ".cc");
    files.emplace_back(fs::path(test::source_folder()) / "src/schema/shape_rows.h");
    for (const fs::path& path : files) {
      std::istringstream lines(contents(path));
      std::string line;
      for (int number = 1; std::getline(lines, line); ++number) {
        if (line.starts_with("#include")) continue;
        for (std::sregex_iterator match(line.begin(), line.end(), literal), end; match != end;
             ++match) {
          if (match->str(1).ends_with(".yaml")) continue;  // the name of a file
          // Nothing in src/report complains: there `rules.count` is a text of a report.
          if (tells(path) && is_diagnostic((*match)[1])) continue;
          list.push_back({(*match)[1], path.filename().string() + ":" + std::to_string(number)});
        }
      }
    }
    return list;
  }();
  return kList;
}

/// One `{en: …, zh: …}` of the rule folder, or the names behind a lone `zh` (en is empty then).
struct Told {
  std::string en;
  std::string zh;
  std::string place;
};

void collect(Yaml node, const std::string& file, std::vector<Told>& list) {
  for (const Yaml item : node.items()) collect(item, file, list);
  for (const YamlEntry& entry : node.entries()) collect(entry.value, file, list);
  const auto zh = node.find("zh");
  if (!zh || !zh->is_scalar()) return;
  const auto en = node.find("en");
  list.push_back({en ? std::string(en->text()) : "", std::string(zh->text()),
                  file + ":" + std::to_string(zh->at().line)});
}

const std::vector<Told>& texts() {
  static const std::vector<Told> kList = [] {
    std::vector<Told> list;
    for (const fs::path& path : files_in("rules", ".yaml")) {
      const auto file = test::document(contents(path), path.string());
      collect(Yaml(*file), path.lexically_relative(test::source_folder()).string(), list);
    }
    REQUIRE(list.size() > 1000);
    return list;
  }();
  return kList;
}

bool is_chinese_letter(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }
bool is_chinese_mark(char32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF5E) || c == U'“' || c == U'”';
}

/// The text without its placeholders and without the brackets around what may be left out; code
/// between backquotes is no language.
std::string spoken(const std::string& text) {
  std::string plain = std::regex_replace(text, std::regex("`[^`]*`"), "`");
  plain = std::regex_replace(plain, std::regex("\\{[^{}]*\\}"), "");
  return std::regex_replace(plain, std::regex("[\\[\\]{}]"), "");
}

/// An ASCII mark with Chinese on both sides, or behind a Chinese word at the very end; empty when
/// there is none. One right before a closing quote is spoken of, not used.
std::string misplaced_mark(const std::string& text) {
  const std::u32string marks = U",;:?!";
  const std::vector<char32_t> letters = code_points(spoken(text));
  const auto chinese = [&](std::size_t at) {
    return at < letters.size() && (is_chinese_letter(letters[at]) || is_chinese_mark(letters[at]));
  };
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (marks.find(letters[i]) == std::u32string::npos || !chinese(i - 1)) continue;
    if (i + 1 < letters.size() && letters[i + 1] == U'”') continue;
    if (i + 1 == letters.size() || chinese(i + 1))
      return std::string(1, static_cast<char>(letters[i]));
  }
  return {};
}

std::set<std::string> names_in(const std::string& text) {
  const auto names = placeholders(text);
  return {names.begin(), names.end()};
}

}  // namespace

TEST_CASE("texts: every text that the code asks for is there, in both languages") {
  const Words& words = test::rules().words;
  std::set<std::string> seen;
  for (const Asked& one : asked()) {
    seen.insert(one.id);
    const std::string id = is_diagnostic(one.id) ? "diagnostics." + one.id + ".says" : one.id;
    const LocalizedText* text = words.find(id);
    CHECK_MESSAGE(text != nullptr, one.place << ": " << id);
    if (text == nullptr) continue;
    CHECK_MESSAGE(!text->in(Language::en).empty(), id);
    CHECK_MESSAGE(!text->own(Language::zh).empty(), id);
  }
  CHECK(seen.size() > 80);
  for (const char* known : {"deal.unknown-key", "rules.wrong-id", "usage.no-file", "yaml.tab",
                            "source.empty", "judging.value.none", "help.main.summary"}) {
    CHECK_MESSAGE(seen.contains(known), known);
  }
}

namespace {

/// Checks the texts that the reports ask for: those of the pages are below `pages.`, all others
/// below `report.`. Returns how many there are of each.
std::pair<int, int> check_calls() {
  const std::regex call(
      "(words\\.|page_?[._]phrases\\.)?\\b(?:say|label)\\(\\s*\"([a-z_.-]+)\"(?:, "
      "\"([a-z_-]+)\")?");
  const auto& entries = test::rules().words.entries();
  int reports = 0;
  int pages = 0;
  for (const fs::path& path : files_in("src/report", ".cc")) {
    const std::string code = contents(path);
    for (std::sregex_iterator match(code.begin(), code.end(), call), end; match != end; ++match) {
      if ((*match)[1] == "words.") continue;  // a whole id, which the test above looks up
      const bool page = (*match)[1].matched;
      const std::string group = (page ? "pages." : "report.") + (*match)[2].str();
      std::string id = (*match)[3].matched ? group + "." + (*match)[3].str() : group;
      // Of `label("stage", …)` and `say("stage." + …)` only the front is known: at least one text
      // begins with it.
      if (id.ends_with('.')) id.pop_back();
      const bool there =
          std::any_of(entries.begin(), entries.end(), [&](const Words::Entry& entry) {
            return entry.id.view() == id || entry.id.view().starts_with(id + ".");
          });
      CHECK_MESSAGE(there, path.filename().string() << ": " << id);
      ++(page ? pages : reports);
    }
  }
  return {reports, pages};
}

}  // namespace

TEST_CASE("texts: every text that the reports ask for is there") {
  const auto [reports, pages] = check_calls();
  CHECK(reports > 40);
  CHECK(pages > 40);
}

TEST_CASE("texts: every diagnostic that has a text is reported somewhere") {
  std::set<std::string> reported;
  for (const Asked& one : asked()) reported.insert(one.id);
  const std::string front = "diagnostics.";
  for (const Words::Entry& entry : test::rules().words.entries()) {
    if (!entry.id.view().starts_with(front) || !entry.id.view().ends_with(".says")) continue;
    const std::string id(
        entry.id.view().substr(front.size(), entry.id.view().size() - front.size() - 5));
    CHECK_MESSAGE(reported.contains(id), id);
  }
}

TEST_CASE("texts: both languages fill in the same") {
  // A key, a section and the values of a key are told by name in English, by label in Chinese.
  const auto same = [](const std::set<std::string>& names) {
    std::set<std::string> in_english;
    for (const std::string& name : names) {
      const std::size_t label = name.rfind("_label");
      in_english.insert(name == "labels" ? "known" : name.substr(0, label));
    }
    return in_english;
  };
  for (const Told& one : texts()) {
    // The prose of the catalogue and of the schemas shows how a rule is written; nothing is filled
    // in.
    const bool prose = one.place.starts_with("rules/words/catalogue") ||
                       one.place.starts_with("rules/words/schema");
    if (one.en.empty() || prose) continue;
    CHECK_MESSAGE(same(names_in(one.en)) == same(names_in(one.zh)), one.place << ": " << one.en);
  }
}

TEST_CASE("texts: Chinese is Chinese") {
  for (const Told& one : texts()) {
    const std::vector<char32_t> letters = code_points(spoken(one.zh));
    const bool has_words = std::any_of(letters.begin(), letters.end(), [](char32_t c) {
      return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    });
    const bool has_chinese = std::any_of(letters.begin(), letters.end(), is_chinese_letter);
    CHECK_MESSAGE((has_chinese || !has_words), one.place << ": " << one.zh);
  }
}

TEST_CASE("texts: English is not Chinese") {
  for (const Told& one : texts()) {
    const std::vector<char32_t> letters = code_points(spoken(one.en));
    CHECK_MESSAGE(std::none_of(letters.begin(), letters.end(), is_chinese_letter),
                  one.place << ": " << one.en);
  }
}

TEST_CASE("texts: between Chinese words stand Chinese marks") {
  CHECK(misplaced_mark("好,坏") == ",");
  CHECK(misplaced_mark("好[（{x}）;]坏") == ";");
  CHECK(misplaced_mark("好吗?") == "?");
  CHECK(misplaced_mark("好，坏。").empty());
  CHECK(misplaced_mark("用半角冒号“:”分开").empty());
  CHECK(misplaced_mark("stage: early").empty());
  for (const Told& one : texts()) {
    const std::string mark = misplaced_mark(one.zh);
    CHECK_MESSAGE(mark.empty(), one.place << ": '" << mark << "' in " << one.zh);
  }
}

TEST_CASE("texts: nothing shouts") {
  for (const Told& one : texts()) {
    CHECK_MESSAGE(!std::regex_search(one.en, std::regex("[A-Za-z.)]!")),
                  one.place << ": " << one.en);
    CHECK_MESSAGE(one.zh.find("！") == std::string::npos, one.place << ": " << one.zh);
  }
}

}  // namespace dealcheck
