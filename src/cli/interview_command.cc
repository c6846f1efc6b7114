#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "analysis/lookup.h"
#include "base/strings.h"
#include "base/text.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/deal_store.h"
#include "cli/ruleset_resolver.h"
#include "interview/interview.h"
#include "interview/new_deal.h"

namespace dealcheck {

namespace {

constexpr std::string_view kDefaultFile = "deal.yaml";
constexpr int kSentenceWidth = 8;  ///< cells; what is shorter is a word

/// A line of standard input. One that no terminal has shown yet is shown, so that what a pipe
/// answers can be read afterwards.
std::optional<std::string> read_line() {
  write_output("> ");
  std::string line;
  if (!std::getline(std::cin, line)) {
    write_output("\n");
    return std::nullopt;
  }
  if (isatty(STDIN_FILENO) == 0) {
    write_output(sanitise(trim(line)));
    write_output("\n");
  }
  return line;
}

std::string file_of(const CommandLine& line) {
  std::string path = line.operands.empty() ? std::string(kDefaultFile) : read_one_file(line);
  if (path == "-") throw UsageError("usage.no-file-to-write");
  return path;
}

/// The line of a deal file that most likely says what a sentence means, if a rule reads it. A
/// single word is rather mistyped.
std::string line_for(const Rulebook& rules, const std::string& sentence, Language language) {
  if (display_width(trim(sentence)) < kSentenceWidth) return "";
  const auto places = look_up(rules, sentence, language, today());
  return places.empty() || places.front().effects.empty() ? "" : places.front().line;
}

InterviewPorts ports_for(DealStore& store, const Rulebook& rules, const Console& console) {
  return {read_line, write_output,
          [&](const Diagnostics& diagnostics) { complain(diagnostics, rules.words, console); },
          [&](const std::string& text) { store.save(text); },
          [&](const std::string& sentence) { return line_for(rules, sentence, console.language); }};
}

/// The deal to talk about. Null: it cannot be used, or there is none, `left`, as the user wants it.
std::shared_ptr<const Source> open_deal(DealStore& store, const CommandLine& line,
                                        const Rulebook& rules, const InterviewPage& page,
                                        const InterviewPorts& ports, bool& left) {
  Diagnostics diagnostics;
  std::shared_ptr<const Source> source;
  if (store.exists()) {
    source = store.read(read_max_bytes(line), diagnostics);
  } else if (const auto text = ask_new_deal(rules, page, ports, store.path())) {
    store.create(*text);
    source = check_source(store.path(), *text, diagnostics);
  } else {
    left = true;
  }
  ports.complain(diagnostics);
  return source;
}

}  // namespace

int run_interview(const CommandLine& line, const Console& console) {
  DealStore store(file_of(line));
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  const InterviewPage page(rules->words, report_look(console, line));
  const InterviewPorts ports = ports_for(store, *rules, console);
  bool left = false;
  const auto source = open_deal(store, line, *rules, page, ports, left);
  if (left) return kExitGood;
  const AssessOptions judging = read_judging(line, console);
  return source && Interview(*rules, judging, page, ports).run(source) ? kExitGood : kExitFailed;
}

}  // namespace dealcheck
