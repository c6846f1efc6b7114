// Which entry of the old file is which of the new one. The surest sign is tried on all entries
// before a weaker one is: the same in every word, the same id, the same name, the same day and
// topic, the same topic, the same day and person; then what has most statements in common.

#include "analysis/entry_match.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/alike.h"

namespace dealcheck {

namespace {

using Places = std::vector<std::optional<std::size_t>>;

class SectionMatcher {
 public:
  SectionMatcher(const Section& section, const SectionData& before, const SectionData& after,
                 const Places* parents, const Places* contacts)
      : section_(section),
        before_(before.records),
        after_(after.records),
        parents_(parents),
        old_(contacts),
        new_(nullptr),
        places_(before_.size()),
        taken_(after_.size()) {}

  Places run() {
    for (const Sign sign : {Sign::all, Sign::id, Sign::name, Sign::topic_and_day, Sign::topic,
                            Sign::day_and_person}) {
      match_by(sign);
    }
    match_alike();
    return std::move(places_);
  }

 private:
  enum class Sign : std::uint8_t { all, id, name, topic_and_day, topic, day_and_person };

  /// The parent entry as the newer version counts; the same for both when they belong together.
  [[nodiscard]] std::string parent_of(const Record& record, bool old) const {
    if (record.parent < 0) return {};
    const auto place = static_cast<std::size_t>(record.parent);
    if (!old || parents_ == nullptr) return std::to_string(place);
    const auto matched = place < parents_->size() ? (*parents_)[place] : std::nullopt;
    return matched ? std::to_string(*matched) : "gone";
  }

  [[nodiscard]] static std::string value_of(const Record& record, const Fingerprint& print,
                                            std::optional<std::uint16_t> key) {
    const Statement* statement = key ? record.find(*key) : nullptr;
    return statement == nullptr ? std::string() : print.of(statement->value);
  }

  /// Empty: the record does not bear this sign.
  [[nodiscard]] std::string sign_of(const Record& record, Sign sign, bool old) const {
    const Fingerprint& print = old ? old_ : new_;
    std::string topic = value_of(record, print, section_.shorthand);
    const std::string day = record.proof.date ? iso_date(*record.proof.date) : "";
    switch (sign) {
      case Sign::all:
        return print.of(record);
      case Sign::id:
        return value_of(record, print, section_.names.find("id"));
      case Sign::name:
        return value_of(record, print, section_.names.find("name"));
      case Sign::topic_and_day:
        return topic.empty() || day.empty() ? "" : topic + day;
      case Sign::topic:
        return topic;
      case Sign::day_and_person:
        if (day.empty() || record.proof.by == kNobodyNamed) return {};
        return day + print.contact(record.proof.by, record.proof.by_text);
    }
    return {};
  }

  void match_by(Sign sign) {
    std::map<std::string, std::vector<std::size_t>> waiting;
    for (std::size_t i = after_.size(); i-- > 0;) {
      const std::string is = taken_[i] ? "" : sign_of(after_[i], sign, false);
      if (!is.empty()) waiting[parent_of(after_[i], false) + "/" + is].push_back(i);
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const std::string is = places_[i] ? "" : sign_of(before_[i], sign, true);
      if (is.empty()) continue;
      const auto found = waiting.find(parent_of(before_[i], true) + "/" + is);
      if (found == waiting.end() || found->second.empty()) continue;
      pair(i, found->second.back());
      found->second.pop_back();
    }
  }

  void pair(std::size_t old, std::size_t now) {
    places_[old] = now;
    taken_[now] = true;
  }

  /// At least half of the statements of the longer one are the same.
  [[nodiscard]] std::size_t in_common(const Record& old, const Record& now) const {
    std::vector<std::string> first;
    for (const Statement& one : old.statements) first.push_back(old_.of(one, old));
    std::size_t count = 0;
    for (const Statement& one : now.statements) {
      const auto found = std::find(first.begin(), first.end(), new_.of(one, now));
      if (found == first.end()) continue;
      first.erase(found);
      ++count;
    }
    return 2 * count >= std::max(old.statements.size(), now.statements.size()) ? count : 0;
  }

  void match_alike() {
    constexpr std::size_t kMostPairs = 250'000;  // beyond, the time would be felt
    if (before_.size() * after_.size() > kMostPairs) return;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      std::size_t best = 0;
      std::size_t best_place = 0;
      for (std::size_t k = 0; !places_[i] && k < after_.size(); ++k) {
        if (taken_[k] || parent_of(before_[i], true) != parent_of(after_[k], false)) continue;
        const std::size_t count = in_common(before_[i], after_[k]);
        if (count > best) best_place = k;
        best = std::max(best, count);
      }
      if (best > 0) pair(i, best_place);
    }
  }

  const Section& section_;
  const std::vector<Record>& before_;
  const std::vector<Record>& after_;
  const Places* parents_;
  Fingerprint old_;
  Fingerprint new_;
  Places places_;
  std::vector<bool> taken_;
};

}  // namespace

// ---- fingerprints ----

std::string Fingerprint::contact(std::int32_t index, std::string_view text) const {
  if (index == kNotListed) return "?" + alike(text);
  if (index < 0 || contacts_ == nullptr) return "@" + std::to_string(index);
  const auto place = static_cast<std::size_t>(index);
  const auto matched = place < contacts_->size() ? (*contacts_)[place] : std::nullopt;
  return matched ? "@" + std::to_string(*matched) : "gone@" + std::to_string(index);
}

std::string Fingerprint::of(const Value& value) const {
  switch (value.kind) {
    case Value::Kind::unknown:
      return "u";
    case Value::Kind::none:
      return "n";
    case Value::Kind::choice:
      return "c" + std::to_string(value.index);
    case Value::Kind::number:
      return "#" + std::to_string(value.number);
    case Value::Kind::date:
      return "d" + iso_date(value.date);
    case Value::Kind::text:
      return "t" + alike(value.text);
    case Value::Kind::contact:
      return contact(value.index, value.text);
  }
  return {};
}

std::string Fingerprint::of(const Provenance& proof) const {
  std::string text = proof.date ? iso_date(*proof.date) : "-";
  text += contact(proof.by, proof.by_text);
  text += proof.stated_grade ? to_string(*proof.stated_grade) : "-";
  text += proof.seen_in ? to_string(*proof.seen_in) : "-";
  text += proof.trust ? std::to_string(*proof.trust) : "-";
  return text.append("|").append(proof.note).append("|").append(proof.source);
}

std::string Fingerprint::of(const Statement& statement, const Record& record) const {
  const std::string proof = of(statement.proof);
  return std::to_string(statement.key) + of(statement.value) +
         (proof == of(record.proof) ? "" : "|" + proof);
}

std::string Fingerprint::of(const Record& record) const {
  std::vector<std::string> parts;
  for (const Statement& one : record.statements) parts.push_back(of(one, record));
  std::sort(parts.begin(), parts.end());
  std::string text = of(record.proof);
  for (const std::string& part : parts) text += "\n" + part;
  return text;
}

// ---- all sections ----

EntryMatch match_entries(const Vocabulary& vocabulary, const Opportunity& before,
                         const Opportunity& after) {
  EntryMatch match;
  match.after.resize(before.sections.size());
  const std::uint16_t contacts = *vocabulary.section_id("contacts");
  const auto run = [&](std::size_t id, const Places* known_contacts) {
    const Section& section = vocabulary.sections[id];
    const Places* parents = section.parent ? &match.after[*section.parent] : nullptr;
    match.after[id] =
        SectionMatcher(section, before.sections[id], after.sections[id], parents, known_contacts)
            .run();
  };
  // First without knowing who is who, since contacts refer to each other; what names or ids have
  // settled stays settled.
  Places nobody(before.sections[contacts].records.size());
  run(contacts, &nobody);
  for (const bool nested : {false, true}) {
    for (std::size_t id = 0; id < vocabulary.sections.size(); ++id) {
      const bool is_nested = vocabulary.sections[id].parent.has_value();
      if (id != contacts && is_nested == nested) run(id, &match.after[contacts]);
    }
  }
  return match;
}

std::optional<std::size_t> EntryMatch::find(std::uint16_t section, std::size_t entry) const {
  if (section >= after.size() || entry >= after[section].size()) return std::nullopt;
  return after[section][entry];
}

}  // namespace dealcheck
