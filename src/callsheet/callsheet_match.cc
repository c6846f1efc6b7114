#include "callsheet/callsheet_match.h"

#include <algorithm>

#include "callsheet/callsheet_openers.h"
#include "i18n/spoken_date.h"

namespace dealcheck {

namespace {

template <typename List, typename Item>
bool allows(const List& list, const Item& item) {
  return list.empty() || std::find(list.begin(), list.end(), item) != list.end();
}

/// What is only assumed names nobody.
bool names_under(const Record& record, KeyId key, std::int32_t contact) {
  if (key >= kCommonKey) return record.proof.by == contact;
  return std::any_of(record.statements.begin(), record.statements.end(), [&](const Statement& one) {
    return one.key == key && one.value.kind == Value::Kind::contact && one.value.index == contact &&
           one.proof.grade() != Grade::assumed;
  });
}

bool names_nobody(const Record& record, KeyId key) {
  return key >= kCommonKey ? record.proof.by == kNobodyNamed : record.find(key) == nullptr;
}

bool has_mine_with(const Finding& finding, std::size_t contact) {
  return finding.mine && finding.waived.empty() && finding.contact == contact;
}

}  // namespace

CallMatcher::CallMatcher(const AssessContext& context, const Assessment& assessment,
                         const CallLog& log)
    : context_(context), assessment_(assessment), log_(log) {}

std::string CallMatcher::day(std::optional<Date> date) const {
  return date ? spoken_date(*date, assessment_.as_of, context_.language()) : std::string();
}

// ---- people ----

std::string CallMatcher::name_of(std::size_t contact) const {
  return context_.name_of(static_cast<std::int32_t>(contact));
}

const Record& CallMatcher::record_of(std::size_t contact) const {
  return context_.opportunity().sections[context_.contacts()].records[contact];
}

bool CallMatcher::names(const Record& record, std::string_view key, std::size_t contact) const {
  const Section& words = context_.rulebook().vocabulary.sections[context_.contacts()];
  return names_under(record, *words.names.find(key), static_cast<std::int32_t>(contact));
}

/// How well a supporter can bring us to somebody; 0: not at all.
int CallMatcher::closeness(std::size_t helper, std::size_t contact) const {
  const Person& person = context_.facts().people()[helper];
  const std::string introduces =
      context_.choice_of(record_of(helper), context_.contacts(), "introduces");
  const bool willing = person.reached == true && person.firm_stance == Stance::in_favour &&
                       !person.departed && !person.serves_both && introduces != "no";
  if (!willing || helper == contact) return 0;
  int points = 1;
  if (names(record_of(contact), "trusts", helper)) points += 4;
  if (names(record_of(helper), "reports_to", contact)) points += 2;
  if (!introduces.empty()) points += 1;
  return points;
}

std::optional<std::size_t> CallMatcher::introducer_of(std::size_t contact) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < context_.facts().people().size(); ++i) {
    const int points = closeness(i, contact);
    if (points > 0 && (!best || points > closeness(*best, contact))) best = i;
  }
  return best;
}

Arguments CallMatcher::about(std::size_t contact) const {
  const auto through = introducer_of(contact);
  Arguments arguments{{"person", name_of(contact)},
                      {"owner", assessment_.owner},
                      {"account", assessment_.account},
                      {"through", through ? name_of(*through) : std::string()}};
  std::erase_if(arguments, [](const auto& one) { return one.second.empty(); });
  return arguments;
}

// ---- entries ----

CallMatch CallMatcher::tell(const CallRule& rule, std::size_t contact, const Arguments& what,
                            RecordRef it, std::vector<Evidence> evidence) const {
  Arguments arguments = about(contact);
  arguments.insert(arguments.end(), what.begin(), what.end());
  const Lookup look_up = [&](std::string_view name) -> std::optional<std::string> {
    for (const auto& [known, value] : arguments) {
      if (known == name && !value.empty()) return value;
    }
    for (const Slot& slot : rule.slots) {
      if (slot.name == name) return context_.facts().print(slot, context_.language(), it);
    }
    return std::nullopt;
  };
  return {fill(rule.says.in(context_.language()), look_up),
          fill(rule.purpose.in(context_.language()), look_up), std::move(evidence)};
}

bool CallMatcher::concerns(const CallRule& rule, const Record& record, std::size_t contact) const {
  const bool ahead = record.proof.date && *record.proof.date > assessment_.as_of;
  if (ahead || record.proof.grade() == Grade::assumed) return false;
  return names_under(record, rule.key, static_cast<std::int32_t>(contact)) ||
         (rule.or_nobody && names_nobody(record, rule.key));
}

/// A planned action that is an empty opener: it moves nobody and brings nothing.
bool CallMatcher::plans_nothing(std::uint16_t section, const Record& record) const {
  const Section& words = context_.rulebook().vocabulary.sections[section];
  if (words.id != "plan") return false;
  const Statement* action = record.find(*words.names.find("action"));
  return action != nullptr &&
         find_empty_opener(context_.rulebook().callsheet, action->value.text) != nullptr;
}

void CallMatcher::match_records(const CallRule& rule, std::size_t contact, EvidencePolicy trust,
                                std::vector<CallMatch>& found) const {
  for (const Record& record : context_.opportunity().sections[rule.section].records) {
    const RecordRef it{rule.section, &record};
    if (!concerns(rule, record, contact) || plans_nothing(rule.section, record)) continue;
    if (context_.facts().test(rule.when, trust, it) != Tri::yes) continue;
    found.push_back(
        tell(rule, contact, {}, it, {context_.evidence(Origin{rule.section, &record, nullptr})}));
  }
}

void CallMatcher::match_promises(const CallRule& rule, std::size_t contact,
                                 std::vector<CallMatch>& found) const {
  const bool ours = rule.matter == CallMatter::we_owe || rule.matter == CallMatter::we_owe_late;
  const bool late =
      rule.matter == CallMatter::we_owe_late || rule.matter == CallMatter::they_owe_late;
  const PromiseState wanted = late ? PromiseState::late : PromiseState::owed;
  for (const CallPromise& promise : log_.promises(contact)) {
    if (promise.ours != ours || promise.state != wanted) continue;
    found.push_back(
        tell(rule, contact,
             {{"what", promise.what}, {"day", day(promise.made)}, {"due", day(promise.due)}}, {},
             {promise.evidence}));
  }
}

void CallMatcher::match_planned(const CallRule& rule, std::size_t contact,
                                std::vector<CallMatch>& found) const {
  for (const Record* record : log_.planned(contact)) {
    const Statement* brought = log_.said(*record, "brought");
    if (brought == nullptr) continue;
    found.push_back(
        tell(rule, contact,
             {{"what", std::string(brought->value.text)}, {"day", day(record->proof.date)}}, {},
             {log_.evidence(*record, brought)}));
  }
}

void CallMatcher::match_unmet(const CallRule& rule, std::size_t contact,
                              std::vector<CallMatch>& found) const {
  const People& people = context_.facts().people();
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].reached != false || people[i].departed || introducer_of(i) != contact) continue;
    const Origin whole{context_.contacts(), &record_of(i), nullptr};
    found.push_back(tell(rule, contact, {{"what", name_of(i)}}, {}, {context_.evidence(whole)}));
  }
}

/// The assessment's mines that lie with this person, else the findings that are mines.
void CallMatcher::match_mines(const CallRule& rule, std::size_t contact,
                              std::vector<CallMatch>& found) const {
  for (const MineView& mine : assessment_.mines) {
    if (mine.contact != contact) continue;
    found.push_back(tell(rule, contact, {{"what", mine.message}}, {}, mine.evidence));
  }
  if (!assessment_.mines.empty()) return;
  for (const Finding& finding : assessment_.findings) {
    if (!has_mine_with(finding, contact)) continue;
    found.push_back(tell(rule, contact, {{"what", finding.message}}, {}, finding.evidence));
  }
}

std::vector<CallMatch> CallMatcher::matches(const CallRule& rule, std::size_t contact,
                                            EvidencePolicy trust) const {
  std::vector<CallMatch> found;
  if (!allows(rule.verdicts, to_string(assessment_.verdict))) return found;
  if (!allows(rule.decisions, assessment_.decision)) return found;
  if (rule.matter == CallMatter::records) {
    match_records(rule, contact, trust, found);
    return found;
  }
  const RecordRef it{context_.contacts(), &record_of(contact)};
  const RecordRef person = rule.matter == CallMatter::person ? it : RecordRef{};
  if (context_.facts().test(rule.when, trust, person) != Tri::yes) return found;
  switch (rule.matter) {
    case CallMatter::planned:
      match_planned(rule, contact, found);
      break;
    case CallMatter::introduces:
      match_unmet(rule, contact, found);
      break;
    case CallMatter::mine:
      match_mines(rule, contact, found);
      break;
    case CallMatter::person:
      found.push_back(tell(rule, contact, {}, it, context_.evidence(rule.when, trust, it)));
      break;
    default:
      match_promises(rule, contact, found);
  }
  return found;
}

}  // namespace dealcheck
