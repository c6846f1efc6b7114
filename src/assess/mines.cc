// Thirty small warnings are noise: risks with one cause become one, and few of them are marked as
// those that decide.

#include "assess/mines.h"

#include <algorithm>
#include <tuple>

namespace dealcheck {

namespace {

constexpr std::size_t kMostSerious = 5;  ///< shown, the deadly ones included
constexpr std::size_t kFewest = 3;       ///< filled up with minor ones

/// A finding on its way to a mine.
struct Risk {
  const Finding* finding;
  bool question;
};

std::vector<Risk> collect(const Assessment& assessment) {
  std::vector<Risk> risks;
  for (const auto* list : {&assessment.questions, &assessment.findings}) {
    for (const Finding& finding : *list) {
      if (!finding.mine || !finding.waived.empty()) continue;
      risks.push_back({&finding, list == &assessment.questions});
    }
  }
  // The most dangerous first, among those what is improper; then what costs most; the stage's own
  // questions before the rest.
  const auto rank = [](const Risk& risk) {
    const Mine& mine = *risk.finding->mine;
    return std::make_tuple(-static_cast<int>(mine.severity), mine.kind != "compliance",
                           risk.finding->points, !risk.question);
  };
  std::stable_sort(risks.begin(), risks.end(),
                   [&](const Risk& a, const Risk& b) { return rank(a) < rank(b); });
  return risks;
}

bool same_cause(const MineView& mine, const Finding& finding) {
  return !finding.mine->cause.empty() && mine.cause == finding.mine->cause &&
         mine.contact == finding.contact;
}

MineView make_mine(const Finding& finding) {
  MineView mine;
  mine.kind = finding.mine->kind;
  mine.severity = finding.mine->severity;
  mine.cause = finding.mine->cause.empty() ? finding.rule : finding.mine->cause;
  mine.label = finding.label;
  mine.message = finding.message;
  mine.contact = finding.contact;
  return mine;
}

void add_finding(MineView& mine, const Finding& finding) {
  mine.points += finding.points;
  if (std::find(mine.rules.begin(), mine.rules.end(), finding.rule) == mine.rules.end()) {
    mine.rules.push_back(finding.rule);
  }
  for (const Evidence& evidence : finding.evidence) {
    const bool known = std::any_of(mine.evidence.begin(), mine.evidence.end(),
                                   [&](const Evidence& other) { return other.at == evidence.at; });
    if (!known) mine.evidence.push_back(evidence);
  }
}

/// A risk of how the file is kept moves nothing and kills nothing.
bool is_bookkeeping(const MineView& mine) {
  return mine.kind == "stage" && mine.points == 0 && mine.severity != MineSeverity::deadly;
}

/// All deadly ones decide, and a compliance risk always must be seen; serious ones as long as there
/// is room; minor ones only where there is little else.
void mark_deciding(std::vector<MineView>& mines) {
  std::size_t shown = 0;
  for (MineView& mine : mines) {
    const bool must = mine.severity == MineSeverity::deadly || mine.kind == "compliance";
    const std::size_t room = mine.severity == MineSeverity::minor ? kFewest : kMostSerious;
    mine.decides = must || (shown < room && !is_bookkeeping(mine));
    shown += mine.decides ? 1U : 0U;
  }
}

}  // namespace

std::vector<MineView> tell_mines(const Assessment& assessment) {
  std::vector<MineView> mines;
  for (const Risk& risk : collect(assessment)) {
    const Finding& finding = *risk.finding;
    auto mine = std::find_if(mines.begin(), mines.end(),
                             [&](const MineView& one) { return same_cause(one, finding); });
    if (mine == mines.end()) mine = mines.insert(mines.end(), make_mine(finding));
    add_finding(*mine, finding);
  }
  mark_deciding(mines);
  return mines;
}

}  // namespace dealcheck
