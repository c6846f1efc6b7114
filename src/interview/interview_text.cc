#include "interview/interview_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/compare/change_rows.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMovedLines = 3;  // verdict, points, range

std::string number_of(std::size_t count) { return count == 0 ? "" : std::to_string(count); }

/// A page and the phrases to fill it.
struct Paper {
  Paper(const Words& words, const RenderOptions& options)
      : phrases(words, options.language, options.charset), sheet(sheet_for(options)) {}

  void say(std::string_view id, const Arguments& arguments = {}, Style style = Style::plain) {
    sheet.paragraph(kPageIndent, {{phrases.say(id, arguments)}, style});
  }
  void standing(const Assessment& deal) {
    sheet.hanging({deal.verdict_label, style_of(deal.verdict)}, {{{deal.headline}, Style::strong}});
  }
  void risks(const std::vector<const MineView*>& mines, std::string_view label, const Cell& lead) {
    for (const MineView* mine : mines) {
      rows.push_back({.lead = lead,
                      .label = {phrases.say(label)},
                      .message = mine->message,
                      .tail = {mine->rules.front()}});
    }
  }

  Phrases phrases;
  Sheet sheet;
  std::vector<Row> rows{};
};

}  // namespace

std::string InterviewPage::line_name() const {
  return Phrases(words_, options_.language).say("interview.line");
}

std::string InterviewPage::new_deal(const std::string& path) const {
  Paper paper(words_, options_);
  paper.say("interview.new", {{"file", path}});
  paper.say("interview.how", {}, Style::faint);
  return paper.sheet.finish();
}

std::string InterviewPage::start(const Assessment& deal, const OpenCount& open) const {
  Paper paper(words_, options_);
  put_title(paper.sheet, paper.phrases, deal);
  paper.sheet.blank();
  paper.standing(deal);
  paper.sheet.blank();
  paper.say("interview.open", {{"count", std::to_string(open.to_ask)},
                               {"elsewhere", number_of(open.elsewhere)},
                               {"file", deal.path}});
  paper.say("interview.how", {}, Style::faint);
  return paper.sheet.finish();
}

std::string InterviewPage::question(const Ask& ask, const OpenCount& open) const {
  Paper paper(words_, options_);
  paper.sheet.blank();
  paper.sheet.line(kPageIndent, {ask.question.label, Style::strong},
                   {paper.phrases.say("interview.left", {{"count", std::to_string(open.to_ask)}}),
                    Style::faint});
  paper.sheet.paragraph(kPageIndent, {{ask.question.ask}});
  return paper.sheet.finish();
}

std::string InterviewPage::key(const Key& key, const std::vector<Offer>& offers) const {
  Paper paper(words_, options_);
  paper.say(key.many ? "interview.key_many" : "interview.key",
            {{"means", std::string(key.means.in(options_.language))}}, Style::faint);
  for (std::size_t i = 0; i < offers.size(); ++i) {
    paper.sheet.line(2 * kPageIndent, {std::to_string(i + 1) + " " + offers[i].label});
  }
  return paper.sheet.finish();
}

std::string InterviewPage::prompt(std::string_view id) const {
  Paper paper(words_, options_);
  paper.say(fmt::format("interview.{}", id), {}, Style::faint);
  return paper.sheet.finish();
}

std::string InterviewPage::elsewhere(const std::string& line) const {
  if (line.empty()) return "";
  Paper paper(words_, options_);
  paper.say("interview.elsewhere");
  paper.sheet.line(2 * kPageIndent, {line});
  return paper.sheet.finish();
}

std::string InterviewPage::why(const Rule& rule) const {
  Paper paper(words_, options_);
  paper.sheet.paragraph(kPageIndent, {{std::string(rule.why.in(options_.language))}});
  paper.say("interview.rule", {{"rule", rule.id}, {"source", rule.source}}, Style::faint);
  return paper.sheet.finish();
}

std::string InterviewPage::why(const Key& key) const {
  Paper paper(words_, options_);
  paper.sheet.paragraph(kPageIndent, {{std::string(key.means.in(options_.language))}});
  return paper.sheet.finish();
}

std::string InterviewPage::moved(const Assessment& before, const Assessment& after) const {
  Paper paper(words_, options_);
  std::vector<Beside> lines = summary_lines(paper.phrases, before, after);
  lines.resize(kMovedLines);
  const bool same = std::all_of(lines.begin(), lines.end(),
                                [](const Beside& line) { return line.before == line.after; });
  if (same) {
    paper.say("interview.unchanged",
              {{"verdict", lines[0].after}, {"points", lines[1].after}, {"range", lines[2].after}});
  } else {
    paper.sheet.rows(beside_rows(paper.phrases, lines));
  }
  const Comparison comparison = compare(before, after);
  for (const ReadingChange& change : comparison.changes) {
    paper.rows.push_back(change_row(paper.phrases, change, "diff"));
  }
  paper.risks(comparison.gone, "interview.gone", {"−", Style::good});
  paper.risks(comparison.come, "interview.come", {"+", Style::bad});
  paper.sheet.rows(paper.rows);
  return paper.sheet.finish();
}

std::string InterviewPage::taken_back(const Assessment& before, const Assessment& after) const {
  Paper paper(words_, options_);
  paper.say("interview.taken_back");
  return paper.sheet.finish() + moved(before, after);
}

std::string InterviewPage::nothing_before() const {
  Paper paper(words_, options_);
  paper.say("interview.nothing_before");
  return paper.sheet.finish();
}

std::string InterviewPage::nothing_written() const {
  Paper paper(words_, options_);
  paper.say("interview.nothing_written");
  return paper.sheet.finish();
}

std::string InterviewPage::cannot_write(const Section& section) const {
  Paper paper(words_, options_);
  paper.say("interview.cannot_write",
            {{"section", section.id}, {"label", section.label.in_others()}});
  return paper.sheet.finish();
}

std::string InterviewPage::stopped(const Assessment& deal, const OpenCount& open) const {
  Paper paper(words_, options_);
  paper.sheet.blank();
  paper.standing(deal);
  paper.say("interview.stopped", {{"count", std::to_string(open.to_ask)}, {"file", deal.path}});
  return paper.sheet.finish();
}

std::string InterviewPage::finished(const Assessment& deal, const OpenCount& open) const {
  Paper paper(words_, options_);
  paper.sheet.blank();
  paper.standing(deal);
  paper.say("interview.finished", {{"elsewhere", number_of(open.elsewhere)}, {"file", deal.path}});
  return paper.sheet.finish();
}

}  // namespace dealcheck
