#pragma once

#include "assess/assessment.h"
#include "report/shared/phrases.h"
#include "report/shared/render.h"
#include "report/writers/layout.h"

namespace dealcheck {

// What the text reports of all commands share.

inline constexpr int kNarrowestPage = 40;
inline constexpr int kPageIndent = 2;
inline constexpr int kWidePage = 120;  ///< of formats that have no width of their own

/// An empty page in the format asked for, of text as wide as asked for.
[[nodiscard]] Sheet sheet_for(const RenderOptions& options);

/// The deal's name, else its path, with the stage and the day of judgement at the right.
void put_title(Sheet& sheet, const Phrases& phrases, const Assessment& deal);

/// A heading with a blank line before it.
void put_heading(Sheet& sheet, const std::string& text, const std::string& right = {});

}  // namespace dealcheck
