#include "rules/starter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "support.h"

namespace dealcheck {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

/// A line that a user may take into the file; not prose, which has a blank behind its mark.
bool is_offer(const std::string& line) {
  return line.starts_with("#") && (!line.starts_with("# ") || line.starts_with("#  "));
}
bool is_section(const std::string& line) {
  const std::string front = line.substr(0, line.find(" # "));
  return is_offer(line) && front.substr(0, front.find_last_not_of(' ') + 1).ends_with(":");
}
bool is_entry(const std::string& line) { return line.starts_with("#  - "); }
bool is_later_key(const std::string& line) { return line.starts_with("#    "); }

std::string with(const std::vector<std::string>& lines, const std::vector<std::size_t>& taken) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool take = std::find(taken.begin(), taken.end(), i) != taken.end();
    text += (take ? lines[i].substr(1) : lines[i]) + "\n";
  }
  return text;
}

/// The line and what it cannot do without: the name of its section, the dash of its entry.
std::vector<std::size_t> taken_with(const std::vector<std::string>& lines, std::size_t line) {
  std::vector<std::size_t> taken{line};
  if (lines[line].starts_with("#  ")) {
    std::size_t at = line;
    while (!is_section(lines[at])) --at;
    taken.push_back(at);
    if (is_later_key(lines[line])) taken.push_back(at + 1);
  }
  return taken;
}

template <typename Check>
void for_each_starter(const Check& check) {
  for (const Stage stage : kStages) {
    for (const Language language : {Language::en, Language::zh}) {
      check(stage, starter_text(test::rules(), stage, language));
    }
  }
}

}  // namespace

TEST_CASE("starter: it is a deal at once, of its stage") {
  for_each_starter([](Stage stage, const std::string& text) {
    CHECK(test::complaints_about(text) == "");
    CHECK(test::judge(text).stages.judged == stage);
  });
}

TEST_CASE("starter: it fits on a screen") {
  for_each_starter([](Stage, const std::string& text) { CHECK(lines_of(text).size() <= 25); });
}

TEST_CASE("starter: every line without its mark reads without a complaint, and so do all") {
  std::size_t offers = 0;
  for_each_starter([&](Stage, const std::string& text) {
    const auto lines = lines_of(text);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!is_offer(lines[i])) continue;
      all.push_back(i);
      if (is_section(lines[i])) continue;
      INFO(lines[i]);
      CHECK(test::complaints_about(with(lines, taken_with(lines, i))) == "");
      ++offers;
    }
    CHECK(std::any_of(lines.begin(), lines.end(), is_entry));
    CHECK(test::complaints_about(with(lines, all)) == "");
  });
  CHECK(offers > 80);
}

TEST_CASE("starter: whatever answers the questions of the stage is offered") {
  const Rulebook& rules = test::rules();
  for (const Rule& rule : rules.rules) {
    if (!rule.question) continue;
    for (const Stage stage : kStages) {
      if (!rule.stages.has(stage)) continue;
      const auto& offered = rules.starter.stages[static_cast<std::size_t>(stage)];
      for (const AnswerPlace& place : rule.answers) {
        INFO(rule.id << " " << rules.vocabulary.sections[place.section].id);
        CHECK(std::any_of(offered.begin(), offered.end(), [&](const AnswerPlace& one) {
          return one.section == place.section &&
                 std::find(one.keys.begin(), one.keys.end(), place.keys.front()) != one.keys.end();
        }));
      }
    }
  }
}

TEST_CASE("starter: names that the vocabulary does not have are refused") {
  const auto complain = [](const std::string& text) {
    Diagnostics diagnostics;
    const auto file = test::document(text, "starter.yaml");
    (void)load_starter(Yaml(*file), test::rules().vocabulary, diagnostics);
    return test::in_lines(diagnostics);
  };
  CHECK(complain("early: []\nmid: []\nlate: [{section: deal, keys: [name]}]\n") == "");
  CHECK(
      complain("early: []\nmid: [{section: deals, keys: [name]}]\nlate: []\n").find("2:7 error") ==
      0);
  CHECK(
      complain("early: []\nmid: []\nlate: [{section: deal, keys: [names]}]\n").find("3:30 error") ==
      0);
  CHECK(complain("early: []\nmid: []\n").find("late") != std::string::npos);
}

}  // namespace dealcheck
