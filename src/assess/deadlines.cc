#include "assess/deadlines.h"

#include <algorithm>
#include <chrono>

namespace dealcheck {

namespace {

bool is_working_day(Date date) {
  const unsigned day = std::chrono::weekday(date.day).iso_encoding();
  return day <= 5;
}

Date moved(Date date, int days) { return {date.day + std::chrono::days(days)}; }

Date working_day_from(Date date) {
  while (!is_working_day(date)) date = moved(date, 1);
  return date;
}

Date working_day_until(Date date) {
  while (!is_working_day(date)) date = moved(date, -1);
  return date;
}

/// Reads the dated things of one deal.
class DayReader {
 public:
  explicit DayReader(const AssessContext& context) : context_(context) {}

  std::vector<FixedDay> read() {
    read_milestones();
    read_meetings();
    read_decision("objective", "when");
    read_decision("project", "approval_date");
    read_plan();
    std::stable_sort(days_.begin(), days_.end(),
                     [](const FixedDay& a, const FixedDay& b) { return a.day < b.day; });
    return std::move(days_);
  }

 private:
  [[nodiscard]] std::uint16_t section(std::string_view name) const {
    return *context_.rulebook().vocabulary.section_id(name);
  }
  [[nodiscard]] const Section& words(std::string_view name) const {
    return context_.rulebook().vocabulary.sections[section(name)];
  }
  [[nodiscard]] const std::vector<Record>& records(std::string_view name) const {
    return context_.opportunity().sections[section(name)].records;
  }

  /// What is fixed for today counts as long as it has still to come.
  void add(std::optional<Date> day, std::string label, bool meeting = false,
           bool still_today = false) {
    if (!day || *day < context_.facts().as_of()) return;
    if (*day == context_.facts().as_of() && !still_today) return;
    days_.push_back({*day, std::move(label), meeting});
  }

  /// A day on which they meet or decide; the file tells of no meeting that was held on it.
  [[nodiscard]] bool is_to_come(const Key& milestone) const {
    if (milestone.ahead_days > 0) return true;
    const auto& meetings = records("interactions");
    return milestone.meeting &&
           std::none_of(meetings.begin(), meetings.end(), [this](const Record& one) {
             return one.proof.date == context_.facts().as_of();
           });
  }

  void read_milestones() {
    const Vocabulary& vocabulary = context_.rulebook().vocabulary;
    for (const Record& record : records("milestones")) {
      for (const Statement& said : record.statements) {
        const Key& key = vocabulary.key(words("milestones"), said.key);
        add(told_day(&said),
            context_.rulebook().words.say(
                "judging.ahead.milestone", context_.language(),
                {{"name", std::string(key.label.in(context_.language()))}}),
            key.meeting, is_to_come(key));
      }
    }
  }

  /// The day of a meeting that is planned, and the next date agreed in one that was held.
  void read_meetings() {
    const KeyId next = *words("interactions").names.find("next");
    for (const Record& record : records("interactions")) {
      const std::string label = meeting(record, "interactions", "with");
      add(record.proof.date, label, true);
      add(told_day(record.find(next)), label, true);
    }
    for (const Record& record : records("executive_access")) {
      add(record.proof.date, meeting(record, "executive_access", "who"), true);
    }
  }

  [[nodiscard]] std::string meeting(const Record& record, std::string_view of,
                                    std::string_view key) const {
    std::vector<std::string> names;
    for (const std::size_t person : context_.contacts_of(record, section(of), key)) {
      names.push_back(context_.called(person));
    }
    const std::string id = names.empty() ? "judging.ahead.meeting" : "judging.ahead.meeting-with";
    return context_.rulebook().words.say(id, context_.language(),
                                         {{"names", context_.joined(names)}});
  }

  void read_decision(std::string_view of, std::string_view key) {
    const Statement* said = context_.opportunity().find(section(of), *words(of).names.find(key));
    add(told_day(said),
        std::string(context_.rulebook().words.say("judging.ahead.decision", context_.language())),
        false, true);
  }

  void read_plan() {
    const KeyId until = *words("plan").names.find("until");
    for (const Record& record : records("plan")) add(told_day(record.find(until)), {});
  }

  const AssessContext& context_;
  std::vector<FixedDay> days_;
};

}  // namespace

Deadlines::Deadlines(const AssessContext& context)
    : as_of_(context.facts().as_of()), ahead_(DayReader(context).read()) {}

std::optional<FixedDay> Deadlines::event() const {
  const auto named = std::find_if(ahead_.begin(), ahead_.end(), [this](const FixedDay& one) {
    return !one.label.empty() && one.day > as_of_;
  });
  if (named == ahead_.end()) return std::nullopt;
  return *named;
}

std::optional<Date> Deadlines::due(int days) const {
  const Date wished = working_day_from(moved(as_of_, days));
  if (ahead_.empty()) return wished;
  const Date fixed = ahead_.front().day;
  const Date last = fixed == as_of_ ? fixed : working_day_until(moved(fixed, -1));
  if (last >= as_of_ && is_working_day(last)) return std::min(wished, last);
  if (is_working_day(fixed)) return fixed;
  return std::nullopt;
}

}  // namespace dealcheck
