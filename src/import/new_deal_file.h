#pragma once

#include <set>
#include <string>

#include "i18n/language.h"
#include "import/crm_deals.h"

namespace dealcheck {

/// A deal file that says what the customer system says. `about` is the comment at its top.
[[nodiscard]] std::string new_deal_file(const CrmDeal& deal, const Vocabulary& vocabulary,
                                        Language language, const std::string& about);

/// The name of a deal's file, without folder and ending: its account and name in letters, digits
/// and hyphens, short enough for every file system and reserved on none. Never empty: `deal`.
[[nodiscard]] std::string file_stem(std::string_view account, std::string_view name);
/// The same as a part behind such a name, made of an id.
[[nodiscard]] std::string id_stem(std::string_view id);

}  // namespace dealcheck
