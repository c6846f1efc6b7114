#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "base/atomic_file.h"
#include "base/strings.h"
#include "base/whole_file.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/deal_store.h"
#include "cli/many_deals.h"
#include "cli/new_file.h"
#include "cli/progress.h"
#include "cli/ruleset_resolver.h"
#include "import/decode.h"
#include "import/import_plan.h"
#include "import/map_draft.h"
#include "import/table.h"
#include "report/import/import_report.h"
#include "rules/builtin/builtin.h"

namespace dealcheck {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRecordBytes = std::size_t{1} << 30U;

/// One run of the command.
class ImportRun {
 public:
  ImportRun(const CommandLine& line, const Console& console, const Rulebook& rules)
      : line_(line), console_(console), rules_(rules) {}

  int run();

 private:
  [[nodiscard]] std::unique_ptr<Table> read(const std::string& path);
  [[nodiscard]] std::unique_ptr<Table> read_option(std::string_view option);
  [[nodiscard]] bool read_tables();
  [[nodiscard]] CrmTables tables() const {
    return {deals_.get(), contacts_.get(), activities_.get()};
  }
  [[nodiscard]] std::vector<CrmMap> read_maps();
  [[nodiscard]] const CrmMap* choose_map(const std::vector<CrmMap>& maps);
  void write_map(const std::string& path, const std::vector<CrmMap>& maps, const CrmMap* map);
  [[nodiscard]] ToldManner told_manner() const;
  [[nodiscard]] ImportedInto look_into(const CrmMap& map);
  void look_at(const fs::path& path, ImportedInto& into);
  void write_files(const ImportPlan& plan);
  [[nodiscard]] int finish(const CrmMap& map, ImportPlan plan, std::size_t deals);
  [[nodiscard]] std::string say(std::string_view id, const Arguments& arguments = {}) const {
    return rules_.words.say("report.import." + std::string(id), console_.language, arguments);
  }
  [[nodiscard]] std::string record_path() const {
    return (fs::path(folder_) / CrmRecord::kFileName).string();
  }
  [[nodiscard]] int fail() {
    complain(diagnostics_, rules_.words, console_);
    return kExitFailed;
  }

  const CommandLine& line_;
  const Console& console_;
  const Rulebook& rules_;
  Diagnostics diagnostics_;
  std::string folder_;
  std::unique_ptr<Table> deals_;
  std::unique_ptr<Table> contacts_;
  std::unique_ptr<Table> activities_;
  std::map<std::string, std::shared_ptr<const Source>> sources_;  ///< of deals, by path
};

// ---- what is read ----

std::unique_ptr<Table> ImportRun::read(const std::string& path) {
  const auto bytes = read_whole_file(path);
  if (!bytes) {
    diagnostics_.file_error(path, "import.cannot-read");
    return nullptr;
  }
  const auto source = decode_table(path == "-" ? "<stdin>" : path, *bytes, diagnostics_);
  return source ? read_table(source, diagnostics_) : nullptr;
}

std::unique_ptr<Table> ImportRun::read_option(std::string_view option) {
  const auto path = line_.value(option);
  return path ? read(*path) : nullptr;
}

/// All of them, so that all that is wrong is told at once.
bool ImportRun::read_tables() {
  deals_ = read(line_.operands.front());
  contacts_ = read_option("--contacts");
  activities_ = read_option("--activities");
  return !diagnostics_.has_errors();
}

std::vector<CrmMap> ImportRun::read_maps() {
  std::shared_ptr<const Source> source;
  const auto own = line_.value("--map");
  if (own) {
    source = read_source(*own, diagnostics_);
  } else {
    const auto files = builtin_files();
    const auto file = std::find_if(files.begin(), files.end(), [](const BuiltinFile& one) {
      return one.path == "import.yaml";
    });
    source = std::make_shared<const Source>(std::string(file->path), std::string(file->text));
  }
  if (!source) return {};
  const auto document = parse_yaml(source, diagnostics_);
  if (!document) return {};
  return load_crm_maps(Yaml(*document), rules_.vocabulary,
                       own ? UnknownFields::refused : UnknownFields::left_out, diagnostics_);
}

/// A user's own mapping of one system holds whatever the headings are.
const CrmMap* ImportRun::choose_map(const std::vector<CrmMap>& maps) {
  if (line_.has("--map") && maps.size() == 1) return &maps.front();
  return recognise_crm(maps, *deals_);
}

ToldManner ImportRun::told_manner() const {
  ToldManner told;
  const auto dates = line_.value("--dates");
  const auto decimal = line_.value("--decimal");
  if (dates) told.dates = dates == "dmy" ? DateOrder::dmy : DateOrder::mdy;
  if (decimal) told.decimal = decimal == "point" ? DecimalMark::point : DecimalMark::comma;
  return told;
}

void ImportRun::look_at(const fs::path& path, ImportedInto& into) {
  into.taken.insert(to_lower(path.string()));
  if (!is_yaml_name(path.string())) return;
  auto source = read_source(path.string(), diagnostics_);
  if (!source) return;
  sources_[path.string()] = source;
  into.deals.push_back(std::move(source));
}

/// Every file below the folder; hidden ones are nobody's deals.
ImportedInto ImportRun::look_into(const CrmMap& map) {
  ImportedInto into{folder_, {}, {}, {}};
  std::error_code failed;
  if (!fs::exists(folder_, failed)) return into;
  if (!fs::is_directory(folder_, failed)) {
    throw UsageError("usage.import-no-folder-there", {{"folder", folder_}});
  }
  std::set<fs::path> paths;
  fs::recursive_directory_iterator entry(folder_, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (hidden && entry->is_directory()) entry.disable_recursion_pending();
    if (!hidden && !entry->is_directory()) paths.insert(entry->path());
  }
  if (failed) {
    throw UsageError("usage.import-folder-unreadable",
                     {{"folder", folder_}, {"reason", failed.message()}});
  }
  for (const fs::path& path : paths) look_at(path, into);
  if (fs::exists(record_path(), failed)) {
    const auto source = read_source(record_path(), diagnostics_, kMostRecordBytes);
    auto record =
        source ? CrmRecord::read(source, map, rules_.vocabulary, diagnostics_) : std::nullopt;
    if (record) into.record = std::move(*record);
  }
  return into;
}

// ---- what is written ----

void ImportRun::write_map(const std::string& path, const std::vector<CrmMap>& maps,
                          const CrmMap* map) {
  std::error_code failed;
  if (fs::exists(path, failed)) throw UsageError("usage.import-map-there", {{"file", path}});
  const std::vector<CrmMap> known = map == nullptr ? maps : std::vector{*map};
  write_new_file(path, draft_crm_map(tables(), known, rules_.vocabulary, say("map_about"),
                                     say("map_unplaced")));
  write_output(say("map_written", {{"file", path}, {"table", line_.operands.front()}}) + "\n");
}

/// Files that are there are looked at once more before the first is written: what somebody has
/// changed in the meantime is not lost.
void ImportRun::write_files(const ImportPlan& plan) {
  std::map<std::string, std::unique_ptr<DealStore>> stores;
  for (const ImportedFile& file : plan.files) {
    if (file.changed.empty()) continue;
    auto store = std::make_unique<DealStore>(file.path);
    const auto source = store->read(read_max_bytes(line_), diagnostics_);
    if (!source || source->text() != sources_.at(file.path)->text()) {
      throw UsageError("usage.import-file-changed", {{"file", file.path}});
    }
    stores[file.path] = std::move(store);
  }
  fs::create_directories(folder_);
  Progress progress(plan.files.size(), console_);
  for (const ImportedFile& file : plan.files) {
    Interruption::check();
    if (file.is_new) {
      write_new_file(file.path, file.text);
    } else if (!file.changed.empty()) {
      stores.at(file.path)->save(file.text);
    }
    progress.step();
  }
  AtomicFile record(record_path());
  record.write(plan.record);
  std::string reason;
  if (!record.finish(reason)) {
    throw UsageError("usage.cannot-write-file", {{"file", record_path()}, {"reason", reason}});
  }
}

int ImportRun::finish(const CrmMap& map, ImportPlan plan, std::size_t deals) {
  ImportReport report{map.name, deals_->source->path(), folder_, line_.has("--dry-run"), deals, 0,
                      {}};
  for (const auto* table : {deals_.get(), contacts_.get(), activities_.get()}) {
    if (table != nullptr) report.footer_lines += table->footer_lines;
  }
  report.plan = std::move(plan);
  write_output(line_.value("--format") == "json"
                   ? render_import_json(report, rules_.words, console_.language)
                   : render_import_text(report, rules_.words, report_look(console_, line_)));
  return kExitGood;
}

int ImportRun::run() {
  if (!read_tables()) return fail();
  const std::vector<CrmMap> maps = read_maps();
  if (diagnostics_.has_errors()) return fail();
  const CrmMap* map = choose_map(maps);
  if (const auto path = line_.value("--write-map")) {
    write_map(*path, maps, map);
    return kExitGood;
  }
  if (map == nullptr) {
    std::vector<std::string_view> known;
    known.reserve(maps.size());
    for (const CrmMap& one : maps) known.push_back(one.name);
    diagnostics_.error(deals_->source, deals_->locate(deals_->headings.front()),
                       "import.unknown-crm", {{"known", comma_list(known)}});
    return fail();
  }
  folder_ = line_.value("--into").value_or("");
  if (folder_.empty()) throw UsageError("usage.import-no-folder");
  CrmExport crm = read_crm_deals(*map, tables(), rules_.vocabulary, told_manner(), diagnostics_);
  ImportedInto into = look_into(*map);
  if (diagnostics_.has_errors()) return fail();
  const std::size_t deals = crm.deals.size();
  Progress progress(std::max<std::size_t>(deals, 1), console_);
  const auto step = [&] {
    Interruption::check();
    progress.step();
  };
  ImportPlan plan =
      plan_import(std::move(crm), *map, std::move(into), rules_.vocabulary,
                  {console_.language, say("about", {{"crm", map->name}})}, step, diagnostics_);
  progress.clear();
  if (diagnostics_.has_errors()) return fail();
  if (!line_.has("--dry-run")) write_files(plan);
  return finish(*map, std::move(plan), deals);
}

}  // namespace

int run_import(const CommandLine& line, const Console& console) {
  if (line.operands.empty()) throw UsageError("usage.import-no-table");
  if (line.operands.size() > 1) {
    throw UsageError("usage.import-one-table", {{"word", line.operands[1]}});
  }
  CommandLine without_files = line;
  without_files.operands.clear();
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(without_files);
  if (rules == nullptr) return kExitFailed;
  return run_interruptible([&] {
    const Interruption interruption;
    return ImportRun(line, console, *rules).run();
  });
}

}  // namespace dealcheck
