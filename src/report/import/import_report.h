#pragma once

#include <string>

#include "import/import_plan.h"
#include "report/shared/render.h"

namespace dealcheck {

/// What an import came to.
struct ImportReport {
  std::string crm;     ///< name of the system
  std::string table;   ///< file of the deals
  std::string folder;  ///< where they are
  bool dry_run = false;
  std::size_t deals = 0;
  std::size_t footer_lines = 0;  ///< of all tables, below them
  ImportPlan plan;
};

[[nodiscard]] std::string render_import_text(const ImportReport& report, const Words& words,
                                             const RenderOptions& options);
[[nodiscard]] std::string render_import_json(const ImportReport& report, const Words& words,
                                             Language language);

}  // namespace dealcheck
