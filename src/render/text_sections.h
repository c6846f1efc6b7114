#pragma once

#include <string>
#include <vector>

#include "../assessment.h"
#include "layout.h"
#include "voice.h"

namespace dealcheck {

/// The names of the checks that came out so.
[[nodiscard]] std::vector<std::string> labels_of(const std::vector<CheckResult>& checks,
                                                 Tri passed);
/// What the checks that came out so found, without the full stop; an open check has found nothing.
[[nodiscard]] std::vector<std::string> messages_of(const std::vector<CheckResult>& checks,
                                                   Tri passed);

/// The sections of the text report that are more than rows: what to do next, the people, the
/// objective, the rivals. Each writes its heading and itself to the sheet, or nothing.
class TextSections {
 public:
  TextSections(const Assessment& assessment, const Voice& voice, Sheet& sheet)
      : deal_(assessment), voice_(voice), sheet_(sheet) {}

  void steps();
  void plan();
  void people();
  void control();
  void rivals();

  /// A heading with a blank line before it, and a word at the right edge.
  void heading(std::string_view name, const std::string& right = {});

 private:
  void step(const StepView& step, std::size_t number);
  [[nodiscard]] std::vector<std::string> step_facts(const StepView& step) const;
  [[nodiscard]] Row action_row(const PlanView& plan) const;

  [[nodiscard]] std::vector<std::string> cells_of(const ContactView& contact) const;
  [[nodiscard]] std::string met(const ContactView& contact) const;
  [[nodiscard]] std::string view_of_us(const ContactView& contact) const;
  void contact_as_list(const std::vector<std::string>& head, const std::vector<std::string>& cells);
  [[nodiscard]] std::vector<std::string> people_notes() const;
  [[nodiscard]] std::vector<std::string> role_notes() const;
  [[nodiscard]] std::vector<std::string> contact_notes() const;
  void add_coach_notes(const std::vector<CheckResult>& tests, const std::string& name,
                       std::vector<std::string>& notes) const;
  [[nodiscard]] std::string goal_note() const;

  [[nodiscard]] std::string position(const RivalView& rival) const;
  [[nodiscard]] Row rival_row(const RivalView& rival) const;

  void indicators();
  void note(const std::string& text);
  void note(std::string_view id, std::string_view name, const std::vector<std::string>& parts,
            std::string_view joint);

  [[nodiscard]] std::string place(Location at) const;
  [[nodiscard]] std::string name_of(std::size_t contact) const;
  [[nodiscard]] std::string names_of(const std::vector<std::size_t>& contacts,
                                     std::string_view joint) const;

  const Assessment& deal_;
  const Voice& voice_;
  Sheet& sheet_;
};

}  // namespace dealcheck
