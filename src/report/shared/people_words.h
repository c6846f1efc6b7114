#pragma once

#include <string>
#include <vector>

#include "report/shared/phrases.h"

namespace dealcheck {

/// The people of a deal in words: a row of a table for each, and what deserves a line of its own.
class PeopleWords {
 public:
  PeopleWords(const Assessment& assessment, const Phrases& phrases)
      : deal_(assessment), phrases_(phrases) {}

  /// Name, roles, influence, mode, support, when met, how this person sees us.
  [[nodiscard]] std::vector<std::string> head() const;
  [[nodiscard]] std::vector<std::string> cells_of(const ContactView& contact) const;
  /// Roles without anybody, or whom nobody met; who left, who needs whose approval, coaches, goals.
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  [[nodiscard]] std::string met(const ContactView& contact) const;
  [[nodiscard]] std::string view_of_us(const ContactView& contact) const;
  [[nodiscard]] std::vector<std::string> role_notes() const;
  [[nodiscard]] std::vector<std::string> contact_notes() const;
  void add_coach_notes(const std::vector<CheckResult>& tests, const std::string& name,
                       std::vector<std::string>& notes) const;
  [[nodiscard]] std::string goal_note() const;

  const Assessment& deal_;
  const Phrases& phrases_;
};

}  // namespace dealcheck
