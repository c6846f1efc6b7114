#include "import/import_plan.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "deal/deal_file.h"
#include "import/new_deal_file.h"

namespace dealcheck {

namespace {

class ImportPlanner {
 public:
  ImportPlanner(const CrmMap& map, ImportedInto into, const Vocabulary& vocabulary,
                const NewFileManner& manner, Diagnostics& diagnostics)
      : map_(map),
        into_(std::move(into)),
        vocabulary_(vocabulary),
        manner_(manner),
        diagnostics_(diagnostics),
        head_(*vocabulary.section_id("deal")) {}

  ImportPlan plan(CrmExport crm, FunctionRef<void()> step);

 private:
  [[nodiscard]] static bool names_one_of(const Source& source, const std::vector<CrmDeal>& deals);
  void find_files(const std::vector<CrmDeal>& deals);
  void count_stems(const std::vector<CrmDeal>& deals);
  void plan_deal(const CrmDeal& deal);
  void plan_new(const CrmDeal& deal);
  void plan_update(const CrmDeal& deal, const std::shared_ptr<const Source>& source,
                   const CrmDeal* last);
  void note(std::string_view reason, const CrmDeal& deal);
  [[nodiscard]] std::string stem_of(const CrmDeal& deal) const;
  [[nodiscard]] std::string free_path(const CrmDeal& deal);
  [[nodiscard]] std::string text(const CrmDeal& deal, std::string_view key) const;

  const CrmMap& map_;
  ImportedInto into_;
  const Vocabulary& vocabulary_;
  const NewFileManner& manner_;
  Diagnostics& diagnostics_;
  std::uint16_t head_;
  std::map<std::string, std::shared_ptr<const Source>> files_;  ///< by comparable id
  std::map<std::string, std::size_t> stems_;                    ///< how many deals want a name
  ImportPlan plan_;
};

std::string ImportPlanner::text(const CrmDeal& deal, std::string_view key) const {
  const auto id = vocabulary_.find_key(vocabulary_.sections[head_], key);
  return id ? deal.text({head_, *id}) : std::string();
}

/// A file that is no deal does not matter, unless it may be that of a deal of the export.
bool ImportPlanner::names_one_of(const Source& source, const std::vector<CrmDeal>& deals) {
  return std::any_of(deals.begin(), deals.end(), [&](const CrmDeal& deal) {
    return source.text().find(deal.id) != std::string_view::npos;
  });
}

void ImportPlanner::find_files(const std::vector<CrmDeal>& deals) {
  const auto key = vocabulary_.find_key(vocabulary_.sections[head_], "crm_id");
  for (const auto& source : into_.deals) {
    Diagnostics wrong;
    const auto deal = read_deal(source, vocabulary_, wrong);
    if (!deal && names_one_of(*source, deals)) diagnostics_.append(wrong);
    const Statement* stated = deal && key ? deal->find(head_, *key) : nullptr;
    if (stated == nullptr || stated->value.kind != Value::Kind::text) continue;
    const std::string id = comparable_id(map_, stated->value.text);
    const auto [known, added] = files_.try_emplace(id, source);
    if (added) continue;
    diagnostics_.error(source, stated->at, "import.id-twice",
                       {{"id", std::string(stated->value.text)}, {"file", known->second->path()}});
  }
}

// ---- new files ----

std::string ImportPlanner::stem_of(const CrmDeal& deal) const {
  return file_stem(text(deal, "account"), text(deal, "name"));
}

/// Deals that would be called the same each get their id into the name, whatever their order.
void ImportPlanner::count_stems(const std::vector<CrmDeal>& deals) {
  for (const CrmDeal& deal : deals) ++stems_[stem_of(deal)];
}

std::string ImportPlanner::free_path(const CrmDeal& deal) {
  const std::string front = into_.folder + (into_.folder.ends_with('/') ? "" : "/");
  std::string stem = stem_of(deal);
  const auto path_of = [&](const std::string& name) { return front + name + ".yaml"; };
  const auto is_taken = [&](const std::string& name) {
    return into_.taken.contains(to_lower(path_of(name)));
  };
  if (stems_[stem] > 1 || is_taken(stem)) stem += "-" + id_stem(deal.id);
  std::string name = stem;
  for (int more = 2; is_taken(name); ++more) name = stem + "-" + std::to_string(more);
  into_.taken.insert(to_lower(path_of(name)));
  return path_of(name);
}

void ImportPlanner::note(std::string_view reason, const CrmDeal& deal) {
  const auto same = std::find_if(plan_.not_taken.begin(), plan_.not_taken.end(),
                                 [&](const NotTaken& one) { return one.reason == reason; });
  if (same != plan_.not_taken.end()) {
    ++same->count;
    return;
  }
  plan_.not_taken.push_back({std::string(reason), into_.folder, {}, text(deal, "name"), 1, {}});
}

void ImportPlanner::plan_new(const CrmDeal& deal) {
  const bool staged = !text(deal, "stage").empty();
  if (!staged) return note("no-stage", deal);
  ImportedFile file{free_path(deal), text(deal, "name"), deal.id, true, {}, {}, {}};
  file.text = new_deal_file(deal, vocabulary_, manner_.language, manner_.about);
  // It is read as any deal is: what could not be judged is not written.
  Diagnostics wrong;
  if (!read_deal(check_source(file.path, file.text, wrong), vocabulary_, wrong)) {
    for (const Diagnostic& one : wrong.all()) {
      diagnostics_.file_error(file.path, "import.not-a-deal",
                              {{"id", deal.id}, {"reason", one.id}});
    }
    return;
  }
  into_.record.put(comparable_id(map_, deal.id), deal);
  plan_.files.push_back(std::move(file));
}

// ---- files that are there ----

void ImportPlanner::plan_update(const CrmDeal& deal, const std::shared_ptr<const Source>& source,
                                const CrmDeal* last) {
  DealUpdate update = update_deal(source, deal, last, vocabulary_);
  into_.record.put(comparable_id(map_, deal.id), deal);
  if (update.changed.empty() && update.kept.empty()) {
    ++plan_.unchanged;
    return;
  }
  plan_.files.push_back({source->path(), text(deal, "name"), deal.id, false, std::move(update.text),
                         std::move(update.changed), std::move(update.kept)});
}

void ImportPlanner::plan_deal(const CrmDeal& deal) {
  const std::string id = comparable_id(map_, deal.id);
  const auto file = files_.find(id);
  const CrmDeal* last = into_.record.find(id);
  if (file != files_.end()) return plan_update(deal, file->second, last);
  if (last != nullptr) return note("file-gone", deal);
  plan_new(deal);
}

ImportPlan ImportPlanner::plan(CrmExport crm, FunctionRef<void()> step) {
  plan_.not_taken = std::move(crm.not_taken);
  find_files(crm.deals);
  if (diagnostics_.has_errors()) return std::move(plan_);
  std::vector<CrmDeal> fresh;
  for (const CrmDeal& deal : crm.deals) {
    if (!files_.contains(comparable_id(map_, deal.id))) fresh.push_back(deal);
  }
  count_stems(fresh);
  for (const CrmDeal& deal : crm.deals) {
    plan_deal(deal);
    step();
  }
  std::sort(plan_.files.begin(), plan_.files.end(),
            [](const ImportedFile& a, const ImportedFile& b) { return a.path < b.path; });
  plan_.record = into_.record.written(vocabulary_);
  return std::move(plan_);
}

}  // namespace

ImportPlan plan_import(CrmExport crm, const CrmMap& map, ImportedInto into,
                       const Vocabulary& vocabulary, const NewFileManner& manner,
                       FunctionRef<void()> step, Diagnostics& diagnostics) {
  return ImportPlanner(map, std::move(into), vocabulary, manner, diagnostics)
      .plan(std::move(crm), step);
}

}  // namespace dealcheck
