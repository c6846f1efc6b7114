#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/function_ref.h"
#include "i18n/language.h"
#include "import/crm_record.h"
#include "import/deal_update.h"

namespace dealcheck {

/// One file that the import makes or changes.
struct ImportedFile {
  std::string path;
  std::string name;  ///< of the deal
  std::string crm_id;
  bool is_new = false;
  std::string text;  ///< of the whole file; as it is when nothing is changed in it
  std::vector<ImportedChange> changed;
  std::vector<ImportedChange> kept;
};

/// Everything an import does, before it does it.
struct ImportPlan {
  std::vector<ImportedFile> files;  ///< made, changed or left alone in part; by path
  std::size_t unchanged = 0;        ///< deals whose files say what the system says
  std::vector<NotTaken> not_taken;
  std::string record;  ///< the text of the record beside the deals
};

/// What there is before the import.
struct ImportedInto {
  std::string folder;
  std::vector<std::shared_ptr<const Source>> deals;  ///< every deal file below it
  std::set<std::string> taken;  ///< paths of all files, in lower case: no new one goes there
  CrmRecord record;
};

/// How the new files are written.
struct NewFileManner {
  Language language = Language::en;
  std::string about;  ///< the comment at the top
};

/// Works out what to write. A deal is known again by its id in the customer system, wherever its
/// file lies below the folder and whatever it is called. `step` is called once a deal. Errors, with
/// which nothing may be written: a file below the folder cannot be read, or two have the same id.
[[nodiscard]] ImportPlan plan_import(CrmExport crm, const CrmMap& map, ImportedInto into,
                                     const Vocabulary& vocabulary, const NewFileManner& manner,
                                     FunctionRef<void()> step, Diagnostics& diagnostics);

}  // namespace dealcheck
