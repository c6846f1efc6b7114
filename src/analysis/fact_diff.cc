// What two versions of a deal state differently, statement by statement. An entry that is new or
// gone is one change; of one that both have, each statement is compared by its key, and its day,
// witness and note, which its statements share, as one.

#include "analysis/fact_diff.h"

#include <algorithm>

#include "analysis/entry_match.h"
#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

class FactComparer {
 public:
  FactComparer(const AssessContext& before, const AssessContext& after)
      : old_(before),
        now_(after),
        vocabulary_(after.rulebook().vocabulary),
        entries_(match_entries(vocabulary_, before.opportunity(), after.opportunity())),
        old_print_(&entries_.after[after.contacts()]),
        now_print_(nullptr) {}

  FactDiff run() {
    for (std::size_t id = 0; id < vocabulary_.sections.size(); ++id) {
      const auto section = static_cast<std::uint16_t>(id);
      compare_presence(section);
      compare_entries(section);
    }
    return {std::move(entries_), std::move(changes_)};
  }

 private:
  /// The same statement, or statements of one key, in both versions; null where there is none.
  struct Pair {
    const Record* old_record = nullptr;
    const Record* now_record = nullptr;
    const Statement* old_statement = nullptr;
    const Statement* now_statement = nullptr;
  };

  [[nodiscard]] const SectionData& old_data(std::uint16_t id) const {
    return old_.opportunity().sections[id];
  }
  [[nodiscard]] const SectionData& now_data(std::uint16_t id) const {
    return now_.opportunity().sections[id];
  }

  // ---- whole sections ----

  [[nodiscard]] static std::optional<Evidence> word_of(const AssessContext& context,
                                                       std::uint16_t id) {
    const auto presence = context.opportunity().sections[id].presence;
    if (presence != SectionData::Presence::none && presence != SectionData::Presence::unknown) {
      return std::nullopt;
    }
    Evidence told = context.evidence(Origin{id, nullptr, nullptr});
    if (presence == SectionData::Presence::unknown) {
      told.value = context.rulebook().words.say("judging.value.unknown", context.language());
    }
    return told;
  }

  void compare_presence(std::uint16_t id) {
    if (old_data(id).presence == now_data(id).presence) return;
    FactChange change;
    change.before = word_of(old_, id);
    change.after = word_of(now_, id);
    if (change.before || change.after) add(id, std::move(change), {});
  }

  void compare_entries(std::uint16_t id) {
    const auto& before = old_data(id).records;
    const auto& after = now_data(id).records;
    if (vocabulary_.sections[id].shape == Shape::attributes) {
      const Record none;
      return compare_statements(id, before.empty() ? none : before.front(),
                                after.empty() ? none : after.front());
    }
    std::vector<const Record*> partners(after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto place = entries_.find(id, i);
      if (place) partners[*place] = &before[i];
      if (!place) tell(id, {.old_record = &before[i]});
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (partners[i] == nullptr) {
        tell(id, {.now_record = &after[i]});
        continue;
      }
      compare_proof(id, *partners[i], after[i]);
      compare_statements(id, *partners[i], after[i]);
    }
  }

  void compare_proof(std::uint16_t id, const Record& old, const Record& now) {
    if (old_print_.of(old.proof) == now_print_.of(now.proof)) return;
    tell(id, {.old_record = &old, .now_record = &now});
  }

  // ---- statements ----

  [[nodiscard]] static std::vector<KeyId> keys_of(const Record& old, const Record& now) {
    std::vector<KeyId> keys;
    for (const Record* record : {&now, &old}) {
      for (const Statement& one : record->statements) {
        if (std::find(keys.begin(), keys.end(), one.key) == keys.end()) keys.push_back(one.key);
      }
    }
    return keys;
  }

  void compare_statements(std::uint16_t id, const Record& old, const Record& now) {
    for (const KeyId key : keys_of(old, now)) {
      if (!is_day_of_judgement(id, key)) compare_key(id, key, old, now);
    }
  }

  [[nodiscard]] bool is_day_of_judgement(std::uint16_t id, KeyId key) const {
    const Section& section = vocabulary_.sections[id];
    return section.top && vocabulary_.key(section, key).id == "as_of";
  }

  void compare_key(std::uint16_t id, KeyId key, const Record& old, const Record& now) {
    std::vector<const Statement*> gone = statements_of(old, key);
    std::vector<const Statement*> come = statements_of(now, key);
    drop_same(gone, old, come, now);
    const std::size_t both = std::min(gone.size(), come.size());
    for (std::size_t i = 0; i < std::max(gone.size(), come.size()); ++i) {
      const Statement* first = i < gone.size() ? gone[i] : nullptr;
      const Statement* second = i < come.size() ? come[i] : nullptr;
      tell(id, {i < both || first != nullptr ? &old : nullptr,
                i < both || second != nullptr ? &now : nullptr, first, second});
    }
  }

  [[nodiscard]] static std::vector<const Statement*> statements_of(const Record& record,
                                                                   KeyId key) {
    std::vector<const Statement*> list;
    for (const Statement& one : record.statements) {
      if (one.key == key) list.push_back(&one);
    }
    return list;
  }

  void drop_same(std::vector<const Statement*>& gone, const Record& old,
                 std::vector<const Statement*>& come, const Record& now) const {
    std::erase_if(gone, [&](const Statement* one) {
      const std::string is = old_print_.of(*one, old);
      const auto same = std::find_if(come.begin(), come.end(), [&](const Statement* other) {
        return now_print_.of(*other, now) == is;
      });
      if (same == come.end()) return false;
      come.erase(same);
      return true;
    });
  }

  // ---- telling ----

  void tell(std::uint16_t id, const Pair& pair) {
    FactChange change;
    if (pair.old_record != nullptr) {
      change.before = evidence(old_, {id, pair.old_record, pair.old_statement});
    }
    if (pair.now_record != nullptr) {
      change.after = evidence(now_, {id, pair.now_record, pair.now_statement});
    }
    change.only_dates = differ_by_day(pair);
    add(id, std::move(change), pair);
  }

  /// A whole entry is told with the names of its keys, but for the one that says what it is.
  [[nodiscard]] Evidence evidence(const AssessContext& context, const Origin& trace) const {
    Evidence told = context.evidence(trace);
    if (trace.statement != nullptr) return told;
    const Section& section = vocabulary_.sections[trace.section];
    std::vector<std::string> parts;
    for (const Statement& one : trace.record->statements) {
      const Key& key = vocabulary_.key(section, one.key);
      const bool is_topic = section.shorthand == one.key;
      const std::string value =
          context.facts().print_value(one.value, key.type, key.set, context.language());
      const std::string_view label = key.label.in(context.language());
      parts.push_back(is_topic ? value : std::string(label).append(" ").append(value));
    }
    told.value = context.joined(parts);
    return told;
  }

  void add(std::uint16_t id, FactChange change, const Pair& pair) {
    change.section = vocabulary_.sections[id].id;
    change.about = about(id, pair);
    changes_.push_back(std::move(change));
  }

  [[nodiscard]] static bool is_day(const Value& value) {
    return value.kind == Value::Kind::date ||
           (value.kind == Value::Kind::text && parse_date(trim(value.text)));
  }

  [[nodiscard]] bool differ_by_day(const Pair& pair) const {
    if (pair.old_record == nullptr || pair.now_record == nullptr) return false;
    const bool whole = pair.old_statement == nullptr || pair.now_statement == nullptr;
    if (whole && pair.old_statement != pair.now_statement) return false;
    Provenance before = whole ? pair.old_record->proof : pair.old_statement->proof;
    Provenance after = whole ? pair.now_record->proof : pair.now_statement->proof;
    before.date = after.date = std::nullopt;
    if (old_print_.of(before) != now_print_.of(after)) return false;
    if (whole) return true;
    const Value& first = pair.old_statement->value;
    const Value& second = pair.now_statement->value;
    return old_print_.of(first) == now_print_.of(second) || (is_day(first) && is_day(second));
  }

  /// objections, wants the archive on their own hypervisor, can we meet it
  [[nodiscard]] std::vector<std::string> about(std::uint16_t id, const Pair& pair) const {
    const Section& section = vocabulary_.sections[id];
    const AssessContext& context = pair.now_record != nullptr ? now_ : old_;
    const Record* record = pair.now_record != nullptr ? pair.now_record : pair.old_record;
    const Statement* statement =
        pair.now_statement != nullptr ? pair.now_statement : pair.old_statement;
    std::vector<std::string> parts;
    if (!section.top) parts.emplace_back(section.label.in(now_.language()));
    if (record != nullptr && statement != nullptr && section.shape == Shape::records) {
      parts.push_back(name_of(context, id, *record));
    }
    if (statement != nullptr) {
      parts.emplace_back(vocabulary_.key(section, statement->key).label.in(now_.language()));
    }
    std::erase(parts, "");
    return parts;
  }

  [[nodiscard]] static std::string name_of(const AssessContext& context, std::uint16_t id,
                                           const Record& record) {
    constexpr int kLongestName = 40;
    const auto& records = context.opportunity().sections[id].records;
    if (id == context.contacts()) {
      return context.name_of(static_cast<std::int32_t>(&record - records.data()));
    }
    return truncate(context.describe(record, id), kLongestName);
  }

  const AssessContext& old_;
  const AssessContext& now_;
  const Vocabulary& vocabulary_;
  EntryMatch entries_;
  Fingerprint old_print_;
  Fingerprint now_print_;
  std::vector<FactChange> changes_;
};

bool lies_within(std::string_view inner, std::string_view outer) {
  return inner == outer || (inner.starts_with(outer) && !outer.empty() &&
                            (inner[outer.size()] == '.' || inner[outer.size()] == '['));
}

}  // namespace

FactDiff compare_facts(const AssessContext& before, const AssessContext& after) {
  return FactComparer(before, after).run();
}

bool rests_on(const Evidence& evidence, const std::optional<Evidence>& side) {
  return side && (lies_within(evidence.path, side->path) || lies_within(side->path, evidence.path));
}

}  // namespace dealcheck
