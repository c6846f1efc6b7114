#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/stage.h"
#include "i18n/words.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// What a rule would say of a deal that holds nothing but the line.
struct LookupEffect {
  std::string rule;
  std::string label;
  Reads reads = Reads::mixed;
  std::vector<Stage> stages;  ///< those in which it says so
  int points = 0;
  std::string says;
};

/// A place of the deal file.
struct LookupPlace {
  std::string section;
  std::string key;
  std::string value;  ///< of a choice; else empty
  std::string section_label;
  std::string key_label;
  std::string value_label;
  std::string means;                  ///< of the key
  std::string line;                   ///< to copy into the file
  std::vector<LookupEffect> effects;  ///< the weightiest first; none: no rule reads it by itself
};

/// The places nearest to what somebody wants to write, at most one for each key, the nearest first.
/// `today` dates the deals that are tried. Nothing when no word of the sentence is known.
[[nodiscard]] std::vector<LookupPlace> look_up(const Rulebook& book, std::string_view sentence,
                                               Language language, Date today);

/// A value of a key and every way to write it, the canonical one first.
struct LookupValue {
  std::string value;
  std::string label;
  std::vector<std::string> names;
};

/// A key of the deal file and every way to write it.
struct LookupKey {
  std::string section;
  std::string key;
  std::string section_label;
  std::string label;
  std::string means;
  std::string type;  ///< choice, number, amount, date, text, contact
  std::vector<std::string> names;
  std::vector<LookupValue> values;
};

/// The keys of that name, in any spelling: `scope`, `behaviours.scope`, `讨论范围`; of a section
/// all its keys. Empty when there are none.
[[nodiscard]] std::vector<LookupKey> look_up_name(const Rulebook& book, std::string_view name,
                                                  Language language);

}  // namespace dealcheck
