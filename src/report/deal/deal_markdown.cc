// One deal for a wiki or a pull request: the screen with what decides (report/deal/screen.h) and
// the people drawn; or everything: the questions, all risks and steps, what to ask.

#include <algorithm>

#include "report/deal/people_chart.h"
#include "report/deal/screen.h"
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
    if (!all_) return render_screen();
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
  std::string render_screen() {
    const DealScreen screen = screen_of(deal_, voice_);
    line("### " + markdown_text(screen.deal) + "\n");
    plain_parts({voice_.joined(screen.basis, "dot"), screen.event, screen.forecast});
    line("\n" + answer(deal_));
    for (const std::string& told : {screen.threat, reason_of(screen), screen.project}) {
      if (told.empty()) continue;
      plain(told);
      line("");
    }
    steps_of(screen);
    risks_of(screen);
    lines_of(screen);
    people();
    overrides();
    for (const Assessment& other : deal_.also) also(other);
    page_ += "\n";
    plain_parts({screen.more, screen.rules});
    return std::move(page_);
  }

  [[nodiscard]] std::string reason_of(const DealScreen& screen) const {
    const std::string at = place(screen.reason.places);
    return at.empty() ? screen.reason.says : screen.reason.says + " (" + at + ")";
  }

  void steps_of(const DealScreen& screen) {
    for (std::size_t i = 0; i < screen.steps.size(); ++i) {
      const ScreenStep& step = screen.steps[i];
      const std::string says = markdown_text(step.says);
      line(std::to_string(i + 1) + ". " + (i == 0 ? "**→ " + says + "**" : says));
      std::vector<std::string> details{voice_.joined(step.facts, "dot")};
      details.insert(details.end(), step.signs.begin(), step.signs.end());
      for (const std::string& detail : details) {
        if (!detail.empty()) line("   - " + markdown_text(detail));
      }
    }
  }

  void risks_of(const DealScreen& screen) {
    if (screen.risks.empty()) return;
    heading_of("kill");
    for (const ScreenRisk& risk : screen.risks) {
      std::vector<std::string> told{risk.line.says};
      if (!risk.answer.empty()) told.push_back(risk.answer);
      if (std::string at = place(risk.line.places); !at.empty()) told.push_back(std::move(at));
      line("- **" + markdown_text(risk.line.label) + "** " +
           markdown_text(voice_.joined(told, "dot")));
    }
  }

  void lines_of(const DealScreen& screen) {
    page_ += "\n";
    for (const auto* part : {&screen.people, &screen.open}) {
      for (const ScreenLine& one : *part) {
        line("- **" + markdown_text(one.label) + "** " + markdown_text(one.says));
      }
    }
  }

  void plain_parts(std::vector<std::string> parts) {
    std::erase(parts, "");
    plain(voice_.joined(parts, "dot"));
  }

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
    for (const std::string& told : behind_lines(deal_, voice_)) plain(told + "\n");
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
    for (const MineView& mine : deal_.mines) {
      const std::string at = place(mine.evidence);
      line("- **" + markdown_text(voice_.label("severity", to_string(mine.severity))) + "** " +
           markdown_text(mine.message) + " (" + markdown_text(mine.rules.front()) +
           (at.empty() ? "" : ", " + markdown_text(at)) + ")" + answer(mine));
    }
  }

  [[nodiscard]] std::string answer(const MineView& mine) const {
    const std::string words = answer_words(mine, voice_);
    return words.empty() ? words : " – *" + markdown_text(words) + "*";
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
    for (const OpenQuestion& open : deal_.open_questions) {
      std::vector<std::string> told{ask_words(open)};
      for (std::string& fact : ask_facts(deal_, voice_, open)) told.push_back(std::move(fact));
      line("- " + markdown_text(voice_.joined(told, "dot")));
    }
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
