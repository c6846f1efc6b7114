#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "deal/opportunity.h"
#include "deal/vocabulary.h"

namespace dealcheck {

/// One value to be written under a key.
struct AnsweredValue {
  KeyId key = 0;
  Value value;  ///< its `text` is not used: what it refers to may be gone
  std::string
      text;  ///< numbers, amounts, dates, texts: as typed; contacts: how the file calls them
};

/// Reads a value as a user types it, in every spelling that a file may have. `path` is what the
/// errors show in place of a file.
[[nodiscard]] std::optional<AnsweredValue> read_answered_value(const Vocabulary& vocabulary,
                                                               std::uint16_t section, KeyId key,
                                                               const std::string& path,
                                                               const std::string& text,
                                                               Diagnostics& diagnostics);

/// What is to be written into a deal.
struct DealAnswer {
  std::uint16_t section = 0;
  /// Of attributes the values of one key; of a list those of one new entry; empty: `whole`.
  std::vector<AnsweredValue> values;
  /// What the whole list is said to be: unknown, or none.
  Value::Kind whole = Value::Kind::unknown;
  std::optional<Date> date;
  std::string by;    ///< who said it, as the file calls that person; empty: not told
  std::string note;  ///< what was said or done in short; empty: not told
};

/// A value that takes the place of the one of a key, or of none, in a section or an entry that is
/// there.
struct DealReplacement {
  std::uint16_t section = 0;
  std::size_t entry = 0;              ///< place in its list; 0 in a section without entries
  std::vector<AnsweredValue> values;  ///< of one key
};

/// The text of the deal's file with the answer in it, where a person would have written it: keys in
/// the language of the file, in its indentation, in an entry that stands commented out with
/// `unknown` in it (`dealcheck init` writes such) when there is one. Every other byte stays as it
/// is. What would not read as the same deal with exactly this answer more is not written: nothing,
/// with the reader's errors where it has some.
[[nodiscard]] std::optional<std::string> write_answer(const Opportunity& deal,
                                                      const Vocabulary& vocabulary,
                                                      const DealAnswer& answer,
                                                      Diagnostics& diagnostics);

/// The text of the deal's file with another value in the place of one that stands bare (without a
/// day or a witness of its own, and without a comment in it). Every other byte stays as it is.
/// Nothing when there is no such place, or the new text would not read as the same deal with
/// exactly this value changed.
[[nodiscard]] std::optional<std::string> write_replacement(const Opportunity& deal,
                                                           const Vocabulary& vocabulary,
                                                           const DealReplacement& replacement);

/// The language that most keys of the file are written in.
[[nodiscard]] Language language_of_keys(const YamlDocument& document);

}  // namespace dealcheck
