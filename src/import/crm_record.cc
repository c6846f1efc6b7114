// One deal a line, sorted by its id, so that versions of the file can be compared and merged.

#include "import/crm_record.h"

#include <algorithm>
#include <tuple>

#include "yaml/yaml_writer.h"

namespace dealcheck {

namespace {

constexpr std::string_view kAbout =
    "What the customer system said at the last import. `dealcheck import` compares with it to "
    "tell\n"
    "what the system changed from what people changed. Keep it with the deals.";

void write_texts(YamlWriter& out, const std::vector<std::string>& texts) {
  out.open_list(YamlWriter::Form::brackets);
  for (const std::string& text : texts) out.text(text);
  out.close_list();
}

void write_entry(YamlWriter& out, const CrmEntry& entry, const Vocabulary& vocabulary) {
  const Section& section = vocabulary.sections[entry.section];
  out.open_map(YamlWriter::Form::brackets);
  out.key("of");
  out.word(section.id);
  if (!entry.id.empty()) {
    out.key("entry");
    out.text(entry.id);
  }
  out.key("said");
  out.open_map(YamlWriter::Form::brackets);
  for (const CrmValue& value : entry.values) {
    if (value.texts.empty()) continue;
    out.key(vocabulary.key(section, value.key).id);
    write_texts(out, value.texts);
  }
  out.close_map();
  out.close_map();
}

std::string text_at(Yaml map, std::string_view key) {
  const auto found = map.find(key);
  return found ? std::string(found->text()) : std::string();
}

std::optional<CrmEntry> read_entry(Yaml node, const Vocabulary& vocabulary) {
  const auto section = vocabulary.section_id(text_at(node, "of"));
  const auto said = node.find("said");
  if (!section || !said) return std::nullopt;
  CrmEntry entry{*section, text_at(node, "entry"), {}};
  for (const YamlEntry& one : said->entries()) {
    const auto key = vocabulary.find_key(vocabulary.sections[*section], one.key.text());
    if (!key) continue;
    CrmValue value{*key, {}};
    for (const Yaml text : one.value.items()) value.texts.emplace_back(text.text());
    entry.values.push_back(std::move(value));
  }
  return entry;
}

void put_over(CrmEntry& was, const CrmEntry& now) {
  for (const CrmValue& value : now.values) {
    std::erase_if(was.values, [&](const CrmValue& one) { return one.key == value.key; });
    was.values.push_back(value);
  }
  std::sort(was.values.begin(), was.values.end(),
            [](const CrmValue& a, const CrmValue& b) { return a.key < b.key; });
}

}  // namespace

const CrmDeal* CrmRecord::find(const std::string& id) const {
  const auto found = deals_.find(id);
  return found == deals_.end() ? nullptr : &found->second;
}

void CrmRecord::put(const std::string& id, const CrmDeal& deal) {
  CrmDeal& was = deals_[id];
  was.id = deal.id;
  for (const CrmEntry& entry : deal.entries) {
    const auto same = std::find_if(
        was.entries.begin(), was.entries.end(),
        [&](const CrmEntry& one) { return one.section == entry.section && one.id == entry.id; });
    if (same == was.entries.end()) {
      was.entries.push_back({entry.section, entry.id, {}});
      put_over(was.entries.back(), entry);
    } else {
      put_over(*same, entry);
    }
  }
  std::sort(was.entries.begin(), was.entries.end(), [](const CrmEntry& a, const CrmEntry& b) {
    return std::tie(a.section, a.id) < std::tie(b.section, b.id);
  });
}

std::string CrmRecord::written(const Vocabulary& vocabulary) const {
  YamlWriter out;
  out.comment(kAbout);
  out.open_map();
  out.key("deals");
  out.open_list();
  for (const auto& [id, deal] : deals_) {
    out.open_map(YamlWriter::Form::brackets);
    out.key("crm_id");
    out.text(deal.id);
    out.key("entries");
    out.open_list(YamlWriter::Form::brackets);
    for (const CrmEntry& entry : deal.entries) write_entry(out, entry, vocabulary);
    out.close_list();
    out.close_map();
  }
  out.close_list();
  out.close_map();
  return out.take();
}

std::optional<CrmRecord> CrmRecord::read(const std::shared_ptr<const Source>& source,
                                         const CrmMap& map, const Vocabulary& vocabulary,
                                         Diagnostics& diagnostics) {
  const auto document = parse_yaml(source, diagnostics);
  if (!document) return std::nullopt;
  const auto deals = Yaml(*document).find("deals");
  if (!deals || !deals->is_sequence()) {
    diagnostics.error(source, Yaml(*document).at(), "import.not-a-record");
    return std::nullopt;
  }
  CrmRecord record;
  for (const Yaml item : deals->items()) {
    CrmDeal deal{text_at(item, "crm_id"), {}};
    const auto entries = item.find("entries");
    if (!entries || deal.id.empty()) {
      diagnostics.error(source, item.at(), "import.not-a-record");
      return std::nullopt;
    }
    for (const Yaml one : entries->items()) {
      if (auto entry = read_entry(one, vocabulary)) deal.entries.push_back(std::move(*entry));
    }
    const std::string id = comparable_id(map, deal.id);
    record.deals_.emplace(id, std::move(deal));
  }
  return record;
}

}  // namespace dealcheck
