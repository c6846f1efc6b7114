#include "report/shared/deal_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace dealcheck {

// ---- findings ----

bool is_waived(const Finding& finding) { return !finding.waived.empty(); }

bool is_mine(const Finding& finding) { return finding.mine.has_value() && !is_waived(finding); }

bool is_for_us(const Finding& finding) {
  const bool helps = finding.points > 0 || finding.lift.has_value();
  return finding.reads == Reads::favourable && helps && !is_mine(finding) && !is_waived(finding);
}

bool is_contradiction(const Finding& finding) {
  return finding.topic == "contradiction" && !is_waived(finding);
}

bool is_note(const Finding& finding) {
  return finding.topic.empty() && !is_mine(finding) && !is_for_us(finding) && !is_waived(finding);
}

// ---- the head ----

const std::string& deal_name(const Assessment& deal) {
  return deal.name.empty() ? deal.path : deal.name;
}

std::vector<std::string> main_figures(const Assessment& deal, const Phrases& phrases) {
  const Range& range = deal.range;
  return {phrases.say(range.worst == range.best ? "verdict.range_closed" : "verdict.range",
                      {{"worst", standing_name(phrases, deal, range.worst)},
                       {"best", standing_name(phrases, deal, range.best)}}),
          phrases.say("verdict.evidence", {{"percent", percent(deal.coverage)}}),
          phrases.say("verdict.points", {{"points", phrases.signed_number(deal.points)}})};
}

std::vector<std::string> verdict_figures(const Assessment& deal, const Phrases& phrases) {
  std::vector<std::string> figures = main_figures(deal, phrases);
  const bool project_told = deal.verdict == Verdict::no_project || deal.project == "unknown";
  if (!project_told && !deal.project_label.empty()) {
    figures.push_back(phrases.say("verdict.project", {{"project", deal.project_label}}));
  }
  if (!deal.feeling_label.empty()) {
    figures.push_back(phrases.say("verdict.feeling", {{"feeling", deal.feeling_label}}));
  }
  return figures;
}

std::string project_line(const Assessment& deal, const Phrases& phrases) {
  if (deal.verdict != Verdict::no_project) return {};
  return phrases.say(
      "verdict.project_line",
      {{"project", deal.project_label}, {"standing", standing_name(phrases, deal, deal.standing)}});
}

std::vector<std::string> because_lines(const Assessment& deal, const Phrases& phrases) {
  std::vector<std::string> lines;
  for (const ReasonView& reason : deal.because) {
    const std::string_view id = reason.quote.empty() ? "verdict.because" : "verdict.because_quoted";
    lines.push_back(phrases.say(id, {{"message", reason.message}, {"quote", reason.quote}}));
  }
  if (lines.empty() && !deal.verdict_means.empty()) lines.push_back(deal.verdict_means);
  return lines;
}

std::vector<const Finding*> telling(const Assessment& deal, Behind question) {
  std::vector<const Finding*> told;
  for (const auto* list : {&deal.questions, &deal.findings}) {
    for (const Finding& finding : *list) {
      if (finding.reads && finding.points != 0 && finding.tells == question)
        told.push_back(&finding);
    }
  }
  std::stable_sort(told.begin(), told.end(), [](const Finding* a, const Finding* b) {
    return std::abs(a->points) > std::abs(b->points);
  });
  return told;
}

namespace {

std::string_view answer_id(const BehindView& view) {
  const bool earnest = view.question == Behind::earnest;
  switch (view.answer) {
    case Tri::yes:
      return earnest ? "verdict.earnest.yes" : "verdict.ahead.us";
    case Tri::no:
      if (earnest) return "verdict.earnest.no";
      return view.by_rival ? "verdict.ahead.rival" : "verdict.ahead.nothing";
    case Tri::unknown:
      break;
  }
  return earnest ? "verdict.earnest.open" : "verdict.ahead.open";
}

}  // namespace

std::vector<std::string> behind_lines(const Assessment& deal, const Phrases& phrases) {
  std::vector<std::string> lines;
  for (const BehindView& view : deal.behind) {
    std::vector<std::string> parts;
    for (const Finding* one : telling(deal, view.question)) {
      parts.push_back(
          phrases.say("verdict.tells",
                      {{"label", one->label}, {"points", phrases.signed_number(one->points)}}));
    }
    const std::string answer =
        phrases.say(answer_id(view), {{"points", phrases.signed_number(view.points)}});
    lines.push_back(
        parts.empty() ? answer
                      : phrases.say("verdict.answered",
                                    {{"answer", answer}, {"by", phrases.joined(parts, "comma")}}));
  }
  return lines;
}

std::string not_weighed_line(const Assessment& deal, const Phrases& phrases) {
  const std::size_t count = deal.not_weighed.size();
  if (count == 0) return {};
  return phrases.say(count == 1 ? "not_weighed.one" : "not_weighed.several",
                     {{"count", std::to_string(count)}, {"weighed", std::to_string(deal.weighed)}});
}

std::vector<std::string> stage_views(const Assessment& deal, const Phrases& phrases) {
  const StageView& stages = deal.stages;
  std::vector<std::string> views;
  bool differ = false;
  const auto add = [&](std::string_view id, std::optional<Stage> stage) {
    if (!stage) return;
    views.push_back(phrases.say(id, {{"stage", phrases.label(*stage)}}));
    differ = differ || *stage != stages.judged;
  };
  add("stages.declared", stages.declared);
  add("stages.milestones", stages.milestones);
  add("stages.behaviour", stages.behaviour);
  add("stages.judged", stages.judged);
  if (!differ) views.clear();
  return views;
}

std::string questions_heading(const Assessment& deal, const Phrases& phrases) {
  static constexpr std::array<std::string_view, 10> kCounts = {
      "", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const std::size_t count = deal.questions.size();
  const std::string spelled =
      count < kCounts.size() ? phrases.label("count", kCounts[count]) : std::to_string(count);
  return phrases.say(count == 1 ? "heading.questions_one" : "heading.questions",
                     {{"count", spelled}, {"stage", phrases.label(deal.stages.judged)}});
}

// ---- what moves the verdict ----

std::vector<std::string> limit_words(const Assessment& deal, const Phrases& phrases,
                                     const Finding& finding) {
  std::vector<std::string> limits;
  const auto add = [&](std::string_view id, std::optional<Standing> standing) {
    limits.push_back(phrases.say(
        id, {{"standing", standing ? standing_name(phrases, deal, *standing) : std::string()},
             {"label", finding.label},
             {"lifted_by", without_stop(finding.lifted_by)}}));
  };
  if (finding.not_started) add("limit.not_started", std::nullopt);
  if (finding.cap) add("limit.cap", finding.cap);
  if (finding.lift) add("limit.lift", finding.lift);
  return limits;
}

std::string flip_words(const Flip& flip, const Phrases& phrases) {
  std::vector<std::string> changes;
  for (const FlipChange& change : flip.changes) {
    const std::string says = without_stop(change.says.empty() ? change.label : change.says);
    std::string told = change.to_find_out ? phrases.say("flip.find_out", {{"change", says}}) : says;
    if (std::find(changes.begin(), changes.end(), told) == changes.end())
      changes.push_back(std::move(told));
  }
  return phrases.joined(changes, "and");
}

std::string bullet_words(const BulletView& bullet, const Phrases& phrases) {
  static constexpr std::array<std::string_view, 3> kSays{"fails", "open", "holds"};
  const auto holds = static_cast<std::size_t>(bullet.holds);
  return phrases.say("bullet." + std::string(kSays.at(holds)),
                     {{"what", without_stop(bullet.what)},
                      {"tests", phrases.joined(labels_of(bullet.tests, bullet.holds), "comma")}});
}

// ---- people and steps ----

const std::string& person_name(const ContactView& contact) {
  return contact.name.empty() ? contact.id : contact.name;
}

std::string stance_label(const ContactView& contact, const Phrases& phrases) {
  return phrases.label("stance", contact.leans_to_rival ? "leans" : contact.stance);
}

const std::string& person_name(const Assessment& deal, std::size_t contact) {
  return person_name(deal.contacts[contact]);
}

std::string person_names(const Assessment& deal, const Phrases& phrases,
                         const std::vector<std::size_t>& contacts, std::string_view joint) {
  std::vector<std::string> names;
  names.reserve(contacts.size());
  for (const std::size_t contact : contacts) names.push_back(person_name(deal, contact));
  return phrases.joined(names, joint);
}

const std::string& ask_words(const OpenQuestion& open) {
  return open.ask.empty() ? open.label : open.ask;
}

std::vector<std::string> ask_facts(const Assessment& deal, const Phrases& phrases,
                                   const OpenQuestion& open) {
  std::vector<std::string> facts;
  if (open.whom) {
    facts.push_back(phrases.say("ask_whom", {{"name", person_name(deal, *open.whom)}}));
  }
  if (open.gap != Gap::none) facts.push_back(phrases.label(open.gap));
  return facts;
}

std::string answer_words(const MineView& mine, const Phrases& phrases) {
  if (mine.answered_by) {
    return phrases.say("mine.answered", {{"number", std::to_string(*mine.answered_by + 1)}});
  }
  return mine.severity == MineSeverity::deadly ? phrases.say("mine.unanswered") : std::string();
}

std::vector<std::string> step_facts(const Assessment& deal, const Phrases& phrases,
                                    const StepView& step) {
  std::vector<std::string> facts;
  const auto add = [&](std::string_view id, std::string_view name, const std::string& value) {
    if (!value.empty()) facts.push_back(phrases.say(id, {{std::string(name), value}}));
  };
  add("step.by", "date", phrases.day(step.by, deal.as_of));
  add("step.who", "who", step.who);
  if (step.target) add("step.on", "name", person_name(deal, *step.target));
  add("step.through", "names", person_names(deal, phrases, step.through, "chain"));
  if (step.bullet) add("step.with", "bullet", deal.bullets[*step.bullet].what);
  std::vector<std::string> mines;
  for (const std::size_t mine : step.removes) mines.push_back(deal.mines[mine].label);
  add("step.removes", "mines", phrases.joined(mines, "comma"));
  return facts;
}

std::vector<std::string> plan_facts(const Assessment& deal, const Phrases& phrases,
                                    const PlanView& plan) {
  std::vector<std::string> facts;
  if (!plan.who.empty()) facts.push_back(phrases.say("step.who", {{"who", plan.who}}));
  if (plan.until) {
    facts.push_back(phrases.say("step.by", {{"date", phrases.day(plan.until, deal.as_of)}}));
  }
  if (plan.done) facts.push_back(phrases.say("plan.done"));
  if (plan.remarks.empty()) facts.push_back(phrases.say("plan.nothing"));
  return facts;
}

std::string without_subject(std::string_view sentence, std::string_view subject) {
  if (subject.empty() || !sentence.starts_with(subject)) return std::string(sentence);
  const std::string_view rest = sentence.substr(subject.size());
  for (const std::string_view colon : {": ", "：", ":"}) {
    if (rest.starts_with(colon)) return std::string(rest.substr(colon.size()));
  }
  return std::string(sentence);
}

// ---- rivals ----

std::string rival_position(const RivalView& rival, const Phrases& phrases) {
  if (rival.kind != "incumbent") return rival.position_label;
  return phrases.joined({rival.position_label, phrases.say("rival.incumbent")}, "semicolon");
}

std::string rival_points(const RivalView& rival, const Phrases& phrases) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view id, const std::vector<std::string>& points) {
    if (points.empty()) return;
    parts.push_back(phrases.say(id, {{"points", phrases.joined(points, "comma")}}));
  };
  add("rival.for_us", rival.for_us);
  add("rival.against", rival.against);
  add("rival.closable", rival.closable);
  return phrases.joined(parts, "semicolon");
}

// ---- tests ----

std::vector<std::string> labels_of(const std::vector<CheckResult>& checks, Tri passed) {
  std::vector<std::string> labels;
  for (const CheckResult& check : checks) {
    if (check.passed == passed) labels.push_back(check.label);
  }
  return labels;
}

std::vector<std::string> messages_of(const std::vector<CheckResult>& checks, Tri passed) {
  std::vector<std::string> messages;
  for (const CheckResult& check : checks) {
    if (check.passed == passed) messages.push_back(without_stop(check.message));
  }
  return messages;
}

bool tells_of_control(const ControlView& control) {
  const auto found = [](const std::vector<CheckResult>& checks) {
    return std::any_of(checks.begin(), checks.end(),
                       [](const CheckResult& check) { return check.passed != Tri::unknown; });
  };
  const auto passed = [](const CheckResult& check) { return check.passed == Tri::yes; };
  return control.level != "unknown" || found(control.project) || found(control.fit) ||
         std::any_of(control.special.begin(), control.special.end(), passed);
}

std::vector<std::string> control_notes(const ControlView& control, const Phrases& phrases) {
  std::vector<std::string> notes;
  const auto add = [&](std::string_view id, std::string_view name,
                       const std::vector<std::string>& parts, std::string_view joint) {
    if (parts.empty()) return;
    notes.push_back(phrases.say(id, {{std::string(name), phrases.joined(parts, joint)}}));
  };
  std::vector<std::string> fit = messages_of(control.fit, Tri::yes);
  for (std::string& message : messages_of(control.fit, Tri::no)) fit.push_back(std::move(message));
  add("control.signs", "labels", labels_of(control.project, Tri::yes), "comma");
  add("control.missing", "labels", labels_of(control.project, Tri::no), "comma");
  add("control.special", "reasons", messages_of(control.special, Tri::yes), "semicolon");
  add("control.fit", "messages", fit, "semicolon");
  return notes;
}

}  // namespace dealcheck
