#include "compare.h"

#include <algorithm>
#include <cstdlib>

namespace dealcheck {

namespace {

std::vector<const Finding*> all_findings(const Assessment& assessment) {
  std::vector<const Finding*> list;
  for (const auto* findings : {&assessment.questions, &assessment.findings}) {
    for (const Finding& finding : *findings) list.push_back(&finding);
  }
  return list;
}

bool same_subject(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.record == b.record;
}

const Finding* counterpart(const std::vector<const Finding*>& list, const Finding& finding) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Finding* other) {
    return same_subject(*other, finding);
  });
  return found == list.end() ? nullptr : *found;
}

bool reads_alike(const Finding& a, const Finding& b) {
  return a.reads == b.reads && a.points == b.points && a.message == b.message && a.cap == b.cap &&
         a.lift == b.lift && a.not_started == b.not_started;
}

ReadingChange make_change(const Finding* before, const Finding* after) {
  const Finding& told = after != nullptr ? *after : *before;
  const int then = after != nullptr ? after->points : 0;
  const int now = before != nullptr ? before->points : 0;
  return {told.rule, told.label, before, after, then - now};
}

std::vector<const MineView*> missing_in(const Assessment& from, const Assessment& other) {
  std::vector<const MineView*> missing;
  for (const MineView& mine : from.mines) {
    const bool there = std::any_of(other.mines.begin(), other.mines.end(), [&](const auto& one) {
      return one.cause == mine.cause && one.contact == mine.contact;
    });
    if (!there) missing.push_back(&mine);
  }
  return missing;
}

}  // namespace

Comparison compare(const Assessment& before, const Assessment& after) {
  const auto first = all_findings(before);
  const auto second = all_findings(after);
  Comparison comparison;
  for (const Finding* finding : first) {
    const Finding* other = counterpart(second, *finding);
    if (other == nullptr || !reads_alike(*finding, *other)) {
      comparison.changes.push_back(make_change(finding, other));
    }
  }
  for (const Finding* finding : second) {
    if (counterpart(first, *finding) == nullptr) {
      comparison.changes.push_back(make_change(nullptr, finding));
    }
  }
  std::stable_sort(comparison.changes.begin(), comparison.changes.end(),
                   [](const ReadingChange& a, const ReadingChange& b) {
                     return std::abs(a.points) > std::abs(b.points);
                   });
  comparison.gone = missing_in(before, after);
  comparison.come = missing_in(after, before);
  return comparison;
}

}  // namespace dealcheck
