#include "deal/vocabulary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <utility>

#include "deal/vocabulary_needs.h"
#include "support.h"

namespace dealcheck {
namespace {

constexpr const char* kWords = R"(words:
  unknown: {zh: 不知道, also: "?"}
  none: {zh: 无}
  us: {zh: 我方}
  signal: {zh: 信号}
  value: {zh: 值}
)";
constexpr const char* kSets = R"(sets:
  answer: {yes: {zh: 是}, no: {zh: 否}}
)";
constexpr const char* kCommon = R"(common:
  date: {zh: 日期, type: date, means: {en: day, zh: 日}}
  note: {zh: 备注, also: why, type: text, means: {en: text, zh: 文}}
)";
constexpr const char* kSections = R"(sections:
  signs:
    zh: 行为|信号们
    also: behaviours
    shape: attributes
    ages: yes
    means: {en: what they did, zh: 做了什么}
    keys:
      open_questions: {zh: 疑问|问题, also: questions, means: {en: how many, zh: 多少}, values: {many: {en: lots of, zh: 多|很多, also: lots, looks_like: early}, few: {zh: 少}}}
      minutes: {zh: 分钟, type: number, min: 0, max: 600, means: {en: length, zh: 时长}}
      why: {zh: 为什么, use: answer, means: {en: did they say why, zh: 说了原因}}
  rivals:
    zh: 对手
    shape: records
    shorthand: name
    means: {en: rivals, zh: 对手}
    keys:
      name: {zh: 名称, type: text, means: {en: name, zh: 名称}}
      strengths:
        zh: 优势
        type: records
        shorthand: what
        means: {en: strong in, zh: 强在哪里}
        keys: {what: {zh: 什么, type: text, means: {en: what, zh: 什么}}}
  dates:
    zh: 里程碑
    shape: attributes
    means: {en: dates, zh: 日期}
    keys:
      board: {zh: 董事会, type: date, begins: late, ahead_days: 30, none: never|从未, means: {en: board, zh: 董事会}}
)";

std::string with_sections(const std::string& sections) {
  return std::string(kWords) + kSets + kCommon + sections;
}

std::optional<Vocabulary> load(const std::string& text, Diagnostics& diagnostics) {
  const auto file = test::document(text, "vocabulary.yaml");
  return load_vocabulary(Yaml(*file), diagnostics);
}

Vocabulary small() {
  Diagnostics diagnostics;
  auto vocabulary = load(with_sections(kSections), diagnostics);
  REQUIRE_MESSAGE(vocabulary, test::in_lines(diagnostics));
  return std::move(*vocabulary);
}

/// One section `s` with one key, as the rest of a line.
std::string with_key(const std::string& key) {
  return with_sections(
      "sections:\n  s:\n    zh: 段\n    shape: attributes\n    means: {en: m, zh: 意}\n    keys:\n "
      "     " +
      key + "\n");
}

}  // namespace

TEST_CASE("vocabulary: names are compared without case, blanks and hyphens") {
  CHECK(normalise_name("Open Questions") == "open_questions");
  CHECK(normalise_name("  open-questions ") == "open_questions");
  CHECK(normalise_name("客户 疑问") == "客户_疑问");
  CHECK(normalise_name("").empty());
}

TEST_CASE("vocabulary: an index finds each spelling and refuses a second meaning") {
  NameIndex index;
  CHECK(index.add("too busy", 3));
  CHECK(index.add("忙", 3));
  CHECK(index.add("TOO-BUSY", 3));
  CHECK_FALSE(index.add("Too busy", 4));
  CHECK(index.find("too_busy") == 3);
  CHECK(index.find("忙") == 3);
  CHECK_FALSE(index.find("busy").has_value());
  CHECK(index.all().size() == 2);
}

TEST_CASE(
    "vocabulary: an index finds each of many names, and no other, in whatever order they came") {
  NameIndex index;
  const auto name = [](int i) {
    return std::string(static_cast<std::size_t>(i % 23), 'n') + std::to_string(i);
  };
  for (int i = 999; i >= 0; --i) CHECK(index.add(name(i), static_cast<std::uint16_t>(i)));
  for (int i = 0; i < 1000; ++i) {
    CHECK(index.find(name(i)) == i);
    CHECK_FALSE(index.find(name(i) + "x").has_value());
  }
  const std::vector<std::string_view> all = index.all();
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK_FALSE(NameIndex().find("").has_value());
}

TEST_CASE("vocabulary: sections and keys by every name") {
  const Vocabulary words = small();
  const auto signs = words.section_id("signs");
  REQUIRE(signs.has_value());
  for (const char* name : {"signs", "行为", "信号们", "behaviours"}) {
    CHECK(words.section_names.find(name) == signs);
  }
  const Section& section = words.sections[*signs];
  CHECK(section.shape == Shape::attributes);
  CHECK(section.ages);
  CHECK(section.label.in(Language::en) == "signs");
  CHECK(section.label.in(Language::zh) == "行为");
  for (const char* name :
       {"open_questions", "Open Questions", "open-questions", "questions", "疑问", "问题"}) {
    CAPTURE(name);
    CHECK(words.find_key(section, name) == KeyId{0});
  }
  CHECK(words.find_key(section, "日期") == kCommonKey);
  CHECK(words.key(section, kCommonKey).id == "date");
  CHECK_FALSE(words.find_key(section, "name").has_value());
}

TEST_CASE("vocabulary: a section's own key goes before a common one of that name") {
  const Vocabulary words = small();
  CHECK(words.find_key(words.sections[*words.section_id("signs")], "why") == KeyId{2});
  const Section& dates = words.sections[*words.section_id("dates")];
  CHECK(words.find_key(dates, "why") == static_cast<KeyId>(kCommonKey + 1));
}

TEST_CASE("vocabulary: keys with all that is said about them") {
  const Vocabulary words = small();
  const Section& signs = words.sections[*words.section_id("signs")];
  CHECK(signs.keys[0].type == Type::choice);
  CHECK(signs.keys[0].label.in(Language::en) == "open questions");
  const ChoiceSet& values = words.choices(signs.keys[0]);
  CHECK(values.id == "signs.open_questions");
  REQUIRE(values.choices.size() == 2);
  CHECK(values.choices[0].label.in(Language::en) == "lots of");
  CHECK(values.choices[0].label.in(Language::zh) == "多");
  CHECK(values.choices[0].looks_like == Stage::early);
  CHECK_FALSE(values.choices[1].looks_like.has_value());
  CHECK(values.names.find("lots") == 0);
  CHECK(signs.keys[1].min == 0.0);
  CHECK(signs.keys[1].max == 600.0);
  CHECK(words.set_id("answer") == signs.keys[2].set);
  const Key& board = words.sections[*words.section_id("dates")].keys[0];
  CHECK(board.begins == Stage::late);
  CHECK(board.ahead_days == 30);
  CHECK(board.none_words == std::vector<std::string>{"never", "从未"});
}

TEST_CASE("vocabulary: nested sections hang under their list") {
  const Vocabulary words = small();
  const auto rivals = words.section_id("rivals");
  const auto nested = words.section_id("rivals.strengths");
  REQUIRE(nested.has_value());
  CHECK(words.sections[*nested].parent == rivals);
  CHECK(words.sections[*nested].shorthand == 0);
  CHECK(words.sections[*rivals].keys[1].type == Type::records);
  CHECK(words.sections[*rivals].keys[1].many);
  CHECK(words.sections[*rivals].keys[1].nested == nested);
  CHECK_FALSE(words.section_names.find("strengths").has_value());
}

TEST_CASE("vocabulary: what must fail") {
  struct Case {
    std::string text;
    const char* complaint;
  };
  const Case cases[] = {
      {with_key("a: {zh: 甲, type: text, means: {en: m, zh: 意}}\n      b: {zh: 甲, type: text, "
                "means: {en: m, zh: 意}}"),
       "error: the name '甲' already stands for something else here"},
      {with_key("a: {zh: 甲, also: b, type: text, means: {en: m, zh: 意}}\n      b: {zh: 乙, type: "
                "text, means: {en: m, zh: 意}}"),
       "error: the name 'b' already stands for something else here"},
      {with_key("a: {zh: 甲, means: {en: m, zh: 意}, values: {x: {zh: 好}, y: {zh: 好}}}"),
       "error: the name '好' already stands for something else here"},
      {with_key("a: {zh: 甲, means: {en: m, zh: 意}, values: {x: {zh: 好, looks_like: soon}}}"),
       "error: a stage is early, mid or late, not 'soon'"},
      {with_key("a: {zh: 甲, type: date, begins: later, means: {en: m, zh: 意}}"),
       "error: a stage is early, mid or late, not 'later'"},
      {with_key("a: {zh: 甲, use: anwser, means: {en: m, zh: 意}}"),
       "error: there is no set of values 'anwser'"},
      {with_key("a: {zh: 甲, type: txt, means: {en: m, zh: 意}}"),
       "error: the key needs `values`, `use` or a known `type`, not 'txt'"},
      {with_key("a: {zh: 甲, means: {en: m, zh: 意}}"),
       "error: the key needs `values`, `use` or a known `type`, not ''"},
      {with_key("a: {zh: 甲, type: text}"), "error: 'means' is missing here"},
      {with_key("a: {zh: 甲, type: text, means: {zh: 意}}"), "error: 'en' is missing here"},
      {with_key("a: {zh: 甲, type: text, means: {en: m, zh: 意}, manny: yes}"),
       "error: unknown key 'manny' | the nearest name is 'many'"},
      {with_key("a: {zh: 甲, type: number, min: low, means: {en: m, zh: 意}}"),
       "error: a plain number is needed here, not 'low'"},
      {with_key("a: {zh: 甲, type: number, counted: 家|小时=abc, means: {en: m, zh: 意}}"),
       "error: '小时=abc': a number above 0 is needed behind the '=', not 'abc'"},
      {with_key("a: {zh: 甲, type: number, counted: 小时=0, means: {en: m, zh: 意}}"),
       "error: '小时=0': a number above 0 is needed behind the '=', not '0'"},
      {with_key("a: {zh: 甲, type: number, counted: 小时=, means: {en: m, zh: 意}}"),
       "error: '小时=': a number above 0 is needed behind the '=', not ''"},
      {with_key("a: {zh: 甲, type: text, many: maybe, means: {en: m, zh: 意}}"),
       "error: yes or no is needed here, not 'maybe'"},
      {with_key("a: text"), "error: `key: value` lines are needed here"},
      {with_sections("sections:\n  s: {zh: 段, shape: records, shorthand: b, means: {en: m, zh: "
                     "意}, keys: {a: {zh: 甲, type: text, means: {en: m, zh: 意}}}}\n"),
       "error: unknown key 'b'"},
      {with_sections("sections:\n  s: {zh: 段, shape: records, means: {en: m, zh: 意}}\n"),
       "error: 'keys' is missing here"},
      {with_sections(""), "error: 'sections' is missing here"},
      {std::string(kWords) + kSets + kSections, "error: 'common' is missing here"},
      {std::string(kSets) + kCommon + kSections, "error: 'words' is missing here"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    Diagnostics diagnostics;
    CHECK_FALSE(load(one.text, diagnostics).has_value());
    const std::string told = test::in_lines(diagnostics);
    CHECK_MESSAGE(told.find(one.complaint) != std::string::npos, told);
  }
}

TEST_CASE("vocabulary: the real one is complete") {
  const Vocabulary& words = test::rules().vocabulary;
  for (const char* id : {"deal",        "project",     "milestones",       "contacts",
                         "behaviours",  "price_talks", "executive_access", "objections",
                         "commitments", "competitors", "strengths",        "weaknesses",
                         "changes",     "fit",         "interactions",     "plan",
                         "waive",       "outcome",     "origin",           "process",
                         "exchanges",   "silences",    "attitudes",        "alternatives",
                         "value",       "compliance",  "objective"}) {
    CAPTURE(id);
    CHECK(words.section_id(id).has_value());
  }
  for (const Section& section : words.sections) {
    CAPTURE(section.id);
    CHECK_FALSE(section.means.empty());
    CHECK_FALSE(section.keys.empty());
    CHECK((section.shape == Shape::records || !section.shorthand));
  }
  for (const char* common : {"date", "by", "note", "evidence", "source", "trust", "seen_in"}) {
    CHECK(words.common.names.find(common).has_value());
  }
}

TEST_CASE("vocabulary: what the code counts on stands in the real one in that order") {
  const Vocabulary& words = test::rules().vocabulary;
  const auto ids = [&](const char* set) {
    std::vector<std::string> list;
    for (const Choice& choice : words.sets[words.set_id(set).value()].choices)
      list.push_back(choice.id);
    return list;
  };
  using List = std::vector<std::string>;
  CHECK(ids("stage") == List{"early", "mid", "late"});
  CHECK(ids("answer") == List{"yes", "no"});
  CHECK(ids("stance") == List{"for", "neutral", "against", "disputed"});
  CHECK(ids("standing") == List{"column-fodder", "backup", "contender", "first-choice", "unclear"});
}

namespace {

/// The real vocabulary, changed.
struct Changed {
  std::string text;
  std::string complaints;
  std::optional<Vocabulary> vocabulary;

  explicit Changed(std::string changed) : text(std::move(changed)) {
    const auto file = test::document(text, "vocabulary.yaml");
    Diagnostics diagnostics;
    vocabulary = load_vocabulary(Yaml(*file), diagnostics);
    if (vocabulary) check_needs(*vocabulary, Yaml(*file), diagnostics);
    complaints = test::in_lines(diagnostics);
  }
};

std::string real_vocabulary() {
  std::ifstream file(test::rules_folder() + "/vocabulary.yaml");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string replaced(std::string text, const std::string& piece, const std::string& other) {
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  return text.replace(at, piece.size(), other);
}

/// The set of that name, in one line of the real vocabulary, its choices in another order.
std::string turned(const std::string& set) {
  const std::string text = real_vocabulary();
  const std::size_t begin = text.find("\n  " + set + ": {") + 1;
  const std::string line = text.substr(begin, text.find('\n', begin) - begin);
  const std::size_t first = line.find('{') + 1;
  const std::size_t second = line.find("}, ", first) + 3;
  const std::string choice = line.substr(first, second - 2 - first);
  const std::string rest = line.substr(second, line.size() - 1 - second);
  return replaced(text, line, line.substr(0, first) + rest + ", " + choice + "}");
}

std::string order_of(const Changed& changed, std::string_view set) {
  REQUIRE_MESSAGE(changed.vocabulary, changed.complaints);
  std::string order;
  for (const Choice& choice : changed.vocabulary->sets[*changed.vocabulary->set_id(set)].choices) {
    order += choice.id + " ";
  }
  return order;
}

}  // namespace

TEST_CASE("vocabulary needs: the real one has all") {
  CHECK(Changed(real_vocabulary()).complaints.empty());
}

TEST_CASE("vocabulary needs: an enumeration is bound by name, wherever its choices stand") {
  for (const char* set : {"stage", "answer", "stance", "standing"}) {
    CAPTURE(set);
    const std::string text = turned(set);
    CHECK(text != real_vocabulary());
    CHECK(order_of(Changed(text), set) == order_of(Changed(real_vocabulary()), set));
  }
}

TEST_CASE("vocabulary needs: what is missing is told at its place") {
  struct Case {
    const char* piece;
    const char* other;
    const char* told;
  };
  const Case cases[] = {
      {"\n  alternatives:\n", "\n  alternates:\n",
       "error: the program needs a section 'alternatives' | the nearest one is 'alternates'; "
       "rename "
       "or add it: a section may be left unused\n"},
      {"\n  milestones:\n", "\n  dates_of_theirs:\n",
       "error: the program needs a section 'milestones' | rename or add it: a section may be left "
       "unused\n"},
      {"\n  plan:\n", "\n  plans:\n", "error: the program needs a section 'plan'"},
      {"\n  strengths:\n", "\n  strong:\n", "error: the program needs a section 'strengths'"},
      {"\n  attitudes:\n", "\n  views:\n", "error: the program needs a section 'attitudes'"},
      {"\n  interactions:\n", "\n  calls:\n", "error: the program needs a section 'interactions'"},
      {"\n      strengths:\n", "\n      strong:\n",
       "error: the program needs a key 'strengths' here"},
      {"\n      owner: {", "\n      holder: {", "error: the program needs a key 'owner' here"},
      {"type: date, means: {en: last review", "type: text, means: {en: last review",
       "error: the program takes 'reviewed' for a date\n"},
      {", late: {zh: ", ", last: {zh: ",
       "error: the program needs the value 'late' here | other "
       "spellings "
       "of it go under `zh` and `also`\n"},
      {"late: {zh: 后期", "over: {zh: 过了}, late: {zh: 后期",
       "error: the program knows no stage 'over' | a stage is early, mid or late; other names for "
       "one go under `zh` and `also`\n"},
      {"\n  stance: {", "\n  stances: {",
       "error: the program needs a set of values 'stance' | the nearest one is 'stances'\n"},
      {"\n    top: yes\n", "\n",
       "error: the section 'deal' is the head of the file and needs `top: yes`\n"},
      {"dropped_out: {", "gave_up: {", "error: the program needs the value 'dropped_out' here"},
  };
  for (const Case& one : cases) {
    const Changed changed(replaced(real_vocabulary(), one.piece, one.other));
    const bool told = changed.complaints.find(one.told) != std::string::npos;
    CHECK_MESSAGE(told, (one.piece + changed.complaints));
  }
}

namespace {

/// What the first group of a pattern finds in the sources, each once.
std::set<std::string> named_in_sources(const std::regex& pattern) {
  std::set<std::string> names;
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(test::source_folder() + "/src")) {
    if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator found(text.begin(), text.end(), pattern), end; found != end;
         ++found) {
      names.insert((*found)[1]);
    }
  }
  return names;
}

std::string without(const std::string& indent, const std::string& name) {
  std::string text = real_vocabulary();
  const auto rename = [&](const std::string& before, const std::string& after) {
    for (std::size_t at = 0; (at = text.find(before, at)) != std::string::npos;) {
      text.replace(at, before.size(), after);
      at += after.size();
    }
  };
  rename("\n" + indent + name + ":", "\n" + indent + "other_" + name + ":");
  const bool key = indent.size() > 2;
  if (key) rename("\n    shorthand: " + name + "\n", "\n    shorthand: other_" + name + "\n");
  return text;
}

}  // namespace

TEST_CASE("vocabulary needs: every section that the sources look up by name is needed") {
  const auto sections = named_in_sources(
      std::regex(R"re((?:section_id|SectionView \w+ = view|\bsection)\("([a-z_]+)"\))re"));
  CHECK(sections.size() > 15);
  for (const std::string& section : sections) {
    const std::string told = Changed(without("  ", section)).complaints;
    CHECK_MESSAGE(told.find("needs a section '" + section + "'") != std::string::npos, section);
  }
}

TEST_CASE("vocabulary needs: every key that the sources look up by name is needed") {
  const auto keys = named_in_sources(std::regex(
      R"re((?:[^.]\bnames\.find\(|[\w\]]\.names\.find\(|\b(?!json|out)\w+\.key\(|head_text\(|head\(|(?:choices?|contacts)_of\([^";\n]*)"([a-z_]+)"\))re"));
  CHECK(keys.size() > 40);
  for (const std::string& key : keys) {
    std::string told = Changed(without("      ", key)).complaints;
    told += Changed(without("  ", key)).complaints;  // a common one
    CHECK_MESSAGE(told.find("needs a key '" + key + "'") != std::string::npos, key);
  }
}

}  // namespace dealcheck
