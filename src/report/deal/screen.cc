#include "report/deal/screen.h"

#include <algorithm>
#include <utility>

#include "report/shared/deal_words.h"

// The one place that chooses what the first screen shows, how much of it, and in which order.

namespace dealcheck {

namespace {

constexpr std::size_t kScreenSteps = 3;
constexpr std::size_t kScreenRisks = 3;
constexpr std::size_t kScreenNames = 3;  ///< of people who are for us, or against us

class ScreenMaker {
 public:
  ScreenMaker(const Assessment& deal, const Phrases& phrases) : deal_(deal), phrases_(phrases) {}

  DealScreen make() {
    DealScreen screen;
    screen.deal = deal_and_value();
    screen.event = next_event();
    screen.basis = basis();
    screen.forecast = phrases_.say(is_forecast() ? "screen.forecast" : "screen.no_forecast");
    screen.order = deal_.headline;
    const bool told = !deal_.because.empty() && deal_.because.front().message == deal_.threat;
    if (!deal_.threat.empty() && !told) {
      screen.threat = phrases_.say("verdict.threat", {{"message", deal_.threat}});
    }
    screen.reason = reason();
    screen.project = project_line(deal_, phrases_);
    screen.steps = steps();
    screen.risks = risks();
    screen.people = people();
    screen.open = open();
    screen.more = more(screen);
    if (!deal_.overrides.empty() || deal_.rules_name != deal_.rules_version) {
      screen.rules = told_rules(phrases_, deal_);
    }
    return screen;
  }

 private:
  // ---- the head ----

  [[nodiscard]] std::string deal_and_value() const {
    std::vector<std::string> parts{deal_name(deal_)};
    if (deal_.review.amount) parts.push_back(deal_.review.amount->written);
    return phrases_.joined(parts, "dot");
  }

  /// The nearest milestone that lies ahead, else the day the order is expected.
  [[nodiscard]] std::string next_event() const {
    for (const EventView& event : deal_.timeline) {
      const auto& day = event.evidence.date;
      if (event.kind != "milestone" || !day || *day < deal_.as_of) continue;
      return told_event(event.label, *day);
    }
    const auto& closes = deal_.review.closes;
    if (!closes || *closes < deal_.as_of) return {};
    return told_event(phrases_.say("screen.order_expected"), *closes);
  }

  [[nodiscard]] std::string told_event(const std::string& what, Date day) const {
    const int days = days_between(deal_.as_of, day);
    const std::string_view id = days == 0   ? "screen.event_today"
                                : days == 1 ? "screen.event_tomorrow"
                                            : "screen.event";
    return phrases_.say(id, {{"event", what},
                             {"date", phrases_.day(day, deal_.as_of)},
                             {"days", std::to_string(days)}});
  }

  [[nodiscard]] std::vector<std::string> basis() const {
    std::vector<std::string> parts{phrases_.say(
        "title.right",
        {{"stage", phrases_.label(deal_.stages.judged)}, {"date", iso_date(deal_.as_of)}})};
    if (!deal_.account.empty()) parts.push_back(deal_.account);
    if (!deal_.owner.empty())
      parts.push_back(phrases_.say("title.owner", {{"owner", deal_.owner}}));
    return parts;
  }

  /// Only a first choice late in the deal that nothing deadly hangs over may be counted on.
  [[nodiscard]] bool is_forecast() const {
    return deal_.verdict == Verdict::first_choice && deal_.stages.judged == Stage::late &&
           deal_.threat.empty();
  }

  [[nodiscard]] ScreenLine reason() const {
    const std::vector<std::string> told = because_lines(deal_, phrases_);
    if (told.empty()) return {};
    ScreenLine line{{}, told.front()};
    if (!deal_.because.empty()) line.places = places_of(deal_.because.front().rule);
    return line;
  }

  [[nodiscard]] std::vector<Evidence> places_of(const std::string& rule) const {
    for (const auto* list : {&deal_.questions, &deal_.findings}) {
      for (const Finding& finding : *list) {
        if (finding.rule == rule) return finding.evidence;
      }
    }
    return {};
  }

  // ---- what to do, and against what ----

  [[nodiscard]] std::vector<ScreenStep> steps() const {
    std::vector<ScreenStep> steps;
    for (const StepView& step : deal_.next_steps) {
      if (steps.size() == kScreenSteps) break;
      ScreenStep& one = steps.emplace_back();
      one.says = step.says;
      if (step.by) {
        one.facts.push_back(
            phrases_.say("step.by", {{"date", phrases_.day(step.by, deal_.as_of)}}));
      }
      if (!step.who.empty()) one.facts.push_back(step.who);
      if (steps.size() > 1) continue;
      if (!step.worked.empty()) {
        one.signs.push_back(phrases_.say("step.worked", {{"sign", step.worked}}));
      }
      if (!step.failed.empty()) {
        one.signs.push_back(phrases_.say("step.failed", {{"sign", step.failed}}));
      }
    }
    return steps;
  }

  [[nodiscard]] std::vector<ScreenRisk> risks() const {
    std::vector<ScreenRisk> risks;
    for (const MineView& mine : deal_.mines) {
      if (risks.size() == kScreenRisks) break;
      if (!mine.decides) continue;
      risks.push_back(
          {mine.severity,
           {phrases_.label("severity", to_string(mine.severity)), mine.message, mine.evidence},
           answer_words(mine, phrases_)});
    }
    return risks;
  }

  // ---- people ----

  [[nodiscard]] std::vector<ScreenLine> people() const {
    std::vector<ScreenLine> lines;
    const std::vector<const ContactView*> deciders = picked([](const ContactView& one) {
      return one.can_decide == "final" ||
             std::find(one.roles.begin(), one.roles.end(), "economic") != one.roles.end();
    });
    std::vector<std::string> told;
    told.reserve(deciders.size());
    for (const ContactView* one : deciders) told.push_back(seen(*one));
    add_people(lines, "screen.decides", told);
    add_people(lines, "screen.for_us",
               names(picked([](const ContactView& one) { return one.stance == "for"; })));
    add_people(lines, "screen.against", names(picked([](const ContactView& one) {
                 return one.stance == "against" && !one.leans_to_rival;
               })));
    add_people(lines, "screen.leans",
               names(picked([](const ContactView& one) { return one.leans_to_rival; })));
    return lines;
  }

  template <typename Picks>
  [[nodiscard]] std::vector<const ContactView*> picked(const Picks& picks) const {
    std::vector<const ContactView*> list;
    for (const ContactView& one : deal_.contacts) {
      if (!one.departed && picks(one)) list.push_back(&one);
    }
    return list;
  }

  [[nodiscard]] std::string seen(const ContactView& one) const {
    if (one.last_met) {
      return phrases_.say("screen.met", {{"name", person_name(one)},
                                         {"date", phrases_.day(one.last_met, deal_.as_of)}});
    }
    return phrases_.say(one.reached == "no" ? "screen.never_met" : "screen.not_said_met",
                        {{"name", person_name(one)}});
  }

  [[nodiscard]] static std::vector<std::string> names(
      const std::vector<const ContactView*>& people) {
    std::vector<std::string> names;
    names.reserve(people.size());
    for (const ContactView* one : people) names.push_back(person_name(*one));
    return names;
  }

  void add_people(std::vector<ScreenLine>& lines, std::string_view label,
                  std::vector<std::string> told) const {
    if (told.empty()) return;
    const std::size_t left = told.size() - std::min(told.size(), kScreenNames);
    told.resize(told.size() - left);
    if (left > 0)
      told.push_back(phrases_.say("screen.names_left", {{"count", std::to_string(left)}}));
    lines.push_back({phrases_.say(label), phrases_.joined(told, "comma")});
  }

  // ---- what is open, and what would change it ----

  [[nodiscard]] std::vector<ScreenLine> open() const {
    std::vector<ScreenLine> lines;
    if (const std::string told = behind(); !told.empty()) {
      lines.push_back({phrases_.say("screen.behind"), told});
    }
    if (const std::string told = not_known(); !told.empty()) {
      lines.push_back({phrases_.say("screen.not_known"), told});
    }
    for (const bool up : {true, false}) {
      const auto flip = std::find_if(deal_.flips.begin(), deal_.flips.end(),
                                     [up](const Flip& one) { return one.up == up; });
      if (flip == deal_.flips.end()) continue;
      lines.push_back(
          {phrases_.say(up ? "screen.up" : "screen.down"),
           phrases_.say("screen.flip", {{"standing", standing_name(phrases_, deal_, flip->to)},
                                        {"changes", flip_words(*flip, phrases_)}})});
    }
    return lines;
  }

  [[nodiscard]] std::string behind() const {
    std::vector<std::string> answers;
    for (const BehindView& one : deal_.behind) {
      const bool earnest = one.question == Behind::earnest;
      answers.push_back(phrases_.say(std::string("screen.") + (earnest ? "earnest." : "ahead.") +
                                     (one.answer == Tri::yes       ? "yes"
                                      : one.answer == Tri::unknown ? "open"
                                      : earnest || one.by_rival    ? "no"
                                                                   : "nothing")));
    }
    return phrases_.joined(answers, "dot");
  }

  [[nodiscard]] std::string not_known() const {
    std::vector<std::string> parts;
    const auto unread = std::count_if(deal_.questions.begin(), deal_.questions.end(),
                                      [](const Finding& one) { return !one.reads; });
    if (unread > 0) {
      parts.push_back(
          phrases_.say("screen.unread", {{"count", std::to_string(unread)},
                                         {"total", std::to_string(deal_.questions.size())},
                                         {"stage", phrases_.label(deal_.stages.judged)}}));
    }
    if (!deal_.ask_first.empty()) {
      parts.push_back(phrases_.say("screen.ask", {{"ask", deal_.ask_first}}));
    }
    return phrases_.joined(parts, "dot");
  }

  // ---- what is left out ----

  [[nodiscard]] std::string more(const DealScreen& screen) const {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view id, std::size_t count) {
      if (count == 0) return;
      parts.push_back(
          phrases_.say(std::string("screen.left.") + std::string(id) + (count == 1 ? "_one" : ""),
                       {{"count", std::to_string(count)}}));
    };
    add("steps", deal_.next_steps.size() - screen.steps.size());
    add("risks", deal_.mines.size() - screen.risks.size());
    add("people", deal_.contacts.size());
    add("plan", deal_.plan.size());
    add("rivals", deal_.rivals.size());
    add("asks", deal_.open_questions.size());
    add("not_weighed", deal_.not_weighed.size());
    return phrases_.say("screen.more", {{"list", phrases_.joined(parts, "comma")}});
  }

  const Assessment& deal_;
  const Phrases& phrases_;
};

}  // namespace

DealScreen screen_of(const Assessment& deal, const Phrases& phrases) {
  return ScreenMaker(deal, phrases).make();
}

}  // namespace dealcheck
