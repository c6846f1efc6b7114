#include <algorithm>

#include "base/text.h"
#include "report/shared/deal_words.h"
#include "report/shared/phrases.h"
#include "report/shared/render.h"
#include "report/writers/layout.h"

// One deal in one line, its columns in the same places for every deal, so that the lines of many
// deals read as a table.

namespace dealcheck {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 40;
constexpr int kVerdict = 14;  ///< NO PROJECT YET
constexpr int kStage = 5;
constexpr int kPercent = 4;
constexpr int kMostName = 32;
constexpr int kMostPath = 32;
constexpr int kRoomForPath = 70;

/// Cells of the columns that give way; 0 leaves a column out.
struct Widths {
  int name = kMostName;
  int reason = 0;
  int step = 0;
  int path = 0;
};

Widths widths_for(int width) {
  const int room = std::max(width, kNarrowest) - kVerdict - kStage - kPercent - 3 * kGap;
  if (room < 30) return {room, 0, 0, 0};
  const int path = room < kRoomForPath ? 0 : std::min(kMostPath, room / 4);
  const int shared = room - (path > 0 ? path + kGap : 0);
  const int name = std::min(kMostName, shared / 3);
  const int reason = (shared - name - 2 * kGap) / 2;
  return {name, reason, shared - name - reason - 2 * kGap, path};
}

/// The end of a path says more than its beginning: whole folders go first.
std::string end_of(std::string_view path, int cells, std::string_view mark) {
  std::string shown = sanitise(path);
  if (display_width(shown) <= cells) return shown;
  const std::string front = std::string(mark) + "/";
  while (display_width(shown) > cells - display_width(front) &&
         shown.find('/') != std::string::npos) {
    shown.erase(0, shown.find('/') + 1);
  }
  return truncate(front + shown, cells, mark);
}

/// A line that is filled column by column.
class BriefLine {
 public:
  BriefLine(bool colour, std::string_view mark) : colour_(colour), mark_(mark) {}

  void add(std::string_view text, int cells, Style style = Style::plain) {
    if (cells <= 0) return;
    add_whole(truncate(sanitise(text), cells, mark_), cells, style);
  }
  void add_whole(std::string text, int cells, Style style = Style::plain) {
    text.erase(text.find_last_not_of(' ') + 1);
    const auto column = static_cast<std::size_t>(std::max(cells, display_width(text)) + kGap);
    if (!text.empty()) line_.append(blanks_, ' ').append(painted(text, style, colour_));
    blanks_ =
        text.empty() ? blanks_ + column : column - static_cast<std::size_t>(display_width(text));
  }
  [[nodiscard]] std::string finish() const { return line_ + '\n'; }

 private:
  bool colour_;
  std::string_view mark_;   ///< of what was cut
  std::size_t blanks_ = 0;  ///< before the next column
  std::string line_;
};

std::string right_aligned(const std::string& text, int cells) {
  const int missing = std::max(0, cells - display_width(text));
  return std::string(static_cast<std::size_t>(missing), ' ') + text;
}

}  // namespace

std::string render_brief(const Assessment& assessment, const Words& words,
                         const RenderOptions& options) {
  const Phrases phrases(words, options.language, options.charset);
  const std::string_view mark = ellipsis(options.charset);
  const bool limited = options.width > 0;
  const Widths widths = limited ? widths_for(options.width) : Widths{};
  BriefLine line(options.colour, mark);
  line.add(assessment.verdict_label, kVerdict, style_of(assessment.verdict));
  line.add(deal_name(assessment), widths.name);
  line.add(phrases.label(assessment.stages.judged), kStage);
  line.add(right_aligned(percent(assessment.coverage), kPercent), kPercent);
  const std::string reason =
      assessment.because.empty() ? std::string() : assessment.because.front().label;
  const bool known = !assessment.next_steps.empty() && assessment.next_steps.front().known;
  const std::string step = known ? assessment.next_steps.front().label : std::string();
  if (limited) {
    line.add(reason, widths.reason);
    line.add(step, widths.step);
    line.add(end_of(assessment.path, widths.path, mark), widths.path, Style::faint);
  } else {
    line.add_whole(sanitise(reason), 0);
    line.add_whole(sanitise(step), 0);
    line.add_whole(sanitise(assessment.path), 0, Style::faint);
  }
  return line.finish();
}

}  // namespace dealcheck
