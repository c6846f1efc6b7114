#include "assess/timeline.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dealcheck {

namespace {

/// Which sections the timeline shows, and as what.
struct Lane {
  std::string_view section;
  std::string_view kind;
};
constexpr std::array kLanes{Lane{"milestones", "milestone"}, Lane{"executive_access", "access"},
                            Lane{"price_talks", "price"},    Lane{"behaviours", "signal"},
                            Lane{"objections", "signal"},    Lane{"commitments", "signal"},
                            Lane{"exchanges", "signal"},     Lane{"silences", "signal"},
                            Lane{"changes", "signal"}};

bool same_place(Location a, Location b) { return a.line == b.line && a.column == b.column; }

/// What was read out of the places of one event.
class Reader {
 public:
  explicit Reader(const Assessment& told) : told_(told) {}

  /// The worst; empty when nothing rests on them.
  [[nodiscard]] std::optional<Reads> worst(const std::vector<Location>& places) const {
    std::optional<Reads> worst;
    for (const auto* list : {&told_.questions, &told_.findings}) {
      for (const Finding& finding : *list) {
        if (!finding.reads || !rests_on(finding, places)) continue;
        if (!worst || *finding.reads < *worst) worst = finding.reads;
      }
    }
    return worst;
  }

 private:
  static bool rests_on(const Finding& finding, const std::vector<Location>& places) {
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& one) {
      return std::any_of(places.begin(), places.end(),
                         [&](Location at) { return same_place(at, one.at); });
    });
  }

  const Assessment& told_;
};

class TimelineWriter {
 public:
  TimelineWriter(const AssessContext& context, const Assessment& told)
      : context_(context), reader_(told) {}

  void add(const Lane& lane) {
    const std::uint16_t id = *vocabulary().section_id(lane.section);
    const bool entries = vocabulary().sections[id].shape == Shape::records;
    for (const Record& record : context_.opportunity().sections[id].records) {
      if (entries) {
        add_entry(lane, id, record);
      } else {
        for (const Statement& said : record.statements) add_statement(lane, id, said);
      }
    }
  }

  std::vector<EventView> finish() {
    const auto before = [](const EventView& a, const EventView& b) {
      const auto& day = a.evidence.date;
      const auto& other = b.evidence.date;
      return day && other ? *day < *other : day.has_value() && !other.has_value();
    };
    std::stable_sort(events_.begin(), events_.end(), before);
    return std::move(events_);
  }

 private:
  [[nodiscard]] const Vocabulary& vocabulary() const { return context_.rulebook().vocabulary; }
  [[nodiscard]] std::string label_of(const LocalizedText& label) const {
    return std::string(label.in(context_.language()));
  }

  void add_statement(const Lane& lane, std::uint16_t section, const Statement& said) {
    EventView event;
    event.kind = lane.kind;
    event.label = label_of(vocabulary().key(vocabulary().sections[section], said.key).label);
    event.evidence = context_.evidence(Origin{section, nullptr, &said});
    if (said.value.kind == Value::Kind::date) {
      event.evidence.date = said.value.date;
      event.evidence.value = event.label;  // what the day itself would not say
    }
    event.reads = reader_.worst({said.at});
    events_.push_back(std::move(event));
  }

  void add_entry(const Lane& lane, std::uint16_t section, const Record& record) {
    EventView event;
    event.kind = lane.kind;
    event.label = label_of(vocabulary().sections[section].label);
    event.evidence = context_.evidence(Origin{section, &record, nullptr});
    event.evidence.value = describe(record, section);
    std::vector<Location> places{record.at};
    for (const Statement& said : record.statements) places.push_back(said.at);
    event.reads = reader_.worst(places);
    events_.push_back(std::move(event));
  }

  /// Its values by name: what says enough without one, a text or a lone value, goes without.
  [[nodiscard]] std::string describe(const Record& record, std::uint16_t section) const {
    std::vector<std::string> parts;
    for (const Statement& said : record.statements) {
      const Key& key = vocabulary().key(vocabulary().sections[section], said.key);
      std::string value =
          context_.facts().print_value(said.value, key.type, key.set, context_.language());
      const bool alone = key.type == Type::text || record.statements.size() == 1;
      parts.push_back(
          alone ? std::move(value)
                : context_.rulebook().words.say("judging.named", context_.language(),
                                                {{"name", label_of(key.label)}, {"value", value}}));
    }
    return context_.joined(parts);
  }

  const AssessContext& context_;
  Reader reader_;
  std::vector<EventView> events_;
};

}  // namespace

std::vector<EventView> tell_timeline(const AssessContext& context, const Assessment& told) {
  TimelineWriter timeline(context, told);
  for (const Lane& lane : kLanes) timeline.add(lane);
  return timeline.finish();
}

std::vector<StageStart> tell_stage_starts(const AssessContext& context) {
  const Vocabulary& vocabulary = context.rulebook().vocabulary;
  const std::uint16_t id = *vocabulary.section_id("milestones");
  std::array<std::optional<Date>, kStageCount> first;
  for (const Record& record : context.opportunity().sections[id].records) {
    for (const Statement& said : record.statements) {
      const Key& key = vocabulary.key(vocabulary.sections[id], said.key);
      if (!key.begins || said.value.kind != Value::Kind::date) continue;
      const Date from{said.value.date.day - std::chrono::days(key.ahead_days)};
      auto& known = first.at(static_cast<std::size_t>(*key.begins));
      if (!known || from < *known) known = from;
    }
  }
  std::vector<StageStart> starts;
  for (const Stage stage : kStages) {
    const auto& from = first.at(static_cast<std::size_t>(stage));
    if (!from) continue;
    // A stage that a later one overtook has no time of its own.
    while (!starts.empty() && starts.back().from >= *from) starts.pop_back();
    starts.push_back({stage, *from});
  }
  return starts;
}

}  // namespace dealcheck
