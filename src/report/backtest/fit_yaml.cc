#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "report/backtest/backtest_told.h"

namespace dealcheck {

namespace {

class FitYaml {
 public:
  FitYaml(const Fit& fit, const Rulebook& rules, Language language)
      : fit_(fit), rules_(rules), phrases_(rules.words, language) {}

  std::string render() {
    comment(say("fit.review"));
    comment(say("fit.from",
                {{"count", std::to_string(fit_.won.of)}, {"won", std::to_string(fit_.won.hits)}}));
    if (fit_.lesson == Lesson::proposals) {
      comment(say("fit.tested",
                  {{"before", in_hundred(fit_.before)}, {"after", in_hundred(fit_.after)}}));
      text_ += "overrides:\n";
      for (const RuleProposal& one : fit_.proposals) propose(one);
    } else {
      comment(fit_.lesson == Lesson::coin ? say("fit.coin", span_of_points()) : say("fit.nothing"));
      text_ += "overrides: []\n";
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string say(const std::string& id, Arguments arguments = {}) const {
    return phrases_.say(id, std::move(arguments));
  }

  void comment(const std::string& sentence) { text_ += "# " + sentence + "\n"; }

  [[nodiscard]] Arguments span_of_points() const {
    return {{"from", in_hundred(fit_.points->between.from)},
            {"to", in_hundred(fit_.points->between.to)}};
  }

  void propose(const RuleProposal& one) {
    const auto rule = std::find_if(rules_.rules.begin(), rules_.rules.end(),
                                   [&](const Rule& other) { return other.id == one.rule; });
    text_ += fmt::format("  - rule: {}\n    points:\n", one.rule);
    for (const ReadingProposal& reading : one.readings) {
      const Reading& read = rule->readings[reading.reading];
      text_ += fmt::format("      {}: {}  # {}\n", reading.reading + 1,
                           points(reading.to, read.stages), points(reading.from, read.stages));
    }
    text_ += fmt::format("    reason: {}\n", Json(reason(one)).dump());
  }

  /// One number, or one for each stage of the reading.
  [[nodiscard]] static std::string points(const StagePoints& points, const StageSet& stages) {
    std::vector<std::string> each;
    std::vector<int> values;
    for (const Stage stage : kStages) {
      if (!stages.has(stage)) continue;
      values.push_back(points.at(static_cast<std::size_t>(stage)));
      each.push_back(fmt::format("{}: {}", to_string(stage), values.back()));
    }
    const bool same =
        std::all_of(values.begin(), values.end(), [&](int one) { return one == values.front(); });
    return same && !values.empty() ? std::to_string(values.front())
                                   : fmt::format("{{{}}}", fmt::join(each, ", "));
  }

  [[nodiscard]] std::string reason(const RuleProposal& one) const {
    Arguments told{{"count", std::to_string(fit_.won.of)}, {"all", in_hundred(fit_.won.share())}};
    for (const bool for_us : {true, false}) {
      const Tally& won = for_us ? one.for_us : one.against_us;
      if (won.of == 0) continue;
      for (const auto& [name, value] : tally_arguments(won)) {
        told.emplace_back((for_us ? "for_" : "against_") + name, value);
      }
    }
    return say("fit.reason", std::move(told));
  }

  const Fit& fit_;
  const Rulebook& rules_;
  Phrases phrases_;
  std::string text_;
};

}  // namespace

std::string render_fit(const Fit& fit, const Rulebook& rules, Language language) {
  return FitYaml(fit, rules, language).render();
}

}  // namespace dealcheck
