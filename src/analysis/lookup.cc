// Where to write something. Every key and value of the vocabulary is a document whose texts are its
// spellings, its meaning and the questions of the rules that are answered there; what a line would
// do is tried on a deal that holds nothing else.

#include "analysis/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

#include "analysis/word_index.h"
#include "assess/assess.h"
#include "base/json.h"
#include "deal/deal_file.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace dealcheck {

namespace {

constexpr std::size_t kPlaces = 5;
constexpr std::size_t kEffects = 3;
/// Beside the nearest place, one that is this much less near only distracts.
constexpr double kNearEnough = 0.25;

// How much a text tells of its place.
constexpr double kOfValue = 4;
constexpr double kOfKey = 3;
constexpr double kOfMeaning = 1.5;
constexpr double kOfQuestion = 0.8;
constexpr double kOfSection = 0.5;

struct Spot {
  std::uint16_t section = 0;
  KeyId key = 0;
  std::optional<std::uint16_t> choice;
};

/// Every spelling of it; `first`, where it is one, in front.
std::vector<std::string> spellings(const NameIndex& names, std::uint16_t id,
                                   std::string_view first = {}) {
  std::vector<std::string> found;
  for (const auto& [name, stands_for] : names.entries()) {
    if (stands_for == id) found.emplace_back(name);
  }
  std::stable_partition(found.begin(), found.end(),
                        [&](const std::string& name) { return name == first; });
  return found;
}

std::string label_in(const LocalizedText& label, Language language) {
  return std::string(label.in(language));
}

/// Yes and no alone would answer every sentence that says either.
bool tells_itself(const ChoiceSet& set) { return set.id != "answer"; }

/// An entry that nobody could tell from the others is told by its name.
bool is_named(const Section& section) {
  return section.shorthand && section.keys[*section.shorthand].id == "name";
}

class PlaceFinder {
 public:
  PlaceFinder(const Rulebook& book, Language language, Date today)
      : book_(book),
        language_(language),
        today_(today),
        index_(book.words.say("lookup.small_words", Language::en)) {
    for (std::size_t i = 0; i < words().sections.size(); ++i)
      add_section(static_cast<std::uint16_t>(i));
  }

  std::vector<LookupPlace> find(std::string_view sentence);

 private:
  [[nodiscard]] const Vocabulary& words() const { return book_.vocabulary; }
  void add_section(std::uint16_t section);
  void add_key(std::uint16_t section, KeyId id);
  void add_text(const LocalizedText& text, double weight);
  void add_questions(std::uint16_t section, KeyId key);
  [[nodiscard]] LookupPlace tell(const Spot& spot, std::string_view sentence);
  [[nodiscard]] std::string line_of(const Spot& spot, std::string_view sentence) const;
  [[nodiscard]] std::string example_of(const Key& key, std::string_view sentence) const;
  [[nodiscard]] std::string written(const auto& named) const {
    return std::string(written_name(named, language_));
  }
  /// The line without what it says: the entry alone, where it has a name.
  [[nodiscard]] std::string bare_line(const Spot& spot) const;
  [[nodiscard]] std::vector<LookupEffect> effects_of(const std::string& line,
                                                     const std::string& bare);
  [[nodiscard]] std::optional<Assessment> judge(Stage stage, const std::string& line) const;
  /// The same, kept: most places have the same bare line.
  [[nodiscard]] const std::optional<Assessment>& judge_bare(Stage stage, const std::string& line);

  const Rulebook& book_;
  Language language_;
  Date today_;
  WordIndex index_;
  std::vector<Spot> spots_;
  std::size_t groups_ = 0;
  std::map<std::pair<Stage, std::string>, std::optional<Assessment>> bare_;
};

// ---- the documents ----

void PlaceFinder::add_section(std::uint16_t section) {
  const Section& own = words().sections[section];
  if (own.parent) return;
  for (std::size_t i = 0; i < own.keys.size(); ++i) {
    const Key& key = own.keys[i];
    if (key.type == Type::records) continue;
    add_key(section, static_cast<KeyId>(i));
    ++groups_;
  }
}

void PlaceFinder::add_text(const LocalizedText& text, double weight) {
  for (const SharedText& one : text.texts) index_.add(one, weight);
}

/// A document for the key, and one for each of its values: what tells of the key tells of them too.
void PlaceFinder::add_key(std::uint16_t section, KeyId id) {
  const Section& own = words().sections[section];
  const Key& key = own.keys[id];
  const std::size_t document = spots_.size();
  index_.open(groups_);
  spots_.push_back({section, id, std::nullopt});
  for (const std::string& name : spellings(own.names, id)) index_.add(name, kOfKey, true);
  add_text(key.means, kOfMeaning);
  for (const std::string& name : spellings(words().section_names, section))
    index_.add(name, kOfSection);
  add_text(own.means, kOfSection);
  add_questions(section, id);
  if (key.type != Type::choice || !tells_itself(words().choices(key))) return;
  const ChoiceSet& set = words().choices(key);
  for (std::size_t i = 0; i < set.choices.size(); ++i) {
    const auto choice = static_cast<std::uint16_t>(i);
    index_.open_like(document);
    spots_.push_back({section, id, choice});
    for (const std::string& name : spellings(set.names, choice)) index_.add(name, kOfValue, true);
  }
}

void PlaceFinder::add_questions(std::uint16_t section, KeyId key) {
  for (const Rule& rule : book_.rules) {
    const bool here =
        std::any_of(rule.answers.begin(), rule.answers.end(), [&](const AnswerPlace& place) {
          return place.section == section && !place.keys.empty() && place.keys.front() == key;
        });
    if (!here) continue;
    for (const LocalizedText* text : {&rule.ask, &rule.asks, &rule.label})
      add_text(*text, kOfQuestion);
  }
}

// ---- a place ----

std::string PlaceFinder::example_of(const Key& key, std::string_view sentence) const {
  switch (key.type) {
    case Type::choice: {
      const Choice& first = words().choices(key).choices.front();
      return written(first);
    }
    case Type::number:
      return fmt::format("{}", std::clamp(3.0, key.min.value_or(0), key.max.value_or(100)));
    case Type::money:
      return std::string(row_of(language_).money);
    case Type::date:
      return iso_date(today_);
    case Type::text:
      return Json(std::string(sentence)).dump();
    case Type::contact:
    case Type::records:
      break;
  }
  return "\"…\"";
}

std::string PlaceFinder::line_of(const Spot& spot, std::string_view sentence) const {
  const Section& section = words().sections[spot.section];
  const Key& key = section.keys[spot.key];
  std::string value = example_of(key, sentence);
  if (spot.choice) {
    const Choice& choice = words().choices(key).choices[*spot.choice];
    value = written(choice);
  }
  std::string pair = written(key) + ": " + value;
  if (section.top) return pair;
  const std::string heading = written(section) + ": ";
  if (section.shape == Shape::attributes) return heading + "{" + pair + "}";
  if (is_named(section) && *section.shorthand != spot.key) {
    const Key& name = section.keys[*section.shorthand];
    pair = written(name) + ": \"…\", " + pair;
  }
  return heading + "[{" + pair + "}]";
}

LookupPlace PlaceFinder::tell(const Spot& spot, std::string_view sentence) {
  const Section& section = words().sections[spot.section];
  const Key& key = section.keys[spot.key];
  LookupPlace place;
  place.section = section.id;
  place.key = key.id;
  place.section_label = label_in(section.label, language_);
  place.key_label = label_in(key.label, language_);
  place.means = label_in(key.means, language_);
  if (spot.choice) {
    const Choice& choice = words().choices(key).choices[*spot.choice];
    place.value = choice.id;
    place.value_label = label_in(choice.label, language_);
  }
  place.line = line_of(spot, sentence);
  if (spot.choice || key.type == Type::choice)
    place.effects = effects_of(place.line, bare_line(spot));
  return place;
}

// ---- what it does ----

std::optional<Assessment> PlaceFinder::judge(Stage stage, const std::string& line) const {
  Diagnostics unheard;
  const auto source = std::make_shared<const Source>(
      "lookup",
      fmt::format("stage: {}\nas_of: {}\n{}\n", to_string(stage), iso_date(today_), line));
  const auto deal = read_deal(source, words(), unheard);
  if (!deal) return std::nullopt;
  AssessOptions options;
  options.today = today_;
  options.language = language_;
  options.detail = Detail::verdict;
  return assess(book_, *deal, options, unheard);
}

const std::optional<Assessment>& PlaceFinder::judge_bare(Stage stage, const std::string& line) {
  const auto [place, fresh] = bare_.try_emplace({stage, line});
  if (fresh) place->second = judge(stage, line);
  return place->second;
}

const Finding* same_finding(const Assessment& deal, const Finding& one) {
  for (const auto* list : {&deal.questions, &deal.findings}) {
    for (const Finding& other : *list) {
      if (other.rule == one.rule && other.reads == one.reads && other.message == one.message)
        return &other;
    }
  }
  return nullptr;
}

std::string PlaceFinder::bare_line(const Spot& spot) const {
  const Section& section = words().sections[spot.section];
  if (!is_named(section) || *section.shorthand == spot.key) return {};
  return section.id + ": [{" + section.keys[*section.shorthand].id + ": \"…\"}]";
}

std::vector<LookupEffect> PlaceFinder::effects_of(const std::string& line,
                                                  const std::string& bare) {
  std::vector<LookupEffect> effects;
  for (const Stage stage : {Stage::early, Stage::mid, Stage::late}) {
    const std::optional<Assessment>& without = judge_bare(stage, bare);
    const auto with = judge(stage, line);
    if (!without || !with) continue;
    for (const auto* list : {&with->questions, &with->findings}) {
      for (const Finding& one : *list) {
        if (!one.reads || same_finding(*without, one) != nullptr) continue;
        const auto known =
            std::find_if(effects.begin(), effects.end(), [&](const LookupEffect& other) {
              return other.rule == one.rule && other.says == one.message;
            });
        if (known != effects.end()) {
          known->stages.push_back(stage);
          if (std::abs(one.points) > std::abs(known->points)) known->points = one.points;
          continue;
        }
        effects.push_back({one.rule, one.label, *one.reads, {stage}, one.points, one.message});
      }
    }
  }
  std::stable_sort(effects.begin(), effects.end(),
                   [](const LookupEffect& a, const LookupEffect& b) {
                     return std::abs(a.points) > std::abs(b.points);
                   });
  if (effects.size() > kEffects) effects.resize(kEffects);
  return effects;
}

std::vector<LookupPlace> PlaceFinder::find(std::string_view sentence) {
  std::vector<LookupPlace> places;
  std::vector<std::pair<std::uint16_t, KeyId>> taken;
  const auto found = index_.find(sentence);
  for (const auto& [document, near] : found) {
    if (near < found.front().second * kNearEnough) break;
    const Spot& spot = spots_[document];
    const std::pair key{spot.section, spot.key};
    if (std::find(taken.begin(), taken.end(), key) != taken.end()) continue;
    taken.push_back(key);
    places.push_back(tell(spot, sentence));
    if (places.size() == kPlaces) break;
  }
  return places;
}

// ---- by name ----

LookupKey key_entry(const Vocabulary& words, const Section& section, KeyId id, Language language) {
  const Key& key = words.key(section, id);
  const NameIndex& names = id >= kCommonKey ? words.common.names : section.names;
  LookupKey entry;
  entry.section = section.id;
  entry.key = key.id;
  entry.section_label = label_in(section.label, language);
  entry.label = label_in(key.label, language);
  entry.means = label_in(key.means, language);
  entry.type = key.type == Type::choice ? "choice"
               : key.type == Type::money
                   ? "amount"
                   : std::string(kWrittenTypes.at(static_cast<std::size_t>(key.type) - 1));
  entry.names =
      spellings(names, id >= kCommonKey ? static_cast<std::uint16_t>(id - kCommonKey) : id, key.id);
  if (key.type != Type::choice) return entry;
  const ChoiceSet& set = words.choices(key);
  for (std::size_t i = 0; i < set.choices.size(); ++i) {
    entry.values.push_back(
        {set.choices[i].id, label_in(set.choices[i].label, language),
         spellings(set.names, static_cast<std::uint16_t>(i), set.choices[i].id)});
  }
  return entry;
}

}  // namespace

std::vector<LookupPlace> look_up(const Rulebook& book, std::string_view sentence, Language language,
                                 Date today) {
  return PlaceFinder(book, language, today).find(sentence);
}

std::vector<LookupKey> look_up_name(const Rulebook& book, std::string_view name,
                                    Language language) {
  const Vocabulary& words = book.vocabulary;
  const std::size_t dot = name.find('.');
  const std::string section_name =
      dot == std::string_view::npos ? "" : normalise_name(name.substr(0, dot));
  const std::string key_name =
      normalise_name(dot == std::string_view::npos ? name : name.substr(dot + 1));
  const auto section_of = [&](std::string_view spelled) {
    return words.section_names.find(spelled);
  };
  std::vector<LookupKey> found;
  const auto whole = section_name.empty() ? section_of(key_name) : std::nullopt;
  for (std::size_t i = 0; i < words.sections.size(); ++i) {
    const Section& section = words.sections[i];
    if (section.parent) continue;
    const bool asked =
        section_name.empty() || section.id == section_name || section_of(section_name) == i;
    if (!asked) continue;
    for (std::size_t k = 0; k < section.keys.size(); ++k) {
      if (section.keys[k].type == Type::records) continue;
      const bool named = section.names.find(key_name) == k;
      if (named || whole == i)
        found.push_back(key_entry(words, section, static_cast<KeyId>(k), language));
    }
  }
  if (found.empty() && section_name.empty()) {
    if (const auto common = words.common.names.find(key_name)) {
      Section every;
      found.push_back(key_entry(words, every, static_cast<KeyId>(kCommonKey + *common), language));
    }
  }
  return found;
}

}  // namespace dealcheck
