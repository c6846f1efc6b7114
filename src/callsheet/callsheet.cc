// Prepares one call in the order a caller thinks: is the person worth it, whom then, what is the
// call to bring about, what went before, what to bring, how to say it, what to ask.

#include "callsheet/callsheet.h"

#include <algorithm>

#include "assess/assess_context.h"
#include "callsheet/callsheet_log.h"
#include "callsheet/callsheet_match.h"
#include "callsheet/callsheet_openers.h"
#include "i18n/spoken_date.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostAims = 3;
constexpr std::size_t kMostAsks = 3;

/// Text as part of a sentence: without the stop at its end.
std::string clause(std::string_view text) {
  for (const std::string_view stop : {".", "\u3002"}) {
    if (text.ends_with(stop)) text.remove_suffix(stop.size());
  }
  return std::string(text);
}

class CallPreparer {
 public:
  CallPreparer(const AssessContext& context, const Assessment& assessment)
      : context_(context),
        rules_(context.rulebook().callsheet),
        assessment_(assessment),
        log_(context),
        matcher_(context, assessment, log_) {}

  CallSheet prepare(std::optional<std::size_t> asked);

 private:
  /// What speaks for a person as the one to call, and its place among the reasons there are.
  struct Choice {
    std::size_t contact = 0;
    std::size_t rank = 0;
    CallReason why;
  };

  [[nodiscard]] std::vector<CallReason> reasons_for(std::size_t contact) const;
  [[nodiscard]] std::size_t rank_of_answer(const std::string& id) const;
  [[nodiscard]] const CallAnswer& answer_for(const std::vector<CallReason>& reasons) const;
  [[nodiscard]] std::vector<std::size_t> candidates() const;
  [[nodiscard]] Choice choice_of(std::size_t contact) const;
  [[nodiscard]] Choice choose() const;

  void tell_worth();
  void tell_whom(const Choice& best);
  void tell_aims();
  void tell_bring();
  void tell_questions();
  void tell_flow();
  [[nodiscard]] std::string link() const;
  [[nodiscard]] std::string say_first(const std::vector<LocalizedText>& texts,
                                      const Arguments& arguments) const;
  [[nodiscard]] std::string owed_by(bool ours) const;

  const AssessContext& context_;
  const CallRules& rules_;
  const Assessment& assessment_;
  CallLog log_;
  CallMatcher matcher_;
  CallSheet sheet_;
};

// ---- is it worth a call, and whom ----

/// The plain yes, and an entry that only remarks, count as the least forbidding.
std::size_t CallPreparer::rank_of_answer(const std::string& id) const {
  const auto found = std::find_if(rules_.answers.begin(), rules_.answers.end() - 1,
                                  [&](const CallAnswer& answer) { return answer.id == id; });
  return static_cast<std::size_t>(found - rules_.answers.begin());
}

std::vector<CallReason> CallPreparer::reasons_for(std::size_t contact) const {
  std::vector<CallReason> reasons;
  for (const CallRule& rule : rules_.worth) {
    for (CallMatch& match : matcher_.matches(rule, contact)) {
      reasons.push_back({rule.id, rule.answer, std::move(match.says), std::move(match.evidence)});
    }
  }
  std::stable_sort(reasons.begin(), reasons.end(), [&](const CallReason& a, const CallReason& b) {
    return rank_of_answer(a.answer) < rank_of_answer(b.answer);
  });
  return reasons;
}

const CallAnswer& CallPreparer::answer_for(const std::vector<CallReason>& reasons) const {
  if (reasons.empty()) return rules_.answers.back();
  return rules_.answers[rank_of_answer(reasons.front().answer)];
}

/// Everybody who may be called, those with the most weight first; where nobody may, those whose
/// answer forbids least.
std::vector<std::size_t> CallPreparer::candidates() const {
  std::vector<std::size_t> found;
  const auto rank = [&](std::size_t contact) {
    const CallAnswer& answer = answer_for(reasons_for(contact));
    return answer.blocks ? rank_of_answer(answer.id) : rules_.answers.size();
  };
  std::size_t best = 0;
  for (std::size_t i = 0; i < assessment_.contacts.size(); ++i) {
    const std::size_t own = rank(i);
    if (own > best) found.clear();
    best = std::max(best, own);
    if (own == best) found.push_back(i);
  }
  const auto weight = [&](std::size_t contact) {
    const std::string& influence = assessment_.contacts[contact].influence;
    return influence == "high" ? 2 : influence == "medium" ? 1 : 0;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
  return found;
}

CallPreparer::Choice CallPreparer::choice_of(std::size_t contact) const {
  for (std::size_t i = 0; i < rules_.whom.size(); ++i) {
    auto found = matcher_.matches(rules_.whom[i], contact);
    if (found.empty()) continue;
    return {
        contact,
        i,
        {rules_.whom[i].id, {}, std::move(found.front().says), std::move(found.front().evidence)}};
  }
  return {contact, rules_.whom.size(), {}};
}

CallPreparer::Choice CallPreparer::choose() const {
  std::optional<Choice> best;
  for (const std::size_t contact : candidates()) {
    Choice choice = choice_of(contact);
    if (!best || choice.rank < best->rank) best = std::move(choice);
  }
  return std::move(*best);
}

void CallPreparer::tell_worth() {
  sheet_.reasons = reasons_for(sheet_.contact);
  const CallAnswer& answer = answer_for(sheet_.reasons);
  sheet_.answer = answer.id;
  sheet_.blocked = answer.blocks;
  sheet_.then = answer.then;
  sheet_.answer_label = answer.label.in(context_.language());
  sheet_.answer_says = fill(answer.says.in(context_.language()), matcher_.about(sheet_.contact));
}

void CallPreparer::tell_whom(const Choice& best) {
  Choice own = choice_of(sheet_.contact);
  const bool better = best.contact != sheet_.contact && (sheet_.blocked || best.rank < own.rank);
  sheet_.why = std::move(own.why);
  if (!better || answer_for(reasons_for(best.contact)).blocks) return;
  sheet_.better = best.contact;
  sheet_.better_why = best.why;
}

// ---- what for, and with what ----

/// The first aim that holds; then what else in the file the call may settle.
void CallPreparer::tell_aims() {
  const std::size_t most = sheet_.then == CallOutlook::close ? 1 : kMostAims;
  for (const CallRule& rule : rules_.aims) {
    for (CallMatch& match : matcher_.matches(rule, sheet_.contact)) {
      if (sheet_.aims.size() == most) return;
      if (sheet_.aims.empty()) {
        sheet_.purpose = std::move(match.purpose);
      } else if (match.evidence.empty()) {
        continue;
      }
      sheet_.aims.push_back({rule.id, {}, std::move(match.says), std::move(match.evidence)});
    }
  }
}

void CallPreparer::tell_bring() {
  for (const CallRule& rule : rules_.bring) {
    for (CallMatch& match : matcher_.matches(rule, sheet_.contact, EvidencePolicy::for_us)) {
      sheet_.bring.push_back(
          {rule.id, rule.is_new, std::move(match.says), std::move(match.evidence)});
    }
  }
  std::stable_partition(sheet_.bring.begin(), sheet_.bring.end(),
                        [](const CallBring& one) { return one.is_new; });
}

void CallPreparer::tell_questions() {
  const bool last = sheet_.then == CallOutlook::close;
  for (const CallRule& rule : rules_.questions) {
    if (last && rule.looks_ahead) continue;
    for (CallMatch& match : matcher_.matches(rule, sheet_.contact)) {
      sheet_.questions.push_back({{}, std::move(match.says)});
    }
  }
  if (last) return;
  std::size_t asked = 0;
  for (const OpenQuestion& open : assessment_.open_questions) {
    for (const CallRule& rule : rules_.asks) {
      if (asked == kMostAsks || rule.id != open.rule) continue;
      auto found = matcher_.matches(rule, sheet_.contact);
      if (found.empty()) continue;
      sheet_.questions.push_back({open.rule, std::move(found.front().says)});
      ++asked;
      break;
    }
  }
}

// ---- how to say it ----

std::string CallPreparer::say_first(const std::vector<LocalizedText>& texts,
                                    const Arguments& arguments) const {
  for (const LocalizedText& text : texts) {
    const std::string_view pattern = text.in(context_.language());
    if (has_values_for(pattern, arguments)) return fill(pattern, arguments);
  }
  return {};
}

/// What was promised in the last talk and is not done.
std::string CallPreparer::owed_by(bool ours) const {
  std::vector<std::string> open;
  for (const CallPromise& promise : sheet_.promises) {
    const bool owed = promise.state == PromiseState::owed || promise.state == PromiseState::late;
    if (promise.ours == ours && owed) open.push_back(clause(promise.what));
  }
  return context_.joined(open);
}

std::string CallPreparer::link() const {
  Arguments arguments = matcher_.about(sheet_.contact);
  const ContactView& contact = assessment_.contacts[sheet_.contact];
  if (contact.reached == "no") arguments.emplace_back("unmet", arguments.front().second);
  const std::optional<Date> date =
      sheet_.talk && sheet_.talk->date ? sheet_.talk->date : contact.last_met;
  if (date) {
    arguments.emplace_back("date", spoken_date(*date, assessment_.as_of, context_.language()));
  }
  if (sheet_.talk) arguments.emplace_back("point", clause(sheet_.talk->point));
  arguments.emplace_back("we_promised", owed_by(true));
  arguments.emplace_back("they_promised", owed_by(false));
  std::erase_if(arguments, [](const auto& one) { return one.second.empty(); });
  return say_first(rules_.link, arguments);
}

void CallPreparer::tell_flow() {
  Arguments arguments = matcher_.about(sheet_.contact);
  arguments.emplace_back("link", link());
  arguments.emplace_back("purpose", sheet_.purpose);
  if (!sheet_.questions.empty()) {
    arguments.emplace_back("question", sheet_.questions.front().says);
  }
  for (const CallStepWords& step : rules_.flow) {
    sheet_.flow.push_back({step.id, std::string(step.label.in(context_.language())),
                           say_first(step.says, arguments)});
  }
}

CallSheet CallPreparer::prepare(std::optional<std::size_t> asked) {
  const Choice best = choose();
  sheet_.contact = asked.value_or(best.contact);
  sheet_.asked_for = asked.has_value();
  tell_worth();
  tell_whom(best);
  sheet_.talk = log_.last_talk(sheet_.contact);
  sheet_.promises = log_.promises(sheet_.contact);
  sheet_.openers = find_empty_openers(context_, log_);
  sheet_.rhythm = log_.rhythm(sheet_.contact, sheet_.then);
  if (sheet_.then == CallOutlook::nothing) return std::move(sheet_);
  tell_aims();
  if (sheet_.then == CallOutlook::prepare) tell_bring();
  tell_questions();
  tell_flow();
  return std::move(sheet_);
}

bool is_called(const ContactView& contact, std::string_view name) {
  const std::string wanted = normalise_name(name);
  if (wanted.empty()) return false;
  return normalise_name(contact.id) == wanted || normalise_name(contact.name) == wanted ||
         normalise_name(contact.title) == wanted;
}

}  // namespace

std::vector<std::size_t> find_contacts(const Assessment& assessment, std::string_view name) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < assessment.contacts.size(); ++i) {
    const ContactView& contact = assessment.contacts[i];
    if (!is_called(contact, name)) continue;
    if (contact.id == name) return {i};
    found.push_back(i);
  }
  return found;
}

CallSheet prepare_call(const Rulebook& rulebook, const Opportunity& opportunity,
                       const Assessment& assessment, Language language,
                       std::optional<std::size_t> contact) {
  Facts facts(rulebook, opportunity, assessment.as_of, assessment.stages.judged);
  const AssessContext context(rulebook, opportunity, facts, language);
  return CallPreparer(context, assessment).prepare(contact);
}

}  // namespace dealcheck
