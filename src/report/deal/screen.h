#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/assessment.h"
#include "report/shared/phrases.h"

namespace dealcheck {

/// A label with what stands beside it; `places` is where that comes from, empty for nowhere.
struct ScreenLine {
  std::string label;
  std::string says;
  std::vector<Evidence> places{};
};

/// One of the few risks, and what is done about it.
struct ScreenRisk {
  MineSeverity severity = MineSeverity::serious;
  ScreenLine line;     ///< how severe, and what it is
  std::string answer;  ///< the step against it, or of a deadly one that none is known; else empty
};

/// One of the few steps; the first one is the arrow.
struct ScreenStep {
  std::string says;
  std::vector<std::string> facts;  ///< by when, who
  std::vector<std::string> signs;  ///< how it worked, how it failed; only of the first
};

/// What somebody with five seconds has to see of a deal, whatever the format: the answer with its
/// reason, what to do, what can kill it, who decides, what is not known and what would change it.
/// All of it is in the language of the phrases, and no part needs another to be understood; what
/// there is none of is empty. Nothing is judged here: it chooses from the assessment.
struct DealScreen {
  std::string deal;                ///< its name, and its value where that is known
  std::string event;               ///< the next fixed day and how far off it is
  std::vector<std::string> basis;  ///< stage, day of judgement, account, owner
  std::string forecast;            ///< whether it belongs into the forecast
  std::string order;               ///< the decision, an imperative
  std::string threat;   ///< what a good standing still hides; empty where that is the reason
  ScreenLine reason;    ///< the fact that decided the verdict; what it means without one
  std::string project;  ///< only for a deal without a project
  std::vector<ScreenStep> steps;   ///< at most three
  std::vector<ScreenRisk> risks;   ///< at most three, the most dangerous first
  std::vector<ScreenLine> people;  ///< who decides, who is for us, who is against us
  std::vector<ScreenLine> open;    ///< the two questions behind the standing, what is not known,
                                   ///< what would lift the verdict, what would drop it
  std::string rules;               ///< the rule set, when it is another than the built-in one
  std::string more;                ///< what the whole report has beside this, and how to see it
};

[[nodiscard]] DealScreen screen_of(const Assessment& deal, const Phrases& phrases);

}  // namespace dealcheck
