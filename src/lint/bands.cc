// Whether the bands of each stage cut the points into standings that can all be reached.

#include <algorithm>
#include <array>

#include "lint/lint.h"

namespace dealcheck {

namespace {

constexpr std::array kFromBest{Standing::first_choice, Standing::contender, Standing::backup,
                               Standing::column_fodder};

/// The most and the fewest points that the rules of a stage can add up to.
struct Sums {
  int least = 0;
  int most = 0;
};

Sums sums_of(const Rulebook& book, Stage stage) {
  Sums sums;
  const int unknown = book.policy.unknown_points[static_cast<std::size_t>(stage)];
  for (const Rule& rule : book.rules) {
    if (!rule.stages.has(stage)) continue;
    const int unread = rule.question ? unknown : 0;
    int least = unread;
    int most = unread;
    for (const Reading& reading : rule.readings) {
      if (!reading.stages.has(stage)) continue;
      least = std::min(least, reading.points_in(stage));
      most = std::max(most, reading.points_in(stage));
    }
    sums.least += least;
    sums.most += most;
  }
  return sums;
}

/// Whether a gate can bring about that standing: a lift from below, a cap from above.
bool has_gate(const Rulebook& book, Stage stage, Standing standing) {
  return std::any_of(book.rules.begin(), book.rules.end(), [&](const Rule& rule) {
    return rule.stages.has(stage) &&
           std::any_of(rule.readings.begin(), rule.readings.end(), [&](const Reading& reading) {
             return reading.stages.has(stage) &&
                    (reading.lift == standing || reading.cap == standing);
           });
  });
}

class BandCheck {
 public:
  BandCheck(const LintInput& input, Stage stage, FindingSink& sink)
      : input_(input),
        stage_(stage),
        sink_(sink),
        bands_(input.book.policy.bands[static_cast<std::size_t>(stage)]),
        sums_(sums_of(input.book, stage)) {}

  void run() {
    for (std::size_t i = 1; i + 1 < kFromBest.size(); ++i) {
      const Standing better = kFromBest.at(i - 1);
      const Standing worse = kFromBest.at(i);
      if (from(better) <= from(worse)) tell_crossing(better, worse);
    }
    for (std::size_t i = 0; i < kFromBest.size(); ++i) {
      const bool lowest = i + 1 == kFromBest.size();
      const bool too_high = !lowest && from(kFromBest.at(i)) > sums_.most;
      const bool too_low = i > 0 && from(kFromBest.at(i - 1)) <= sums_.least;
      if ((too_high || too_low) && !has_gate(input_.book, stage_, kFromBest.at(i))) {
        tell_out_of_reach(kFromBest.at(i));
      }
    }
  }

 private:
  [[nodiscard]] int from(Standing standing) const {
    return bands_[static_cast<std::size_t>(standing)];
  }
  [[nodiscard]] std::optional<Yaml> place(Standing standing) const {
    if (standing == Standing::column_fodder) {
      return input_.places.in_file("verdict", {"bands", to_string(stage_)});
    }
    return input_.places.in_file("verdict", {"bands", to_string(stage_), to_string(standing)});
  }
  void tell_crossing(Standing better, Standing worse) {
    sink_.add(Severity::error, place(worse), "rules.check.bands-cross",
              {{"stage", std::string(to_string(stage_))},
               {"better", std::string(to_string(better))},
               {"worse", std::string(to_string(worse))}});
  }
  void tell_out_of_reach(Standing standing) {
    sink_.add(Severity::warning, place(standing), "rules.check.standing-out-of-reach",
              {{"stage", std::string(to_string(stage_))},
               {"standing", std::string(to_string(standing))},
               {"least", std::to_string(sums_.least)},
               {"most", std::to_string(sums_.most)}});
  }

  const LintInput& input_;
  Stage stage_;
  FindingSink& sink_;
  const std::array<int, kRankCount>& bands_;
  Sums sums_;
};

}  // namespace

void check_bands(const LintInput& input, FindingSink& sink) {
  for (const Stage stage : kStages) BandCheck(input, stage, sink).run();
}

}  // namespace dealcheck
