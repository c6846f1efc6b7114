#include "lint/assignment_pairs.h"

namespace dealcheck {

namespace {

/// Where at least so many of some sets lie on each other.
class AtLeast {
 public:
  explicit AtLeast(std::size_t wanted) : reached_(wanted + 1) { reached_.front().set(); }

  void add(const AssignmentSet& part) {
    for (std::size_t i = reached_.size() - 1; i > 0; --i) reached_[i] |= reached_[i - 1] & part;
  }
  [[nodiscard]] const AssignmentSet& found() const { return reached_.back(); }

 private:
  std::vector<AssignmentSet> reached_;  ///< by how many
};

/// How many parts must hold.
std::size_t parts_needed(const Condition& condition) {
  if (condition.op == Condition::Op::all) return condition.parts.size();
  return condition.op == Condition::Op::any ? 1 : condition.at_least;
}

}  // namespace

AssignmentPairs::AssignmentPairs(const StateSpace& space) {
  complete_ = space.visit(kMostPaired, [&](const Assignment& assignment) {
    space.each_leaf([&](const Condition& leaf) {
      const Tri answer = space.answer_of(leaf, assignment);
      Answers& answers = leaves_[&leaf];
      answers.yes[count_] = answer == Tri::yes;
      answers.possible[count_] = answer != Tri::no;
    });
    existing_[count_] = true;
    ++count_;
    return true;
  });
}

bool AssignmentPairs::any_view(FunctionRef<bool(const View&)> does) const {
  for (std::size_t firm = 0; firm < count_; ++firm) {
    if (does({firm, false}) || does({firm, true})) return true;
  }
  return false;
}

/// What hurts us may rest on everything: on what was looked into as on what is only said.
AssignmentPairs::Answers AssignmentPairs::answer_leaf(const Condition& leaf, EvidencePolicy trust,
                                                      const View& view) const {
  const Answers& said = leaves_.at(&leaf);
  const bool yes = said.yes[view.firm];
  const bool possible = said.possible[view.firm];
  const AssignmentSet every = ~AssignmentSet();
  const Answers firm{yes ? every : AssignmentSet(), possible ? every : AssignmentSet()};
  if (trust == EvidencePolicy::for_us) return firm;
  if (!view.checked_is_firm) return said;
  if (trust == EvidencePolicy::checked) return firm;
  return {firm.yes | said.yes, firm.possible | said.possible};
}

AssignmentPairs::Answers AssignmentPairs::answer(const Condition& condition, EvidencePolicy trust,
                                                 const View& view) const {
  if (condition.op == Condition::Op::leaf) return answer_leaf(condition, trust, view);
  if (condition.op == Condition::Op::negation) {
    const Answers inside = answer(condition.parts.front(), flipped(trust), view);
    return {~inside.possible, ~inside.yes};
  }
  AtLeast yes(parts_needed(condition));
  AtLeast possible(parts_needed(condition));
  for (const Condition& part : condition.parts) {
    const Answers answers = answer(part, trust, view);
    yes.add(answers.yes);
    possible.add(answers.possible);
  }
  return {yes.found(), possible.found()};
}

}  // namespace dealcheck
