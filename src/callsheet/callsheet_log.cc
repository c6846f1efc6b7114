// Reads the interactions of a deal for one person: the last talk, what was promised in it and by
// whom, and when the next contact is due.

#include "callsheet/callsheet_log.h"

#include <algorithm>

#include "i18n/spoken_date.h"

namespace dealcheck {

namespace {

std::optional<Date> date_in(const Statement* statement) {
  if (statement == nullptr || statement->value.kind != Value::Kind::date) return std::nullopt;
  return statement->value.date;
}

Date days_after(Date from, int days) { return {from.day + std::chrono::days(days)}; }

}  // namespace

std::string_view to_string(PromiseState state) {
  static constexpr std::array<std::string_view, 4> kNames{"kept", "owed", "late", "not-said"};
  return kNames.at(static_cast<std::size_t>(state));
}

CallLog::CallLog(const AssessContext& context)
    : context_(context),
      section_(*context.rulebook().vocabulary.section_id("interactions")),
      words_(context.rulebook().vocabulary.sections[section_]),
      as_of_(context.facts().as_of()) {}

const Statement* CallLog::said(const Record& record, std::string_view key) const {
  const Statement* statement = record.find(*words_.names.find(key));
  if (statement == nullptr || statement->value.kind == Value::Kind::unknown ||
      statement->value.kind == Value::Kind::none) {
    return nullptr;
  }
  return statement;
}

Evidence CallLog::evidence(const Record& record, const Statement* statement) const {
  return context_.evidence(Origin{section_, &record, statement});
}

bool CallLog::names(const Record& record, std::size_t contact) const {
  const KeyId with = *words_.names.find("with");
  return std::any_of(record.statements.begin(), record.statements.end(), [&](const Statement& one) {
    return one.key == with && one.value.kind == Value::Kind::contact &&
           one.value.index == static_cast<std::int32_t>(contact);
  });
}

bool CallLog::is(const Record& record, std::string_view key, std::string_view value) const {
  return context_.choice_of(record, section_, key) == value;
}

// ---- talks ----

std::vector<const Record*> CallLog::past(std::size_t contact, bool answered) const {
  std::vector<const Record*> found;
  for (const Record& record : context_.opportunity().sections[section_].records) {
    const bool ahead = record.proof.date && *record.proof.date > as_of_;
    const bool counts = record.proof.grade() != Grade::assumed;
    if (!ahead && counts && names(record, contact) && is(record, "answered", "no") != answered) {
      found.push_back(&record);
    }
  }
  // Of two on one day the later in the file is the newer; no date sorts before every date.
  std::reverse(found.begin(), found.end());
  std::stable_sort(found.begin(), found.end(),
                   [](const Record* a, const Record* b) { return a->proof.date > b->proof.date; });
  return found;
}

std::vector<const Record*> CallLog::talks(std::size_t contact) const { return past(contact, true); }

std::vector<const Record*> CallLog::planned(std::size_t contact) const {
  std::vector<const Record*> found;
  for (const Record& record : context_.opportunity().sections[section_].records) {
    if (record.proof.date > as_of_ && names(record, contact)) found.push_back(&record);
  }
  return found;
}

std::optional<CallTalk> CallLog::last_talk(std::size_t contact) const {
  const auto all = talks(contact);
  if (all.empty()) return std::nullopt;
  const Record& record = *all.front();
  CallTalk talk;
  talk.date = record.proof.date;
  const Statement* purpose = said(record, "purpose");
  talk.point = purpose != nullptr ? purpose->value.text : record.proof.note;
  talk.next = date_in(said(record, "next"));
  talk.evidence = evidence(record, nullptr);
  return talk;
}

std::optional<Date> CallLog::last_try(std::size_t contact) const {
  std::optional<Date> last = context_.facts().people()[contact].last_met;
  const auto unanswered = past(contact, false);
  if (!unanswered.empty()) last = std::max(last, unanswered.front()->proof.date);
  return last;
}

// ---- promises ----

PromiseState CallLog::state_of(const Record& record, bool ours, bool newest) const {
  const std::string_view kept = ours ? "we_kept" : "they_kept";
  if (is(record, kept, "yes")) return PromiseState::kept;
  if (!newest && !is(record, kept, "no")) return PromiseState::not_said;
  const auto due = date_in(said(record, "next"));
  return due && *due < as_of_ ? PromiseState::late : PromiseState::owed;
}

void CallLog::add_promises(const Record& record, bool ours, bool newest,
                           std::vector<CallPromise>& list) const {
  const KeyId key = *words_.names.find(ours ? "we_promised" : "they_promised");
  for (const Statement& statement : record.statements) {
    if (statement.key != key || statement.value.kind != Value::Kind::text) continue;
    list.push_back({ours, std::string(statement.value.text), state_of(record, ours, newest),
                    record.proof.date, date_in(said(record, "next")),
                    evidence(record, &statement)});
  }
}

std::vector<CallPromise> CallLog::promises(std::size_t contact) const {
  std::vector<CallPromise> list;
  const auto all = talks(contact);
  for (const Record* record : all) {
    add_promises(*record, true, record == all.front(), list);
    add_promises(*record, false, record == all.front(), list);
  }
  return list;
}

// ---- rhythm ----

/// The next date agreed in the last talk, unless we have been in touch on or after it.
std::optional<Date> CallLog::agreed_next(std::size_t contact) const {
  const auto talk = last_talk(contact);
  if (!talk || !talk->next) return std::nullopt;
  const auto& last = context_.facts().people()[contact].last_met;
  return last && *last >= *talk->next ? std::nullopt : talk->next;
}

void CallLog::time_by_class(CallRhythm& rhythm, std::optional<Date> tried) const {
  if (!rhythm.wanted) {
    rhythm.state = "no-class";
  } else if (tried && days_between(*tried, as_of_) < rhythm.wanted->pause) {
    rhythm.state = "too-soon";
    rhythm.due = days_after(*tried, rhythm.wanted->every);
  } else if (!rhythm.last) {
    rhythm.state = "never";
  } else {
    rhythm.due = days_after(*rhythm.last, rhythm.wanted->every);
    rhythm.state = *rhythm.due > as_of_ ? "not-due" : *rhythm.due == as_of_ ? "due" : "overdue";
  }
}

void CallLog::tell(CallRhythm& rhythm) const {
  const auto day = [&](std::optional<Date> date) {
    return date ? spoken_date(*date, as_of_, context_.language()) : std::string();
  };
  const CallFrequency wanted = rhythm.wanted.value_or(CallFrequency{});
  const int late = rhythm.due ? days_between(*rhythm.due, as_of_) : 0;
  std::string letter = rhythm.customer_class;
  std::transform(letter.begin(), letter.end(), letter.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  Arguments arguments{{"class", letter},
                      {"every", std::to_string(wanted.every)},
                      {"pause", std::to_string(wanted.pause)},
                      {"due", day(rhythm.due)},
                      {"late", std::to_string(late)}};
  for (std::size_t i = 0; i < kCustomerClasses.size(); ++i) {
    arguments.emplace_back(kCustomerClasses.at(i),
                           std::to_string(context_.rulebook().callsheet.frequency.at(i).every));
  }
  rhythm.says = context_.rulebook().words.say("report.callsheet.rhythm." + rhythm.state,
                                              context_.language(), arguments);
}

CallRhythm CallLog::rhythm(std::size_t contact, CallOutlook then) const {
  CallRhythm rhythm;
  const Record& head = context_.opportunity().sections[context_.deal()].records.front();
  rhythm.customer_class = context_.choice_of(head, context_.deal(), "class");
  for (std::size_t i = 0; i < kCustomerClasses.size(); ++i) {
    if (rhythm.customer_class == kCustomerClasses.at(i)) {
      rhythm.wanted = context_.rulebook().callsheet.frequency.at(i);
    }
  }
  rhythm.last = context_.facts().people()[contact].last_met;
  if (then == CallOutlook::prepare) rhythm.due = agreed_next(contact);
  if (then != CallOutlook::prepare) {
    rhythm.state = then == CallOutlook::close ? "closed" : "none";
  } else if (rhythm.due) {
    rhythm.state = *rhythm.due < as_of_ ? "agreed-late" : "agreed";
  } else {
    time_by_class(rhythm, last_try(contact));
  }
  tell(rhythm);
  return rhythm;
}

}  // namespace dealcheck
