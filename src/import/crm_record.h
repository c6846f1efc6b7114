#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "import/crm_deals.h"

namespace dealcheck {

/// What the customer system said of each deal at the last import, by comparable id. It lies in a
/// file of its own beside the deals: only with it can be told whether the system or a person
/// changed something.
class CrmRecord {
 public:
  /// In the folder of the deals.
  static constexpr std::string_view kFileName = ".crm-import.yaml";

  /// Null: nothing was said of it yet.
  [[nodiscard]] const CrmDeal* find(const std::string& id) const;
  /// What is said now; what the tables had no column or no row for stays as it was.
  void put(const std::string& id, const CrmDeal& deal);

  [[nodiscard]] std::string written(const Vocabulary& vocabulary) const;
  /// Nothing, with the errors in `diagnostics`, when it is not what `written` made. What the
  /// vocabulary does not have any more is left out.
  [[nodiscard]] static std::optional<CrmRecord> read(const std::shared_ptr<const Source>& source,
                                                     const CrmMap& map,
                                                     const Vocabulary& vocabulary,
                                                     Diagnostics& diagnostics);

 private:
  std::map<std::string, CrmDeal> deals_;
};

}  // namespace dealcheck
