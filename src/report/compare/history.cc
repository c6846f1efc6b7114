#include "report/compare/history.h"

#include <algorithm>
#include <optional>

#include "report/compare/change_rows.h"
#include "report/deal/json_parts.h"
#include "report/shared/page.h"
#include "report/writers/bars.h"

namespace dealcheck {

namespace {

constexpr std::string_view kHistoryVersion = "1.0";
constexpr std::size_t kMostChanges = 3;  ///< of one version, without --all

const Assessment* newest(const History& history) {
  const Assessment* last = nullptr;
  for (const HistoryEntry& entry : history.entries) {
    if (entry.judged) last = &*entry.judged;
  }
  return last;
}

class HistoryText {
 public:
  HistoryText(const History& history, const Words& words, const RenderOptions& options)
      : history_(history),
        words_(words),
        options_(options),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)) {}

  std::string render() {
    if (const Assessment* last = newest(history_)) {
      several_days_ = has_several_days();
      put_title(sheet_, phrases_, *last);
      trend();
    } else {
      sheet_.line(0, {history_.path, Style::strong});
    }
    sheet_.blank();
    const Assessment* before = nullptr;
    std::vector<Row> rows;
    for (const HistoryEntry& entry : history_.entries) {
      rows.push_back(entry.judged ? row_of(entry, before) : unjudged_row(entry));
      if (entry.judged) before = &*entry.judged;
    }
    sheet_.rows(rows);
    pushes();
    return sheet_.finish();
  }

 private:
  void trend() {
    std::vector<std::optional<double>> points;
    std::optional<int> least;
    std::optional<int> most;
    for (const HistoryEntry& entry : history_.entries) {
      if (!entry.judged) continue;
      const int now = entry.judged->points;
      points.emplace_back(now);
      least = std::min(least.value_or(now), now);
      most = std::max(most.value_or(now), now);
    }
    const std::string_view said = *least == *most ? "history.level" : "history.points";
    sheet_.paragraph(kPageIndent, {{sparkline(points, *least, *most, options_.charset) + "  " +
                                    phrases_.say(said, {{"least", phrases_.signed_number(*least)},
                                                        {"most", phrases_.signed_number(*most)},
                                                        {"count", std::to_string(points.size())}})},
                                   Style::plain});
  }

  /// The title tells the day when all versions were judged as of one.
  [[nodiscard]] bool has_several_days() const {
    const Assessment* last = newest(history_);
    return std::any_of(history_.entries.begin(), history_.entries.end(), [&](const auto& entry) {
      return entry.judged && entry.judged->as_of != last->as_of;
    });
  }

  [[nodiscard]] Row row_of(const HistoryEntry& entry, const Assessment* before) const {
    const Assessment& now = *entry.judged;
    const int points = before == nullptr ? 0 : now.points - before->points;
    std::string verdict = now.verdict_label;
    if (before != nullptr && before->verdict != now.verdict) {
      verdict = phrases_.say("diff.moved", {{"before", before->verdict_label}, {"after", verdict}});
    }
    return {.lead = arrow_of(points),
            .label = {iso_date(entry.commit.date)},
            .message = phrases_.say("history.line", {{"verdict", verdict}, {"what", what(entry)}}),
            .points = phrases_.signed_number(now.points),
            .note = notes(entry),
            .tail = {entry.commit.hash}};
  }

  [[nodiscard]] std::string what(const HistoryEntry& entry) const {
    if (!entry.compared) return phrases_.say("history.first");
    if (entry.changes.empty()) return phrases_.say("history.same");
    std::vector<std::string> parts = told(entry.changes);
    if (!options_.all && parts.size() > kMostChanges) {
      const std::size_t left = parts.size() - kMostChanges;
      parts.resize(kMostChanges);
      parts.push_back(phrases_.say("history.more", {{"count", std::to_string(left)}}));
    }
    return phrases_.joined(parts, "comma");
  }

  /// Each once: a rule about persons may have changed for several.
  [[nodiscard]] std::vector<std::string> told(const std::vector<ReadingChange>& changes) const {
    std::vector<std::string> parts;
    for (const ReadingChange& change : changes) {
      std::string part = change.label;
      if (change.points != 0) {
        part = phrases_.say("history.change", {{"label", change.label},
                                               {"points", phrases_.signed_number(change.points)}});
      }
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
    return parts;
  }

  [[nodiscard]] std::string notes(const HistoryEntry& entry) const {
    std::vector<std::string> notes;
    if (entry.push) {
      notes.push_back(phrases_.say("history.pushed",
                                   {{"from", phrases_.day(entry.push->from, entry.judged->as_of)},
                                    {"to", phrases_.day(entry.push->to, entry.judged->as_of)}}));
    }
    if (several_days_ && entry.judged->as_of != entry.commit.date) {
      notes.push_back(phrases_.say(
          "history.as_of", {{"date", phrases_.day(entry.judged->as_of, entry.commit.date)}}));
    }
    if (entry.only_dates) notes.push_back(phrases_.say("history.only_dates"));
    return phrases_.joined(notes, "semicolon");
  }

  [[nodiscard]] Row unjudged_row(const HistoryEntry& entry) const {
    std::string why = phrases_.say("history.removed");
    for (const Diagnostic& one : entry.diagnostics.all()) {
      if (one.severity != Severity::error) continue;
      why = phrases_.say(
          "history.broken",
          {{"reason", diagnostic_message(one, words_, options_.language, options_.charset)}});
      break;
    }
    return {.lead = {"?", Style::open},
            .label = {iso_date(entry.commit.date)},
            .message = why,
            .tail = {entry.commit.hash}};
  }

  void pushes() {
    const std::size_t count = history_.pushes();
    const PushLevel level = level_of(count);
    if (level != PushLevel::warning && level != PushLevel::critical) return;
    const bool critical = level == PushLevel::critical;
    sheet_.blank();
    sheet_.rows({Row{.lead = {"!", critical ? Style::bad : Style::mixed},
                     .message = phrases_.say(critical ? "history.critical" : "history.warning",
                                             {{"count", std::to_string(count)}})}});
  }

  const History& history_;
  const Words& words_;
  const RenderOptions& options_;
  Phrases phrases_;
  Sheet sheet_;
  bool several_days_ = false;  ///< versions were judged as of different days
};

Json entry_json(const HistoryEntry& entry, const Words& words, Language language) {
  const auto change = [](const ReadingChange& one) {
    return Json{{"rule", one.rule}, {"label", one.label}, {"points", one.points}};
  };
  const Assessment* deal = entry.judged ? &*entry.judged : nullptr;
  return {{"commit", entry.commit.hash},
          {"date", iso_date(entry.commit.date)},
          {"subject", entry.commit.subject},
          {"path", entry.commit.file ? Json(entry.commit.file->path) : Json()},
          {"as_of", deal == nullptr ? Json() : Json(iso_date(deal->as_of))},
          {"stage", deal == nullptr ? Json() : Json(to_string(deal->stages.judged))},
          {"verdict", deal == nullptr ? Json() : Json(to_string(deal->verdict))},
          {"points", deal == nullptr ? Json() : Json(deal->points)},
          {"changes", array_of(entry.changes, change)},
          {"only_dates", entry.only_dates},
          {"close_date_pushed",
           entry.push ? Json{{"from", iso_date(entry.push->from)}, {"to", iso_date(entry.push->to)}}
                      : Json()},
          {"diagnostics", diagnostics_json(&entry.diagnostics, words, language)}};
}

}  // namespace

std::string render_history_text(const History& history, const Words& words,
                                const RenderOptions& options) {
  return HistoryText(history, words, options).render();
}

std::string render_history_json(const History& history, const Words& words, Language language) {
  const Assessment* last = newest(history);
  return dump({{"format_version", kHistoryVersion},
               {"path", history.path},
               {"name", last == nullptr ? Json() : text_or_null(last->name)},
               {"judged", history.judged()},
               {"close_date_pushes", history.pushes()},
               {"close_date_level", to_string(level_of(history.pushes()))},
               {"versions", array_of(history.entries, [&](const HistoryEntry& entry) {
                  return entry_json(entry, words, language);
                })}});
}

}  // namespace dealcheck
