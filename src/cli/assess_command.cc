#include <algorithm>
#include <deque>

#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/ruleset_resolver.h"
#include "report/deal/deal_page.h"
#include "report/shared/render.h"

namespace dealcheck {

namespace {

/// What the command line asks for.
struct AssessRequest {
  std::string format = "text";
  bool brief = false;
  bool all = false;
  bool evidence = false;
  AssessOptions judging;
  std::size_t max_bytes = kDefaultMaxBytes;
};

AssessRequest read_request(const CommandLine& line, const Console& console) {
  AssessRequest request;
  request.format = line.value("--format").value_or("text");
  request.brief = line.has("--brief");
  request.all = line.has("--all");
  request.evidence = line.has("--evidence");
  if (request.brief && request.format != "text") {
    throw UsageError("usage.brief-and-format", {{"format", request.format}});
  }
  request.judging = read_judging(line, console);
  request.max_bytes = read_max_bytes(line);
  if (line.operands.empty()) throw UsageError("usage.no-file");
  if (request.format == "html" && line.operands.size() > 1) {
    throw UsageError("usage.one-page", {{"word", line.operands[1]}});
  }
  if (std::count(line.operands.begin(), line.operands.end(), "-") > 1) {
    throw UsageError("usage.stdin-twice");
  }
  return request;
}

/// One file on its way: what it is judged by, what was wrong with it, and what came of it.
struct Job {
  std::string path;
  const JudgingConfig* config = nullptr;
  Diagnostics diagnostics;
  std::optional<Assessment> assessment;
};

void judge(Job& job, const AssessRequest& request) {
  const Rulebook& rules = *job.config->rules;
  const auto opportunity =
      read_deal_file(job.path, rules.vocabulary, request.max_bytes, job.diagnostics);
  if (!opportunity) return;
  job.assessment = assess_also(rules, job.config->also, *opportunity,
                               judging_for(*job.config, request.judging), job.diagnostics);
}

int exit_code(const std::deque<Job>& jobs) {
  int code = kExitGood;
  for (const Job& job : jobs) {
    if (!job.assessment) return kExitFailed;
    const auto& fail_on = job.config->fail_on;
    if (fail_on && badness(job.assessment->verdict) >= badness(*fail_on)) code = kExitFound;
  }
  return code;
}

/// Reports of one deal each, below each other.
void print_pages(const std::deque<Job>& jobs, const AssessRequest& request, RenderOptions options) {
  options.evidence = request.evidence;
  std::string text;
  for (const Job& job : jobs) {
    if (!job.assessment) continue;
    const Words& words = job.config->rules->words;
    if (request.brief) {
      text += render_brief(*job.assessment, words, options);
      continue;
    }
    if (!text.empty()) text += "\n";
    text += render_text(*job.assessment, words, options);
  }
  write_output(text);
}

/// A deal that could not be judged has no page.
void print_html(const Job& job, const AssessRequest& request, const Console& console) {
  if (!job.assessment) return;
  write_output(render_deal_page(*job.assessment, *job.config->rules,
                                {.language = console.language, .all = request.all}));
}

void print_json(const std::deque<Job>& jobs, const Console& console) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(jobs.size());
  for (const Job& job : jobs) {
    outcomes.push_back({job.path, job.assessment ? &*job.assessment : nullptr, &job.diagnostics});
  }
  write_output(render_json(outcomes, jobs.front().config->rules->words, console.language));
}

}  // namespace

int run_assess(const CommandLine& line, const Console& console) {
  const AssessRequest request = read_request(line, console);
  RulesetResolver resolver(line, console);
  std::deque<Job> jobs;
  for (const std::string& path : line.operands) {
    Job& job = jobs.emplace_back();
    job.path = path;
    job.config = resolver.for_deal(path);
    if (job.config == nullptr) return kExitFailed;
    judge(job, request);
    complain(job.diagnostics, job.config->rules->words, console);
  }
  if (request.format == "json") {
    print_json(jobs, console);
  } else if (request.format == "html") {
    print_html(jobs.front(), request, console);
  } else {
    print_pages(jobs, request, report_look(console, line));
  }
  return exit_code(jobs);
}

}  // namespace dealcheck
