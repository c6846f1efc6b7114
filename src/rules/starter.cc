#include "rules/starter.h"

#include <algorithm>

#include "base/text.h"
#include "rules/rulebook.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

/// `#  questions: unknown`, and what is told behind it.
struct StarterLine {
  std::string text;
  std::string hint;
};

class StarterWriter {
 public:
  StarterWriter(const Rulebook& rules, Stage stage, Language language)
      : vocabulary_(rules.vocabulary),
        words_(rules.words),
        starter_(rules.starter.stages[static_cast<std::size_t>(stage)]),
        stage_(stage),
        language_(language) {}

  std::string write();

 private:
  void comment(std::string_view text);
  void lines(const std::vector<StarterLine>& lines);
  [[nodiscard]] std::vector<StarterLine> head_lines() const;
  [[nodiscard]] std::vector<StarterLine> key_lines(const AnswerPlace& place) const;
  [[nodiscard]] std::string hint(const Key& key) const;
  [[nodiscard]] std::string values(const Key& key) const;
  [[nodiscard]] std::string name(const auto& named) const {
    return std::string(written_name(named, language_));
  }
  [[nodiscard]] std::string unknown() const {
    return std::string(vocabulary_.unknown.in(language_));
  }
  [[nodiscard]] std::string say(const std::string& id, const Arguments& arguments = {}) const {
    return words_.say("starter." + id, language_, arguments);
  }

  const Vocabulary& vocabulary_;
  const Words& words_;
  const std::vector<AnswerPlace>& starter_;
  Stage stage_;
  Language language_;
  std::string text_;
};

void StarterWriter::comment(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    text_ += "# " + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Hints stand under each other.
void StarterWriter::lines(const std::vector<StarterLine>& lines) {
  int width = 0;
  for (const StarterLine& line : lines) width = std::max(width, display_width(line.text));
  for (const StarterLine& line : lines) {
    text_ += line.hint.empty() ? line.text : pad_right(line.text, width) + "  # " + line.hint;
    text_ += "\n";
  }
}

std::string StarterWriter::values(const Key& key) const {
  if (key.type == Type::choice) {
    std::string list;
    for (const Choice& choice : vocabulary_.choices(key).choices) {
      list += (list.empty() ? "" : say("list")) + name(choice);
    }
    return list;
  }
  const auto limit = [](double value) { return std::to_string(static_cast<int>(value)); };
  if (key.type == Type::number && key.min && key.max) {
    return say("takes.range", {{"min", limit(*key.min)}, {"max", limit(*key.max)}});
  }
  if (key.type == Type::number) return say("takes.number");
  if (key.type == Type::date) return say("takes.date");
  return key.type == Type::contact ? say("takes.contact") : std::string();
}

std::string StarterWriter::hint(const Key& key) const {
  Arguments arguments{{"means", std::string(key.means.in(language_))}};
  if (const std::string told = values(key); !told.empty()) arguments.emplace_back("values", told);
  if (key.many) arguments.emplace_back("many", say("many"));
  return say("hint", arguments);
}

/// The format, the stage, and the keys that stand without a section name.
std::vector<StarterLine> StarterWriter::head_lines() const {
  const Section& head = vocabulary_.sections[*vocabulary_.section_id("deal")];
  const Key& version = head.keys[*head.names.find("dealcheck")];
  const Key& stage = head.keys[*head.names.find("stage")];
  const ChoiceSet& set = vocabulary_.choices(stage);
  const Choice& now = set.choices[*set.names.find(to_string(stage_))];
  std::vector<StarterLine> list{{name(version) + ": 1", std::string(version.means.in(language_))},
                                {name(stage) + ": " + name(now), hint(stage)}};
  for (const AnswerPlace& place : starter_) {
    if (!vocabulary_.sections[place.section].top) continue;
    for (StarterLine& line : key_lines(place)) list.push_back(std::move(line));
  }
  return list;
}

std::vector<StarterLine> StarterWriter::key_lines(const AnswerPlace& place) const {
  const Section& section = vocabulary_.sections[place.section];
  const bool list = section.shape == Shape::records;
  std::vector<StarterLine> made;
  for (const KeyId id : place.keys) {
    const Key& key = vocabulary_.key(section, id);
    const std::string lead = section.top ? "#" : !list ? "#  " : made.empty() ? "#  - " : "#    ";
    made.push_back({lead + name(key) + ": " + unknown(), hint(key)});
  }
  return made;
}

std::string StarterWriter::write() {
  comment(say("intro"));
  lines(head_lines());
  for (const AnswerPlace& place : starter_) {
    const Section& section = vocabulary_.sections[place.section];
    if (section.top) continue;
    std::vector<StarterLine> list{
        {"#" + name(section) + ":", std::string(section.means.in(language_))}};
    for (StarterLine& line : key_lines(place)) list.push_back(std::move(line));
    lines(list);
  }
  return std::move(text_);
}

}  // namespace

Starter load_starter(Yaml root, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  MapReader reader(root, kStarterShape, diagnostics);
  Starter starter;
  for (const Stage stage : kStages) {
    for (const Yaml item : reader.items(to_string(stage))) {
      starter.stages[static_cast<std::size_t>(stage)].push_back(
          read_section_keys(item, vocabulary, diagnostics));
    }
  }
  return starter;
}

std::string starter_text(const Rulebook& rules, Stage stage, Language language) {
  return StarterWriter(rules, stage, language).write();
}

}  // namespace dealcheck
