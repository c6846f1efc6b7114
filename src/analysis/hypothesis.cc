// What is set goes through the same reader as a deal: each setting becomes a small deal of its own,
// in which the people of the real one are listed, and its statements are moved over.

#include "analysis/hypothesis.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/scalars.h"
#include "base/strings.h"
#include "base/text.h"
#include "deal/read_value.h"
#include "diagnostics/diagnostic.h"

namespace dealcheck {

namespace {

/// One setting, taken apart.
struct Setting {
  std::string place;
  std::string value;
  bool adds = false;  ///< `+=`
};

/// What a setting is about.
struct Target {
  std::uint16_t section = 0;
  std::optional<KeyId> key;           ///< none: the whole section
  std::optional<std::size_t> record;  ///< of a list
};

class Supposer {
 public:
  Supposer(const Rulebook& rulebook, Hypothesis& hypothesis, Date as_of, std::string text,
           Diagnostics& diagnostics)
      : rulebook_(rulebook),
        vocabulary_(rulebook.vocabulary),
        hypothesis_(hypothesis),
        as_of_(as_of),
        source_(std::make_shared<const Source>("--set", std::move(text))),
        diagnostics_(diagnostics),
        head_(*vocabulary_.section_id("deal")),
        contacts_(*vocabulary_.section_id("contacts")) {}

  void suppose();

 private:
  [[nodiscard]] std::optional<Setting> split() const;
  [[nodiscard]] std::optional<Target> find_target(const Setting& setting) const;
  [[nodiscard]] bool is_derived(std::string_view place) const;
  [[nodiscard]] std::optional<Target> find_in_head(std::string_view name) const;
  [[nodiscard]] std::string_view find_name(std::string_view rest, std::uint16_t id) const;
  [[nodiscard]] bool find_record(std::string_view& rest, Target& target) const;
  [[nodiscard]] std::vector<std::size_t> find_named(std::uint16_t id, std::string_view name) const;
  void refuse_named(std::string_view name, std::uint16_t id,
                    const std::vector<std::size_t>& found) const;
  [[nodiscard]] Arguments lines_of(std::uint16_t id, const std::vector<std::size_t>& found) const;
  [[nodiscard]] bool find_key(std::string_view name, Target& target) const;

  [[nodiscard]] std::string write(const Setting& setting, const Target& target) const;
  [[nodiscard]] std::string write_contacts(const std::string& own, const Target& target) const;
  [[nodiscard]] std::string key_of(const Target& target) const;
  [[nodiscard]] std::optional<Opportunity> read(const std::string& text);
  void place_in_deal(Diagnostic& one) const;

  void move_section(std::uint16_t id, SectionData then, bool adds);
  void move_over(const Setting& setting, const Target& target, Opportunity& small);
  void replace_statements(Record& record, KeyId key, std::vector<Statement> statements) const;
  void settle(Record& record) const;

  [[nodiscard]] const Section& section(std::uint16_t id) const { return vocabulary_.sections[id]; }
  [[nodiscard]] SectionData& data(std::uint16_t id) const { return hypothesis_.deal.sections[id]; }
  void error(std::string_view piece, std::string id, Arguments arguments) const {
    const std::size_t at = std::min(source_->text().find(piece), source_->text().size());
    diagnostics_.error(source_, source_->locate(at), std::move(id), std::move(arguments));
  }

  const Rulebook& rulebook_;
  const Vocabulary& vocabulary_;
  Hypothesis& hypothesis_;
  Date as_of_;
  std::shared_ptr<const Source> source_;
  Diagnostics& diagnostics_;
  std::uint16_t head_;
  std::uint16_t contacts_;
};

// ---- what is meant ----

std::optional<Setting> Supposer::split() const {
  const std::string_view text = source_->text();
  const std::size_t equals = text.find('=');
  const bool adds = equals != std::string_view::npos && equals > 0 && text[equals - 1] == '+';
  Setting setting;
  if (equals != std::string_view::npos) {
    setting = {std::string(trim(text.substr(0, adds ? equals - 1 : equals))),
               std::string(trim(text.substr(equals + 1))), adds};
  }
  if (!setting.place.empty() && !setting.value.empty()) return setting;
  error("", "setting.not-a-setting", {{"text", std::string(text)}});
  return std::nullopt;
}

std::optional<Target> Supposer::find_in_head(std::string_view name) const {
  const auto key = section(head_).names.find(normalise_name(name));
  if (!key) return std::nullopt;
  return Target{head_, *key, std::nullopt};
}

/// The entries one of whose texts is this name: an id, a name, what it is about. An id that is
/// written to the letter means no other.
std::vector<std::size_t> Supposer::find_named(std::uint16_t id, std::string_view name) const {
  const auto& records = data(id).records;
  const auto id_key = section(id).names.find("id");
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < records.size(); ++i) {
    bool named = false;
    for (const Statement& one : records[i].statements) {
      if (one.value.kind != Value::Kind::text) continue;
      if (one.key == id_key && one.value.text == name) return {i};
      named = named || normalise_name(one.value.text) == normalise_name(name);
    }
    if (named) found.push_back(i);
  }
  return found;
}

/// Where the first two of several entries stand; what a setting added stands in no line.
Arguments Supposer::lines_of(std::uint16_t id, const std::vector<std::size_t>& found) const {
  Arguments lines;
  for (const auto& [name, place] : {std::pair("first", found[0]), std::pair("second", found[1])}) {
    const std::uint32_t line = data(id).records[place].at.line;
    if (line > 0) lines.emplace_back(name, std::to_string(line));
  }
  return lines;
}

/// None, or several.
void Supposer::refuse_named(std::string_view name, std::uint16_t id,
                            const std::vector<std::size_t>& found) const {
  Arguments arguments{{"section", section(id).id}, {"name", std::string(name)}};
  if (found.size() < 2) return error(name, "setting.unknown-entry", std::move(arguments));
  for (auto& line : lines_of(id, found)) arguments.push_back(std::move(line));
  arguments.emplace_back("one", std::to_string(found[0]));
  arguments.emplace_back("two", std::to_string(found[1]));
  error(name, "setting.two-entries", std::move(arguments));
}

/// What stands for an entry in front of a key: the longest name that one has, dots and all; where
/// none is called so, everything before the key.
std::string_view Supposer::find_name(std::string_view rest, std::uint16_t id) const {
  std::string_view named;
  std::string_view longest = rest.substr(0, rest.find('.'));
  for (std::size_t dot = rest.find('.'); dot != std::string_view::npos;
       dot = rest.find('.', dot + 1)) {
    const std::string_view behind = rest.substr(dot + 1);
    const std::string_view key = behind.substr(0, behind.find('.'));
    if (!section(id).names.find(normalise_name(key))) continue;
    longest = rest.substr(0, dot);
    if (find_named(id, longest).empty()) continue;
    named = longest;
  }
  return named.empty() ? longest : named;
}

/// Which entry of a list is meant, by `[2]`, by its name, or as the only one. Takes it off `rest`.
bool Supposer::find_record(std::string_view& rest, Target& target) const {
  const std::size_t count = data(target.section).records.size();
  if (rest.starts_with('[')) {
    const std::size_t end = rest.find(']');
    const auto number = parse_whole(rest.substr(1, std::min(end, rest.size()) - 1));
    if (end == std::string_view::npos || !number || *number >= count) {
      error(rest, "setting.no-such-entry",
            {{"section", section(target.section).id}, {"count", std::to_string(count)}});
      return false;
    }
    target.record = *number;
    rest.remove_prefix(std::min(rest.size(), end + 2));
    return true;
  }
  if (rest.find('.') != std::string_view::npos) {
    const std::string_view name = find_name(rest, target.section);
    const auto found = find_named(target.section, name);
    if (found.size() != 1) {
      refuse_named(name, target.section, found);
      return false;
    }
    target.record = found.front();
    rest.remove_prefix(name.size() + 1);
    return true;
  }
  if (count == 1) target.record = 0;
  if (count != 1) {
    error(rest, "setting.which-entry",
          {{"section", section(target.section).id}, {"count", std::to_string(count)}});
  }
  return count == 1;
}

bool Supposer::find_key(std::string_view name, Target& target) const {
  const Section& words = section(target.section);
  const auto key = words.names.find(normalise_name(name));
  if (key && words.keys[*key].type != Type::records) {
    target.key = *key;
    return true;
  }
  const auto own = words.names.find(normalise_name(name.substr(0, name.find('.'))));
  if (own && words.keys[*own].type == Type::records) {
    error(name, "setting.own-entries", naming(words, naming(words.keys[*own])));
    return false;
  }
  error(name, "deal.unknown-key",
        with_nearest(naming(words, {{"key", std::string(name)}}), normalise_name(name),
                     words.names.all()));
  return false;
}

/// A fact that the rules work out of a list: what stands in the list has to be set.
bool Supposer::is_derived(std::string_view place) const {
  for (const Query& query : rulebook_.queries) {
    if (place != query.name && !place.starts_with(query.name + ".")) continue;
    error(place, "setting.derived", {{"name", query.name}, {"section", section(query.section).id}});
    return true;
  }
  return false;
}

std::optional<Target> Supposer::find_target(const Setting& setting) const {
  const std::string_view place = setting.place;
  if (is_derived(place)) return std::nullopt;
  const std::size_t end = std::min(place.find_first_of(".["), place.size());
  const std::string_view first = place.substr(0, end);
  std::string_view rest = place.substr(end);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  const auto id = vocabulary_.section_names.find(normalise_name(first));
  if (!id) {
    const bool own = normalise_name(first) == section(head_).id;
    if (auto head = find_in_head(own ? rest : first); head && (own || rest.empty())) return head;
    error(first, "setting.unknown-place",
          with_nearest({{"name", std::string(first)}}, normalise_name(first),
                       vocabulary_.section_names.all()));
    return std::nullopt;
  }
  Target target{*id, std::nullopt, std::nullopt};
  const bool list = section(*id).shape == Shape::records;
  if (setting.adds && (!list || !rest.empty())) {
    error(place, "setting.not-a-list", {{"name", std::string(place)}});
    return std::nullopt;
  }
  if (rest.empty()) return target;
  if (list && !find_record(rest, target)) return std::nullopt;
  if (!find_key(rest, target)) return std::nullopt;
  return target;
}

// ---- a small deal ----

std::string Supposer::key_of(const Target& target) const {
  return section(target.section).keys[*target.key].id;
}

/// The people of the deal, so that a setting can name them; `own` goes to the one that it is about.
std::string Supposer::write_contacts(const std::string& own, const Target& target) const {
  const auto quoted = [](std::string_view text) { return nlohmann::json(text).dump(); };
  std::string text = "contacts:\n";
  const auto& records = data(contacts_).records;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const bool is_target = target.section == contacts_ && target.key && target.record == i;
    std::string entry;
    for (const char* key : {"id", "name", "title"}) {
      const KeyId id = *section(contacts_).names.find(key);
      const Statement* told = records[i].find(id);
      if (told == nullptr || (is_target && target.key == id)) continue;
      entry += std::string(entry.empty() ? "  - " : "    ") + key + ": " +
               quoted(told->value.text) + "\n";
    }
    if (is_target) entry += std::string(entry.empty() ? "  - " : "    ") + own + "\n";
    text += entry.empty() ? "  - {note: \"-\"}\n" : entry;
  }
  return records.empty() ? std::string() : text;
}

std::string Supposer::write(const Setting& setting, const Target& target) const {
  const Section& words = section(target.section);
  const std::string own = target.key ? key_of(target) + ": " + setting.value : std::string();
  std::string text;
  if (words.top) {
    text = own + "\n";
  } else if (target.section == contacts_ && target.key) {
    return write_contacts(own, target) + "stage: early\n";
  } else if (setting.adds) {
    text = words.id + ":\n  - " + setting.value + "\n";
  } else if (!target.key) {
    text = words.id + ": " + setting.value + "\n";
  } else if (words.shape == Shape::attributes) {
    text = words.id + ":\n  - date: " + iso_date(as_of_) + "\n    evidence: witnessed\n    " + own +
           "\n";
  } else {
    text = words.id + ":\n  - " + own + "\n";
  }
  const bool stage = words.top && key_of(target) == "stage";
  if (!stage) text += "stage: early\n";
  return target.section == contacts_ ? text : text + write_contacts("", target);
}

/// The lines of the two are those of the small deal; people look for them in the real one.
void Supposer::place_in_deal(Diagnostic& one) const {
  const std::string name = one.arguments.front().second;
  const auto found = find_named(contacts_, name);
  if (found.size() < 2) return;
  one.arguments = lines_of(contacts_, found);
  one.arguments.emplace_back("name", name);
}

std::optional<Opportunity> Supposer::read(const std::string& text) {
  const std::string path = "--set " + std::string(source_->text());
  auto tree = parse_yaml(std::make_shared<const Source>(path, text), diagnostics_);
  if (!tree) return std::nullopt;
  const auto document = std::make_shared<const YamlDocument>(std::move(*tree));
  hypothesis_.texts.push_back(document);
  Diagnostics told;
  auto small = read_opportunity(document, vocabulary_, told);
  for (Diagnostic one : told.all()) {
    if (one.id == "deal.two-contacts") place_in_deal(one);
    diagnostics_.append(one);
  }
  return small;
}

// ---- moving it over ----

/// What is set has no place in the file; what is added happened on the day of judgement unless it
/// says otherwise, and was seen.
void Supposer::settle(Record& record) const {
  record.at = {};
  if (!record.proof.date) record.proof.date = as_of_;
  if (!record.proof.stated_grade) record.proof.stated_grade = Grade::witnessed;
  for (Statement& statement : record.statements) {
    statement.at = {};
    if (!statement.proof.date) statement.proof.date = record.proof.date;
    if (!statement.proof.stated_grade) statement.proof.stated_grade = record.proof.stated_grade;
  }
}

void Supposer::replace_statements(Record& record, KeyId key,
                                  std::vector<Statement> statements) const {
  std::erase_if(record.statements, [=](const Statement& one) { return one.key == key; });
  for (Statement& statement : statements) {
    if (statement.key != key) continue;
    statement.at = {};
    if (!statement.proof.date) statement.proof.date = as_of_;
    if (!statement.proof.stated_grade) statement.proof.stated_grade = Grade::witnessed;
    record.statements.push_back(statement);
  }
}

void Supposer::move_section(std::uint16_t id, SectionData then, bool adds) {
  for (Record& record : then.records) settle(record);
  SectionData& now = data(id);
  if (!adds) {
    now = std::move(then);
  } else if (!then.records.empty()) {
    now.presence = SectionData::Presence::stated;
    std::move(then.records.begin(), then.records.end(), std::back_inserter(now.records));
  }
}

void Supposer::move_over(const Setting& setting, const Target& target, Opportunity& small) {
  SectionData& now = data(target.section);
  SectionData& then = small.sections[target.section];
  if (target.key && target.record) {
    const std::size_t from = target.section == contacts_ ? *target.record : 0;
    replace_statements(now.records[*target.record], *target.key,
                       std::move(then.records[from].statements));
    return;
  }
  if (target.key) {
    now.presence = SectionData::Presence::stated;
    if (now.records.empty()) now.records.emplace_back();
    for (Record& record : now.records) replace_statements(record, *target.key, {});
    replace_statements(now.records.front(), *target.key,
                       std::move(then.records.front().statements));
    return;
  }
  // What hangs under the entries (a rival's strengths) goes with them, and first: its parents are
  // counted from those that are there now.
  for (std::size_t i = 0; i < vocabulary_.sections.size(); ++i) {
    const auto id = static_cast<std::uint16_t>(i);
    if (section(id).parent != target.section) continue;
    for (Record& record : small.sections[id].records) {
      if (setting.adds) record.parent += static_cast<std::int32_t>(now.records.size());
    }
    move_section(id, std::move(small.sections[id]), setting.adds);
  }
  move_section(target.section, std::move(then), setting.adds);
}

void Supposer::suppose() {
  const auto setting = split();
  if (!setting) return;
  const auto target = find_target(*setting);
  if (!target) return;
  if (auto small = read(write(*setting, *target))) move_over(*setting, *target, *small);
}

}  // namespace

std::optional<Hypothesis> suppose(const Rulebook& rulebook, const Opportunity& deal,
                                  const std::vector<std::string>& settings, Date as_of,
                                  Diagnostics& diagnostics) {
  Hypothesis hypothesis{deal, {}};
  for (const std::string& setting : settings) {
    Supposer(rulebook, hypothesis, as_of, setting, diagnostics).suppose();
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return hypothesis;
}

}  // namespace dealcheck
