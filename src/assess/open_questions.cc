// A question is worth what its answer can change: the verdict is settled anew with every reading
// that is still possible.

#include "assess/open_questions.h"

#include <algorithm>
#include <tuple>

#include "engine/verdict.h"

namespace dealcheck {

namespace {

class Asker {
 public:
  Asker(const AssessContext& context, const std::vector<RuleResult>& hits,
        const std::vector<ContactView>& contacts)
      : context_(context), hits_(hits), contacts_(contacts) {}

  std::vector<OpenQuestion> ask() const;

 private:
  [[nodiscard]] bool is_open(const Rule& rule) const;
  [[nodiscard]] bool is_possible(const Rule& rule, const Reading& reading) const;
  [[nodiscard]] OpenQuestion make(const Rule& rule) const;
  void weigh(const Rule& rule, OpenQuestion& open) const;
  [[nodiscard]] int swing(const Rule& rule) const;
  [[nodiscard]] std::optional<std::size_t> whom(const Rule& rule) const;
  [[nodiscard]] static bool can_be_asked(const ContactView& contact);

  const AssessContext& context_;
  const std::vector<RuleResult>& hits_;
  const std::vector<ContactView>& contacts_;
};

bool Asker::is_open(const Rule& rule) const {
  const Facts& facts = context_.facts();
  if (!rule.stages.has(facts.stage())) return false;
  const auto hit = std::find_if(hits_.begin(), hits_.end(),
                                [&](const RuleResult& one) { return one.rule == &rule; });
  if (rule.question) return hit != hits_.end() && hit->reading == nullptr;
  return hit == hits_.end() && open_stake(rule, facts) > 0;
}

bool Asker::is_possible(const Rule& rule, const Reading& reading) const {
  const Facts& facts = context_.facts();
  if (!reading.stages.has(facts.stage())) return false;
  return rule.question || facts.test(reading.when, EvidencePolicy::against_us) == Tri::unknown;
}

/// The standings after the worst and after the best answer.
void Asker::weigh(const Rule& rule, OpenQuestion& open) const {
  const Policy& policy = context_.rulebook().policy;
  const Stage stage = context_.facts().stage();
  const VerdictResult now = settle(policy, stage, hits_);
  VerdictResult worst = now;
  VerdictResult best = now;
  for (const Reading& reading : rule.readings) {
    if (!is_possible(rule, reading)) continue;
    const VerdictResult then = settle_with(policy, stage, hits_, rule, reading);
    const auto rank = [](const VerdictResult& one) {
      return std::make_tuple(one.standing, one.points);
    };
    if (rank(then) < rank(worst)) worst = then;
    if (rank(then) > rank(best)) best = then;
    open.moves = open.moves || then.verdict != now.verdict;
  }
  open.worst = worst.standing;
  open.best = best.standing;
}

/// The points between the worst and the best answer; of other rules what is at stake.
int Asker::swing(const Rule& rule) const {
  if (!rule.question) return open_stake(rule, context_.facts());
  int least = 0;
  int most = 0;
  for (const Reading& reading : rule.readings) {
    const int points = reading.points_in(context_.facts().stage());
    least = std::min(least, points);
    most = std::max(most, points);
  }
  return most - least;
}

/// Somebody we have met, who is still there and may speak for one side only.
bool Asker::can_be_asked(const ContactView& contact) {
  return contact.reached == "yes" && !contact.departed && contact.stance != "disputed";
}

/// Who has the role, the best disposed first; else our strongest supporter.
std::optional<std::size_t> Asker::whom(const Rule& rule) const {
  if (rule.answered_by.empty()) return std::nullopt;
  std::optional<std::size_t> best;
  const auto rank = [&](std::size_t contact) {
    const ContactView& view = contacts_[contact];
    const bool has_role =
        std::any_of(view.roles.begin(), view.roles.end(), [&](const std::string& role) {
          return std::find(rule.answered_by.begin(), rule.answered_by.end(), role) !=
                 rule.answered_by.end();
        });
    return std::make_tuple(has_role, view.support.value_or(0));
  };
  for (std::size_t i = 0; i < contacts_.size(); ++i) {
    const auto [has_role, support] = rank(i);
    if (!can_be_asked(contacts_[i]) || !(has_role || contacts_[i].stance == "for")) continue;
    if (!best || rank(i) > rank(*best)) best = i;
  }
  return best;
}

OpenQuestion Asker::make(const Rule& rule) const {
  OpenQuestion open;
  open.rule = rule.id;
  open.label = rule.label.in(context_.language());
  open.ask = rule.ask.in(context_.language());
  open.gap = find_gap(context_.facts(), rule);
  weigh(rule, open);
  open.swing = swing(rule);
  open.whom = whom(rule);
  return open;
}

std::vector<OpenQuestion> Asker::ask() const {
  std::vector<std::pair<OpenQuestion, bool>> open;
  for (const Rule& rule : context_.rulebook().rules) {
    if (is_open(rule)) open.emplace_back(make(rule), rule.question);
  }
  std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) {
    const auto rank = [](const auto& one) {
      return std::make_tuple(!one.second, !one.first.moves, -one.first.swing);
    };
    return rank(a) < rank(b);
  });
  std::vector<OpenQuestion> questions;
  questions.reserve(open.size());
  for (auto& [question, own] : open) questions.push_back(std::move(question));
  return questions;
}

/// Whether the file has something at one of the places where the answer to a rule's question is
/// written: of attributes the value, of a list an entry that tells all of it.
bool is_answered(const Opportunity& opportunity, const Rule& rule) {
  return std::any_of(rule.answers.begin(), rule.answers.end(), [&](const AnswerPlace& place) {
    const auto& records = opportunity.sections[place.section].records;
    return std::any_of(records.begin(), records.end(), [&](const Record& record) {
      return std::all_of(place.keys.begin(), place.keys.end(), [&](KeyId key) {
        const Statement* said = record.find(key);
        return said != nullptr && said->value.kind != Value::Kind::unknown;
      });
    });
  });
}

/// A question that needs no entry of a list to be understood.
bool can_be_said(std::string_view ask) { return !ask.empty() && placeholders(ask).empty(); }

/// An act that commits them has made the deal ours as far as it can be told.
bool is_chosen(const Assessment& deal) {
  return deal.standing == Standing::first_choice &&
         std::any_of(deal.findings.begin(), deal.findings.end(),
                     [](const Finding& finding) { return finding.lift == Standing::first_choice; });
}

}  // namespace

std::string tell_ask_first(const AssessContext& context, const Assessment& deal) {
  if (!deal.next_steps.empty() && deal.next_steps.front().stops) return {};
  if (!deal.mines.empty()) {
    for (const std::string& id : deal.mines.front().rules) {
      const Rule* rule = find_rule(context.rulebook(), id);
      if (rule == nullptr || !can_be_said(rule->ask.in(Language::en))) continue;
      if (!is_answered(context.opportunity(), *rule))
        return std::string(rule->ask.in(context.language()));
    }
  }
  if (is_chosen(deal) || deal.open_questions.empty()) return {};
  const OpenQuestion& open = deal.open_questions.front();
  return can_be_said(open.ask) ? open.ask : open.label;
}

Gap find_gap(const Facts& facts, const Rule& rule) {
  Facts::Silence silence;
  for (const Reading& reading : rule.readings) {
    facts.explain_unknown(reading.when, {}, silence);
    const bool helps = trust_of(reading) == EvidencePolicy::for_us;
    if (!helps || facts.test(reading.when, EvidencePolicy::against_us) != Tri::yes) continue;
    return facts.test(reading.when, EvidencePolicy::checked) == Tri::yes ? Gap::stale
                                                                         : Gap::only_assumed;
  }
  if (silence.contradicted) return Gap::contradicted;
  if (silence.not_known) return Gap::not_known;
  if (silence.mentioned) return Gap::undecided;
  return silence.earlier ? Gap::earlier_stage : Gap::not_asked;
}

std::vector<OpenQuestion> tell_open_questions(const AssessContext& context,
                                              const std::vector<RuleResult>& hits,
                                              const std::vector<ContactView>& contacts) {
  return Asker(context, hits, contacts).ask();
}

}  // namespace dealcheck
