#include <algorithm>
#include <deque>

#include "../render/render.h"
#include "deal_input.h"

namespace dealcheck {

namespace {

struct Settings {
  bool json = false;
  bool brief = false;
  bool all = false;
  AssessOptions judging;
  std::optional<Verdict> fail_on;
  std::size_t max_bytes = kDefaultMaxBytes;
};

Settings read_settings(const CommandLine& line, const Surroundings& surroundings) {
  Settings settings;
  settings.json = line.value("--format") == "json";
  settings.brief = line.has("--brief");
  settings.all = line.has("--all");
  if (settings.json && settings.brief) throw UsageError("usage.brief-and-json");
  settings.judging = read_judging(line, surroundings);
  settings.fail_on = read_fail_on(line);
  settings.max_bytes = read_max_bytes(line);
  if (line.operands.empty()) throw UsageError("usage.no-file");
  if (std::count(line.operands.begin(), line.operands.end(), "-") > 1) {
    throw UsageError("usage.stdin-twice");
  }
  return settings;
}

/// One file on its way: what was wrong with it, and what came of it.
struct Job {
  std::string path;
  Diagnostics diagnostics;
  std::optional<Assessment> assessment;
};

void judge(Job& job, const Rulebook& rules, const Settings& settings) {
  const auto opportunity = read_deal_file(job.path, rules, settings.max_bytes, job.diagnostics);
  if (!opportunity) return;
  job.assessment = assess(rules, *opportunity, settings.judging, job.diagnostics);
}

int exit_code(const std::deque<Job>& jobs, const std::optional<Verdict>& fail_on) {
  int code = kExitGood;
  for (const Job& job : jobs) {
    if (!job.assessment) return kExitFailed;
    if (fail_on && badness(job.assessment->verdict) >= badness(*fail_on)) code = kExitFound;
  }
  return code;
}

void print_text(const std::deque<Job>& jobs, const Rulebook& rules, const Settings& settings,
                const Surroundings& surroundings) {
  const RenderOptions options{surroundings.language, surroundings.colour_out, surroundings.width,
                              settings.all};
  std::string text;
  for (const Job& job : jobs) {
    if (!job.assessment) continue;
    if (settings.brief) {
      text += render_brief(*job.assessment, rules.words, options);
      continue;
    }
    if (!text.empty()) text += "\n";
    text += render_text(*job.assessment, rules.words, options);
  }
  write_output(text);
}

void print_json(const std::deque<Job>& jobs, const Rulebook& rules,
                const Surroundings& surroundings) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(jobs.size());
  for (const Job& job : jobs) {
    outcomes.push_back({job.path, job.assessment ? &*job.assessment : nullptr, &job.diagnostics});
  }
  write_output(render_json(outcomes, rules.words, surroundings.language));
}

}  // namespace

int run_assess(const CommandLine& line, const Surroundings& surroundings) {
  const Settings settings = read_settings(line, surroundings);
  std::optional<Rulebook> own;
  const Rulebook* rules = choose_rules(line, surroundings, own);
  if (rules == nullptr) return kExitFailed;
  std::deque<Job> jobs;
  for (const std::string& path : line.operands) {
    Job& job = jobs.emplace_back();
    job.path = path;
    judge(job, *rules, settings);
    complain(job.diagnostics, rules->words, surroundings);
  }
  if (settings.json) {
    print_json(jobs, *rules, surroundings);
  } else {
    print_text(jobs, *rules, settings, surroundings);
  }
  return exit_code(jobs, settings.fail_on);
}

}  // namespace dealcheck
