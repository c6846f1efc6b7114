#include "callsheet/callsheet.h"
#include "cli/console.h"
#include "cli/deal_input.h"
#include "cli/ruleset_resolver.h"
#include "diagnostics/diagnostic.h"
#include "report/callsheet/callsheet.h"
#include "report/shared/render.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

/// Whom `--contact` names, when it is given. False, with an error, when the deal has no such person
/// or several.
bool read_contact(const CommandLine& line, const Assessment& assessment,
                  std::optional<std::size_t>& contact, Diagnostics& diagnostics) {
  const auto name = line.value("--contact");
  if (!name) return true;
  const std::vector<std::size_t> found = find_contacts(assessment, *name);
  if (found.size() == 1) {
    contact = found.front();
    return true;
  }
  if (found.size() > 1) {
    const auto line_of = [&](std::size_t i) {
      return std::to_string(assessment.contacts[found[i]].at.line);
    };
    diagnostics.file_error(assessment.path, "deal.two-contacts",
                           {{"name", *name}, {"first", line_of(0)}, {"second", line_of(1)}});
    return false;
  }
  std::vector<std::string_view> candidates;
  std::string known;
  for (const ContactView& one : assessment.contacts) {
    for (const std::string* word : {&one.id, &one.name, &one.title}) {
      if (!word->empty()) candidates.emplace_back(*word);
    }
    known += (known.empty() ? "" : ", ") + (one.id.empty() ? one.name : one.id);
  }
  diagnostics.file_error(assessment.path, "usage.no-such-contact",
                         with_nearest({{"contact", *name}, {"known", known}}, *name, candidates));
  return false;
}

struct Prepared {
  Assessment assessment;
  CallSheet sheet;
};

std::optional<Prepared> prepare(const CommandLine& line, const std::string& path,
                                const Rulebook& rules, const Console& console,
                                Diagnostics& diagnostics) {
  const auto opportunity =
      read_deal_file(path, rules.vocabulary, read_max_bytes(line), diagnostics);
  if (!opportunity) return std::nullopt;
  const AssessOptions judging = read_judging(line, console);
  auto assessment = assess(rules, *opportunity, judging, diagnostics);
  if (!assessment) return std::nullopt;
  if (assessment->contacts.empty()) {
    diagnostics.file_error(path, "usage.no-contacts");
    return std::nullopt;
  }
  std::optional<std::size_t> contact;
  if (!read_contact(line, *assessment, contact, diagnostics)) return std::nullopt;
  CallSheet sheet = prepare_call(rules, *opportunity, *assessment, judging.language, contact);
  return Prepared{std::move(*assessment), std::move(sheet)};
}

}  // namespace

int run_callsheet(const CommandLine& line, const Console& console) {
  const std::string path = read_one_file(line);
  RulesetResolver resolver(line, console);
  const Rulebook* rules = resolver.rules_of(line);
  if (rules == nullptr) return kExitFailed;
  Diagnostics diagnostics;
  if (rules->callsheet.answers.empty()) {
    diagnostics.file_error(line.value("--rules").value_or(""), "rules.missing-file",
                           {{"file", "callsheet.yaml"}});
    complain(diagnostics, rules->words, console);
    return kExitFailed;
  }
  const auto prepared = prepare(line, path, *rules, console, diagnostics);
  complain(diagnostics, rules->words, console);
  if (line.value("--format") == "json") {
    write_output(
        prepared ? render_callsheet_json(prepared->sheet, prepared->assessment, diagnostics,
                                         rules->words, console.language)
                 : render_json({{path, nullptr, &diagnostics}}, rules->words, console.language));
  } else if (prepared) {
    write_output(render_callsheet_text(prepared->sheet, prepared->assessment, rules->words,
                                       report_look(console, line)));
  }
  return prepared ? kExitGood : kExitFailed;
}

}  // namespace dealcheck
