#pragma once

#include <optional>
#include <string>
#include <vector>

#include "deal/edit/deal_edit.h"
#include "import/crm_deals.h"

namespace dealcheck {

/// What the customer system says of a key as an answer to be written; nothing when the deal file
/// would not take one of the texts.
[[nodiscard]] std::optional<std::vector<AnsweredValue>> answered_values(
    const Vocabulary& vocabulary, std::uint16_t section, const CrmValue& value);

/// What a record of a deal file says of a key, in the same notation; an `unknown` says nothing. Of
/// the common keys only the day and the note are told.
[[nodiscard]] std::vector<std::string> stated_texts(const Record& record,
                                                    const Vocabulary& vocabulary,
                                                    std::uint16_t section, KeyId key);

/// The name of an entry or a field in reports: `amount`, `objective.when`, `contacts.title`.
[[nodiscard]] std::string field_path(const Vocabulary& vocabulary, const FieldName& field);

}  // namespace dealcheck
