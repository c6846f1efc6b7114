#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/function_ref.h"
#include "base/stage.h"
#include "base/weighing.h"
#include "deal/opportunity.h"
#include "engine/condition_test.h"
#include "engine/people.h"
#include "rules/condition.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The record a rule runs over, or none.
struct RecordRef {
  std::uint16_t section = 0;
  const Record* record = nullptr;
};

/// A place in the deal that decided a condition: a statement, or a whole record, or the section's
/// own word ("none").
struct Origin {
  std::uint16_t section = 0;
  const Record* record = nullptr;
  const Statement* statement = nullptr;
};

/// One observed value and where it stands.
struct Observation {
  Value value;
  Origin trace;
};

/// The facts of one deal on one day: everything that conditions and texts may ask for. Nothing that
/// the deal does not state has a value. Lives no longer than the rulebook and the opportunity it
/// was made from. What is `given` holds instead of what the deal says about that subject.
class Facts {
 public:
  Facts(const Rulebook& rulebook, const Opportunity& opportunity, Date as_of, Stage stage,
        std::span<const GivenFact> given = {});

  [[nodiscard]] Tri test(const Condition& condition, EvidencePolicy trust, RecordRef it = {}) const;

  /// The places that made a condition come out as it did, in file order, each once.
  [[nodiscard]] std::vector<Origin> traces(const Condition& condition, EvidencePolicy trust,
                                           RecordRef it = {}) const;

  /// Whether a condition that holds rests on nothing but what somebody passed on to us.
  [[nodiscard]] bool is_only_hearsay(const Condition& condition, EvidencePolicy trust,
                                     RecordRef it = {}) const;

  /// Every value that a subject has in the deal, in file order; of a count or a query its answer.
  [[nodiscard]] std::vector<Observation> observations(const Subject& subject, EvidencePolicy trust,
                                                      RecordRef it = {}) const;

  /// What a placeholder prints in a language; nothing when it has no value.
  [[nodiscard]] std::optional<std::string> print(const Slot& slot, Language language,
                                                 RecordRef it = {}) const;
  [[nodiscard]] std::string print_value(const Value& value, Type type, std::uint16_t set,
                                        Language language) const;

  /// Why a condition stayed open: what the file says about the facts it asks for.
  struct Silence {
    bool mentioned = false;     ///< some fact in it has a value
    bool not_known = false;     ///< "asked, not known" stands in the file
    bool contradicted = false;  ///< the file says two things
    bool earlier = false;       ///< it is answered for another stage
  };
  void explain_unknown(const Condition& condition, RecordRef it, Silence& silence) const;

  /// Why no judgement rests on something the file says (method 7.2).
  [[nodiscard]] NotWeighed why_not_weighed(const Origin& trace) const;

  /// The contact that a subject comes to: the record at hand (an empty path), the contact a field
  /// names, the first that a query over contacts matches. Nothing when there is none.
  [[nodiscard]] std::optional<std::size_t> contact_of(const Subject& subject, RecordRef it) const;

  /// Every contact that a subject comes to, in the order of the file.
  [[nodiscard]] std::vector<std::size_t> contacts_of(const Subject& subject, RecordRef it) const;

  /// For the rules that run after the verdict.
  /// `mines` are the rules, causes and kinds of the mines found.
  void set_outcome(Standing standing, int count, std::vector<std::string> mines);

  [[nodiscard]] Date as_of() const { return as_of_; }
  [[nodiscard]] Stage stage() const { return stage_; }
  [[nodiscard]] const Opportunity& opportunity() const { return opportunity_; }
  [[nodiscard]] const People& people() const { return people_; }
  [[nodiscard]] std::optional<Stage> behaviour_stage() const;
  [[nodiscard]] bool is_stale(const Provenance& proof, const Section& section) const;

 private:
  /// Which records a query matches, newest first.
  struct Matches {
    bool computed = false;
    bool knowable = false;  ///< the section says something
    bool complete = false;  ///< what it does not show is not there
    std::vector<const Record*> sure;
    std::size_t possible = 0;
  };

  using Observer = FunctionRef<void(const Observation&)>;

  [[nodiscard]] std::optional<Origin> stated_unknown(const Subject& subject, EvidencePolicy trust,
                                                     RecordRef it) const;
  [[nodiscard]] Tri hold_leaf(const Condition& leaf, EvidencePolicy trust, RecordRef it) const;
  /// What was shown against us stands even where we believe something better: a leaf that holds
  /// without what is assumed, and would not with it, is held without.
  [[nodiscard]] EvidencePolicy trust_of_leaf(const Condition& leaf, EvidencePolicy trust,
                                             RecordRef it) const;
  [[nodiscard]] bool may_hold_when_checked(const Condition& leaf) const;
  [[nodiscard]] Tri test_leaf(const Condition& leaf, EvidencePolicy trust, RecordRef it) const;
  [[nodiscard]] Tri test_count(const Condition& leaf, EvidencePolicy trust) const;
  void trace(const Condition& condition, EvidencePolicy trust, RecordRef it, Tri wanted,
             std::vector<Origin>& out) const;
  void trace_other_lines(const Query& query, const Record& record, EvidencePolicy trust,
                         std::vector<Origin>& out) const;
  void trace_leaf(const Condition& leaf, EvidencePolicy trust, RecordRef it,
                  std::vector<Origin>& out) const;

  [[nodiscard]] bool is_given(const Subject& subject) const;
  void observe(const Subject& subject, EvidencePolicy trust, RecordRef it, Observer visit) const;
  void observe_given(const Subject& subject, Observer visit) const;
  void observe_attribute(const Subject& subject, EvidencePolicy trust, Observer visit) const;
  void observe_query(const Subject& subject, EvidencePolicy trust, Observer visit) const;
  void observe_path(const FieldPath& path, std::size_t from, RecordRef at, EvidencePolicy trust,
                    Observer visit) const;
  void observe_proof(const FieldPath& path, std::size_t from, const Provenance& proof,
                     Origin origin, EvidencePolicy trust, Observer visit) const;
  [[nodiscard]] std::optional<int> contact_days() const;
  [[nodiscard]] std::optional<int> evidenced_indicators() const;
  [[nodiscard]] std::optional<bool> is_large() const;
  [[nodiscard]] std::optional<int> bullets() const;
  void observe_computed(std::uint16_t id, Observer visit) const;
  void follow(const FieldPath& path, std::size_t next, const Value& value, Origin origin,
              EvidencePolicy trust, Observer visit) const;

  void visit_other_name(RecordRef contact, Observer visit) const;

  [[nodiscard]] const Statement* effective(std::uint16_t section, KeyId key, EvidencePolicy trust,
                                           bool* contradicted = nullptr) const;
  [[nodiscard]] bool counts(const Provenance& proof, const Section& section,
                            EvidencePolicy trust) const;
  [[nodiscard]] bool word_counts(const Provenance& proof, EvidencePolicy trust) const;
  [[nodiscard]] bool names_departed(const Record& record) const;
  [[nodiscard]] bool is_said_elsewhere(std::uint16_t section, KeyId key) const;
  [[nodiscard]] bool belongs_to_stage(const Provenance& proof, EvidencePolicy trust) const;
  [[nodiscard]] const Matches& matches(std::uint16_t query, EvidencePolicy trust) const;
  [[nodiscard]] std::optional<Value> derived(RecordRef at, FieldId field,
                                             EvidencePolicy trust) const;
  [[nodiscard]] std::optional<Value> derived_of_contact(std::size_t contact, FieldId field,
                                                        EvidencePolicy trust) const;
  [[nodiscard]] std::optional<Value> unproven(const Record& contact, std::string_view key) const;
  [[nodiscard]] std::optional<Value> derived_of_plan(const Record& record, FieldId field) const;
  [[nodiscard]] std::optional<Value> derived_of_silence(const Record& record, FieldId field) const;
  [[nodiscard]] static std::optional<Date> record_date(RecordRef at);
  [[nodiscard]] std::optional<Date> stage_start() const;

  const Rulebook& rulebook_;
  const Opportunity& opportunity_;
  Date as_of_;
  Stage stage_;
  std::span<const GivenFact> given_;
  std::uint16_t contacts_;                 ///< number of the section
  std::optional<std::uint16_t> doubtful_;  ///< place of that word among the levels of trust
  std::optional<Date> stage_start_;
  bool has_assumed_;  ///< somewhere in the deal
  bool has_hearsay_;
  People people_;
  std::optional<Standing> standing_;
  int mines_ = 0;
  std::vector<std::string> mine_names_;
  mutable std::vector<std::array<Matches, 3>> matches_;
};

/// The stage the dated milestones tell (method 3.5): the latest that has begun on that day; nothing
/// when none has.
[[nodiscard]] std::optional<Stage> milestone_stage(const Vocabulary& vocabulary,
                                                   const Opportunity& opportunity, Date as_of);
/// The stage as declared in the file.
[[nodiscard]] std::optional<Stage> declared_stage(const Vocabulary& vocabulary,
                                                  const Opportunity& opportunity);

}  // namespace dealcheck
