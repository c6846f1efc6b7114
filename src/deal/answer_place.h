#pragma once

#include <cstdint>
#include <vector>

#include "deal/vocabulary.h"

namespace dealcheck {

class Diagnostics;
class Yaml;

/// A place of the deal file where an answer is written: one key of a section of attributes, or a
/// new entry of a list.
struct AnswerPlace {
  std::uint16_t section = 0;
  std::vector<KeyId> keys;  ///< of attributes one; of a list those of the entry in the order they
                            ///< are asked, the first needed, the others welcome
  bool none = false;        ///< of a list: that there is none is an answer too

  friend bool operator==(const AnswerPlace&, const AnswerPlace&) = default;
};

/// Reads places as rule files write them: `behaviours.scope`, for a list
/// `{section: attitudes, keys: [view, who], none: yes}`, or a list of such. Everything that the
/// vocabulary does not know is an error.
[[nodiscard]] std::vector<AnswerPlace> read_answer_places(Yaml node, const Vocabulary& vocabulary,
                                                          Diagnostics& diagnostics);

/// The section and keys of `{section: …, keys: […]}`, names looked up as above.
[[nodiscard]] AnswerPlace read_section_keys(Yaml node, const Vocabulary& vocabulary,
                                            Diagnostics& diagnostics);

}  // namespace dealcheck
