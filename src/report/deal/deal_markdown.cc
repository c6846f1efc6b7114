// One deal for a wiki or a pull request: the verdict, why, what can kill it, what to do, and the
// people drawn, what the team settled otherwise. Compact: the objective, the rivals, the plan and
// the like stand in the text and on the page; of risks and questions it counts what it leaves out.

#include <algorithm>

#include "report/deal/people_chart.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks.h"
#include "report/shared/render.h"
#include "report/shared/voice.h"
#include "report/writers/markdown.h"

namespace dealcheck {

namespace {

constexpr int kLongestPlace = 60;

class DealMarkdown {
 public:
  DealMarkdown(const Assessment& deal, const Words& words, const RenderOptions& options)
      : deal_(deal), voice_(words, options.language), all_(options.all) {}

  std::string render() {
    title();
    verdict();
    questions();
    mines();
    steps();
    people();
    asks();
    overrides();
    for (const Assessment& other : deal_.also) also(other);
    rules();
    return std::move(page_);
  }

 private:
  void line(const std::string& text) { page_ += text + "\n"; }
  void plain(const std::string& text) { line(markdown_text(text)); }
  void heading(const std::string& text) { line("\n#### " + markdown_text(text) + "\n"); }
  void heading_of(std::string_view name) { heading(voice_.label("heading", name)); }

  [[nodiscard]] std::string place(const std::vector<Evidence>& evidence) const {
    return voice_.short_place(deal_.path, evidence, kLongestPlace);
  }

  void title() {
    line("### " + markdown_text(deal_name(deal_)) + "\n");
    std::vector<std::string> facts{voice_.say(
        "title.right",
        {{"stage", voice_.label(deal_.stages.judged)}, {"date", iso_date(deal_.as_of)}})};
    if (!deal_.account.empty()) facts.push_back(deal_.account);
    if (!deal_.owner.empty()) facts.push_back(voice_.say("title.owner", {{"owner", deal_.owner}}));
    plain(voice_.joined(facts, "dot"));
  }

  [[nodiscard]] static std::string answer(const Assessment& deal) {
    return "**" + markdown_text(deal.verdict_label) + "** " + markdown_text(deal.headline) + "\n";
  }

  void verdict() {
    line("\n" + answer(deal_));
    if (!deal_.threat.empty()) {
      plain(voice_.say("verdict.threat", {{"message", deal_.threat}}));
      line("");
    }
    for (const std::string& told : because_lines(deal_, voice_)) plain(told + "\n");
    for (const std::string& told : behind_lines(deal_, voice_, all_)) plain(told + "\n");
    plain(voice_.joined(verdict_figures(deal_, voice_), "dot"));
  }

  void questions() {
    if (deal_.questions.empty()) return;
    heading(questions_heading(deal_, voice_));
    std::vector<std::vector<std::string>> rows;
    for (const Finding& question : deal_.questions) {
      rows.push_back({question.label, mark_of(question.reads).text + " " + answer_of(question),
                      voice_.signed_number(question.points), place(question.evidence)});
      for (std::string& cell : rows.back()) cell = markdown_text(cell);
    }
    page_ += markdown_table(columns(), rows);
  }

  [[nodiscard]] std::vector<std::string> columns() const {
    std::vector<std::string> head;
    for (const auto* column : {"question", "answer", "points", "evidence"}) {
      head.push_back(voice_.label("deal_markdown.column", column));
    }
    return head;
  }

  [[nodiscard]] std::string answer_of(const Finding& question) const {
    if (question.reads) return question.message;
    return voice_.say("question.ask",
                      {{"gap", voice_.label(question.gap)}, {"ask", question.message}});
  }

  void mines() {
    if (deal_.mines.empty()) return;
    heading_of("kill");
    std::size_t left = 0;
    for (const MineView& mine : deal_.mines) {
      if (!all_ && !mine.decides) {
        ++left;
        continue;
      }
      const std::string at = place(mine.evidence);
      line("- **" + markdown_text(voice_.label("severity", to_string(mine.severity))) + "** " +
           markdown_text(mine.message) + " (" + markdown_text(mine.rules.front()) +
           (at.empty() ? "" : ", " + markdown_text(at)) + ")" + answer(mine));
    }
    left_out("deal_markdown.left_mines", left);
  }

  [[nodiscard]] std::string answer(const MineView& mine) const {
    const std::string words = answer_words(mine, voice_);
    return words.empty() ? words : " – *" + markdown_text(words) + "*";
  }

  /// As a line of the list above it.
  void left_out(std::string_view id, std::size_t count) {
    if (count > 0) line("- " + markdown_text(voice_.say(id, {{"count", std::to_string(count)}})));
  }

  void steps() {
    if (deal_.next_steps.empty()) return;
    heading_of("steps");
    for (std::size_t i = 0; i < deal_.next_steps.size(); ++i) {
      const StepView& step = deal_.next_steps[i];
      const std::string says = markdown_text(step.says);
      line(std::to_string(i + 1) + ". " + (i == 0 ? "**" + says + "**" : says));
      const auto detail = [&](const std::string& text) {
        if (!text.empty()) line("   - " + markdown_text(text));
      };
      detail(voice_.joined(step_facts(deal_, voice_, step), "dot"));
      if (i > 0) continue;
      if (!step.worked.empty()) detail(voice_.say("step.worked", {{"sign", step.worked}}));
      if (!step.failed.empty()) detail(voice_.say("step.failed", {{"sign", step.failed}}));
    }
  }

  void people() {
    const std::string map = people_chart(deal_, voice_);
    if (map.empty()) return;
    heading_of("contacts");
    page_ += map;
  }

  void asks() {
    if (deal_.open_questions.empty()) return;
    heading_of("asks");
    const std::size_t shown = all_ ? deal_.open_questions.size() : asks_shown(deal_);
    for (std::size_t i = 0; i < shown; ++i) {
      const OpenQuestion& open = deal_.open_questions[i];
      std::vector<std::string> told{ask_words(open)};
      for (std::string& fact : ask_facts(deal_, voice_, open)) told.push_back(std::move(fact));
      line("- " + markdown_text(voice_.joined(told, "dot")));
    }
    left_out("deal_markdown.left_asks", deal_.open_questions.size() - shown);
  }

  void overrides() {
    const auto acted = [](const OverrideView& one) { return one.acted; };
    if (std::none_of(deal_.overrides.begin(), deal_.overrides.end(), acted)) return;
    heading_of("overrides");
    for (const OverrideView& one : deal_.overrides) {
      if (!one.acted) continue;
      const std::string told = voice_.say(
          "override.told", {{"rule", one.rule}, {"changes", voice_.joined(one.told, "semicolon")}});
      const std::string why = one.reason.empty() ? voice_.say("override.no_reason") : one.reason;
      line("- " + markdown_text(voice_.joined(
                      {told, why, voice_.short_place(one.file, one.at, kLongestPlace)}, "dot")));
    }
  }

  /// What another rule set says of the deal.
  void also(const Assessment& other) {
    heading(other.rules_title.empty() ? other.rules_name : other.rules_title);
    line(answer(other));
    plain(voice_.joined(main_figures(other, voice_), "dot"));
    page_ += "\n";
    plain(told_rules(voice_, other));
  }

  void rules() {
    page_ += "\n";
    plain(voice_.joined({told_rules(voice_, deal_), deal_.path}, "dot"));
  }

  const Assessment& deal_;
  Voice voice_;
  bool all_;
  std::string page_;
};

}  // namespace

std::string render_markdown(const Assessment& assessment, const Words& words,
                            const RenderOptions& options) {
  return DealMarkdown(assessment, words, options).render();
}

}  // namespace dealcheck
