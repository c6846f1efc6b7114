// A comment for a pull request: the counts, the table, and the worst deals explained.

#include <algorithm>

#include "report/batch/batch.h"
#include "report/shared/phrases.h"
#include "report/writers/markdown.h"

namespace dealcheck {

namespace {

constexpr std::size_t kMostRowsOfTable = 50;
constexpr std::size_t kExplained = 3;
constexpr std::size_t kMostRisks = 3;
constexpr std::size_t kMostLines = 20;  ///< of each list: a comment has an end

class BatchMarkdown {
 public:
  BatchMarkdown(const BatchReport& report, const Words& words, const RenderOptions& options)
      : report_(report), counts_(count_report(report)), phrases_(words, options.language) {}

  std::string render() {
    text_ = "### dealcheck\n\n" + summary() + "\n";
    table();
    explain_worst();
    broken();
    overrides();
    baseline();
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string count(std::string_view id, std::size_t number) const {
    return phrases_.say(id, {{"count", std::to_string(number)}});
  }

  [[nodiscard]] std::string summary() const {
    std::vector<std::string> parts{
        count(report_.deals.size() == 1 ? "batch.deal" : "batch.deals", report_.deals.size())};
    const auto add = [&](std::string_view id, std::size_t number) {
      if (number > 0) parts.push_back(count(id, number));
    };
    add("batch.not_judged", counts_.broken);
    add("batch.failed", counts_.failing);
    add("batch.waived_count", counts_.waived);
    add("batch.overrides_count", counts_.overrides);
    add("batch.known", counts_.known);
    add("batch.new", counts_.fresh);
    const std::string days = told_days(days_of(report_), phrases_);
    if (!days.empty()) parts.push_back(days);
    return phrases_.joined(parts, "dot") + "\n";
  }

  [[nodiscard]] static std::string place(const DealEntry& deal, const Region& region) {
    return markdown_text(place_of(deal.path, region));
  }

  void table() {
    std::vector<std::string> head;
    const bool others = std::any_of(report_.deals.begin(), report_.deals.end(),
                                    [](const DealEntry& deal) { return !deal.also.empty(); });
    for (const auto* column :
         {"verdict", "deal", "stage", "evidence", "also", "reason", "step", "file"}) {
      const bool left_out = !others && std::string_view(column) == "also";
      if (!left_out) head.push_back(phrases_.label("batch.column", column));
    }
    std::vector<std::vector<std::string>> rows;
    for (const DealEntry& deal : report_.deals) {
      if (!deal.judged || rows.size() == kMostRowsOfTable) continue;
      const std::string label = markdown_text(deal.verdict_label);
      rows.push_back({deal.failed ? "**" + label + "**" : label, markdown_text(entry_title(deal)),
                      phrases_.label("stage", deal.stage), percent(deal.coverage),
                      markdown_text(deal.because.label), markdown_text(deal.next_step.label),
                      markdown_text(deal.path)});
      if (!others) continue;
      rows.back().insert(rows.back().begin() + 4, markdown_text(told_also(deal, phrases_)));
    }
    if (!rows.empty()) text_ += markdown_table(head, rows);
    if (rows.size() < counts_.judged)
      text_ += "\n" + count("batch.left_out", counts_.judged - rows.size()) + "\n";
  }

  void explain_worst() {
    std::size_t explained = 0;
    for (const DealEntry& deal : report_.deals) {
      if (!deal.judged || explained++ >= kExplained) continue;
      text_ += "\n#### " + markdown_text(titled(deal, entry_title(deal), phrases_)) + "\n\n" +
               markdown_text(deal.headline) + "\n\n";
      for (std::size_t i = 0; i < std::min(kMostRisks, deal.risks.size()); ++i) {
        text_ += risk_line(deal, deal.risks[i]);
      }
      if (deal.next_step.says.empty()) continue;
      text_ += "- → " + markdown_text(deal.next_step.says) + "\n";
    }
  }

  [[nodiscard]] std::string risk_line(const DealEntry& deal, const EntryRisk& risk) const {
    return "- **" + phrases_.label("severity", risk.severity) + "** " +
           markdown_text(risk.message) + " (" + markdown_text(risk.rule) + ", " +
           place(deal, risk.region) + ")\n";
  }

  /// A list under a heading; nothing when it is empty.
  void list(std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text_ += "\n#### " + phrases_.say(heading) + "\n\n";
    const std::size_t shown = std::min(lines.size(), kMostLines);
    for (std::size_t i = 0; i < shown; ++i) text_ += lines[i];
    if (shown < lines.size()) {
      text_ += "\n" + count("batch.left_out", lines.size() - shown) + "\n";
    }
  }

  void broken() {
    std::vector<std::string> lines;
    for (const DealEntry& deal : report_.deals) {
      for (const EntryDiagnostic* one : errors_of(deal)) {
        lines.push_back("- " + place(deal, one->region) + ": " + markdown_text(one->message) +
                        "\n");
      }
    }
    list("batch.heading.not_judged", lines);
  }

  void overrides() {
    std::vector<std::string> lines;
    for (const EntryOverride* one : acted_overrides(report_)) {
      const std::string reason =
          one->reason.empty() ? phrases_.say("override.no_reason") : one->reason;
      const std::string told =
          phrases_.say("batch.override", {{"rule", one->rule},
                                          {"changes", phrases_.joined(one->changes, "semicolon")},
                                          {"reason", reason}});
      lines.push_back("- " + markdown_text(told) + " " +
                      markdown_text(one->file + ":" + std::to_string(one->line)) + "\n");
    }
    list("heading.overrides", lines);
  }

  void baseline() {
    std::vector<std::string> fresh;
    for (const DealEntry& deal : report_.deals) {
      for (const EntryRisk& risk : deal.risks) {
        if (risk.state == "new") fresh.push_back(risk_line(deal, risk));
      }
    }
    list("batch.heading.new", fresh);
    std::vector<std::string> stale;
    for (const KnownRisk& one : report_.stale) {
      stale.push_back("- " + markdown_text(one.file) + " " + markdown_text(one.rule) + " " +
                      markdown_text(one.path) + "\n");
    }
    list("batch.heading.stale", stale);
  }

  const BatchReport& report_;
  BatchCounts counts_;
  Phrases phrases_;
  std::string text_;
};

}  // namespace

std::string render_batch_markdown(const BatchReport& report, const Words& words,
                                  const RenderOptions& options) {
  return BatchMarkdown(report, words, options).render();
}

}  // namespace dealcheck
