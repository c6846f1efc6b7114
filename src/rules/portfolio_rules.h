#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/stage.h"
#include "deal/field_name.h"
#include "deal/vocabulary.h"
#include "i18n/words.h"
#include "rules/condition.h"

namespace dealcheck {

/// What a layer of the funnel takes: a deal that fits in all of these; an empty one fits any.
struct FunnelEntry {
  StageSet stages;
  std::vector<std::string> verdicts;
  std::vector<std::string> decisions;
  int evidence = 0;  ///< least share of the stage's questions that rests on evidence, percent
};

/// One layer of the funnel (method 9).
struct FunnelLayer {
  std::string id;  ///< best-few, in-funnel, …
  LocalizedText label;
  LocalizedText work;     ///< what its deals need
  LocalizedText starves;  ///< what it means that there are too few of them
  int least = 0;
  int seats = 0;  ///< among the few deals to put the time into
  std::vector<FunnelEntry> takes;
};
/// Entries of the deal file that are acts.
struct ActRule {
  std::uint16_t section = 0;
  std::optional<KeyId> key;  ///< its dates count; empty: those of the entries
  bool theirs = false;
  bool ours = false;
  std::optional<Condition> unless;  ///< surely true of the entry: it is none
};

struct Currency {
  std::string id;  ///< EUR
  LocalizedText label;
  std::vector<std::string> names;  ///< every spelling, lower case
};

/// How many deals are looked at together (rules/portfolio.yaml).
struct PortfolioRules {
  std::vector<FunnelLayer> layers;               ///< from the narrow end
  std::vector<std::string> drop;                 ///< decisions to leave a deal
  std::vector<std::string> worth_time;           ///< verdicts of deals to put the time into
  int per_owner = 0;                             ///< deals one seller can give the time they need
  int review_after = 0;                          ///< days
  std::array<int, kStageCount> stalled_after{};  ///< days without an act of the customer
  int large_share = 0;                           ///< percent of all open money in one currency
  std::vector<FieldName> amount;  ///< where it is looked up, the first that says it holds
  std::vector<FieldName> closes;
  std::vector<ActRule> acts;
  std::vector<Currency> currencies;
};

}  // namespace dealcheck
