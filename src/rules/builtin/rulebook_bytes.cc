// Says for each struct of a rulebook which members make it up; serial.h does the rest in both
// directions.

#include "rules/builtin/rulebook_bytes.h"

#include "rules/builtin/serial.h"

namespace dealcheck {

using serial::transfer_all;

template <typename Archive>
void fields(Archive& a, LocalizedText& v) {
  transfer_all(a, v.texts);
}
template <typename Archive>
void fields(Archive& a, Words::Entry& v) {
  transfer_all(a, v.id, v.text);
}
template <typename Archive>
void fields(Archive& a, NameIndex& v) {
  transfer_all(a, v.entries_, v.slots_);
}
template <typename Archive>
void fields(Archive& a, Choice& v) {
  transfer_all(a, v.id, v.label, v.looks_like);
}
template <typename Archive>
void fields(Archive& a, ChoiceSet& v) {
  transfer_all(a, v.id, v.choices, v.names, v.absence);
}
template <typename Archive>
void fields(Archive& a, Key& v) {
  transfer_all(a, v.id, v.label, v.means, v.type, v.many, v.each_informant, v.unweighed, v.set,
               v.nested, v.min, v.max, v.begins, v.meeting, v.ahead_days, v.none_words, v.last_day,
               v.exact_day, v.undated, v.counted);
}
template <typename Archive>
void fields(Archive& a, Section& v) {
  transfer_all(a, v.id, v.label, v.means, v.shape, v.top, v.ages, v.planned, v.past, v.unweighed,
               v.shorthand, v.parent, v.keys, v.names);
}
template <typename Archive>
void fields(Archive& a, Vocabulary& v) {
  transfer_all(a, v.sets, v.sections, v.common, v.section_names, v.unknown_words, v.none_words,
               v.entry_words, v.us_words, v.event_words, v.unknown, v.none, v.us, v.value,
               v.events);
}
template <typename Archive>
void fields(Archive& a, Subject& v) {
  transfer_all(a, v.kind, v.id, v.path);
}
template <typename Archive>
void fields(Archive& a, Bound& v) {
  transfer_all(a, v.kind, v.number, v.limit);
}
template <typename Archive>
void fields(Archive& a, Limit& v) {
  transfer_all(a, v.rule, v.name, v.is, v.unit, v.means);
}
template <typename Archive>
void fields(Archive& a, Matcher& v) {
  transfer_all(a, v.kind, v.negated);
  if (v.kind == Matcher::Kind::any_of) transfer_all(a, v.choices, v.numbers);
  if (v.kind == Matcher::Kind::range) transfer_all(a, v.bounds);
}
template <typename Archive>
void fields(Archive& a, Condition& v) {
  transfer_all(a, v.op);
  if (v.op == Condition::Op::leaf) return transfer_all(a, v.subject, v.matcher);
  transfer_all(a, v.at_least, v.parts);
}
template <typename Archive>
void fields(Archive& a, Query& v) {
  transfer_all(a, v.name, v.means, v.section, v.where, v.open);
}
template <typename Archive>
void fields(Archive& a, Slot& v) {
  transfer_all(a, v.name, v.subject, v.type, v.set);
}
template <typename Archive>
void fields(Archive& a, Mine& v) {
  transfer_all(a, v.kind, v.severity, v.cause, v.about);
}
template <typename Archive>
void fields(Archive& a, StageSet& v) {
  transfer_all(a, v.in);
}
template <typename Archive>
void fields(Archive& a, Reading& v) {
  transfer_all(a, v.reads, v.points, v.tells, v.stages, v.when, v.unless, v.says, v.mine, v.cap,
               v.lifted_by, v.lift, v.not_started, v.slots);
}
template <typename Archive>
void fields(Archive& a, AnswerPlace& v) {
  transfer_all(a, v.section, v.keys, v.none);
}
template <typename Archive>
void fields(Archive& a, Rule& v) {
  transfer_all(a, v.id, v.question, v.order, v.stages, v.label, v.asks, v.source, v.ask, v.why,
               v.would_help, v.would_hurt, v.each, v.answered_by, v.answers, v.topic,
               v.after_verdict, v.readings);
}
template <typename Archive>
void fields(Archive& a, Check& v) {
  transfer_all(a, v.id, v.label, v.source, v.when, v.failed, v.passes, v.fails, v.ask, v.slots);
}
template <typename Archive>
void fields(Archive& a, CheckLists& v) {
  transfer_all(a, v.groups);
}
template <typename Archive>
void fields(Archive& a, Play& v) {
  transfer_all(a, v.id, v.action, v.source, v.label, v.stages, v.inside, v.stops, v.leaves,
               v.last_resort, v.ahead, v.urgent, v.instead_of, v.decisions, v.kinds, v.causes,
               v.rules, v.when, v.at_person, v.target, v.who, v.bullet, v.actor, v.days, v.says,
               v.through, v.worked, v.failed, v.slots);
}
template <typename Archive>
void fields(Archive& a, Decision& v) {
  transfer_all(a, v.id, v.says);
}
template <typename Archive>
void fields(Archive& a, ProjectState& v) {
  transfer_all(a, v.id, v.label, v.when);
}
template <typename Archive>
void fields(Archive& a, VerdictWords& v) {
  transfer_all(a, v.label, v.name, v.means);
}
template <typename Archive>
void fields(Archive& a, Macro& v) {
  transfer_all(a, v.bands, v.recognised, v.by_decider, v.status);
}
template <typename Archive>
void fields(Archive& a, Answers& v) {
  transfer_all(a, v.no, v.yes);
}
template <typename Archive>
void fields(Archive& a, Policy& v) {
  transfer_all(a, v.title, v.about, v.version, v.unknown_points, v.unknown_most, v.bands,
               v.unclear_questions, v.unclear_readings, v.unclear_weight, v.earnest, v.ahead,
               v.stale_after, v.large_amount, v.grade_weight, v.verdicts, v.project, v.decisions,
               v.not_started, v.nurture, v.nurture_when, v.macro);
}

template <typename Archive>
void fields(Archive& a, CallRule& v) {
  transfer_all(a, v.id, v.matter, v.section, v.key, v.or_nobody, v.verdicts, v.decisions, v.when,
               v.answer, v.looks_ahead, v.is_new, v.says, v.purpose, v.slots);
}
template <typename Archive>
void fields(Archive& a, CallAnswer& v) {
  transfer_all(a, v.id, v.blocks, v.then, v.label, v.says);
}
template <typename Archive>
void fields(Archive& a, EmptyOpenerWords& v) {
  transfer_all(a, v.id, v.phrases, v.instead);
}
template <typename Archive>
void fields(Archive& a, CallStepWords& v) {
  transfer_all(a, v.id, v.label, v.says);
}
template <typename Archive>
void fields(Archive& a, CallFrequency& v) {
  transfer_all(a, v.every, v.pause);
}
template <typename Archive>
void fields(Archive& a, CallRules& v) {
  transfer_all(a, v.answers, v.worth, v.whom, v.aims, v.bring, v.questions, v.asks, v.flow, v.link,
               v.openers, v.bought, v.frequency);
}

template <typename Archive>
void fields(Archive& a, FunnelEntry& v) {
  transfer_all(a, v.stages, v.verdicts, v.decisions, v.evidence);
}
template <typename Archive>
void fields(Archive& a, FunnelLayer& v) {
  transfer_all(a, v.id, v.label, v.work, v.starves, v.least, v.seats, v.takes);
}
template <typename Archive>
void fields(Archive& a, FieldName& v) {
  transfer_all(a, v.section, v.key);
}
template <typename Archive>
void fields(Archive& a, ActRule& v) {
  transfer_all(a, v.section, v.key, v.theirs, v.ours, v.unless);
}
template <typename Archive>
void fields(Archive& a, Currency& v) {
  transfer_all(a, v.id, v.label, v.names);
}
template <typename Archive>
void fields(Archive& a, PortfolioRules& v) {
  transfer_all(a, v.layers, v.drop, v.worth_time, v.per_owner, v.review_after, v.stalled_after,
               v.large_share, v.amount, v.closes, v.acts, v.currencies);
}

template <typename Archive>
void fields(Archive& a, Starter& v) {
  transfer_all(a, v.stages);
}

std::string rulebook_to_bytes(Rulebook book) {
  serial::Writer writer;
  std::vector<Words::Entry> words = book.words.entries();
  transfer_all(writer, book.name, book.vocabulary, book.queries, book.limits, book.rules,
               book.policy, book.checks, book.plays, book.callsheet, book.portfolio, book.starter,
               words, book.hash);
  return writer.bytes();
}

Rulebook rulebook_from_bytes(std::string_view bytes) {
  serial::Reader reader(bytes);
  Rulebook book;
  std::vector<Words::Entry> words;
  transfer_all(reader, book.name, book.vocabulary, book.queries, book.limits, book.rules,
               book.policy, book.checks, book.plays, book.callsheet, book.portfolio, book.starter,
               words, book.hash);
  assert(reader.at_end());
  book.words = Words(std::move(words));
  return book;
}

}  // namespace dealcheck
