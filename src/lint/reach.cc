// What a rule asks for is written in its conditions and in the named facts they use. What the
// program works out by itself (whether somebody was reached, how somebody stands to us, how long a
// silence lasts) reads keys too: a rule that asks for it has read them.

#include "lint/reach.h"

#include <array>
#include <string_view>
#include <utility>

namespace dealcheck {

namespace {

/// Keys behind the facts that are computed of an entry.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kBehindComputed{{
    {"contacts", "roles"},
    {"contacts", "influence"},
    {"contacts", "support"},
    {"contacts", "sees_us"},
    {"contacts", "introduces"},
    {"contacts", "wants_us_to_win"},
    {"contacts", "serves_both"},
    {"contacts", "can_decide"},
    {"changes", "what"},
    {"commitments", "followed_by"},
    {"silences", "what"},
    {"plan", "done"},
    {"strengths", "different"},
    {"strengths", "tied_to_objective"},
    {"strengths", "worth_paying"},
}};

bool is_query(const Subject& subject) {
  using Kind = Subject::Kind;
  return subject.kind == Kind::query || subject.kind == Kind::query_count ||
         subject.kind == Kind::query_age || subject.kind == Kind::query_field;
}

}  // namespace

Reach::Reach(const Rulebook& book) : book_(book) {
  for (const Rule& rule : book.rules) {
    for (const Reading& reading : rule.readings) {
      take(reading.when, rule.each.value_or(0));
      if (reading.unless) take(*reading.unless, rule.each.value_or(0));
    }
  }
  for (const auto& group : book.checks.groups) {
    for (const Check& check : group) take(check.when, 0);
  }
  for (const ProjectState& state : book.policy.project) take(state.when, 0);
  for (const auto& [section, key] : kBehindComputed) {
    const auto id = book.vocabulary.section_id(section);
    const auto place = id ? book.vocabulary.sections[*id].names.find(key) : std::nullopt;
    if (place) read_[{*id, *place}].all = true;
  }
}

void Reach::take(const Condition& condition, std::uint16_t section) {
  if (condition.op == Condition::Op::leaf) {
    take_subject(condition.subject, condition.matcher, section);
  }
  for (const Condition& part : condition.parts) take(part, section);
}

void Reach::take_subject(const Subject& subject, const Matcher& matcher, std::uint16_t section) {
  if (is_query(subject)) {
    take_query(subject.id);
    if (subject.kind == Subject::Kind::query_field) {
      take_path(book_.queries[subject.id].section, subject.path, matcher);
    }
  } else if (subject.kind == Subject::Kind::attribute) {
    take_path(subject.id, subject.path, matcher);
  } else if (subject.kind == Subject::Kind::field) {
    take_path(section, subject.path, matcher);
  }
}

void Reach::take_query(std::uint16_t query) {
  if (!queries_.insert(query).second) return;
  take(book_.queries[query].where, book_.queries[query].section);
}

/// Every step but the last names a person, whose keys the next step belongs to.
void Reach::take_path(std::uint16_t section, const FieldPath& path, const Matcher& matcher) {
  const auto contacts = book_.vocabulary.section_id("contacts");
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == kParentStep) {
      section = book_.vocabulary.sections[section].parent.value_or(section);
      continue;
    }
    if (path[i] < kCommonKey) {
      Read& read = read_[{section, path[i]}];
      const bool last = i + 1 == path.size();
      if (last && matcher.kind == Matcher::Kind::any_of && !matcher.negated &&
          matcher.numbers.empty()) {
        read.choices.insert(matcher.choices.begin(), matcher.choices.end());
      } else if (last || path[i + 1] >= kCommonKey) {
        read.all = true;
      }
    }
    if (contacts) section = *contacts;
  }
}

bool Reach::can_be_weighed(std::uint16_t section, const Key& key) const {
  const Section& words = book_.vocabulary.sections[section];
  const bool type = key.type == Type::choice || key.type == Type::number || key.type == Type::money;
  return type && !words.unweighed && !key.unweighed;
}

bool Reach::reads(std::uint16_t section, KeyId key, const Value& value) const {
  if (key >= kCommonKey || value.kind == Value::Kind::unknown) return true;
  if (!can_be_weighed(section, book_.vocabulary.sections[section].keys[key])) return true;
  const auto found = read_.find({section, key});
  if (found == read_.end()) return false;
  const bool chosen = value.kind == Value::Kind::choice;
  return found->second.all || !chosen || found->second.choices.contains(value.index);
}

std::vector<std::string> Reach::unread() const {
  std::vector<std::string> names;
  const auto& sections = book_.vocabulary.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    for (std::size_t j = 0; j < sections[i].keys.size(); ++j) {
      const Key& key = sections[i].keys[j];
      const auto section = static_cast<std::uint16_t>(i);
      const auto place = static_cast<KeyId>(j);
      const std::string name = sections[i].id + "." + key.id;
      if (key.type != Type::choice) {
        if (!reads(section, place, number_value(1))) names.push_back(name);
        continue;
      }
      const auto& choices = book_.vocabulary.choices(key).choices;
      for (std::size_t choice = 0; choice < choices.size(); ++choice) {
        const Value value = choice_value(static_cast<std::int32_t>(choice));
        if (!reads(section, place, value)) names.push_back(name + ": " + choices[choice].id);
      }
    }
  }
  return names;
}

void UnreadWords::add(const Opportunity& deal) {
  std::set<std::string> here;
  for (std::size_t i = 0; i < deal.sections.size(); ++i) {
    const Section& section = book_.vocabulary.sections[i];
    for (const Record& record : deal.sections[i].records) {
      for (const Statement& one : record.statements) {
        if (reach_.reads(static_cast<std::uint16_t>(i), one.key, one.value)) continue;
        const Key& key = section.keys[one.key];
        std::string name = section.id + "." + key.id;
        if (one.value.kind == Value::Kind::choice) {
          const auto& choices = book_.vocabulary.choices(key).choices;
          name += ": " + choices[static_cast<std::size_t>(one.value.index)].id;
        }
        Seen& seen = seen_[name];
        if (seen.source == nullptr) {
          seen.source = deal.document->source;
          seen.at = one.at;
        }
        if (here.insert(name).second) ++seen.deals;
      }
    }
  }
}

void UnreadWords::tell(Diagnostics& found) const {
  for (const auto& [name, seen] : seen_) {
    found.add(Severity::note, seen.source, seen.at, "rules.check.unread",
              {{"name", name}, {"count", std::to_string(seen.deals)}});
  }
}

}  // namespace dealcheck
