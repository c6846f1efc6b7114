#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deal/edit/deal_edit.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// What a line asks the interview itself to do.
enum class Order : std::uint8_t { none, why, skip, back, quit };

/// The order that a line is; their words (`interview.order`) are understood in every language.
[[nodiscard]] Order order_of(const Words& words, std::string_view line);

/// An answer that can be chosen by its number.
struct Offer {
  std::string label;  ///< in plain words
  std::string word;   ///< as in a file
};

/// What a key can be answered with: its choices or the deal's people, and that nobody knows; with
/// `none`, that there is none. Nothing for numbers, dates and texts.
[[nodiscard]] std::vector<Offer> offers_for(const Rulebook& rules, const Opportunity* deal,
                                            const Key& key, bool none, Language language);

/// A line that answers one key.
struct TypedAnswer {
  std::vector<AnsweredValue> values;
  bool none = false;  ///< there is no such entry; without values
};

/// Reads the number of an offer or words as in a file; several, between commas, where the key takes
/// them. Nothing, with the reader's errors, for anything else.
[[nodiscard]] std::optional<TypedAnswer> read_typed(const Vocabulary& vocabulary,
                                                    std::uint16_t section, KeyId key, bool none,
                                                    const std::vector<Offer>& offers,
                                                    const std::string& path, std::string_view line,
                                                    Diagnostics& diagnostics);

/// When and by whom something was said, `2026-03-02 rad`; either may be missing.
struct TypedProof {
  std::optional<Date> date;
  std::string by;
};
[[nodiscard]] std::optional<TypedProof> read_proof(const Vocabulary& vocabulary,
                                                   std::uint16_t section, const std::string& path,
                                                   std::string_view line, Diagnostics& diagnostics);

}  // namespace dealcheck
