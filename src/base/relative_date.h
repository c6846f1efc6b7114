#pragma once

#include <optional>
#include <string_view>

#include "base/date_parts.h"

namespace dealcheck {

/// Reads days that are told by their distance from another one: `yesterday`, `three weeks ago`,
/// `last month`, `两周前`, `去年底`.
class RelativeDates {
 public:
  explicit RelativeDates(Date today) : today_(today) {}

  /// Nothing when the whole text is no such form.
  [[nodiscard]] std::optional<Span> read(std::string_view text) const;

 private:
  std::optional<Span> counted_back(Front& front) const;
  std::optional<Span> named_day(Front& front) const;
  std::optional<Span> beside_now(Front& front) const;
  [[nodiscard]] std::optional<Span> back_by(int count, std::string_view unit) const;
  std::optional<Span> week_of(int weeks, Front& front) const;
  [[nodiscard]] std::optional<Span> month_away(int months) const;
  std::optional<Span> month_beside(int away, std::optional<Part> part, Front& front,
                                   bool only_parts) const;
  std::optional<Span> year_away(int away, std::optional<Part> part, Front& front) const;
  [[nodiscard]] int year() const;

  Date today_;
};

}  // namespace dealcheck
