#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assess_context.h"
#include "assess/assessment.h"

namespace dealcheck {

/// One value that a deal states for a fact, and where.
struct FactValue {
  std::string about;  ///< of a list: the entry in short, `contacts[1]`; empty: the deal
  Evidence evidence;  ///< its value, place, witness, day and grade
};

/// A fact that rules can use.
struct FactEntry {
  std::string name;                  ///< `behaviours.questions`, `contacts[].support`, `stage`
  std::string group;                 ///< the section it belongs to; `deal` for the whole
  std::string type;                  ///< choice, number, amount, date, text, contact
  std::vector<std::string> choices;  ///< of a choice, canonical names
  std::string means;
  bool derived = false;           ///< worked out by the program or the rules, not written
  bool after_verdict = false;     ///< known only once the standing is
  Gap gap = Gap::none;            ///< with a deal, and no value: why
  std::vector<FactValue> values;  ///< with a deal; in file order
};

/// Every fact, section by section; those that the rules work out behind those that a deal states.
[[nodiscard]] std::vector<FactEntry> list_facts(const Rulebook& book, Language language);

/// The same with the values of a deal.
[[nodiscard]] std::vector<FactEntry> list_facts(const AssessContext& context);

}  // namespace dealcheck
