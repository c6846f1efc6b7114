#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "deal/opportunity.h"
#include "i18n/words.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// How a contact is called within a sentence: by name; by what this person is with an article in
/// front where the language wants one ("the CIO"). Empty for whoever has neither.
[[nodiscard]] std::string spoken_name(const Opportunity& opportunity, const Rulebook& rulebook,
                                      std::int32_t contact, Language language);

/// An English sentence that begins with an article in small letters, put right; what does not end
/// as a sentence does stays as it is.
[[nodiscard]] std::string begun_as_sentence(std::string text);

}  // namespace dealcheck
