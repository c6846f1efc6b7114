#include <fmt/format.h>

#include "report/compare/change_json.h"
#include "report/compare/change_rows.h"
#include "report/compare/diff.h"

namespace dealcheck {

namespace {

constexpr std::string_view kDiffVersion = "1.0";

Json finding_or_null(const Assessment& deal, const Finding* finding) {
  return finding == nullptr ? Json() : finding_json(deal, *finding);
}

Json side_json(const Assessment& deal, const std::string& name) {
  Json json{
      {"file", name}, {"as_of", iso_date(deal.as_of)}, {"stage", to_string(deal.stages.judged)}};
  json.update(summary_json(deal));
  return json;
}

Json evidence_or_null(const Assessment& deal, const std::optional<Evidence>& evidence) {
  return evidence ? evidence_json(deal.path, {*evidence}).front() : Json();
}

Json fact_json(const DealDiff& diff, const FactChange& change) {
  const std::string_view kind = !change.before ? "added" : !change.after ? "removed" : "changed";
  return {{"kind", kind},
          {"section", change.section},
          {"about", fmt::format("{}", fmt::join(change.about, " · "))},
          {"only_dates", change.only_dates},
          {"before", evidence_or_null(diff.before(), change.before)},
          {"after", evidence_or_null(diff.after(), change.after)}};
}

Json part_json(const DealDiff& diff, const DiffPart& part) {
  const auto change = [&](const ReadingChange& one) {
    const bool by_facts = part.cause == Cause::facts;
    return Json{{"rule", one.rule},
                {"label", one.label},
                {"points", one.points},
                {"before", finding_or_null(*part.before, one.before)},
                {"after", finding_or_null(*part.after, one.after)},
                {"facts", by_facts ? Json(facts_behind(one, diff.facts.changes)) : Json::array()}};
  };
  return {{"cause", to_string(part.cause)},
          {"points", part.points()},
          {"verdict_before", to_string(part.before->verdict)},
          {"verdict_after", to_string(part.after->verdict)},
          {"changes", array_of(part.changes.changes, change)}};
}

Json questions_json(const DealDiff& diff) {
  return array_of(diff.after().questions, [&](const Finding& question) {
    const Finding* old = nullptr;
    for (const Finding& one : diff.before().questions) {
      if (one.rule == question.rule) old = &one;
    }
    return Json{{"rule", question.rule},
                {"label", question.label},
                {"before", old == nullptr ? Json() : Json(reading_of(old->reads))},
                {"after", reading_of(question.reads)},
                {"points", question.points - (old == nullptr ? 0 : old->points)}};
  });
}

Json bullets_json(const std::vector<BulletView>& bullets) {
  return array_of(bullets, [](const BulletView& one) {
    return Json{{"what", one.what}, {"holds", answer_of(one.holds)}};
  });
}

Json moved_json(const DealChange& deal) {
  const DealDiff& diff = *deal.diff;
  const auto fact = [&](const FactChange& change) { return fact_json(diff, change); };
  const auto part = [&](const DiffPart& one) { return part_json(diff, one); };
  const auto step = [](const Assessment& one) {
    return one.next_steps.empty() ? Json() : steps_json(one).front();
  };
  return {{"deal", deal_json(diff.after())},
          {"before", side_json(diff.before(), deal.old_name)},
          {"after", side_json(diff.after(), deal.new_name)},
          {"moved", moved(diff)},
          {"worse", got_worse(diff)},
          {"points", diff.after().points - diff.before().points},
          {"parts", array_of(diff.parts, part)},
          {"facts", array_of(diff.facts.changes, fact)},
          {"questions", questions_json(diff)},
          {"mines",
           {{"new", array_of(diff.total.come, mine_json)},
            {"fixed", array_of(diff.total.gone, mine_json)},
            {"remaining", array_of(remaining_mines(diff), mine_json)}}},
          {"bullets",
           {{"before", bullets_json(diff.before().bullets)},
            {"after", bullets_json(diff.after().bullets)}}},
          {"next_step", {{"before", step(diff.before())}, {"after", step(diff.after())}}},
          {"rules", {{"before", rules_json(diff.before())}, {"after", rules_json(diff.after())}}}};
}

Json change_json(const DealChange& deal, const Words& words, Language language) {
  const std::string_view what = !deal.judged()          ? "broken"
                                : deal.diff             ? "changed"
                                : deal.new_name.empty() ? "removed"
                                                        : "new";
  Json json{{"path", deal.path}, {"change", what}};
  if (deal.diff) json.update(moved_json(deal));
  if (deal.only) {
    json["deal"] = deal_json(*deal.only);
    json[deal.new_name.empty() ? "before" : "after"] =
        side_json(*deal.only, deal.new_name.empty() ? deal.old_name : deal.new_name);
  }
  json["diagnostics"] = diagnostics_json(&deal.diagnostics, words, language);
  return json;
}

}  // namespace

std::string render_diff_json(const DiffReport& report, const Words& words, Language language) {
  Json json{{"format_version", kDiffVersion}};
  if (report.range.empty()) {
    json.update(change_json(report.deals.front(), words, language));
    return dump(json);
  }
  const DiffCounts counts = count_changes(report);
  json["range"] = report.range;
  json["counts"] = {{"worse", counts.worse},     {"better", counts.better},
                    {"same", counts.level},      {"new", counts.fresh},
                    {"removed", counts.removed}, {"broken", counts.broken}};
  json["deals"] = array_of(sorted_changes(report), [&](const DealChange* deal) {
    return change_json(*deal, words, language);
  });
  return dump(json);
}

}  // namespace dealcheck
