#include "report/deal/questions.h"

#include <algorithm>

#include "report/deal/json_parts.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kQuestionsVersion = "1.0";
constexpr std::size_t kFew = 10;

/// Something else that is open, and what it belongs to.
struct OpenCheck {
  std::string about;    ///< objective, bullet, coach
  std::string subject;  ///< the strength or the coach; empty: the deal
  const CheckResult* check = nullptr;
};

std::vector<OpenCheck> open_checks(const Assessment& deal) {
  std::vector<OpenCheck> open;
  const auto add = [&](const char* about, const std::string& subject,
                       const std::vector<CheckResult>& checks) {
    for (const CheckResult& check : checks) {
      if (check.passed == Tri::unknown) open.push_back({about, subject, &check});
    }
  };
  add("objective", "", deal.control.indicators);
  for (const BulletView& bullet : deal.bullets) {
    if (bullet.holds != Tri::no) add("bullet", bullet.what, bullet.tests);
  }
  for (const ContactView& contact : deal.contacts) add("coach", contact.name, contact.coach_tests);
  return open;
}

class QuestionsText {
 public:
  QuestionsText(const Assessment& deal, const Words& words, const RenderOptions& options)
      : deal_(deal),
        phrases_(words, options.language, options.charset),
        sheet_(sheet_for(options)),
        all_(options.all) {}

  std::string render() {
    head();
    questions();
    checks();
    return sheet_.finish();
  }

 private:
  void head() {
    put_title(sheet_, phrases_, deal_);
    sheet_.blank();
    const bool none = deal_.open_questions.empty();
    sheet_.hanging({deal_.verdict_label, style_of(deal_.verdict)},
                   {{{phrases_.say(none ? "questions.none" : "questions.count",
                                   {{"count", std::to_string(deal_.open_questions.size())}})},
                     Style::plain}});
  }

  void questions() {
    const std::size_t count =
        all_ ? deal_.open_questions.size() : std::min(deal_.open_questions.size(), kFew);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < count; ++i) {
      const OpenQuestion& open = deal_.open_questions[i];
      rows.push_back({.lead = {std::to_string(i + 1), Style::strong},
                      .message = open.ask,
                      .note = phrases_.joined(worth(open), "dot"),
                      .tail = {open.rule}});
    }
    if (rows.empty()) return;
    put_heading(sheet_, phrases_.say("questions.heading.questions"));
    sheet_.rows(rows);
    const std::size_t more = deal_.open_questions.size() - count;
    if (more == 0) return;
    const std::string told = phrases_.say("questions.more", {{"count", std::to_string(more)}});
    sheet_.paragraph(2 * kPageIndent, {{told}, Style::faint});
  }

  [[nodiscard]] std::vector<std::string> worth(const OpenQuestion& open) const {
    std::vector<std::string> parts{phrases_.label(open.gap)};
    const std::string who = open.whom ? deal_.contacts[*open.whom].name : std::string();
    parts.push_back(who.empty() ? phrases_.say("questions.ask_ourselves", {{"owner", deal_.owner}})
                                : phrases_.say("ask_whom", {{"name", who}}));
    const bool ranked = open.worst != Standing::unclear && open.best != Standing::unclear;
    if (open.moves && ranked && open.worst != open.best) {
      parts.push_back(
          phrases_.say("questions.moves", {{"worst", standing_name(phrases_, deal_, open.worst)},
                                           {"best", standing_name(phrases_, deal_, open.best)}}));
    }
    parts.push_back(phrases_.say("questions.swing", {{"points", std::to_string(open.swing)}}));
    return parts;
  }

  void checks() {
    std::vector<Row> rows;
    for (const OpenCheck& open : open_checks(deal_)) {
      const std::string about = phrases_.label("questions.about", open.about);
      rows.push_back({.lead = {"?", Style::open},
                      .label = {open.subject.empty() ? about : open.subject},
                      .message = open.check->message});
    }
    if (rows.empty()) return;
    put_heading(sheet_, phrases_.say("questions.heading.checks"));
    sheet_.rows(rows);
  }

  const Assessment& deal_;
  Phrases phrases_;
  Sheet sheet_;
  bool all_;
};

}  // namespace

std::string render_questions_text(const Assessment& assessment, const Words& words,
                                  const RenderOptions& options) {
  return QuestionsText(assessment, words, options).render();
}

std::string render_questions_json(const Assessment& assessment, const Diagnostics& diagnostics,
                                  const Words& words, Language language) {
  const auto check = [](const OpenCheck& open) {
    return Json{{"about", open.about},
                {"subject", text_or_null(open.subject)},
                {"check", open.check->id},
                {"label", open.check->label},
                {"ask", open.check->message}};
  };
  return dump({{"format_version", kQuestionsVersion},
               {"deal", deal_json(assessment)},
               {"verdict", to_string(assessment.verdict)},
               {"standing", to_string(assessment.standing)},
               {"questions", open_questions_json(assessment)},
               {"checks", array_of(open_checks(assessment), check)},
               {"rules", rules_json(assessment)},
               {"diagnostics", diagnostics_json(&diagnostics, words, language)}});
}

}  // namespace dealcheck
