// Reads rules/checks.yaml: groups of checks, each put to the deal or to the records of one section.

#include "fields.h"
#include "rule_load.h"

namespace dealcheck {

namespace {

Check read_check(Yaml node, const NameScope& scope, Diagnostics& diagnostics) {
  MapReader reader(node, diagnostics);
  Check check;
  check.id = reader.required_text("check");
  check.label = reader.required_bilingual("label");
  check.source = reader.required_text("source");
  if (const auto when = reader.require("when")) {
    check.when = read_condition(*when, scope, diagnostics);
  }
  if (const auto failed = reader.require("failed")) {
    check.failed = read_condition(*failed, scope, diagnostics);
  }
  check.passes = reader.required_bilingual("passes");
  check.fails = reader.required_bilingual("fails");
  check.ask = reader.required_bilingual("ask");
  add_slots(node, check.passes, scope, check.slots, diagnostics);
  add_slots(node, check.fails, scope, check.slots, diagnostics);
  add_slots(node, check.ask, scope, check.slots, diagnostics);
  reader.finish();
  return check;
}

/// The section whose records a group is put to; none: the deal.
std::optional<std::string_view> records_of(CheckGroup group) {
  if (group == CheckGroup::bullet) return "strengths";
  if (group == CheckGroup::coach) return "contacts";
  return std::nullopt;
}

}  // namespace

std::vector<Check> load_check_group(Yaml node, const NameScope& scope, Diagnostics& diagnostics) {
  std::vector<Check> checks;
  if (!node.is_sequence()) {
    diagnostics.error(node.source(), node.at(), "rules.needs-list");
    return checks;
  }
  for (const Yaml item : node.items()) checks.push_back(read_check(item, scope, diagnostics));
  return checks;
}

CheckLists load_checks(Yaml root, const NameScope& scope, Diagnostics& diagnostics) {
  CheckLists lists;
  MapReader reader(root, diagnostics);
  for (std::size_t i = 0; i < kCheckGroups.size(); ++i) {
    const auto node = reader.require(kCheckGroups.at(i));
    if (!node) continue;
    const auto records = records_of(static_cast<CheckGroup>(i));
    const NameScope inner =
        records ? scope.with_record(*scope.vocabulary().section_id(*records), false) : scope;
    lists.groups.at(i) = load_check_group(*node, inner, diagnostics);
  }
  reader.finish();
  return lists;
}

}  // namespace dealcheck
