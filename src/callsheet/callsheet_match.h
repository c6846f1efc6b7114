#pragma once

#include <optional>
#include <string>
#include <vector>

#include "callsheet/callsheet_log.h"

namespace dealcheck {

/// An entry of rules/callsheet.yaml that holds for a person, in words.
struct CallMatch {
  std::string says;
  std::string purpose;
  std::vector<Evidence> evidence;
};

/// Tries the entries of rules/callsheet.yaml on the people of one deal.
class CallMatcher {
 public:
  CallMatcher(const AssessContext& context, const Assessment& assessment, const CallLog& log);

  /// Everything the entry holds for, in file order; promises newest first. `trust` says what its
  /// condition may rest on.
  [[nodiscard]] std::vector<CallMatch> matches(
      const CallRule& rule, std::size_t contact,
      EvidencePolicy trust = EvidencePolicy::checked) const;
  /// The names every text may fill in: person, owner, account, and who can bring us to the person.
  [[nodiscard]] Arguments about(std::size_t contact) const;

 private:
  void match_records(const CallRule& rule, std::size_t contact, EvidencePolicy trust,
                     std::vector<CallMatch>& found) const;
  void match_promises(const CallRule& rule, std::size_t contact,
                      std::vector<CallMatch>& found) const;
  void match_planned(const CallRule& rule, std::size_t contact,
                     std::vector<CallMatch>& found) const;
  void match_unmet(const CallRule& rule, std::size_t contact, std::vector<CallMatch>& found) const;
  void match_mines(const CallRule& rule, std::size_t contact, std::vector<CallMatch>& found) const;

  [[nodiscard]] CallMatch tell(const CallRule& rule, std::size_t contact, const Arguments& what,
                               RecordRef it, std::vector<Evidence> evidence) const;
  [[nodiscard]] bool concerns(const CallRule& rule, const Record& record,
                              std::size_t contact) const;
  [[nodiscard]] bool plans_nothing(std::uint16_t section, const Record& record) const;
  [[nodiscard]] std::string name_of(std::size_t contact) const;
  [[nodiscard]] std::string day(std::optional<Date> date) const;
  [[nodiscard]] std::optional<std::size_t> introducer_of(std::size_t contact) const;
  [[nodiscard]] int closeness(std::size_t helper, std::size_t contact) const;
  [[nodiscard]] const Record& record_of(std::size_t contact) const;
  [[nodiscard]] bool names(const Record& record, std::string_view key, std::size_t contact) const;

  const AssessContext& context_;
  const Assessment& assessment_;
  const CallLog& log_;
};

}  // namespace dealcheck
