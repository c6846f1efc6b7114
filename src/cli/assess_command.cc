#include <algorithm>
#include <deque>

#include "cli/deal_input.h"
#include "cli/shelf.h"
#include "cli/surroundings.h"
#include "report/deal/deal_page.h"
#include "report/shared/render.h"

namespace dealcheck {

namespace {

/// What the command line asks for.
struct Wishes {
  std::string format = "text";
  bool brief = false;
  bool all = false;
  bool evidence = false;
  AssessOptions judging;
  std::size_t max_bytes = kDefaultMaxBytes;
};

Wishes read_wishes(const CommandLine& line, const Surroundings& surroundings) {
  Wishes wishes;
  wishes.format = line.value("--format").value_or("text");
  wishes.brief = line.has("--brief");
  wishes.all = line.has("--all");
  wishes.evidence = line.has("--evidence");
  if (wishes.brief && wishes.format != "text") {
    throw UsageError("usage.brief-and-format", {{"format", wishes.format}});
  }
  wishes.judging = read_judging(line, surroundings);
  wishes.max_bytes = read_max_bytes(line);
  if (line.operands.empty()) throw UsageError("usage.no-file");
  if (wishes.format == "html" && line.operands.size() > 1) {
    throw UsageError("usage.one-page", {{"word", line.operands[1]}});
  }
  if (std::count(line.operands.begin(), line.operands.end(), "-") > 1) {
    throw UsageError("usage.stdin-twice");
  }
  return wishes;
}

/// One file on its way: what it is judged by, what was wrong with it, and what came of it.
struct Job {
  std::string path;
  const Guidance* guidance = nullptr;
  Diagnostics diagnostics;
  std::optional<Assessment> assessment;
};

void judge(Job& job, const Wishes& wishes) {
  const Rulebook& rules = *job.guidance->rules;
  const auto opportunity =
      read_deal_file(job.path, rules.vocabulary, wishes.max_bytes, job.diagnostics);
  if (!opportunity) return;
  job.assessment = assess_also(rules, job.guidance->also, *opportunity,
                               judging_for(*job.guidance, wishes.judging), job.diagnostics);
}

int exit_code(const std::deque<Job>& jobs) {
  int code = kExitGood;
  for (const Job& job : jobs) {
    if (!job.assessment) return kExitFailed;
    const auto& fail_on = job.guidance->fail_on;
    if (fail_on && badness(job.assessment->verdict) >= badness(*fail_on)) code = kExitFound;
  }
  return code;
}

/// Reports of one deal each, below each other.
void print_pages(const std::deque<Job>& jobs, const Wishes& wishes, RenderOptions options) {
  options.evidence = wishes.evidence;
  std::string text;
  for (const Job& job : jobs) {
    if (!job.assessment) continue;
    const Words& words = job.guidance->rules->words;
    if (wishes.brief) {
      text += render_brief(*job.assessment, words, options);
      continue;
    }
    if (!text.empty()) text += "\n";
    text += render_text(*job.assessment, words, options);
  }
  write_output(text);
}

/// A deal that could not be judged has no page.
void print_html(const Job& job, const Wishes& wishes, const Surroundings& surroundings) {
  if (!job.assessment) return;
  write_output(render_deal_page(*job.assessment, *job.guidance->rules,
                                {.language = surroundings.language, .all = wishes.all}));
}

void print_json(const std::deque<Job>& jobs, const Surroundings& surroundings) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(jobs.size());
  for (const Job& job : jobs) {
    outcomes.push_back({job.path, job.assessment ? &*job.assessment : nullptr, &job.diagnostics});
  }
  write_output(render_json(outcomes, jobs.front().guidance->rules->words, surroundings.language));
}

}  // namespace

int run_assess(const CommandLine& line, const Surroundings& surroundings) {
  const Wishes wishes = read_wishes(line, surroundings);
  Shelf shelf(line, surroundings);
  std::deque<Job> jobs;
  for (const std::string& path : line.operands) {
    Job& job = jobs.emplace_back();
    job.path = path;
    job.guidance = shelf.for_deal(path);
    if (job.guidance == nullptr) return kExitFailed;
    judge(job, wishes);
    complain(job.diagnostics, job.guidance->rules->words, surroundings);
  }
  if (wishes.format == "json") {
    print_json(jobs, surroundings);
  } else if (wishes.format == "html") {
    print_html(jobs.front(), wishes, surroundings);
  } else {
    print_pages(jobs, wishes, report_look(surroundings, line));
  }
  return exit_code(jobs);
}

}  // namespace dealcheck
