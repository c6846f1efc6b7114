#include <algorithm>
#include <array>

#include "cli/command.h"
#include "cli/ruleset_resolver.h"
#include "json_schema/schema.h"

namespace dealcheck {

namespace {

struct SchemaKind {
  std::string_view name;
  Json (*make)(const Rulebook& rules);
};
constexpr std::array kSchemaKinds{
    SchemaKind{"deal", deal_schema}, SchemaKind{"rules", rules_schema},
    SchemaKind{"report", report_schema}, SchemaKind{"settings", settings_schema}};

}  // namespace

int run_schema(const CommandLine& line, const Console& console) {
  const std::string& wanted = line.operands.front();
  const auto* const kind = std::find_if(kSchemaKinds.begin(), kSchemaKinds.end(),
                                        [&](const SchemaKind& one) { return one.name == wanted; });
  RulesetResolver resolver(line, console);
  const JudgingConfig* config = resolver.for_deal("");
  if (config == nullptr) return kExitFailed;
  write_output(dump(kind->make(*config->rules)));
  return kExitGood;
}

}  // namespace dealcheck
