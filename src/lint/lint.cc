#include "lint/lint.h"

#include <array>
#include <utility>

namespace dealcheck {

namespace {

constexpr std::array kAnalyses{check_readings, check_duplicates, check_bands,
                               check_plays,    check_mines,      check_conditions,
                               check_use,      check_words,      check_translations};

}  // namespace

/// What stands outside the folder has another author.
bool FindingSink::takes(const std::optional<Yaml>& at) const {
  return !at || input_.places.is_newest(*at);
}

void FindingSink::add(Severity severity, const std::optional<Yaml>& at, std::string id,
                      Arguments arguments) {
  if (!takes(at)) return;
  if (at) {
    found.add(severity, at->source(), at->at(), std::move(id), std::move(arguments));
  } else {
    found.file_finding(severity, input_.folder, std::move(id), std::move(arguments));
  }
}

Diagnostics check_rules(const LintInput& input) {
  FindingSink sink(input);
  for (const auto analysis : kAnalyses) analysis(input, sink);
  return std::move(sink.found);
}

}  // namespace dealcheck
