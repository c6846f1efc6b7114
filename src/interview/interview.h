#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "deal/edit/deal_edit.h"
#include "interview/agenda.h"
#include "interview/prompter.h"

namespace dealcheck {

/// A conversation about one deal: asks what is open, the most telling first, writes each answer
/// into the deal, and tells how the verdict moves.
class Interview {
 public:
  Interview(const Rulebook& rules, const AssessOptions& judging, const InterviewPage& page,
            InterviewPorts ports);

  /// Asks until nothing is left or the user has had enough. False, with the reasons told, when the
  /// deal cannot be judged.
  [[nodiscard]] bool run(const std::shared_ptr<const Source>& source);

 private:
  /// What an undo goes back to.
  struct Past {
    std::string text;
    Agenda agenda;
  };

  [[nodiscard]] bool take_over(const std::shared_ptr<const Source>& source);
  [[nodiscard]] Order ask(const Ask& ask);
  [[nodiscard]] Order ask_entry(const Ask& ask, const std::string& why, DealAnswer& answer);
  [[nodiscard]] Order ask_proof(const std::string& why, DealAnswer& answer);
  [[nodiscard]] bool write(const Ask& ask, const DealAnswer& answer);
  void change_to(const std::string& text);
  void go_back();
  [[nodiscard]] bool can_be_none(const AnswerPlace& place) const;
  [[nodiscard]] bool is_list(const AnswerPlace& place) const;
  [[nodiscard]] std::string text() const { return std::string(deal_.document->source->text()); }

  const Rulebook& rules_;
  const AssessOptions& judging_;
  const InterviewPage& page_;
  InterviewPorts ports_;
  Prompter prompter_;
  Opportunity deal_;
  Assessment judged_;
  Diagnostics remarks_;  ///< on the deal as it is
  Agenda agenda_;
  std::vector<Past> past_;
};

}  // namespace dealcheck
