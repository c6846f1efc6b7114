#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "deal/opportunity.h"
#include "diagnostics/diagnostic.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// A deal with something else in it than the file says.
struct Hypothesis {
  Opportunity deal;
  std::vector<std::shared_ptr<const YamlDocument>> texts;  ///< own the text of what was set
};

/// `deal` with every setting made, in their order. A setting is PLACE=VALUE or SECTION+=ENTRY:
/// `project.budget=in_place`, `stage=late`, `contacts.cfo.met=2026-03-18`, `contacts[2].support=3`,
/// `objections=none`, `objections+={topic: price}`; names in every spelling that a deal may use.
/// What is set counts as witnessed on the day `as_of`, so that it is neither stale nor a belief,
/// and has no place (line 0). Nothing, with the errors at their places in the setting, when one
/// cannot be made.
[[nodiscard]] std::optional<Hypothesis> suppose(const Rulebook& rulebook, const Opportunity& deal,
                                                const std::vector<std::string>& settings,
                                                Date as_of, Diagnostics& diagnostics);

}  // namespace dealcheck
