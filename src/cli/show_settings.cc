#include "cli/show_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "assess/overrides.h"
#include "cli/ruleset_resolver.h"
#include "report/deal/json_parts.h"
#include "report/shared/page.h"

namespace dealcheck {

namespace {

/// One setting in force. `origin`: the settings file, an option, or empty for the default.
struct SettingView {
  std::string name;
  std::string value;
  std::string origin;
};

class SettingsDescriber {
 public:
  SettingsDescriber(const CommandLine& line, const Console& console, const JudgingConfig& config)
      : line_(line), config_(config), settings_(config.settings), language_(console.language) {}

  [[nodiscard]] std::vector<SettingView> tell() const;

 private:
  [[nodiscard]] SettingView view(const char* name, std::string value, const char* option,
                                 bool set) const;
  [[nodiscard]] std::string stale_after() const;
  [[nodiscard]] std::string place_of(Location at) const;
  void add_sets(std::vector<SettingView>& views) const;
  void add_overrides(std::vector<SettingView>& views, const Rulebook& rules) const;

  const CommandLine& line_;
  const JudgingConfig& config_;
  const Settings* settings_;
  Language language_;
};

SettingView SettingsDescriber::view(const char* name, std::string value, const char* option,
                                    bool set) const {
  if (option != nullptr && line_.has(option)) return {name, std::move(value), option};
  return {name, std::move(value), set ? settings_->file : ""};
}

std::string SettingsDescriber::stale_after() const {
  std::string text;
  for (const Stage stage : kStages) {
    const int days = config_.rules->policy.stale_after[static_cast<std::size_t>(stage)];
    text.append(text.empty() ? "" : ", ").append(to_string(stage));
    text += " " + std::to_string(days);
  }
  return text;
}

std::string SettingsDescriber::place_of(Location at) const {
  return settings_->file + ":" + std::to_string(at.line);
}

void SettingsDescriber::add_sets(std::vector<SettingView>& views) const {
  const bool any = settings_ != nullptr;
  const std::string file = any ? settings_->file : "";
  const bool extra_by_line = line_.has("--extra-rules");
  const std::vector<std::string> extra =
      extra_by_line ? line_.values("--extra-rules")
                    : (any ? settings_->extra_rules : std::vector<std::string>());
  for (const std::string& folder : extra) {
    views.push_back({"extra_rules", folder, extra_by_line ? "--extra-rules" : file});
  }
  if (const auto pack = line_.value("--pack")) {
    views.push_back({"pack", *pack, "--pack"});
  } else if (any && settings_->pack && !line_.has("--rules")) {
    views.push_back({"pack", settings_->pack->name, place_of(settings_->pack->at)});
  }
  const bool also_by_line = line_.has("--also");
  for (const Rulebook* also : config_.also) {
    views.push_back(
        {"also", told_name(*also) + " (" + also->hash + ")", also_by_line ? "--also" : file});
  }
}

void SettingsDescriber::add_overrides(std::vector<SettingView>& views,
                                      const Rulebook& rules) const {
  for (const Override& one : rules.overrides) {
    std::string told = one.rule + ": ";
    for (const std::string& change : tell_changes(one, rules.words, language_)) {
      told += (told.ends_with(": ") ? "" : "; ") + change;
    }
    if (!one.reason.empty()) told += " (" + one.reason + ")";
    views.push_back({"overrides", std::move(told), place_of(one.at)});
  }
}

std::vector<SettingView> SettingsDescriber::tell() const {
  const Rulebook& rules = *config_.rules;
  const bool any = settings_ != nullptr;
  const bool stale =
      any && std::any_of(settings_->stale_after.begin(), settings_->stale_after.end(),
                         [](const auto& days) { return days.has_value(); });
  const auto folder = line_.value("--rules").value_or(any ? settings_->rules.value_or("") : "");
  const std::string set = told_name(rules) + " (" + rules.hash + ")";
  std::vector<SettingView> views{
      view("rules", folder.empty() ? set : folder + ", " + set, "--rules", any && settings_->rules),
      view("language", std::string(row_of(language_).code), "--lang", any && settings_->language),
      view("fail_on", config_.fail_on ? std::string(to_string(*config_.fail_on)) : "", "--fail-on",
           config_.fail_on.has_value()),
      view("thresholds.stale_after", stale_after(), nullptr, stale),
      view("thresholds.review_overdue", std::to_string(rules.portfolio.review_after), nullptr,
           any && settings_->review_overdue),
      view("thresholds.large_amount", fmt::format(FMT_STRING("{:.15g}"), rules.policy.large_amount),
           nullptr, any && settings_->large_amount),
      view("ideal_customer", std::to_string(rules.checks[CheckGroup::fit].size()), nullptr,
           any && settings_->ideal_customer)};
  add_sets(views);
  add_overrides(views, rules);
  for (const Rulebook* also : config_.also) add_overrides(views, *also);
  return views;
}

std::string render_text(const std::vector<SettingView>& views, const std::string& deal,
                        const Console& console) {
  const Phrases phrases(*console.words, console.language, console.charset_out);
  Sheet sheet(console.width, console.colour_out, console.charset_out);
  sheet.line(0,
             {deal.empty() ? phrases.say("shown.here") : phrases.say("shown.of", {{"file", deal}}),
              Style::strong});
  sheet.blank();
  std::vector<Row> rows;
  rows.reserve(views.size());
  for (const SettingView& one : views) {
    rows.push_back({.label = {one.name},
                    .message = one.value.empty() ? phrases.say("shown.none") : one.value,
                    .tail = {one.origin.empty() ? phrases.say("shown.default") : one.origin}});
  }
  sheet.rows(rows);
  return sheet.finish();
}

std::string render_json(const std::vector<SettingView>& views, const std::string& deal) {
  const auto view_json = [](const SettingView& one) {
    return Json{{"name", one.name},
                {"value", text_or_null(one.value)},
                {"origin", text_or_null(one.origin)}};
  };
  return dump({{"format_version", "1.0"},
               {"deal", text_or_null(deal)},
               {"settings", array_of(views, view_json)}});
}

}  // namespace

int show_settings(const CommandLine& line, const Console& console) {
  const std::string deal = line.operands.empty() ? "" : line.operands.front();
  RulesetResolver resolver(line, console);
  const JudgingConfig* config = resolver.for_deal(deal);
  if (config == nullptr) return kExitFailed;
  const auto views = SettingsDescriber(line, console, *config).tell();
  const bool json = line.value("--format") == "json";
  write_output(json ? render_json(views, deal) : render_text(views, deal, console));
  return kExitGood;
}

}  // namespace dealcheck
