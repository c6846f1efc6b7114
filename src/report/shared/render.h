#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "diagnostics/diagnostic.h"
#include "i18n/charset.h"
#include "i18n/words.h"

namespace dealcheck {

/// What the reports for people come in.
enum class ReportFormat : std::uint8_t { text, markdown, html };

/// How a report is to look. Nothing in it changes what is judged.
struct RenderOptions {
  Language language = Language::en;
  bool colour = false;
  int width = 80;                      ///< screen cells; text output never gets wider, at least 40
  bool all = false;                    ///< everything there is to say, not only what decides
  Charset charset = Charset::unicode;  ///< of text reports; other formats are UTF-8 always
  ReportFormat format = ReportFormat::text;
  bool evidence = false;  ///< where in the file each line comes from, also on the first screen
};

/// One deal as people read it, as text or, with the people drawn by Mermaid, as Markdown; ends in a
/// newline.
[[nodiscard]] std::string render_text(const Assessment& assessment, const Words& words,
                                      const RenderOptions& options);

/// One deal in one line (cut to the width when it is a terminal's), ending in a newline.
[[nodiscard]] std::string render_brief(const Assessment& assessment, const Words& words,
                                       const RenderOptions& options);

/// What happened to one file: an assessment, or nothing but diagnostics.
struct Outcome {
  std::string path;
  const Assessment* assessment = nullptr;  ///< null: could not be judged
  const Diagnostics* diagnostics = nullptr;
};

/// One object for one outcome, an array for several. A file that could not be judged has
/// `diagnostics` and no verdict.
[[nodiscard]] std::string render_json(const std::vector<Outcome>& outcomes, const Words& words,
                                      Language language);

}  // namespace dealcheck
