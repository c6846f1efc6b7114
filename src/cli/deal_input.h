#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "assess/assess.h"
#include "base/date.h"
#include "cli/command.h"
#include "deal/deal_file.h"
#include "deal/opportunity.h"
#include "diagnostics/diagnostic.h"
#include "engine/facts.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// `--as-of`, when given. Throws UsageError when it is no date.
[[nodiscard]] std::optional<Date> read_as_of(const CommandLine& line);

/// The number of an option, 1 … `most`; nothing when it is not given. Throws UsageError for others.
[[nodiscard]] std::optional<std::size_t> read_count(const CommandLine& line,
                                                    std::string_view option, std::size_t most);

/// `--max-bytes`, else the default. Throws UsageError when it is no count.
[[nodiscard]] std::size_t read_max_bytes(const CommandLine& line);

/// `--fail-on`, when given. Throws UsageError when it is no verdict.
[[nodiscard]] std::optional<Verdict> read_fail_on(const CommandLine& line);

/// How to judge, from `--as-of` and the language.
[[nodiscard]] AssessOptions read_judging(const CommandLine& line, const Console& console);

/// The one deal file of commands that take exactly one. Throws UsageError for none or several.
[[nodiscard]] std::string read_one_file(const CommandLine& line);

/// A deal, judged, with its facts at hand: they know the outcome, as the rules that ask for it
/// need.
struct JudgedDeal {
  std::unique_ptr<Opportunity> deal;
  Assessment assessment;
  std::unique_ptr<Facts> facts;
};

/// Reads and judges one deal file as the command line says. Nothing, with the errors in
/// `diagnostics`, when that cannot be done.
[[nodiscard]] std::optional<JudgedDeal> judge_deal_file(const std::string& path,
                                                        const CommandLine& line,
                                                        const Rulebook& rules,
                                                        const Console& console,
                                                        Diagnostics& diagnostics);

/// Tells diagnostics on standard error.
void complain(const Diagnostics& diagnostics, const Words& words, const Console& console);

}  // namespace dealcheck
