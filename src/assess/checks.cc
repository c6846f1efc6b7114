// Everything that rules/checks.yaml puts to the test: the objective, the project, the customer, our
// strengths.

#include "assess/checks.h"

#include <algorithm>

namespace dealcheck {

namespace {

Tri pass(const Facts& facts, const Check& check, RecordRef it) {
  if (facts.test(check.when, EvidencePolicy::for_us, it) == Tri::yes) return Tri::yes;
  return facts.test(check.failed, EvidencePolicy::against_us, it) == Tri::yes ? Tri::no
                                                                              : Tri::unknown;
}

CheckResult tell_check(const AssessContext& context, const Check& check, RecordRef it) {
  CheckResult result;
  result.id = check.id;
  result.label = check.label.in(context.language());
  result.source = check.source;
  result.passed = pass(context.facts(), check, it);
  if (context.brief() && result.passed != Tri::yes) return result;
  if (result.passed == Tri::yes) {
    result.message = context.say(check.passes, check.slots, it);
    result.evidence = context.evidence(check.when, EvidencePolicy::for_us, it);
  } else if (result.passed == Tri::no) {
    result.message = context.say(check.fails, check.slots, it);
    result.evidence = context.evidence(check.failed, EvidencePolicy::against_us, it);
  } else {
    result.message = context.say(check.ask, check.slots, it);
  }
  return result;
}

/// All five evidenced: in control; most of them not: out of control, but not early, when nobody can
/// know them yet. A file that does not speak of the objective shows neither.
std::string level_of(const std::vector<CheckResult>& indicators, Stage stage) {
  const auto count = [&](Tri passed) {
    return std::count_if(indicators.begin(), indicators.end(),
                         [=](const CheckResult& one) { return one.passed == passed; });
  };
  const auto all = static_cast<std::ptrdiff_t>(indicators.size());
  if (count(Tri::yes) == all) return "in-control";
  if (2 * count(Tri::yes) > all) return "partly";
  if (count(Tri::no) == 0) return "unknown";
  return stage == Stage::early ? "open" : "out-of-control";
}

Tri holds(const std::vector<CheckResult>& tests) {
  Tri result = Tri::yes;
  for (const CheckResult& test : tests) result = std::min(result, test.passed);
  return result;
}

/// Of a brief context only how they came out; else all there is to tell.
std::vector<CheckResult> outcomes(const AssessContext& context, CheckGroup group,
                                  RecordRef it = {}) {
  if (!context.brief()) return tell_checks(context, group, it);
  std::vector<CheckResult> results;
  for (const Check& check : context.rulebook().checks[group]) {
    results.push_back({check.id, {}, pass(context.facts(), check, it), {}, {}, {}});
  }
  return results;
}

}  // namespace

std::vector<CheckResult> tell_checks(const AssessContext& context, CheckGroup group, RecordRef it) {
  std::vector<CheckResult> results;
  for (const Check& check : context.rulebook().checks[group]) {
    results.push_back(tell_check(context, check, it));
  }
  return results;
}

ControlView tell_control(const AssessContext& context) {
  ControlView control;
  control.indicators = outcomes(context, CheckGroup::objective);
  control.level = level_of(control.indicators, context.facts().stage());
  control.level_label =
      context.rulebook().words.say("judging.control." + control.level, context.language());
  if (!context.brief()) control.project = tell_checks(context, CheckGroup::project);
  control.special = tell_checks(context, CheckGroup::special_control);
  control.fit = outcomes(context, CheckGroup::fit);
  return control;
}

std::vector<BulletView> tell_bullets(const AssessContext& context) {
  const Vocabulary& vocabulary = context.rulebook().vocabulary;
  const std::uint16_t id = *vocabulary.section_id("strengths");
  const Section& section = vocabulary.sections[id];
  const KeyId what = *section.names.find("what");
  std::vector<BulletView> bullets;
  for (const Record& record : context.opportunity().sections[id].records) {
    BulletView bullet;
    const Statement* told = record.find(what);
    bullet.what = told != nullptr ? std::string(told->value.text) : context.describe(record, id);
    bullet.tests = outcomes(context, CheckGroup::bullet, {id, &record});
    bullet.holds = holds(bullet.tests);
    bullet.recognised_by = context.contacts_of(record, id, "recognised_by");
    bullet.moves = context.contacts_of(record, id, "moves");
    bullet.at = record.at;
    bullets.push_back(std::move(bullet));
  }
  return bullets;
}

}  // namespace dealcheck
