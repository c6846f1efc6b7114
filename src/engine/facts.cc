// Which statements of a deal count on the day of judgement: those known by then, of the stage, not
// assumed or stale where they would help us. Queries over lists are answered once for each kind of
// trust.

#include "engine/facts.h"

#include <algorithm>

namespace dealcheck {

namespace {

/// Calls `visit(stage, date)` for every dated milestone that has begun a stage by then; the date
/// may lie ahead.
template <typename Visit>
void begun_milestones(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of,
                      Visit&& visit) {
  const std::uint16_t id = *vocabulary.section_id("milestones");
  for (const Record& record : opportunity.sections[id].records) {
    for (const Statement& statement : record.statements) {
      const Key& key = vocabulary.sections[id].keys[statement.key];
      if (!key.begins || statement.value.kind != Value::Kind::date) continue;
      const Date begun{statement.value.date.day - std::chrono::days(key.ahead_days)};
      if (begun <= as_of) visit(*key.begins, statement.value.date);
    }
  }
}

bool is_assumed(const Provenance& proof) { return proof.grade() == Grade::assumed; }

/// Whether anything in the deal stands on such provenance.
template <typename Test>
bool has_any(const Opportunity& opportunity, const Test& test) {
  const auto in_record = [&](const Record& record) {
    return test(record.proof) || std::any_of(record.statements.begin(), record.statements.end(),
                                             [&](const Statement& one) { return test(one.proof); });
  };
  return std::any_of(
      opportunity.sections.begin(), opportunity.sections.end(), [&](const SectionData& section) {
        return std::any_of(section.records.begin(), section.records.end(), in_record);
      });
}

}  // namespace

std::optional<Stage> milestone_stage(const Vocabulary& vocabulary, const Opportunity& opportunity,
                                     Date as_of) {
  std::optional<Stage> latest;
  begun_milestones(vocabulary, opportunity, as_of, [&](Stage stage, Date) {
    if (!latest || *latest < stage) latest = stage;
  });
  return latest;
}

std::optional<Stage> declared_stage(const Vocabulary& vocabulary, const Opportunity& opportunity) {
  const std::uint16_t head = *vocabulary.section_id("deal");
  const Statement* stage = opportunity.find(head, *vocabulary.sections[head].names.find("stage"));
  if (stage == nullptr || stage->value.kind != Value::Kind::choice) return std::nullopt;
  return static_cast<Stage>(stage->value.index);
}

Facts::Facts(const Rulebook& rulebook, const Opportunity& opportunity, Date as_of, Stage stage,
             std::span<const GivenFact> given)
    : rulebook_(rulebook),
      opportunity_(opportunity),
      as_of_(as_of),
      stage_(stage),
      given_(given),
      contacts_(*rulebook.vocabulary.section_id("contacts")),
      has_assumed_(has_any(opportunity, is_assumed)),
      has_hearsay_(has_any(opportunity, is_hearsay)),
      people_(rulebook.vocabulary, opportunity, as_of),
      matches_(rulebook.queries.size()) {
  const Key& trust =
      rulebook.vocabulary.common.keys[*rulebook.vocabulary.common.names.find("trust")];
  doubtful_ = rulebook.vocabulary.choices(trust).names.find("doubtful");
  stage_start_ = stage_start();
}

std::optional<Date> Facts::stage_start() const {
  std::optional<Date> start;
  begun_milestones(rulebook_.vocabulary, opportunity_, as_of_, [&](Stage stage, Date date) {
    if (stage == stage_ && date <= as_of_ && (!start || date < *start)) start = date;
  });
  return start;
}

bool Facts::is_only_hearsay(const Condition& condition, EvidencePolicy trust, RecordRef it) const {
  if (!has_hearsay_) return false;
  const std::vector<Origin> places = traces(condition, trust, it);
  const auto passed_on = [](const Origin& place) {
    if (place.statement != nullptr) return is_hearsay(place.statement->proof);
    return place.record != nullptr && is_hearsay(place.record->proof);
  };
  return !places.empty() && std::all_of(places.begin(), places.end(), passed_on);
}

std::optional<Stage> Facts::behaviour_stage() const {
  std::array<int, kStageCount> seen{};
  const auto& sections = rulebook_.vocabulary.sections;
  for (std::size_t id = 0; id < sections.size(); ++id) {
    if (sections[id].shape != Shape::attributes || !sections[id].ages) continue;
    for (std::size_t key = 0; key < sections[id].keys.size(); ++key) {
      if (sections[id].keys[key].type != Type::choice) continue;
      const Statement* statement = effective(static_cast<std::uint16_t>(id),
                                             static_cast<KeyId>(key), EvidencePolicy::against_us);
      if (statement == nullptr || statement->value.kind != Value::Kind::choice) continue;
      const auto& choices = rulebook_.vocabulary.choices(sections[id].keys[key]).choices;
      const auto& looks_like = choices[static_cast<std::size_t>(statement->value.index)].looks_like;
      if (looks_like) ++seen[static_cast<std::size_t>(*looks_like)];
    }
  }
  const auto most = std::max_element(seen.begin(), seen.end());
  if (*most == 0 || std::count(seen.begin(), seen.end(), *most) > 1) return std::nullopt;
  return static_cast<Stage>(most - seen.begin());
}

void Facts::set_outcome(Standing standing, int count, std::vector<std::string> mines) {
  standing_ = standing;
  mines_ = count;
  mine_names_ = std::move(mines);
}

// ---- which statements count ----

bool Facts::is_stale(const Provenance& proof, const Section& section) const {
  if (!section.ages || !proof.date) return false;
  return days_between(*proof.date, as_of_) >
         rulebook_.policy.stale_after[static_cast<std::size_t>(stage_)];
}

/// The word of somebody who may serve both sides, or from a doubtful source, counts for neither
/// side until it is tested; that of somebody who has left no longer counts for us (method 7.1).
bool Facts::word_counts(const Provenance& proof, EvidencePolicy trust) const {
  if (proof.trust && doubtful_ && *proof.trust == *doubtful_) return false;
  if (proof.by < 0) return true;
  const Person& witness = people_[static_cast<std::size_t>(proof.by)];
  if (witness.serves_both) return false;
  return trust != EvidencePolicy::for_us || !witness.departed;
}

/// The record is about somebody who has left.
bool Facts::names_departed(const Record& record) const {
  return std::any_of(record.statements.begin(), record.statements.end(),
                     [this](const Statement& one) {
                       return one.value.kind == Value::Kind::contact && one.value.index >= 0 &&
                              people_[static_cast<std::size_t>(one.value.index)].departed;
                     });
}

bool Facts::counts(const Provenance& proof, const Section& section, EvidencePolicy trust) const {
  if (proof.date && *proof.date > as_of_) return false;  // not yet known on that day
  if (!word_counts(proof, trust)) return false;
  if (trust == EvidencePolicy::against_us) return true;
  if (is_assumed(proof)) return false;
  return trust == EvidencePolicy::checked || !is_stale(proof, section);
}

bool Facts::belongs_to_stage(const Provenance& proof, EvidencePolicy trust) const {
  if (proof.seen_in) return *proof.seen_in == stage_;
  if (!proof.date) return true;
  if (stage_start_) return *proof.date >= *stage_start_;
  // Nothing tells when the stage began: what would help us must be recent, what hurts us still
  // counts.
  return trust != EvidencePolicy::for_us ||
         days_between(*proof.date, as_of_) <=
             rulebook_.policy.stale_after[static_cast<std::size_t>(stage_)];
}

/// The file answers it, but not for the stage that is judged.
bool Facts::is_said_elsewhere(std::uint16_t section, KeyId key) const {
  if (!rulebook_.vocabulary.sections[section].ages) return false;
  const auto& records = opportunity_.sections[section].records;
  return std::any_of(records.begin(), records.end(), [&](const Record& record) {
    return std::any_of(record.statements.begin(), record.statements.end(),
                       [&](const Statement& one) {
                         return one.key == key && one.value.kind != Value::Kind::unknown &&
                                !belongs_to_stage(one.proof, EvidencePolicy::against_us);
                       });
  });
}

const Statement* Facts::effective(std::uint16_t section, KeyId key, EvidencePolicy trust,
                                  bool* contradicted) const {
  const Section& words = rulebook_.vocabulary.sections[section];
  const Statement* best = nullptr;
  bool clash = false;
  for (const Record& record : opportunity_.sections[section].records) {
    for (const Statement& statement : record.statements) {
      if (statement.key != key || !counts(statement.proof, words, trust)) continue;
      if (words.ages && !belongs_to_stage(statement.proof, trust)) continue;
      if (best == nullptr) {
        best = &statement;
        continue;
      }
      const auto& known = best->proof.date;
      const auto& other = statement.proof.date;
      const bool two_voices = words.keys[key].each_informant && best->proof.by != kNobodyNamed &&
                              statement.proof.by != kNobodyNamed &&
                              best->proof.by != statement.proof.by;
      if (known == other || two_voices) {
        clash = clash || !best->value.same_as(statement.value);
      } else if (!known || (other && *other > *known)) {
        best = &statement;  // a dated word counts before an undated one, a later before an earlier
        clash = false;
      }
    }
  }
  if (contradicted != nullptr) *contradicted = clash;
  return clash ? nullptr : best;
}

NotWeighed Facts::why_not_weighed(const Origin& trace) const {
  const Section& section = rulebook_.vocabulary.sections[trace.section];
  const Provenance& proof =
      trace.statement != nullptr ? trace.statement->proof : trace.record->proof;
  if (proof.date && *proof.date > as_of_) return NotWeighed::later;
  if (!word_counts(proof, EvidencePolicy::for_us)) return NotWeighed::doubtful;
  if (section.ages && !belongs_to_stage(proof, EvidencePolicy::against_us))
    return NotWeighed::other_stage;
  if (is_assumed(proof)) return NotWeighed::believed;
  if (section.shape == Shape::attributes && trace.statement != nullptr) {
    bool contradicted = false;
    const Statement* effective_one =
        effective(trace.section, trace.statement->key, EvidencePolicy::against_us, &contradicted);
    if (contradicted) return NotWeighed::contradicted;
    if (effective_one != trace.statement) return NotWeighed::overtaken;
  }
  return is_stale(proof, section) ? NotWeighed::old : NotWeighed::unasked;
}

std::optional<Date> Facts::record_date(RecordRef at) {
  if (at.record->proof.date) return at.record->proof.date;
  for (const Statement& statement : at.record->statements) {
    if (statement.value.kind == Value::Kind::date) return statement.value.date;
  }
  return std::nullopt;
}

const Facts::Matches& Facts::matches(std::uint16_t query, EvidencePolicy trust) const {
  Matches& result = matches_[query][static_cast<std::size_t>(trust)];
  if (result.computed) return result;
  result.computed = true;
  const Query& words = rulebook_.queries[query];
  const Section& section = rulebook_.vocabulary.sections[words.section];
  const SectionData& data = opportunity_.sections[words.section];
  const bool none = data.presence == SectionData::Presence::none;
  const auto left_out = [trust](const Record& record) {
    return trust == EvidencePolicy::checked && is_assumed(record.proof);
  };
  const bool only_assumed =
      !data.records.empty() && std::all_of(data.records.begin(), data.records.end(), left_out);
  const bool stated = data.presence == SectionData::Presence::stated && !only_assumed;
  result.knowable = stated || none;
  result.complete = none || (result.knowable && !words.open);
  for (const Record& record : data.records) {
    if (left_out(record)) continue;
    const Tri match = test(words.where, trust, {words.section, &record});
    if (match == Tri::no || (record.proof.date && *record.proof.date > as_of_)) continue;
    const bool gone =
        trust == EvidencePolicy::for_us && words.section != contacts_ && names_departed(record);
    if (match == Tri::yes && !gone && counts(record.proof, section, trust)) {
      result.sure.push_back(&record);
    } else {
      ++result.possible;
    }
  }
  if (result.sure.size() < 2) return result;
  std::stable_sort(result.sure.begin(), result.sure.end(), [&](const Record* a, const Record* b) {
    return record_date({words.section, a}) > record_date({words.section, b});
  });
  return result;
}

}  // namespace dealcheck
