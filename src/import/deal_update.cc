#include "import/deal_update.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/loose_date.h"
#include "base/strings.h"
#include "deal/deal_file.h"
#include "deal/edit/deal_edit.h"
#include "import/crm_texts.h"

namespace dealcheck {

namespace {

using Texts = std::vector<std::string>;

const Texts& texts_of(const CrmEntry* entry, KeyId key) {
  static const Texts kNone;
  const CrmValue* value = entry == nullptr ? nullptr : entry->find(key);
  return value == nullptr ? kNone : value->texts;
}

class DealUpdater {
 public:
  DealUpdater(const std::shared_ptr<const Source>& source, const Vocabulary& vocabulary)
      : path_(source->path()), vocabulary_(vocabulary) {
    update_.text = std::string(source->text());
    read_again();
  }

  DealUpdate update(const CrmDeal& now, const CrmDeal* last);

 private:
  void read_again();
  void update_section(const CrmEntry& now, const CrmEntry* last);
  void update_entry(const CrmEntry& now, const CrmEntry* last);
  void update_value(const CrmEntry& now, const CrmEntry* last, const CrmValue& value,
                    std::optional<std::size_t> record, const std::string& entry);
  void add_entry(const CrmEntry& now);
  [[nodiscard]] CrmValue without_strangers(const CrmEntry& now, const CrmValue& value) const;
  [[nodiscard]] std::optional<std::size_t> find_record(const CrmEntry& known) const;
  [[nodiscard]] std::optional<std::string> write(const CrmEntry& now, const CrmValue& value,
                                                 std::optional<std::size_t> record, bool replaces);
  [[nodiscard]] Location place_of(std::uint16_t section, KeyId key,
                                  std::optional<std::size_t> record) const;
  [[nodiscard]] std::string entry_name(const CrmEntry& entry) const;
  void take(std::string text);

  std::string path_;
  const Vocabulary& vocabulary_;
  std::optional<Opportunity> deal_;
  DealUpdate update_;
};

void DealUpdater::read_again() {
  Diagnostics unsaid;
  deal_ = read_deal(check_source(path_, update_.text, unsaid, update_.text.size() + 1), vocabulary_,
                    unsaid);
}

void DealUpdater::take(std::string text) {
  update_.text = std::move(text);
  read_again();
}

/// What an entry of a list is called: a name, else what it is about or its day.
std::string DealUpdater::entry_name(const CrmEntry& entry) const {
  const Section& words = vocabulary_.sections[entry.section];
  for (const std::string_view id : {"name", "purpose", "date"}) {
    const auto key = vocabulary_.find_key(words, id);
    if (key && !texts_of(&entry, *key).empty()) return texts_of(&entry, *key).front();
  }
  return entry.id;
}

/// Where an entry stands in the file: by its name, or by its day and what it is about.
std::optional<std::size_t> DealUpdater::find_record(const CrmEntry& known) const {
  const Section& words = vocabulary_.sections[known.section];
  const auto& records = deal_->sections[known.section].records;
  const auto name = vocabulary_.find_key(words, "name");
  const auto says = [&](const Record& record, KeyId key) {
    const Texts stated = stated_texts(record, vocabulary_, known.section, key);
    const Texts& wanted = texts_of(&known, key);
    if (stated.size() != wanted.size()) return false;
    return std::equal(stated.begin(), stated.end(), wanted.begin(),
                      [](const std::string& a, const std::string& b) {
                        return plain_heading(a) == plain_heading(b);
                      });
  };
  for (std::size_t i = 0; i < records.size(); ++i) {
    bool same = true;
    if (name) {
      same = says(records[i], *name);
    } else {
      for (const std::string_view id : {"date", "purpose"}) {
        const auto key = vocabulary_.find_key(words, id);
        same = same && key && says(records[i], *key);
      }
    }
    if (same) return i;
  }
  return std::nullopt;
}

Location DealUpdater::place_of(std::uint16_t section, KeyId key,
                               std::optional<std::size_t> record) const {
  const auto& records = deal_->sections[section].records;
  if (records.empty()) return {};
  const Record& where = records[record.value_or(0)];
  const Statement* stated = where.find(key);
  return stated == nullptr ? where.at : stated->at;
}

std::optional<std::string> DealUpdater::write(const CrmEntry& now, const CrmValue& value,
                                              std::optional<std::size_t> record, bool replaces) {
  // The day of an entry and its note are what it is known again by: they are not edited.
  if (value.key >= kCommonKey) return std::nullopt;
  auto answers = answered_values(vocabulary_, now.section, value);
  if (!answers || answers->empty()) return std::nullopt;
  if (replaces || record) {
    return write_replacement(*deal_, vocabulary_,
                             {now.section, record.value_or(0), std::move(*answers)});
  }
  DealAnswer answer;
  answer.section = now.section;
  answer.values = std::move(*answers);
  Diagnostics unsaid;
  return write_answer(*deal_, vocabulary_, answer, unsaid);
}

/// The three versions of a value: what the system said, what it says now, what the file says.
void DealUpdater::update_value(const CrmEntry& now, const CrmEntry* last, const CrmValue& value,
                               std::optional<std::size_t> record, const std::string& entry) {
  const Texts& before = texts_of(last, value.key);
  if (last != nullptr && before == value.texts) return;
  const auto& records = deal_->sections[now.section].records;
  const Texts stated = records.empty() ? Texts()
                                       : stated_texts(records[record.value_or(0)], vocabulary_,
                                                      now.section, value.key);
  if (stated == value.texts) return;
  ImportedChange change{field_path(vocabulary_, {now.section, value.key}),
                        entry,
                        comma_list({stated.begin(), stated.end()}),
                        comma_list({value.texts.begin(), value.texts.end()}),
                        {},
                        place_of(now.section, value.key, record)};
  const bool untouched = last != nullptr ? stated == before : stated.empty();
  if (value.texts.empty()) {
    if (last == nullptr) return;
    change.why = "no-longer";
  } else if (!untouched) {
    change.why = "written";
  } else if (auto text = write(now, value, record, !stated.empty())) {
    update_.changed.push_back(std::move(change));
    take(std::move(*text));
    return;
  } else {
    change.why = "place";
  }
  update_.kept.push_back(std::move(change));
}

/// People whom somebody has taken out of the file, or called otherwise, cannot be referred to.
CrmValue DealUpdater::without_strangers(const CrmEntry& now, const CrmValue& value) const {
  if (vocabulary_.key(vocabulary_.sections[now.section], value.key).type != Type::contact) {
    return value;
  }
  const std::uint16_t people = *vocabulary_.section_id("contacts");
  const KeyId name = *vocabulary_.find_key(vocabulary_.sections[people], "name");
  CrmValue known{value.key, {}};
  for (const Record& person : deal_->sections[people].records) {
    for (const std::string& text : stated_texts(person, vocabulary_, people, name)) {
      if (std::find(value.texts.begin(), value.texts.end(), text) != value.texts.end()) {
        known.texts.push_back(text);
      }
    }
  }
  return known;
}

void DealUpdater::add_entry(const CrmEntry& now) {
  const Section& words = vocabulary_.sections[now.section];
  DealAnswer answer;
  answer.section = now.section;
  for (const CrmValue& value : now.values) {
    if (value.texts.empty()) continue;
    if (value.key >= kCommonKey) {
      const bool is_date = vocabulary_.key(words, value.key).type == Type::date;
      if (is_date) {
        answer.date = parse_loose_date(value.texts.front(), std::nullopt).date;
      } else {
        answer.note = value.texts.front();
      }
      continue;
    }
    const auto answers = answered_values(vocabulary_, now.section, without_strangers(now, value));
    if (answers) answer.values.insert(answer.values.end(), answers->begin(), answers->end());
  }
  ImportedChange change{words.id, entry_name(now), {}, {}, {}, {}};
  Diagnostics unsaid;
  auto text =
      answer.values.empty() ? std::nullopt : write_answer(*deal_, vocabulary_, answer, unsaid);
  if (text) {
    update_.changed.push_back(std::move(change));
    take(std::move(*text));
    return;
  }
  change.why = "place";
  update_.kept.push_back(std::move(change));
}

void DealUpdater::update_entry(const CrmEntry& now, const CrmEntry* last) {
  if (last != nullptr && last->values == now.values) return;
  const auto record = find_record(last != nullptr ? *last : now);
  if (!record && last == nullptr) return add_entry(now);
  if (!record) {
    const bool changes =
        std::any_of(now.values.begin(), now.values.end(),
                    [&](const CrmValue& one) { return texts_of(last, one.key) != one.texts; });
    if (!changes) return;
    update_.kept.push_back({vocabulary_.sections[now.section].id,
                            entry_name(now),
                            {},
                            {},
                            "gone",
                            deal_->sections[now.section].at});
    return;
  }
  const std::string name = entry_name(now);
  for (const CrmValue& value : now.values) update_value(now, last, value, record, name);
}

void DealUpdater::update_section(const CrmEntry& now, const CrmEntry* last) {
  for (const CrmValue& value : now.values) update_value(now, last, value, std::nullopt, {});
}

DealUpdate DealUpdater::update(const CrmDeal& now, const CrmDeal* last) {
  // Contacts before the activities that name them, as the vocabulary has them.
  std::vector<const CrmEntry*> entries;
  for (const CrmEntry& entry : now.entries) entries.push_back(&entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const CrmEntry* a, const CrmEntry* b) { return a->section < b->section; });
  for (const CrmEntry* entry : entries) {
    const CrmEntry* then = last == nullptr ? nullptr : last->find(entry->section, entry->id);
    const bool is_list = vocabulary_.sections[entry->section].shape == Shape::records;
    is_list ? update_entry(*entry, then) : update_section(*entry, then);
  }
  return std::move(update_);
}

}  // namespace

DealUpdate update_deal(const std::shared_ptr<const Source>& source, const CrmDeal& now,
                       const CrmDeal* last, const Vocabulary& vocabulary) {
  return DealUpdater(source, vocabulary).update(now, last);
}

}  // namespace dealcheck
