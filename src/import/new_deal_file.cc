#include "import/new_deal_file.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"
#include "import/crm_texts.h"
#include "yaml/yaml_writer.h"

namespace dealcheck {

namespace {

class NewDealFile {
 public:
  NewDealFile(const CrmDeal& deal, const Vocabulary& vocabulary, Language language)
      : deal_(deal), vocabulary_(vocabulary), language_(language) {}

  std::string write(const std::string& about);

 private:
  void write_head();
  void write_section(std::uint16_t id);
  void write_value(std::uint16_t section, const CrmValue& value);
  void write_text(const Key& key, const std::string& text);
  void write_entries(std::uint16_t id);
  void write_map(const CrmEntry& entry);
  [[nodiscard]] static bool says_something(const CrmEntry& entry);
  [[nodiscard]] std::string name_of(const auto& named) const {
    return std::string(written_name(named, language_));
  }

  const CrmDeal& deal_;
  const Vocabulary& vocabulary_;
  Language language_;
  YamlWriter out_;
};

void NewDealFile::write_text(const Key& key, const std::string& text) {
  const bool any_text = key.type == Type::text || key.type == Type::contact;
  if (any_text && !parse_date(text)) {
    out_.text(text);
  } else if (key.type == Type::choice) {
    const auto& choices = vocabulary_.choices(key).choices;
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [&](const Choice& one) { return one.id == text; });
    out_.word(choice == choices.end() ? std::string_view(text) : written_name(*choice, language_));
  } else {
    out_.word(text);
  }
}

void NewDealFile::write_value(std::uint16_t section, const CrmValue& value) {
  if (value.texts.empty()) return;
  const Key& key = vocabulary_.key(vocabulary_.sections[section], value.key);
  out_.key(name_of(key));
  if (value.texts.size() == 1) {
    write_text(key, value.texts.front());
    return;
  }
  out_.open_list(key.type == Type::text ? YamlWriter::Form::block : YamlWriter::Form::brackets);
  for (const std::string& text : value.texts) write_text(key, text);
  out_.close_list();
}

bool NewDealFile::says_something(const CrmEntry& entry) {
  return std::any_of(entry.values.begin(), entry.values.end(),
                     [](const CrmValue& value) { return !value.texts.empty(); });
}

void NewDealFile::write_map(const CrmEntry& entry) {
  out_.open_map();
  for (const CrmValue& value : entry.values) write_value(entry.section, value);
  out_.close_map();
}

void NewDealFile::write_head() {
  const std::uint16_t head = *vocabulary_.section_id("deal");
  const Section& words = vocabulary_.sections[head];
  const auto add = [&](std::string_view id, std::string text) {
    if (const auto key = vocabulary_.find_key(words, id)) {
      write_value(head, {*key, {std::move(text)}});
    }
  };
  add("dealcheck", "1");
  add("crm_id", deal_.id);
  if (const CrmEntry* entry = deal_.find(head, "")) {
    for (const CrmValue& value : entry->values) write_value(head, value);
  }
}

void NewDealFile::write_entries(std::uint16_t id) {
  bool open = false;
  for (const CrmEntry& entry : deal_.entries) {
    if (entry.section != id || !says_something(entry)) continue;
    if (!open) {
      out_.key(name_of(vocabulary_.sections[id]));
      out_.open_list();
      open = true;
    }
    write_map(entry);
  }
  if (open) out_.close_list();
}

void NewDealFile::write_section(std::uint16_t id) {
  const Section& words = vocabulary_.sections[id];
  if (words.top || words.parent) return;
  if (words.shape == Shape::records) {
    write_entries(id);
    return;
  }
  const CrmEntry* entry = deal_.find(id, "");
  if (entry == nullptr || !says_something(*entry)) return;
  out_.key(name_of(words));
  write_map(*entry);
}

std::string NewDealFile::write(const std::string& about) {
  out_.comment(about);
  out_.open_map();
  write_head();
  for (std::size_t id = 0; id < vocabulary_.sections.size(); ++id) {
    write_section(static_cast<std::uint16_t>(id));
  }
  out_.close_map();
  return out_.take();
}

// ---- names of files ----

constexpr std::size_t kMostCharacters = 60;

bool is_word_character(char32_t code) {
  constexpr std::array<std::pair<char32_t, char32_t>, 11> kWords{{
      {U'0', U'9'},
      {U'a', U'z'},
      {0xC0, 0x24F},      // Latin
      {0x370, 0x3FF},     // Greek
      {0x400, 0x52F},     // Cyrillic
      {0x3040, 0x30FF},   // kana
      {0x3400, 0x4DBF},   // Chinese
      {0x4E00, 0x9FFF},   // Chinese
      {0xAC00, 0xD7A3},   // Hangul
      {0x1E00, 0x1EFF},   // Latin
      {0x20000, 0x2FA1F}  // Chinese
  }};
  constexpr char32_t kTimes = 0xD7;
  constexpr char32_t kDivision = 0xF7;
  if (code == kTimes || code == kDivision) return false;
  return std::any_of(kWords.begin(), kWords.end(), [&](const auto& range) {
    return code >= range.first && code <= range.second;
  });
}

std::string stem_of(std::string_view text, std::size_t most) {
  std::string stem;
  std::size_t characters = 0;
  bool gap = false;
  for (const char32_t code : code_points(to_lower(text))) {
    if (!is_word_character(code)) {
      gap = !stem.empty();
      continue;
    }
    const std::size_t needed = gap ? 2 : 1;
    if (characters + needed > most) break;
    if (gap) stem += '-';
    gap = false;
    append_utf8(stem, code);
    characters += needed;
  }
  return stem;
}

/// What no file may be called on Windows, whatever its ending.
bool is_reserved(std::string_view stem) {
  static constexpr std::array<std::string_view, 4> kNames{"con", "prn", "aux", "nul"};
  if (std::find(kNames.begin(), kNames.end(), stem) != kNames.end()) return true;
  constexpr std::size_t kPortName = 4;
  return stem.size() == kPortName && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem.back() >= '0' && stem.back() <= '9';
}

}  // namespace

std::string new_deal_file(const CrmDeal& deal, const Vocabulary& vocabulary, Language language,
                          const std::string& about) {
  return NewDealFile(deal, vocabulary, language).write(about);
}

std::string file_stem(std::string_view account, std::string_view name) {
  const std::string who = stem_of(account, kMostCharacters);
  const std::string what = stem_of(name, kMostCharacters);
  const bool told = who.empty() || what.find(who) != std::string::npos;
  const std::string stem = stem_of(told ? what : who + " " + what, kMostCharacters);
  if (stem.empty()) return "deal";
  return is_reserved(stem) ? stem + "-deal" : stem;
}

std::string id_stem(std::string_view id) {
  const std::string stem = stem_of(id, kMostCharacters);
  return stem.empty() ? "0" : stem;
}

}  // namespace dealcheck
