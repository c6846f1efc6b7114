#pragma once

#include <memory>
#include <string>
#include <vector>

#include "import/crm_deals.h"

namespace dealcheck {

/// Something of a deal file that the import has changed or left alone.
struct ImportedChange {
  std::string field;  ///< `amount`, `contacts.title`
  std::string entry;  ///< of a list, what its entry is called; empty: it is no list
  std::string was;    ///< in the file; empty: it said nothing
  std::string now;    ///< as the system says it; empty: it says it no longer
  /// Why the file was left alone, a sentence `import.kept.<why>`; empty: it was changed.
  std::string why;
  Location at;  ///< in the file, of what was left alone
};

struct DealUpdate {
  std::string text;  ///< of the file; as it was when nothing is changed
  std::vector<ImportedChange> changed;
  std::vector<ImportedChange> kept;
};

/// Puts into the text of a deal file what the customer system has changed since `last` (null: it is
/// not known what it said then), and nothing else. What a person has changed meanwhile stays. The
/// file must be one that can be read.
[[nodiscard]] DealUpdate update_deal(const std::shared_ptr<const Source>& source,
                                     const CrmDeal& now, const CrmDeal* last,
                                     const Vocabulary& vocabulary);

}  // namespace dealcheck
