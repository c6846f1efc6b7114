#include "report/import/import_report.h"

#include <utility>

#include "base/json.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kImportVersion = "1.0";
constexpr std::size_t kMostNewFiles = 10;

struct FileCounts {
  std::size_t made = 0;
  std::size_t changed = 0;
  std::size_t kept = 0;  ///< files of which something was left alone
};

FileCounts count_files(const ImportPlan& plan) {
  FileCounts counts;
  for (const ImportedFile& file : plan.files) {
    counts.made += file.is_new ? 1U : 0U;
    counts.changed += file.changed.empty() ? 0U : 1U;
    counts.kept += file.kept.empty() ? 0U : 1U;
  }
  return counts;
}

Arguments arguments_of(const ImportedChange& change) {
  return {
      {"field", change.field}, {"entry", change.entry}, {"was", change.was}, {"now", change.now}};
}

Arguments arguments_of(const NotTaken& one) {
  return {{"file", one.file},
          {"line", one.at.line == 0 ? std::string() : std::to_string(one.at.line)},
          {"column", one.heading},
          {"text", one.text},
          {"count", std::to_string(one.count)},
          {"more", one.count > 1 ? std::to_string(one.count) : std::string()}};
}

class ImportText {
 public:
  ImportText(const Words& words, const RenderOptions& options)
      : phrases_(words, options.language, options.charset),
        all_(options.all),
        sheet_(sheet_for(options)) {}

  std::string render(const ImportReport& report) {
    tell_whole(report);
    tell_new(report.plan);
    tell_changed(report.plan);
    tell_kept(report.plan);
    tell_not_taken(report);
    return sheet_.finish();
  }

 private:
  void put(int indent, const std::string& text, Style style = Style::plain) {
    sheet_.paragraph(indent, {{text}, style});
  }
  void heading(std::string_view id) { put_heading(sheet_, phrases_.say(id)); }

  void tell_whole(const ImportReport& report) {
    const FileCounts counts = count_files(report.plan);
    const auto number = [](std::size_t count) { return std::to_string(count); };
    put(0,
        phrases_.say("import.whole",
                     {{"crm", report.crm}, {"table", report.table}, {"folder", report.folder}}),
        Style::strong);
    put(0, phrases_.say("import.counts", {{"deals", number(report.deals)},
                                          {"new", number(counts.made)},
                                          {"changed", number(counts.changed)},
                                          {"same", number(report.plan.unchanged)},
                                          {"kept", counts.kept == 0 ? "" : number(counts.kept)}}));
    if (report.dry_run) put(0, phrases_.say("import.dry_run"), Style::mixed);
  }

  void tell_new(const ImportPlan& plan) {
    const std::size_t most = all_ ? plan.files.size() : kMostNewFiles;
    std::size_t told = 0;
    std::size_t more = 0;
    for (const ImportedFile& file : plan.files) {
      if (!file.is_new) continue;
      if (told == 0) heading("import.new");
      if (told++ >= most) {
        ++more;
        continue;
      }
      sheet_.line(kPageIndent, {file.path, Style::plain}, {file.name, Style::faint});
    }
    if (more > 0) put(kPageIndent, phrases_.say("import.more", {{"count", std::to_string(more)}}));
  }

  void tell_changed(const ImportPlan& plan) {
    bool first = true;
    for (const ImportedFile& file : plan.files) {
      if (file.changed.empty()) continue;
      if (std::exchange(first, false)) heading("import.changed");
      put(kPageIndent, file.path);
      for (const ImportedChange& change : file.changed) {
        const std::string_view id = change.now.empty() ? "import.added" : "import.change";
        put(2 * kPageIndent, phrases_.say(id, arguments_of(change)), Style::good);
      }
    }
  }

  void tell_kept(const ImportPlan& plan) {
    bool first = true;
    for (const ImportedFile& file : plan.files) {
      if (file.kept.empty()) continue;
      if (std::exchange(first, false)) heading("import.left_alone");
      put(kPageIndent, file.path);
      for (const ImportedChange& change : file.kept) {
        Arguments arguments = arguments_of(change);
        if (change.at.line > 0) arguments.emplace_back("line", std::to_string(change.at.line));
        put(2 * kPageIndent, phrases_.say("import.kept." + change.why, arguments), Style::mixed);
      }
    }
  }

  void tell_not_taken(const ImportReport& report) {
    if (report.plan.not_taken.empty() && report.footer_lines == 0) return;
    heading("import.not_taken");
    for (const NotTaken& one : report.plan.not_taken) {
      put(kPageIndent, phrases_.say("import.left." + one.reason, arguments_of(one)), Style::open);
    }
    if (report.footer_lines > 0) {
      put(kPageIndent,
          phrases_.say("import.footer", {{"count", std::to_string(report.footer_lines)}}),
          Style::faint);
    }
  }

  Phrases phrases_;
  bool all_;
  Sheet sheet_;
};

// ---- JSON ----

Json change_json(const ImportedChange& change) {
  return {{"field", change.field},
          {"entry", text_or_null(change.entry)},
          {"was", text_or_null(change.was)},
          {"now", text_or_null(change.now)}};
}

Json kept_json(const ImportedChange& change) {
  Json json = change_json(change);
  json["why"] = change.why;
  json["line"] = change.at.line;
  json["column"] = change.at.column;
  return json;
}

Json file_json(const ImportedFile& file) {
  return {{"file", file.path},
          {"name", text_or_null(file.name)},
          {"crm_id", file.crm_id},
          {"new", file.is_new},
          {"changed", array_of(file.changed, change_json)},
          {"kept", array_of(file.kept, kept_json)}};
}

}  // namespace

std::string render_import_text(const ImportReport& report, const Words& words,
                               const RenderOptions& options) {
  return ImportText(words, options).render(report);
}

std::string render_import_json(const ImportReport& report, const Words& words, Language language) {
  const Phrases phrases(words, language);
  const FileCounts counts = count_files(report.plan);
  const auto not_taken = [&](const NotTaken& one) {
    return Json{{"reason", one.reason},
                {"says", phrases.say("import.left." + one.reason, arguments_of(one))},
                {"file", one.file},
                {"heading", text_or_null(one.heading)},
                {"text", text_or_null(one.text)},
                {"count", one.count},
                {"line", one.at.line},
                {"column", one.at.column}};
  };
  return dump({{"format_version", kImportVersion},
               {"crm", report.crm},
               {"table", report.table},
               {"folder", report.folder},
               {"dry_run", report.dry_run},
               {"deals", report.deals},
               {"new", counts.made},
               {"changed", counts.changed},
               {"left_alone", counts.kept},
               {"unchanged", report.plan.unchanged},
               {"files", array_of(report.plan.files, file_json)},
               {"not_taken", array_of(report.plan.not_taken, not_taken)}});
}

}  // namespace dealcheck
