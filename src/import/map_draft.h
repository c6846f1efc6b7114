#pragma once

#include <string>
#include <vector>

#include "import/crm_deals.h"

namespace dealcheck {

/// The text of a mapping to begin with, for the columns and the words of these tables: placed where
/// one of the known systems or the vocabulary places them; what is left stands in comments. `about`
/// is the comment at the top, `unplaced` the one in front of what is left.
[[nodiscard]] std::string draft_crm_map(const CrmTables& tables, const std::vector<CrmMap>& known,
                                        const Vocabulary& vocabulary, const std::string& about,
                                        const std::string& unplaced);

}  // namespace dealcheck
