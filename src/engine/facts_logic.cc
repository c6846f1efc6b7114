// Answers conditions in three values: a leaf holds its matcher against everything its subject is
// observed to be; no value at all is unknown. And says which places decided an answer.

#include <algorithm>
#include <limits>

#include "engine/facts.h"

namespace dealcheck {

Tri Facts::test_count(const Condition& leaf, EvidencePolicy trust) const {
  const Matches& found = matches(leaf.subject.id, trust);
  if (!found.knowable && found.sure.empty() && found.possible == 0) {
    return test_unobserved(leaf.matcher);
  }
  const auto least = static_cast<double>(found.sure.size());
  // An open list proves no absence; once it shows one, what it shows is taken as all there is.
  const bool unbounded = !found.complete && found.sure.empty();
  const double most =
      unbounded ? std::numeric_limits<double>::max() : least + static_cast<double>(found.possible);
  return test_between(leaf.matcher, least, most);
}

/// Where the file says that it was asked and nobody knows: a statement, or the section's own word.
std::optional<Origin> Facts::stated_unknown(const Subject& subject, EvidencePolicy trust,
                                            RecordRef it) const {
  const auto in_section = [this](std::uint16_t section) -> std::optional<Origin> {
    const bool said = opportunity_.sections[section].presence == SectionData::Presence::unknown;
    return said ? std::optional(Origin{section, nullptr, nullptr}) : std::nullopt;
  };
  if (subject.kind == Subject::Kind::attribute) {
    const Statement* statement = effective(subject.id, subject.path.front(), trust);
    if (statement == nullptr) return in_section(subject.id);
    if (statement->value.kind != Value::Kind::unknown) return std::nullopt;
    return Origin{subject.id, nullptr, statement};
  }
  if (subject.kind == Subject::Kind::field && it.record != nullptr) {
    const Statement* statement = it.record->find(subject.path.front());
    if (statement == nullptr || statement->value.kind != Value::Kind::unknown) return std::nullopt;
    return Origin{it.section, it.record, statement};
  }
  if (subject.kind == Subject::Kind::query) {
    return in_section(rulebook_.queries[subject.id].section);
  }
  return std::nullopt;
}

Tri Facts::hold_leaf(const Condition& leaf, EvidencePolicy trust, RecordRef it) const {
  if (leaf.matcher.kind == Matcher::Kind::not_known) {
    return to_tri(stated_unknown(leaf.subject, trust, it).has_value());
  }
  const bool counts = leaf.subject.kind == Subject::Kind::query_count;
  if (counts && !is_given(leaf.subject)) return test_count(leaf, trust);
  bool observed = false;
  bool matched = false;
  observe(leaf.subject, trust, it, [&](const Observation& observation) {
    observed = true;
    matched = matched || matches_plainly(leaf.matcher, observation.value);
  });
  if (!observed) return test_unobserved(leaf.matcher);
  return to_tri(matched != leaf.matcher.negated);
}

EvidencePolicy Facts::trust_of_leaf(const Condition& leaf, EvidencePolicy trust,
                                    RecordRef it) const {
  if (trust != EvidencePolicy::against_us) return trust;
  return hold_leaf(leaf, EvidencePolicy::checked, it) > hold_leaf(leaf, trust, it)
             ? EvidencePolicy::checked
             : trust;
}

/// As `hold_leaf` with `trust_of_leaf`, without asking twice where the answer cannot differ.
Tri Facts::test_leaf(const Condition& leaf, EvidencePolicy trust, RecordRef it) const {
  const Tri answer = hold_leaf(leaf, trust, it);
  if (trust != EvidencePolicy::against_us || answer == Tri::yes || !may_hold_when_checked(leaf))
    return answer;
  return std::max(answer, hold_leaf(leaf, EvidencePolicy::checked, it));
}

/// Whether a leaf that does not hold against us may hold once what is assumed is left out. A query
/// may even where nothing is assumed: under the `not` of its `where`, what is old counts for
/// nothing while the leaf is held against us, and counts when it is only checked.
bool Facts::may_hold_when_checked(const Condition& leaf) const {
  const bool over_records = leaf.subject.kind == Subject::Kind::query ||
                            leaf.subject.kind == Subject::Kind::query_age ||
                            leaf.subject.kind == Subject::Kind::query_count ||
                            leaf.subject.kind == Subject::Kind::query_field;
  return has_assumed_ || over_records;
}

Tri Facts::test(const Condition& condition, EvidencePolicy trust, RecordRef it) const {
  return test_condition(condition, trust, [&](const Condition& leaf, EvidencePolicy of_leaf) {
    return test_leaf(leaf, of_leaf, it);
  });
}

// ---- evidence ----

/// Of an entry over several lines the place where it begins is not enough: what was asked for may
/// stand on any of them.
void Facts::trace_other_lines(const Query& query, const Record& record, EvidencePolicy trust,
                              std::vector<Origin>& out) const {
  const auto further_down = [&](const Statement& one) { return one.at.line != record.at.line; };
  if (std::none_of(record.statements.begin(), record.statements.end(), further_down)) return;
  std::vector<Origin> inside;
  trace(query.where, trust, {query.section, &record}, Tri::yes, inside);
  for (const Origin& place : inside) {
    if (place.statement != nullptr && place.record == &record) out.push_back(place);
  }
}

void Facts::trace_leaf(const Condition& leaf, EvidencePolicy trust, RecordRef it,
                       std::vector<Origin>& out) const {
  if (leaf.matcher.kind == Matcher::Kind::not_known) {
    if (const auto place = stated_unknown(leaf.subject, trust, it)) out.push_back(*place);
    return;
  }
  const bool query =
      leaf.subject.kind == Subject::Kind::query || leaf.subject.kind == Subject::Kind::query_count;
  if (query) {
    const Query& words = rulebook_.queries[leaf.subject.id];
    const Matches& found = matches(leaf.subject.id, trust);
    for (const Record* record : found.sure) {
      out.push_back({words.section, record, nullptr});
      trace_other_lines(words, *record, trust, out);
    }
    if (found.sure.empty() && found.knowable) out.push_back({words.section, nullptr, nullptr});
    return;
  }
  observe(leaf.subject, trust, it, [&](const Observation& observation) {
    const bool nowhere =
        observation.trace.record == nullptr && observation.trace.statement == nullptr;
    const bool helps = leaf.matcher.negated || matches_plainly(leaf.matcher, observation.value) ||
                       leaf.subject.kind != Subject::Kind::field;
    if (!nowhere && helps) out.push_back(observation.trace);
  });
}

void Facts::trace(const Condition& condition, EvidencePolicy trust, RecordRef it, Tri wanted,
                  std::vector<Origin>& out) const {
  if (condition.op == Condition::Op::leaf) {
    trace_leaf(condition, trust_of_leaf(condition, trust, it), it, out);
    return;
  }
  const bool negation = condition.op == Condition::Op::negation;
  const EvidencePolicy inner = negation ? flipped(trust) : trust;
  const Tri inner_wanted = negation ? !wanted : wanted;
  for (const Condition& part : condition.parts) {
    if (test(part, inner, it) == inner_wanted) trace(part, inner, it, inner_wanted, out);
  }
}

std::vector<Origin> Facts::traces(const Condition& condition, EvidencePolicy trust,
                                  RecordRef it) const {
  std::vector<Origin> found;
  trace(condition, trust, it, test(condition, trust, it), found);
  if (found.size() < 2) return found;
  const auto place = [this](const Origin& trace) {
    if (trace.statement != nullptr) return trace.statement->at;
    if (trace.record != nullptr) return trace.record->at;
    return opportunity_.sections[trace.section].at;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Origin& a, const Origin& b) { return place(a) < place(b); });
  const auto same = [&](const Origin& a, const Origin& b) { return place(a) == place(b); };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

void Facts::explain_unknown(const Condition& condition, RecordRef it, Silence& silence) const {
  for (const Condition& part : condition.parts) explain_unknown(part, it, silence);
  if (condition.op != Condition::Op::leaf) return;
  const Subject& subject = condition.subject;
  observe(subject, EvidencePolicy::against_us, it, [&](const Observation&) {
    silence.mentioned = silence.mentioned || subject.kind != Subject::Kind::computed;
  });
  if (subject.kind == Subject::Kind::attribute) {
    const SectionData& data = opportunity_.sections[subject.id];
    bool clash = false;
    const Statement* statement =
        effective(subject.id, subject.path.front(), EvidencePolicy::against_us, &clash);
    silence.contradicted = silence.contradicted || clash;
    silence.earlier = silence.earlier || is_said_elsewhere(subject.id, subject.path.front());
    silence.not_known = silence.not_known || data.presence == SectionData::Presence::unknown ||
                        (statement != nullptr && statement->value.kind == Value::Kind::unknown);
  } else if (subject.kind != Subject::Kind::computed && subject.kind != Subject::Kind::field) {
    const SectionData& data = opportunity_.sections[rulebook_.queries[subject.id].section];
    silence.not_known = silence.not_known || data.presence == SectionData::Presence::unknown;
  }
}

}  // namespace dealcheck
