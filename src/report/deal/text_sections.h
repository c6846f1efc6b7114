#pragma once

#include <string>
#include <vector>

#include "assess/assessment.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

/// The sections of the text report that are more than rows: what to do next, the people, the
/// objective, the rivals. Each writes its heading and itself to the sheet, or nothing.
class TextSections {
 public:
  TextSections(const Assessment& assessment, const Phrases& phrases, Sheet& sheet)
      : deal_(assessment), phrases_(phrases), sheet_(sheet) {}

  void steps();
  void plan();
  void people();
  void control();
  void rivals();

  /// A heading with a blank line before it, and a word at the right edge.
  void heading(std::string_view name, const std::string& right = {});

 private:
  void step(const StepView& step, std::size_t number);
  [[nodiscard]] Row action_row(const PlanView& plan) const;

  void contact_as_list(const std::vector<std::string>& head, const std::vector<std::string>& cells);

  [[nodiscard]] Row rival_row(const RivalView& rival) const;

  void indicators();
  void note(const std::string& text);
  void note(std::string_view id, std::string_view name, const std::vector<std::string>& parts,
            std::string_view joint);

  [[nodiscard]] std::string place(Location at) const;

  const Assessment& deal_;
  const Phrases& phrases_;
  Sheet& sheet_;
};

}  // namespace dealcheck
