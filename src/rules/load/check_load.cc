// Reads rules/checks.yaml: groups of checks, each put to the deal or to the records of one section.

#include "rules/load/rule_load.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

Check read_check(Yaml node, const NameScope& scope, Diagnostics& diagnostics) {
  MapReader reader(node, kCheckShape, diagnostics);
  Check check;
  check.id = reader.text_or_empty("check");
  check.label = reader.localized("label");
  check.source = reader.text_or_empty("source");
  if (const auto when = reader.take("when")) {
    check.when = read_condition(*when, scope, diagnostics);
  }
  if (const auto failed = reader.take("failed")) {
    check.failed = read_condition(*failed, scope, diagnostics);
  }
  check.passes = reader.localized("passes");
  check.fails = reader.localized("fails");
  check.ask = reader.localized("ask");
  for (const LocalizedText* text : {&check.passes, &check.fails, &check.ask}) {
    add_slots(node, *text, scope, check.slots, diagnostics);
  }
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
  for (const Yaml item : node.items()) checks.push_back(read_check(item, scope, diagnostics));
  return checks;
}

CheckLists load_checks(Yaml root, const NameScope& scope, Diagnostics& diagnostics,
                       Completeness completeness) {
  CheckLists lists;
  MapReader reader(root, kChecksShape, diagnostics, completeness);
  for (std::size_t i = 0; i < kCheckGroups.size(); ++i) {
    const auto node = reader.take(kCheckGroups.at(i));
    if (!node) continue;
    const auto records = records_of(static_cast<CheckGroup>(i));
    const NameScope inner =
        records ? scope.with_record(*scope.vocabulary().section_id(*records), false) : scope;
    lists.groups.at(i) = load_check_group(*node, inner, diagnostics);
  }
  return lists;
}

}  // namespace dealcheck
