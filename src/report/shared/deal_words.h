#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/shared/phrases.h"

namespace dealcheck {

// Sentences about one deal that more than one format tells.

/// What kind of report line a finding is; a waived one is none of the others.
[[nodiscard]] bool is_waived(const Finding& finding);
[[nodiscard]] bool is_mine(const Finding& finding);
[[nodiscard]] bool is_for_us(const Finding& finding);
[[nodiscard]] bool is_contradiction(const Finding& finding);
[[nodiscard]] bool is_note(const Finding& finding);  ///< told nowhere else

/// The name, else the path.
[[nodiscard]] const std::string& deal_name(const Assessment& deal);
/// What every rule set says in figures: range, evidence, points.
[[nodiscard]] std::vector<std::string> main_figures(const Assessment& deal, const Phrases& phrases);
/// The same, with the state of the project and the seller's feeling.
[[nodiscard]] std::vector<std::string> verdict_figures(const Assessment& deal,
                                                       const Phrases& phrases);
/// The state of the project and the standing if it starts; only for a deal without a project.
[[nodiscard]] std::string project_line(const Assessment& deal, const Phrases& phrases);
/// What decided the verdict, a sentence each; what the verdict means where nothing decided it.
[[nodiscard]] std::vector<std::string> because_lines(const Assessment& deal,
                                                     const Phrases& phrases);
/// The findings that answer a question behind the standing, those that weigh most first.
[[nodiscard]] std::vector<const Finding*> telling(const Assessment& deal, Behind question);
/// The questions behind the standing, a line each: the answer, its points and what answers it.
[[nodiscard]] std::vector<std::string> behind_lines(const Assessment& deal, const Phrases& phrases);
/// How much of the deal was not weighed; empty when everything was.
[[nodiscard]] std::string not_weighed_line(const Assessment& deal, const Phrases& phrases);
/// What is declared, dated and seen; empty when all of them say the stage that was judged.
[[nodiscard]] std::vector<std::string> stage_views(const Assessment& deal, const Phrases& phrases);
/// "Four early questions"
[[nodiscard]] std::string questions_heading(const Assessment& deal, const Phrases& phrases);

/// The caps and lifts of a finding, each a sentence.
[[nodiscard]] std::vector<std::string> limit_words(const Assessment& deal, const Phrases& phrases,
                                                   const Finding& finding);
/// All changes of a flip in one sentence.
[[nodiscard]] std::string flip_words(const Flip& flip, const Phrases& phrases);
/// A claimed strength, with the tests that it fails or that are open.
[[nodiscard]] std::string bullet_words(const BulletView& bullet, const Phrases& phrases);

/// The name, else the id.
[[nodiscard]] const std::string& person_name(const ContactView& contact);
/// For or against us, in a word or two.
[[nodiscard]] std::string stance_label(const ContactView& contact, const Phrases& phrases);
[[nodiscard]] const std::string& person_name(const Assessment& deal, std::size_t contact);
/// `joint` is the name of one in `report.list`.
[[nodiscard]] std::string person_names(const Assessment& deal, const Phrases& phrases,
                                       const std::vector<std::size_t>& contacts,
                                       std::string_view joint);

/// What to ask; the question's label when it says no more.
[[nodiscard]] const std::string& ask_words(const OpenQuestion& open);
/// Whom to ask, and why it is open.
[[nodiscard]] std::vector<std::string> ask_facts(const Assessment& deal, const Phrases& phrases,
                                                 const OpenQuestion& open);

/// Which step answers a mine; of a deadly one also that none is known, else empty.
[[nodiscard]] std::string answer_words(const MineView& mine, const Phrases& phrases);

/// By when, who, on whom, through whom, with what, against what.
[[nodiscard]] std::vector<std::string> step_facts(const Assessment& deal, const Phrases& phrases,
                                                  const StepView& step);
/// Who does it by when, whether it is done.
[[nodiscard]] std::vector<std::string> plan_facts(const Assessment& deal, const Phrases& phrases,
                                                  const PlanView& plan);
/// What a sentence says of something that stands right above it: without its name in front.
[[nodiscard]] std::string without_subject(std::string_view sentence, std::string_view subject);

/// Where we stand with a rival, and whether it supplies them today.
[[nodiscard]] std::string rival_position(const RivalView& rival, const Phrases& phrases);
/// What speaks for us, against us, and what can be closed; empty when nothing is recognised.
[[nodiscard]] std::string rival_points(const RivalView& rival, const Phrases& phrases);

/// Whether the file speaks of the objective or its project at all: one that does not is not asked
/// five questions about it.
[[nodiscard]] bool tells_of_control(const ControlView& control);
/// Beside the parts of the objective: the signs of a project and those that are missing, why a
/// manager must look, how well they fit us.
[[nodiscard]] std::vector<std::string> control_notes(const ControlView& control,
                                                     const Phrases& phrases);

/// The names of the checks that came out so.
[[nodiscard]] std::vector<std::string> labels_of(const std::vector<CheckResult>& checks,
                                                 Tri passed);
/// What the checks that came out so found, without the full stop; an open check has found nothing.
[[nodiscard]] std::vector<std::string> messages_of(const std::vector<CheckResult>& checks,
                                                   Tri passed);

}  // namespace dealcheck
