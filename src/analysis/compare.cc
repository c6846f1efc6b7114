#include "analysis/compare.h"

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

/// Finds what became of a finding of the first deal, and the other way round.
class Pairing {
 public:
  explicit Pairing(const Counterparts& counterparts) : counterparts_(counterparts) {}

  [[nodiscard]] bool same_subject(const Finding& before, const Finding& after) const {
    if (before.rule != after.rule) return false;
    if (!before.record || !after.record || !counterparts_.record) {
      return before.record == after.record;
    }
    return counterparts_.record(before.rule, *before.record) == after.record;
  }
  [[nodiscard]] bool same_mine(const MineView& before, const MineView& after) const {
    if (before.cause != after.cause) return false;
    if (!before.contact || !after.contact || !counterparts_.contact) {
      return before.contact == after.contact;
    }
    return counterparts_.contact(*before.contact) == after.contact;
  }

 private:
  const Counterparts& counterparts_;
};

template <typename Items, typename IsIt>
bool has(const Items& items, const IsIt& is_it) {
  return std::any_of(items.begin(), items.end(), is_it);
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

}  // namespace

bool moves_something(const ReadingChange& change) {
  if (change.points != 0) return true;
  const Finding none;
  const Finding& a = change.before != nullptr ? *change.before : none;
  const Finding& b = change.after != nullptr ? *change.after : none;
  return a.reads != b.reads || a.cap != b.cap || a.lift != b.lift ||
         a.not_started != b.not_started || a.mine.has_value() != b.mine.has_value();
}

Comparison compare(const Assessment& before, const Assessment& after,
                   const Counterparts& counterparts) {
  const Pairing pairing(counterparts);
  const auto first = all_findings(before);
  const auto second = all_findings(after);
  Comparison comparison;
  for (const Finding* finding : first) {
    const auto found = std::find_if(second.begin(), second.end(), [&](const Finding* other) {
      return pairing.same_subject(*finding, *other);
    });
    const Finding* other = found == second.end() ? nullptr : *found;
    if (other == nullptr || !reads_alike(*finding, *other)) {
      comparison.changes.push_back(make_change(finding, other));
    }
  }
  for (const Finding* finding : second) {
    const bool known =
        has(first, [&](const Finding* old) { return pairing.same_subject(*old, *finding); });
    if (!known) comparison.changes.push_back(make_change(nullptr, finding));
  }
  std::stable_sort(comparison.changes.begin(), comparison.changes.end(),
                   [](const ReadingChange& a, const ReadingChange& b) {
                     return std::abs(a.points) > std::abs(b.points);
                   });
  for (const MineView& mine : before.mines) {
    const auto same = [&](const MineView& other) { return pairing.same_mine(mine, other); };
    if (!has(after.mines, same)) comparison.gone.push_back(&mine);
  }
  for (const MineView& mine : after.mines) {
    const auto same = [&](const MineView& other) { return pairing.same_mine(other, mine); };
    if (!has(before.mines, same)) comparison.come.push_back(&mine);
  }
  return comparison;
}

}  // namespace dealcheck
