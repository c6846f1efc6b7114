// Walks the vocabulary, the computed facts and the named queries: one list of everything that a
// condition may ask for.

#include "analysis/fact_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/computed.h"
#include "rules/condition_print.h"

namespace dealcheck {

namespace {

class FactLister {
 public:
  FactLister(const Rulebook& book, Language language, const AssessContext* context)
      : book_(book), language_(language), context_(context) {}

  std::vector<FactEntry> list();

 private:
  void add_section(std::uint16_t id);
  void add_key(std::uint16_t id, KeyId key);
  void add_record_facts(std::uint16_t id);
  void add_queries(std::uint16_t id);
  void add_deal_facts();
  void add_common();
  void value_of(const Subject& subject, RecordRef it, const std::string& about, SubjectType type,
                FactEntry& entry) const;
  void values_in(std::uint16_t section, const Subject& subject, SubjectType type,
                 FactEntry& entry) const;
  void find_gap(const Subject& subject, RecordRef it, FactEntry& entry) const;
  void set_type(SubjectType type, FactEntry& entry) const;
  [[nodiscard]] std::string means(std::string_view section, std::string_view name) const {
    return std::string(book_.words.say(computed_means(section, name), language_));
  }
  [[nodiscard]] std::string section_name(std::uint16_t id) const {
    const Section& section = book_.vocabulary.sections[id];
    return section.shape == Shape::records ? section.id + "[]" : section.id;
  }

  const Rulebook& book_;
  Language language_;
  const AssessContext* context_;
  std::vector<FactEntry> facts_;
};

void FactLister::set_type(SubjectType type, FactEntry& entry) const {
  entry.type = type_name(type.type);
  if (type.type != Type::choice) return;
  for (const Choice& choice : book_.vocabulary.sets[type.set].choices) {
    entry.choices.push_back(choice.id);
  }
}

// ---- values ----

void FactLister::value_of(const Subject& subject, RecordRef it, const std::string& about,
                          SubjectType type, FactEntry& entry) const {
  const Facts& facts = context_->facts();
  for (const Observation& one : facts.observations(subject, EvidencePolicy::against_us, it)) {
    const bool placed = one.trace.record != nullptr || one.trace.statement != nullptr;
    Evidence evidence = placed ? context_->evidence(one.trace) : Evidence{};
    evidence.value = facts.print_value(one.value, type.type, type.set, language_);
    entry.values.push_back({about, std::move(evidence)});
  }
}

void FactLister::find_gap(const Subject& subject, RecordRef it, FactEntry& entry) const {
  if (!entry.values.empty()) return;
  Condition leaf;
  leaf.op = Condition::Op::leaf;
  leaf.subject = subject;
  leaf.matcher.kind = Matcher::Kind::known;
  Facts::Silence silence;
  context_->facts().explain_unknown(leaf, it, silence);
  entry.gap = silence.contradicted ? Gap::contradicted
              : silence.not_known  ? Gap::not_known
              : silence.earlier    ? Gap::earlier_stage
                                   : Gap::not_asked;
}

void FactLister::values_in(std::uint16_t section, const Subject& subject, SubjectType type,
                           FactEntry& entry) const {
  const auto& records = context_->opportunity().sections[section].records;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string about = fmt::format("{}[{}]", book_.vocabulary.sections[section].id, i);
    value_of(subject, {section, &records[i]}, about, type, entry);
  }
  if (entry.values.empty()) entry.gap = Gap::not_asked;
}

// ---- facts ----

void FactLister::add_key(std::uint16_t id, KeyId key_id) {
  const Section& section = book_.vocabulary.sections[id];
  const Key& key = section.keys[key_id];
  if (key.type == Type::records) return;
  FactEntry entry;
  entry.name = section_name(id) + "." + key.id;
  entry.group = section.id;
  entry.means = key.means.in(language_);
  const SubjectType type{key.type, key.set};
  set_type(type, entry);
  const bool list = section.shape == Shape::records;
  const Subject subject{list ? Subject::Kind::field : Subject::Kind::attribute, id, {key_id}};
  if (context_ != nullptr && list) values_in(id, subject, type, entry);
  if (context_ != nullptr && !list) {
    value_of(subject, {}, "", type, entry);
    find_gap(subject, {}, entry);
  }
  facts_.push_back(std::move(entry));
}

void FactLister::add_record_facts(std::uint16_t id) {
  const Section& section = book_.vocabulary.sections[id];
  for (std::size_t i = 0; i < kRecordFacts.size(); ++i) {
    const ComputedField& field = kRecordFacts.at(i);
    if (field.section != section.id) continue;
    FactEntry entry;
    entry.name = section_name(id) + "." + std::string(field.fact.name);
    entry.group = section.id;
    entry.means = means(field.section, field.fact.name);
    entry.derived = true;
    entry.after_verdict = field.fact.after_verdict;
    const SubjectType type{field.fact.type, book_.vocabulary.set_id(field.fact.set).value_or(0)};
    set_type(type, entry);
    const Subject subject{Subject::Kind::field, id, {static_cast<FieldId>(kDerivedField + i)}};
    if (context_ != nullptr) values_in(id, subject, type, entry);
    facts_.push_back(std::move(entry));
  }
}

/// A query: yes or no, and each entry that it finds.
void FactLister::add_queries(std::uint16_t id) {
  for (std::size_t i = 0; i < book_.queries.size(); ++i) {
    const Query& query = book_.queries[i];
    if (query.section != id) continue;
    FactEntry entry;
    entry.name = query.name;
    entry.group = book_.vocabulary.sections[id].id;
    entry.means = query.means.in(language_);
    entry.derived = true;
    const Subject subject{Subject::Kind::query, static_cast<std::uint16_t>(i), {}};
    const SubjectType type = subject_type(book_, subject, std::nullopt);
    set_type(type, entry);
    if (context_ != nullptr) {
      value_of(subject, {}, "", type, entry);
      find_gap(subject, {}, entry);
    }
    facts_.push_back(std::move(entry));
  }
}

void FactLister::add_deal_facts() {
  for (std::size_t i = 0; i < kDealFacts.size(); ++i) {
    const ComputedFact& fact = kDealFacts.at(i);
    FactEntry entry;
    entry.name = fact.name;
    entry.group = "deal";
    entry.means = means("deal", fact.name);
    entry.derived = true;
    entry.after_verdict = fact.after_verdict;
    const Subject subject{Subject::Kind::computed, static_cast<std::uint16_t>(i), {}};
    const SubjectType type{fact.type, book_.vocabulary.set_id(fact.set).value_or(0)};
    set_type(type, entry);
    if (context_ != nullptr) {
      value_of(subject, {}, "", type, entry);
      if (entry.values.empty()) entry.gap = Gap::not_asked;
    }
    facts_.push_back(std::move(entry));
  }
}

void FactLister::add_section(std::uint16_t id) {
  const Section& section = book_.vocabulary.sections[id];
  for (std::size_t i = 0; i < section.keys.size(); ++i) add_key(id, static_cast<KeyId>(i));
  if (section.top) add_deal_facts();
  add_record_facts(id);
  add_queries(id);
}

/// What may be asked of any entry; only told where no deal gives values.
void FactLister::add_common() {
  const auto add = [this](std::string_view name, std::string means, SubjectType type,
                          bool derived) {
    FactEntry entry;
    entry.name = "." + std::string(name);
    entry.group = "[]";
    entry.means = std::move(means);
    entry.derived = derived;
    set_type(type, entry);
    facts_.push_back(std::move(entry));
  };
  const Section& common = book_.vocabulary.common;
  for (const Key& key : common.keys) {
    add(key.id, std::string(key.means.in(language_)), {key.type, key.set}, false);
  }
  for (const ComputedField& field : kRecordFacts) {
    if (!field.section.empty()) continue;
    add(field.fact.name, means("", field.fact.name),
        {field.fact.type, book_.vocabulary.set_id(field.fact.set).value_or(0)}, true);
  }
}

std::vector<FactEntry> FactLister::list() {
  if (context_ == nullptr) add_common();
  for (std::size_t id = 0; id < book_.vocabulary.sections.size(); ++id) {
    add_section(static_cast<std::uint16_t>(id));
  }
  return std::move(facts_);
}

}  // namespace

std::vector<FactEntry> list_facts(const Rulebook& book, Language language) {
  return FactLister(book, language, nullptr).list();
}

std::vector<FactEntry> list_facts(const AssessContext& context) {
  return FactLister(context.rulebook(), context.language(), &context).list();
}

}  // namespace dealcheck
