#include "report/compare/change_rows.h"

#include <algorithm>

#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

std::string range_of(const Phrases& phrases, const Assessment& deal) {
  const std::string worst = standing_name(phrases, deal, deal.range.worst);
  const std::string best = standing_name(phrases, deal, deal.range.best);
  return worst == best ? worst : phrases.say("whatif.range", {{"worst", worst}, {"best", best}});
}

std::string first_step(const Assessment& deal) {
  return deal.next_steps.empty() ? std::string() : deal.next_steps.front().label;
}

/// What a rule says; of a question that is open, why it is.
std::string told(const Phrases& phrases, const Finding* finding) {
  if (finding == nullptr) return {};
  return finding->reads ? without_stop(finding->message) : open_text(phrases, *finding);
}

/// Who said it and when, as far as the two sides differ in it.
std::string proof_of(const Phrases& phrases, const Evidence& one, const Evidence& other,
                     Date near) {
  std::vector<std::string> parts;
  if (one.date != other.date) parts.push_back(phrases.day(one.date, near));
  if (one.by != other.by) parts.push_back(one.by);
  if (one.grade != other.grade) parts.push_back(phrases.label("grade", to_string(one.grade)));
  if (one.note != other.note) parts.push_back(one.note);
  std::erase(parts, "");
  return parts.empty() ? phrases.say("diff.without") : phrases.joined(parts, "comma");
}

}  // namespace

std::string open_text(const Phrases& phrases, const Finding& question) {
  const std::string gap = phrases.label(question.gap);
  return gap.empty() ? phrases.say("diff.question.unknown") : gap;
}

// ---- two columns ----

std::vector<Row> beside_rows(const Phrases& phrases, const std::vector<Beside>& lines) {
  std::vector<Row> rows;
  for (const Beside& line : lines) {
    const bool same = line.before == line.after;
    const std::string both =
        phrases.say("whatif.from_to", {{"now", line.before}, {"then", line.after}});
    rows.push_back({.lead = {same ? "=" : "→", same ? Style::faint : Style::strong},
                    .label = {line.label},
                    .message = same ? line.before : both});
  }
  return rows;
}

std::vector<Beside> summary_lines(const Phrases& phrases, const Assessment& before,
                                  const Assessment& after) {
  return {
      {phrases.label("whatif.line", "verdict"), before.verdict_label, after.verdict_label},
      {phrases.label("whatif.line", "points"), phrases.signed_number(before.points),
       phrases.signed_number(after.points)},
      {phrases.label("whatif.line", "range"), range_of(phrases, before), range_of(phrases, after)},
      {phrases.label("whatif.line", "decision"), before.headline, after.headline},
      {phrases.label("whatif.line", "step"), first_step(before), first_step(after)}};
}

// ---- readings and mines ----

Cell arrow_of(int points) {
  if (points > 0) return {"↑", Style::good};
  if (points < 0) return {"↓", Style::bad};
  return {"·", Style::plain};
}

std::string change_message(const Phrases& phrases, const ReadingChange& change,
                           std::string_view group) {
  const std::string before = told(phrases, change.before);
  const std::string after = told(phrases, change.after);
  std::string_view how = "changed";
  if (change.before == nullptr || before == after) how = "came";
  if (change.after == nullptr) how = "went";
  return phrases.say(std::string(group) + "." + std::string(how),
                     {{"now", before}, {"then", after}});
}

Row change_row(const Phrases& phrases, const ReadingChange& change, std::string_view group) {
  return {.lead = arrow_of(change.points),
          .label = {change.label},
          .message = change_message(phrases, change, group),
          .points = phrases.signed_number(change.points),
          .tail = {change.rule}};
}

std::vector<Row> mine_rows(const Phrases& phrases, const std::vector<const MineView*>& mines) {
  std::vector<Row> rows;
  rows.reserve(mines.size());
  for (const MineView* mine : mines) {
    rows.push_back({.lead = {"•", Style::plain},
                    .label = {phrases.label("severity", to_string(mine->severity))},
                    .message = mine->message,
                    .tail = {mine->rules.front()}});
  }
  return rows;
}

// ---- statements ----

std::string fact_message(const Phrases& phrases, const FactChange& change, Date near) {
  const std::string about = phrases.joined(change.about, "dot");
  if (!change.before) {
    return phrases.say("diff.added", {{"about", about}, {"value", change.after->value}});
  }
  if (!change.after) {
    return phrases.say("diff.removed", {{"about", about}, {"value", change.before->value}});
  }
  const Evidence& before = *change.before;
  const Evidence& after = *change.after;
  if (before.value != after.value) {
    return phrases.say("diff.other_value",
                       {{"about", about}, {"before", before.value}, {"after", after.value}});
  }
  return phrases.say("diff.other_proof", {{"about", about},
                                          {"value", after.value},
                                          {"before", proof_of(phrases, before, after, near)},
                                          {"after", proof_of(phrases, after, before, near)}});
}

std::vector<std::size_t> facts_behind(const ReadingChange& change,
                                      const std::vector<FactChange>& facts) {
  const auto rests = [](const Finding* finding, const std::optional<Evidence>& side) {
    return finding != nullptr &&
           std::any_of(finding->evidence.begin(), finding->evidence.end(),
                       [&](const Evidence& one) { return rests_on(one, side); });
  };
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (rests(change.before, facts[i].before) || rests(change.after, facts[i].after)) {
      places.push_back(i);
    }
  }
  return places;
}

std::string plain_file(std::string_view version) {
  version = file_name(version);
  version.remove_prefix(version.rfind(':') + 1);
  return std::string(version);
}

}  // namespace dealcheck
