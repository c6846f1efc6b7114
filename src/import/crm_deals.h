#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "import/crm_map.h"
#include "import/crm_values.h"
#include "import/table.h"

namespace dealcheck {

/// What the customer system says of one key. Texts are as a deal file would have them in English:
/// ids of choices, plain numbers, `2026-03-15`. None: the column is there, and empty.
struct CrmValue {
  KeyId key = 0;
  std::vector<std::string> texts;

  friend bool operator==(const CrmValue&, const CrmValue&) = default;
};

/// What it says of one section, or of one entry of a list.
struct CrmEntry {
  std::uint16_t section = 0;
  std::string id;  ///< of an entry, by which it is known again; empty: the section has no entries
  std::vector<CrmValue> values;

  [[nodiscard]] const CrmValue* find(KeyId key) const;
};

struct CrmDeal {
  std::string id;
  std::vector<CrmEntry> entries;

  [[nodiscard]] const CrmEntry* find(std::uint16_t section, std::string_view entry_id) const;
  /// The first text of a key of a section without entries; empty when there is none.
  [[nodiscard]] std::string text(const FieldName& field) const;
};

/// Something of the export that no deal file says now, told once with how often it occurs.
struct NotTaken {
  std::string reason;  ///< names a sentence: `import.left.<reason>`
  std::string file;
  std::string heading;  ///< of its column; empty: it is about whole rows
  std::string text;     ///< the word, or the first value; empty: what the rows have in common
  std::size_t count = 0;
  Location at;  ///< the first of them
};

/// The tables of one export; the last two may be null.
struct CrmTables {
  const Table* deals = nullptr;
  const Table* contacts = nullptr;
  const Table* activities = nullptr;
};

struct CrmExport {
  std::vector<CrmDeal> deals;  ///< in the order of the table
  std::vector<NotTaken> not_taken;
};

/// How a user says that days and amounts are written, where the export cannot tell.
using ToldManner = ColumnManner;

/// Makes deals of the tables. Errors in `diagnostics`: no column tells the id of a deal, a deal has
/// none or stands there twice.
[[nodiscard]] CrmExport read_crm_deals(const CrmMap& map, const CrmTables& tables,
                                       const Vocabulary& vocabulary, ToldManner told,
                                       Diagnostics& diagnostics);

/// By what ids of deals are compared.
[[nodiscard]] std::string comparable_id(const CrmMap& map, std::string_view id);

}  // namespace dealcheck
