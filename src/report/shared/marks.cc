#include "report/shared/marks.h"

#include <array>
#include <string>
#include <utility>

namespace dealcheck {
namespace {

struct Mark {
  std::string_view row;
  std::string_view gauge;
  Style style;
};

const Mark& find_mark(std::optional<Reads> reads) {
  static constexpr std::array<Mark, 3> kMarks = {
      {{"✗", "▱", Style::bad}, {"~", "◐", Style::mixed}, {"✓", "▰", Style::good}}};
  static constexpr Mark kUnknown = {"?", "?", Style::open};
  return reads ? kMarks.at(static_cast<std::size_t>(*reads)) : kUnknown;
}

}  // namespace

Cell mark_of(std::optional<Reads> reads) {
  const Mark& mark = find_mark(reads);
  return {std::string(mark.row), mark.style};
}

Cell mark_of(Tri passed) {
  if (passed == Tri::unknown) return mark_of(std::nullopt);
  return mark_of(std::optional(passed == Tri::yes ? Reads::favourable : Reads::adverse));
}

std::string_view gauge_cell(std::optional<Reads> reads) { return find_mark(reads).gauge; }

Row bulleted(std::string message) {
  return {.lead = {"•", Style::plain}, .message = std::move(message)};
}

Row numbered(std::size_t number, std::string message) {
  return {.lead = {std::to_string(number), Style::strong}, .message = std::move(message)};
}

Style style_of(MineSeverity severity) {
  static constexpr std::array<Style, 3> kStyles = {Style::plain, Style::mixed, Style::strong_bad};
  return kStyles.at(static_cast<std::size_t>(severity));
}

}  // namespace dealcheck
