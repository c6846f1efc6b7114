// Reading portfolio.yaml: the real one, and what must fail in it.

#include "rules/load/portfolio_load.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support.h"

namespace dealcheck {
namespace {

std::string real() {
  std::ifstream file(test::rules_folder() + "/portfolio.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What is told about the real file with one piece of it exchanged.
std::string complaints(const std::string& piece, const std::string& other) {
  std::string text = real();
  const std::size_t at = text.find(piece);
  REQUIRE_MESSAGE(at != std::string::npos, piece);
  const auto document = test::document(text.replace(at, piece.size(), other), "portfolio.yaml");
  const Rulebook& rules = test::rules();
  const NameScope scope(rules.vocabulary, rules.queries);
  Diagnostics diagnostics;
  (void)load_portfolio(Yaml(*document), scope, rules.policy, diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    CHECK(one.at.line > 0);
    told += diagnostic_message(one, rules.words, Language::en) + "\n";
  }
  return told;
}

TEST_CASE("portfolio rules: the real ones") {
  const PortfolioRules& rules = test::rules().portfolio;
  REQUIRE(rules.layers.size() == 4);
  CHECK(rules.layers.front().id == "best-few");
  CHECK(rules.layers.back().id == "universe");
  CHECK(rules.review_after == 31);
  CHECK(rules.acts.size() > 10);
}

TEST_CASE("portfolio rules: what must fail") {
  CHECK(complaints("layer: best-few", "layer: best-few").empty());
  CHECK(complaints("verdicts: [first-choice]", "verdicts: [first-chois]") ==
        "there is no verdict 'first-chois'\n");
  CHECK(complaints("decisions: [nurture]", "decisions: [nurtur]") ==
        "verdict.yaml has no decision 'nurtur'\n");
  CHECK(complaints("stages: [mid, late]", "stages: [mid, end]") ==
        "a stage is early, mid or late, not 'end'\n");
  CHECK(complaints("milestones.contract", "milestones.contrakt") ==
        "no section has a key 'milestones.contrakt'\n");
  CHECK(complaints("of: behaviours", "of: behaviour") == "no section has a key 'behaviour'\n");
  CHECK(complaints("by: customer", "by: them") == "`by` is customer, us or both, not 'them'\n");
  CHECK(complaints("it.answered", "it.answerd") == "there is no fact 'it.answerd'\n");
  CHECK(complaints("per_owner", "per_ower") ==
        "'per_owner' is missing here\nunknown key 'per_ower'\n");
  CHECK(complaints("least: 1", "least: one").find("one") != std::string::npos);
}

}  // namespace
}  // namespace dealcheck
