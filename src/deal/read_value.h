#pragma once

#include <cstdint>
#include <optional>

#include "deal/opportunity.h"
#include "deal/vocabulary.h"
#include "diagnostics/diagnostic.h"
#include "yaml/yaml.h"

namespace dealcheck {

/// What a complaint calls a key or section, beside `more`: `key` or `section` by its id, and
/// `key_label` or `section_label` as files in the language of the complaint call it.
[[nodiscard]] Arguments naming(const Key& key, Arguments more = {});
[[nodiscard]] Arguments naming(const Section& section, Arguments more = {});

/// Nothing is written there: no value, or an empty text.
[[nodiscard]] bool blank(Yaml node);

/// Whether a word for none or unknown is a text where it stands in quotes and its key takes texts.
enum class Quotes : std::uint8_t { heeded, ignored };

/// Reads one value of a key by its type, from the text as written: choices in every spelling,
/// numbers, amounts, dates, names of contacts (not yet looked up). Anything else is an error at its
/// place, and nothing. `today` is the day of judgement that the file states: `yesterday` needs it.
/// Of a date that happened on a day nobody told, the value is the text.
[[nodiscard]] std::optional<Value> read_value(const Vocabulary& vocabulary, const Key& key,
                                              Yaml node, Diagnostics& diagnostics,
                                              Quotes quotes = Quotes::heeded,
                                              std::optional<Date> today = {});

}  // namespace dealcheck
