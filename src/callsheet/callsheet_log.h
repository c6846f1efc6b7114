#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assess_context.h"
#include "callsheet/callsheet.h"

namespace dealcheck {

/// The calls and meetings of a deal, person by person: who was talked to last, what is still owed,
/// what is planned. What the file only assumes did not happen.
class CallLog {
 public:
  explicit CallLog(const AssessContext& context);

  /// Talks with the person up to the day of judgement, newest first; those without a date last.
  [[nodiscard]] std::vector<const Record*> talks(std::size_t contact) const;
  /// Calls with the person that are still ahead, in file order.
  [[nodiscard]] std::vector<const Record*> planned(std::size_t contact) const;
  [[nodiscard]] std::optional<CallTalk> last_talk(std::size_t contact) const;
  [[nodiscard]] std::vector<CallPromise> promises(std::size_t contact) const;
  /// The last day we talked to the person or tried to.
  [[nodiscard]] std::optional<Date> last_try(std::size_t contact) const;
  [[nodiscard]] CallRhythm rhythm(std::size_t contact, CallOutlook then) const;

  /// A statement of an interaction that says something: neither unknown nor none.
  [[nodiscard]] const Statement* said(const Record& record, std::string_view key) const;
  [[nodiscard]] Evidence evidence(const Record& record, const Statement* statement) const;
  [[nodiscard]] std::uint16_t section() const { return section_; }

 private:
  [[nodiscard]] bool names(const Record& record, std::size_t contact) const;
  [[nodiscard]] bool is(const Record& record, std::string_view key, std::string_view value) const;
  [[nodiscard]] std::vector<const Record*> past(std::size_t contact, bool answered) const;
  void add_promises(const Record& record, bool ours, bool newest,
                    std::vector<CallPromise>& list) const;
  [[nodiscard]] PromiseState state_of(const Record& record, bool ours, bool newest) const;
  [[nodiscard]] std::optional<Date> agreed_next(std::size_t contact) const;
  void time_by_class(CallRhythm& rhythm, std::optional<Date> tried) const;
  void tell(CallRhythm& rhythm) const;

  const AssessContext& context_;
  std::uint16_t section_;
  const Section& words_;
  Date as_of_;
};

}  // namespace dealcheck
