#include "report/compare/diff_parts.h"

#include <algorithm>

#include "report/compare/change_rows.h"
#include "report/shared/deal_words.h"

namespace dealcheck {

namespace {

int fall(const DealChange& deal) {
  return badness(deal.diff->after().verdict) - badness(deal.diff->before().verdict);
}

int gain(const DealChange& deal) { return deal.diff->after().points - deal.diff->before().points; }

std::string reading_text(const Phrases& phrases, const Finding& question) {
  return question.reads ? phrases.label("reads", to_string(*question.reads))
                        : open_text(phrases, question);
}

/// The change of most weight; null when nothing counts.
const ReadingChange* main_change(const DealDiff& diff) {
  const auto& changes = diff.total.changes;
  return changes.empty() || !moves_something(changes.front()) ? nullptr : &changes.front();
}

}  // namespace

const Assessment& newest(const DealChange& deal) {
  return deal.diff ? deal.diff->after() : *deal.only;
}

// ---- one deal ----

std::string verdict_move(const Phrases& phrases, const DealDiff& diff) {
  const Assessment& before = diff.before();
  const Assessment& after = diff.after();
  std::string text = after.verdict_label;
  if (before.verdict != after.verdict) {
    text = phrases.say("diff.moved", {{"before", before.verdict_label}, {"after", text}});
  }
  const bool same = before.points == after.points;
  return text + "  " +
         phrases.say(same ? "diff.same_points" : "diff.moved_points",
                     {{"before", phrases.signed_number(before.points)},
                      {"after", phrases.signed_number(after.points)}});
}

std::string cause_title(const Phrases& phrases, const DiffPart& part) {
  const Assessment& before = *part.before;
  const Assessment& after = *part.after;
  switch (part.cause) {
    case Cause::stage:
      return phrases.say("diff.because.stage", {{"before", phrases.label(before.stages.judged)},
                                                {"after", phrases.label(after.stages.judged)}});
    case Cause::calendar: {
      const int days = days_between(before.as_of, after.as_of);
      return phrases.say(days < 0 ? "diff.because.calendar_back" : "diff.because.calendar",
                         {{"before", phrases.day(before.as_of, after.as_of)},
                          {"after", phrases.day(after.as_of, after.as_of)},
                          {"days", std::to_string(days)}});
    }
    case Cause::facts:
      return phrases.say("diff.because.facts");
    case Cause::rules:
      break;
  }
  return phrases.say("diff.because.rules",
                     {{"before", before.rules_hash}, {"after", after.rules_hash}});
}

std::string risk_counts(const Phrases& phrases, const DealDiff& diff) {
  return phrases.say("diff.heading.risks",
                     {{"fresh", std::to_string(diff.total.come.size())},
                      {"fixed", std::to_string(diff.total.gone.size())},
                      {"remaining", std::to_string(remaining_mines(diff).size())}});
}

std::string step_text(const Assessment& deal) {
  return deal.next_steps.empty() ? std::string() : deal.next_steps.front().says;
}

std::vector<const ReadingChange*> changes_to_tell(const DiffPart& part, bool all) {
  std::vector<const ReadingChange*> list;
  for (const ReadingChange& change : part.changes.changes) {
    if (all || moves_something(change)) list.push_back(&change);
  }
  return list;
}

std::vector<Evidence> evidence_of(const Finding* finding) {
  return finding == nullptr ? std::vector<Evidence>() : finding->evidence;
}

std::vector<std::string> both_places(const Phrases& phrases, const DiffPart& part,
                                     const std::vector<Evidence>& before,
                                     const std::vector<Evidence>& after, int cells) {
  const std::string old = phrases.short_place(plain_file(part.before->path), before, cells);
  const std::string now = phrases.short_place(plain_file(part.after->path), after, cells);
  std::vector<std::string> places;
  if (part.cause == Cause::facts && !old.empty() && old != now) {
    places.push_back(phrases.say("diff.was_at", {{"place", old}}));
  }
  if (!now.empty()) places.push_back(now);
  return places;
}

std::vector<QuestionMove> question_moves(const Phrases& phrases, const DealDiff& diff) {
  std::vector<QuestionMove> moves;
  for (const Finding& question : diff.after().questions) {
    const auto& old = diff.before().questions;
    const auto found = std::find_if(old.begin(), old.end(),
                                    [&](const Finding& one) { return one.rule == question.rule; });
    moves.push_back({&question,
                     found == old.end() ? phrases.say("diff.question.not_asked")
                                        : reading_text(phrases, *found),
                     reading_text(phrases, question)});
  }
  return moves;
}

std::vector<BulletMove> bullet_moves(const Phrases& phrases, const DealDiff& diff) {
  const auto state = [&](Tri holds) {
    return phrases.label("diff.bullet", holds == Tri::yes  ? "yes"
                                        : holds == Tri::no ? "no"
                                                           : "unknown");
  };
  const auto find = [](const Assessment& deal, const std::string& what) {
    return std::find_if(deal.bullets.begin(), deal.bullets.end(),
                        [&](const BulletView& one) { return one.what == what; });
  };
  std::vector<BulletMove> moves;
  for (const BulletView& now : diff.after().bullets) {
    const auto old = find(diff.before(), now.what);
    const bool known = old != diff.before().bullets.end();
    if (known && old->holds == now.holds) continue;
    moves.push_back({now.what, now.holds,
                     known ? state(old->holds) : phrases.say("diff.bullet.none"),
                     state(now.holds)});
  }
  for (const BulletView& old : diff.before().bullets) {
    if (find(diff.after(), old.what) != diff.after().bullets.end()) continue;
    moves.push_back({old.what, Tri::no, state(old.holds), phrases.say("diff.bullet.none")});
  }
  return moves;
}

// ---- many deals ----

DiffCounts count_changes(const DiffReport& report) {
  DiffCounts counts;
  for (const DealChange& deal : report.deals) {
    if (!deal.judged()) {
      ++counts.broken;
    } else if (deal.only) {
      ++(deal.new_name.empty() ? counts.removed : counts.fresh);
    } else if (fall(deal) == 0) {
      ++counts.level;
    } else {
      ++(fall(deal) > 0 ? counts.worse : counts.better);
    }
  }
  return counts;
}

std::vector<const DealChange*> sorted_changes(const DiffReport& report) {
  std::vector<const DealChange*> list;
  list.reserve(report.deals.size());
  for (const DealChange& deal : report.deals) list.push_back(&deal);
  std::stable_sort(list.begin(), list.end(), [](const DealChange* a, const DealChange* b) {
    if (a->diff.has_value() != b->diff.has_value()) return a->diff.has_value();
    if (!a->diff) return a->path < b->path;
    if (fall(*a) != fall(*b)) return fall(*a) > fall(*b);
    if (gain(*a) != gain(*b)) return gain(*a) < gain(*b);
    return a->path < b->path;
  });
  return list;
}

std::string range_title(const Phrases& phrases, const DiffReport& report) {
  const std::size_t count = report.deals.size();
  const std::string_view id = count == 0   ? "diff.count.none"
                              : count == 1 ? "diff.count.deal"
                                           : "diff.count.deals";
  return phrases.say(id, {{"count", std::to_string(count)}, {"range", report.range}});
}

std::vector<std::string> count_texts(const Phrases& phrases, const DiffCounts& counts) {
  std::vector<std::string> texts;
  const auto add = [&](std::string_view id, std::size_t count) {
    if (count > 0) texts.push_back(phrases.say(id, {{"count", std::to_string(count)}}));
  };
  add("diff.count.worse", counts.worse);
  add("diff.count.better", counts.better);
  add("diff.count.level", counts.level);
  add("diff.count.fresh", counts.fresh);
  add("diff.count.removed", counts.removed);
  add("diff.count.broken", counts.broken);
  return texts;
}

std::vector<std::string> table_head(const Phrases& phrases) {
  return {phrases.say("diff.column.deal"), phrases.say("diff.column.why"),
          phrases.say("diff.column.verdict"), phrases.say("diff.column.points"),
          phrases.say("diff.column.risks")};
}

std::vector<std::string> table_cells(const Phrases& phrases, const DealChange& deal) {
  const Assessment& after = newest(deal);
  const std::string& title = deal_name(after);
  if (!deal.diff)
    return {title, "", only_text(phrases, deal), phrases.signed_number(after.points), ""};
  const Assessment& before = deal.diff->before();
  const ReadingChange* change = main_change(*deal.diff);
  std::string verdict = after.verdict_label;
  if (before.verdict != after.verdict) {
    verdict = phrases.say("diff.moved", {{"before", before.verdict_label}, {"after", verdict}});
  }
  return {title, change == nullptr ? "" : change->label, verdict, phrases.signed_number(gain(deal)),
          std::to_string(deal.diff->total.come.size()) + "/" +
              std::to_string(deal.diff->total.gone.size())};
}

std::string whole_place(const Diagnostic& one) {
  if (one.at.line == 0) return one.path;
  std::string place = one.path + ":" + std::to_string(one.at.line);
  return one.at.column == 0 ? place : place + ":" + std::to_string(one.at.column);
}

std::string only_text(const Phrases& phrases, const DealChange& deal) {
  return phrases.say(deal.new_name.empty() ? "diff.only.removed" : "diff.only.fresh",
                     {{"verdict", deal.only->verdict_label}});
}

}  // namespace dealcheck
