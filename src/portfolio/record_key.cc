#include "portfolio/record_key.h"

#include <algorithm>
#include <vector>

#include "base/scalars.h"

namespace dealcheck {

namespace {

/// What an entry is called; empty: nothing.
std::string called(const Record& record, const Section& section) {
  for (const std::string_view sign : {"id", "name"}) {
    const auto key = section.names.find(sign);
    const Statement* statement = key ? record.find(*key) : nullptr;
    if (statement != nullptr && !statement->value.text.empty()) {
      return std::string(statement->value.text);
    }
  }
  return record.proof.date ? iso_date(*record.proof.date) : std::string();
}

/// Among the entries of its section, so that each name stands for one.
std::string name_of(const std::vector<Record>& records, std::size_t place, const Section& section) {
  std::string name = called(records[place], section);
  if (name.empty()) return std::to_string(place);
  const auto end = records.begin() + static_cast<std::ptrdiff_t>(place);
  const auto before = std::count_if(
      records.begin(), end, [&](const Record& other) { return called(other, section) == name; });
  if (before > 0) name += "#" + std::to_string(before + 1);
  return name;
}

}  // namespace

std::string lasting_path(const Opportunity& deal, const Vocabulary& vocabulary,
                         std::string_view path) {
  const std::size_t open = path.find('[');
  const std::size_t close = path.find(']', open);
  if (close == std::string_view::npos) return std::string(path);
  const auto section =
      std::find_if(vocabulary.sections.begin(), vocabulary.sections.end(),
                   [&](const Section& one) { return one.id == path.substr(0, open); });
  const auto place = parse_whole(path.substr(open + 1, close - open - 1));
  if (section == vocabulary.sections.end() || !place) return std::string(path);
  const auto id = static_cast<std::size_t>(section - vocabulary.sections.begin());
  const std::vector<Record>& records = deal.sections[id].records;
  if (*place >= records.size()) return std::string(path);
  return std::string(path.substr(0, open + 1)) + name_of(records, *place, *section) +
         std::string(path.substr(close));
}

}  // namespace dealcheck
