#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "deal/opportunity.h"
#include "diagnostics/diagnostic.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// Which keys and values of a deal file some rule of a rule set can rest on, at whatever stage
/// (method 7.2). Only what can be weighed counts: choices, numbers and amounts; a text, a date or a
/// person tells about something else. What the vocabulary marks as `unweighed` is left out.
class Reach {
 public:
  /// Refers to the rulebook, which must outlive it.
  explicit Reach(const Rulebook& book);

  /// Whether a statement that could be weighed is read by a rule; true of what cannot be weighed.
  [[nodiscard]] bool reads(std::uint16_t section, KeyId key, const Value& value) const;

  /// Everything in the vocabulary that no rule reads: `process.lots`, `paper.stage: purchasing`.
  [[nodiscard]] std::vector<std::string> unread() const;

 private:
  struct Read {
    bool all = false;                ///< whatever it says
    std::set<std::int32_t> choices;  ///< or only these
  };

  void take(const Condition& condition, std::uint16_t section);
  void take_subject(const Subject& subject, const Matcher& matcher, std::uint16_t section);
  void take_path(std::uint16_t section, const FieldPath& path, const Matcher& matcher);
  void take_query(std::uint16_t query);
  [[nodiscard]] bool can_be_weighed(std::uint16_t section, const Key& key) const;

  const Rulebook& book_;
  std::map<std::pair<std::uint16_t, KeyId>, Read> read_;
  std::set<std::uint16_t> queries_;
};

/// Notes about the keys and values of deals that no rule reads, each once, at the first place.
class UnreadWords {
 public:
  explicit UnreadWords(const Rulebook& book) : book_(book), reach_(book) {}

  void add(const Opportunity& deal);
  void tell(Diagnostics& found) const;

 private:
  struct Seen {
    std::size_t deals = 0;
    std::shared_ptr<const Source> source;
    Location at;
  };

  const Rulebook& book_;
  Reach reach_;
  std::map<std::string, Seen> seen_;
};

}  // namespace dealcheck
