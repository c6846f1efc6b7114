#include "lint/world_pairs.h"

namespace dealcheck {

namespace {

/// Where at least so many of some sets lie on each other.
class AtLeast {
 public:
  explicit AtLeast(std::size_t wanted) : reached_(wanted + 1) { reached_.front().set(); }

  void add(const WorldSet& part) {
    for (std::size_t i = reached_.size() - 1; i > 0; --i) reached_[i] |= reached_[i - 1] & part;
  }
  [[nodiscard]] const WorldSet& found() const { return reached_.back(); }

 private:
  std::vector<WorldSet> reached_;  ///< by how many
};

/// How many parts must hold.
std::size_t parts_needed(const Condition& condition) {
  if (condition.op == Condition::Op::all) return condition.parts.size();
  return condition.op == Condition::Op::any ? 1 : condition.at_least;
}

}  // namespace

WorldPairs::WorldPairs(const Worlds& worlds) {
  complete_ = worlds.visit(kMostPaired, [&](const World& world) {
    worlds.each_leaf([&](const Condition& leaf) {
      const Tri answer = worlds.answer_of(leaf, world);
      Answers& answers = leaves_[&leaf];
      answers.yes[count_] = answer == Tri::yes;
      answers.possible[count_] = answer != Tri::no;
    });
    existing_[count_] = true;
    ++count_;
    return true;
  });
}

bool WorldPairs::any_view(FunctionRef<bool(const View&)> does) const {
  for (std::size_t firm = 0; firm < count_; ++firm) {
    if (does({firm, false}) || does({firm, true})) return true;
  }
  return false;
}

/// What hurts us may rest on everything: on what was looked into as on what is only said.
WorldPairs::Answers WorldPairs::answer_leaf(const Condition& leaf, Trust trust,
                                            const View& view) const {
  const Answers& said = leaves_.at(&leaf);
  const bool yes = said.yes[view.firm];
  const bool possible = said.possible[view.firm];
  const WorldSet every = ~WorldSet();
  const Answers firm{yes ? every : WorldSet(), possible ? every : WorldSet()};
  if (trust == Trust::for_us) return firm;
  if (!view.checked_is_firm) return said;
  if (trust == Trust::checked) return firm;
  return {firm.yes | said.yes, firm.possible | said.possible};
}

WorldPairs::Answers WorldPairs::answer(const Condition& condition, Trust trust,
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
