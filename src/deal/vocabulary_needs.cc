// What code asks of a vocabulary by name. Rules name what they ask for in files, which are checked
// as they are read; this is the one table of the rest.

#include "deal/vocabulary_needs.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "diagnostics/diagnostic.h"
#include "schema/fields.h"
#include "yaml/yaml.h"

namespace dealcheck {

namespace {

struct NeededSection {
  std::string_view id;
  Shape shape;
};

/// `values`: choices that are asked for, separated by "|"; `=` and a name: the set that is used.
struct NeededKey {
  std::string_view section;  ///< empty: a common key
  std::string_view id;
  Type type;
  std::string_view values = {};
};

struct NeededSet {
  std::string_view id;
  std::string_view values;
};

constexpr Shape kAttributes = Shape::attributes;
constexpr Shape kRecords = Shape::records;

constexpr std::array kSections{
    NeededSection{"deal", kAttributes},       NeededSection{"objective", kAttributes},
    NeededSection{"project", kAttributes},    NeededSection{"milestones", kAttributes},
    NeededSection{"behaviours", kAttributes}, NeededSection{"alternatives", kAttributes},
    NeededSection{"outcome", kAttributes},    NeededSection{"contacts", kRecords},
    NeededSection{"price_talks", kRecords},   NeededSection{"executive_access", kRecords},
    NeededSection{"objections", kRecords},    NeededSection{"commitments", kRecords},
    NeededSection{"competitors", kRecords},   NeededSection{"strengths", kRecords},
    NeededSection{"weaknesses", kRecords},    NeededSection{"changes", kRecords},
    NeededSection{"interactions", kRecords},  NeededSection{"plan", kRecords},
    NeededSection{"waive", kRecords},         NeededSection{"exchanges", kRecords},
    NeededSection{"silences", kRecords},      NeededSection{"attitudes", kRecords}};

constexpr std::array kSets{
    NeededSet{"stage", "early|mid|late"}, NeededSet{"answer", "yes|no"},
    NeededSet{"role", "economic|user|technical|coach"},
    NeededSet{"stance", "for|neutral|against|disputed"},
    NeededSet{"standing", "column-fodder|backup|contender|first-choice|unclear"}};

constexpr std::array kKeys{
    NeededKey{"", "date", Type::date},
    NeededKey{"", "by", Type::contact},
    NeededKey{"", "note", Type::text},
    NeededKey{"", "evidence", Type::choice, "assumed|reported|witnessed"},
    NeededKey{"", "source", Type::text},
    NeededKey{"", "trust", Type::choice, "doubtful"},
    NeededKey{"", "seen_in", Type::choice, "=stage"},

    NeededKey{"deal", "dealcheck", Type::number},
    NeededKey{"deal", "name", Type::text},
    NeededKey{"deal", "account", Type::text},
    NeededKey{"deal", "owner", Type::text},
    NeededKey{"deal", "as_of", Type::date},
    NeededKey{"deal", "stage", Type::choice, "=stage"},
    NeededKey{"deal", "feeling", Type::choice},
    NeededKey{"deal", "class", Type::choice, "a|b|c"},
    NeededKey{"deal", "currency", Type::text},
    NeededKey{"deal", "amount", Type::money},
    NeededKey{"deal", "reviewed", Type::date},
    NeededKey{"objective", "amount", Type::money},
    NeededKey{"project", "approval_date", Type::date},
    NeededKey{"milestones", "bid", Type::date},
    NeededKey{"milestones", "board", Type::date},
    NeededKey{"milestones", "contract", Type::date},
    NeededKey{"alternatives", "do_nothing", Type::choice, "none|open"},
    NeededKey{"alternatives", "in_house", Type::choice, "none|open"},
    NeededKey{"outcome", "result", Type::choice},

    NeededKey{"contacts", "id", Type::text},
    NeededKey{"contacts", "name", Type::text},
    NeededKey{"contacts", "title", Type::text},
    NeededKey{"contacts", "roles", Type::choice, "=role"},
    NeededKey{"contacts", "influence", Type::choice, "high|medium|low"},
    NeededKey{"contacts", "influence_why", Type::text},
    NeededKey{"contacts", "mode", Type::choice},
    NeededKey{"contacts", "support", Type::number},
    NeededKey{"contacts", "support_why", Type::text},
    NeededKey{"contacts", "sees_us", Type::choice, "first|backup|filler"},
    NeededKey{"contacts", "result", Type::text},
    NeededKey{"contacts", "win", Type::text},
    NeededKey{"contacts", "met", Type::date},
    NeededKey{"contacts", "reports_to", Type::contact},
    NeededKey{"contacts", "trusts", Type::contact},
    NeededKey{"contacts", "can_decide", Type::choice, "final"},
    NeededKey{"contacts", "needs_approval_of", Type::contact},
    NeededKey{"contacts", "serves_both", Type::choice, "yes"},
    NeededKey{"contacts", "introduces", Type::choice, "yes|no"},
    NeededKey{"contacts", "gatekeeper", Type::choice, "shut"},

    NeededKey{"executive_access", "who", Type::contact},
    NeededKey{"executive_access", "outcome", Type::choice, "met|brought|refused|deflected"},
    NeededKey{"commitments", "said", Type::choice,
              "explicit_choice|help|told_no|second_place|chose_rival"},
    NeededKey{"commitments", "followed_by", Type::choice, "paper|plan|people|introduction"},
    NeededKey{"exchanges", "returned", Type::choice, "access|information|commitment|money|help"},
    NeededKey{"changes", "what", Type::choice, "arrives|leaves|moves"},
    NeededKey{"changes", "who", Type::contact},
    NeededKey{"attitudes", "who", Type::contact},
    NeededKey{"attitudes", "view", Type::choice, "for_us|neutral"},
    NeededKey{"silences", "since", Type::date},
    NeededKey{"silences", "until", Type::date},
    NeededKey{"silences", "date_given", Type::date},

    NeededKey{"competitors", "name", Type::text},
    NeededKey{"competitors", "incumbent", Type::choice, "yes"},
    NeededKey{"competitors", "status", Type::choice, "dropped_out"},
    NeededKey{"competitors", "strengths", Type::records},
    NeededKey{"competitors", "weaknesses", Type::records},
    NeededKey{"competitors.strengths", "what", Type::text},
    NeededKey{"competitors.strengths", "recognised_by", Type::contact},
    NeededKey{"competitors.weaknesses", "what", Type::text},
    NeededKey{"competitors.weaknesses", "recognised_by", Type::contact},
    NeededKey{"strengths", "what", Type::text},
    NeededKey{"strengths", "recognised_by", Type::contact},
    NeededKey{"strengths", "different", Type::choice, "no"},
    NeededKey{"strengths", "moves", Type::contact},
    NeededKey{"weaknesses", "what", Type::text},
    NeededKey{"weaknesses", "recognised_by", Type::contact},
    NeededKey{"weaknesses", "can_close", Type::choice, "yes"},

    NeededKey{"interactions", "with", Type::contact},
    NeededKey{"interactions", "purpose", Type::text},
    NeededKey{"interactions", "brought", Type::text},
    NeededKey{"interactions", "we_promised", Type::text},
    NeededKey{"interactions", "they_promised", Type::text},
    NeededKey{"interactions", "we_kept", Type::choice, "yes|no"},
    NeededKey{"interactions", "they_kept", Type::choice, "yes|no"},
    NeededKey{"interactions", "next", Type::date},
    NeededKey{"interactions", "opener", Type::text},
    NeededKey{"interactions", "answered", Type::choice, "no"},
    NeededKey{"interactions", "held", Type::choice, "called_off|refused"},
    NeededKey{"plan", "action", Type::text},
    NeededKey{"plan", "who", Type::text},
    NeededKey{"plan", "until", Type::date},
    NeededKey{"plan", "moves", Type::contact},
    NeededKey{"plan", "answers", Type::text},
    NeededKey{"plan", "done", Type::choice, "=answer"},
    NeededKey{"waive", "rule", Type::text},
    NeededKey{"waive", "reason", Type::text},
    NeededKey{"waive", "until", Type::date}};

constexpr std::array<std::string_view, 2> kAnswers{"yes", "no"};
constexpr std::array<std::string_view, 4> kStances{"for", "neutral", "against", "disputed"};

template <typename Named>
const Named* find_named(const std::vector<Named>& list, std::string_view id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Named& one) { return one.id == id; });
  return found == list.end() ? nullptr : &*found;
}

template <typename Named>
std::vector<std::string_view> ids_of(const std::vector<Named>& list) {
  std::vector<std::string_view> ids;
  ids.reserve(list.size());
  for (const Named& one : list) ids.emplace_back(one.id);
  return ids;
}

std::string_view written(Type type) {
  return type == Type::choice ? "choice" : kWrittenTypes.at(static_cast<std::size_t>(type) - 1);
}

class NeedsCheck {
 public:
  NeedsCheck(const Vocabulary& vocabulary, Yaml root, Diagnostics& diagnostics)
      : vocabulary_(vocabulary), root_(root), diagnostics_(diagnostics) {}

  void check(const NeededSection& needed) {
    const Section* const section = find_named(vocabulary_.sections, needed.id);
    if (section == nullptr) {
      missing(at("sections"), "rules.needed-section", needed.id, ids_of(vocabulary_.sections));
      return;
    }
    const Yaml place = at("sections", needed.id);
    if (section->shape != needed.shape) {
      const auto shape = kShapeNames.at(static_cast<std::size_t>(needed.shape));
      error(place, "rules.needed-shape",
            {{"section", std::string(needed.id)}, {"shape", std::string(shape)}});
    }
    if (needed.id == "deal" && !section->top) error(place, "rules.needed-top");
  }

  void check(const NeededSet& needed) {
    const ChoiceSet* const set = find_named(vocabulary_.sets, needed.id);
    if (set == nullptr) {
      missing(at("sets"), "rules.needed-set", needed.id, ids_of(vocabulary_.sets));
      return;
    }
    check_choices(*set, needed.values, at("sets", needed.id));
    const std::size_t count = enumerated_choices(needed.id).size();
    if (needed.id != "stage" || set->choices.size() <= count) return;
    error(at("sets", needed.id), "rules.surplus-choice", {{"value", set->choices[count].id}});
  }

  void check(const NeededKey& needed) {
    const Section* const section = needed.section.empty()
                                       ? &vocabulary_.common
                                       : find_named(vocabulary_.sections, needed.section);
    if (section == nullptr) return;  // told already
    const Yaml place = keys_of(needed.section);
    const Key* const key = find_named(section->keys, needed.id);
    if (key == nullptr) {
      missing(place, "rules.needed-key", needed.id, ids_of(section->keys));
      return;
    }
    const Yaml own = place.find(needed.id).value_or(place);
    if (key->type != needed.type) {
      error(own, "rules.needed-type",
            {{"key", key->id}, {"type", std::string(written(needed.type))}});
    } else if (needed.values.starts_with('=')) {
      const std::string_view set = needed.values.substr(1);
      if (vocabulary_.choices(*key).id == set) return;
      error(own, "rules.needed-use", {{"key", key->id}, {"set", std::string(set)}});
    } else if (needed.type == Type::choice) {
      check_choices(vocabulary_.choices(*key), needed.values, own);
    }
  }

 private:
  /// The deepest of these maps that there is.
  [[nodiscard]] Yaml at(std::string_view group, std::string_view id = {}) const {
    const Yaml node = root_.find(group).value_or(root_);
    return id.empty() ? node : node.find(id).value_or(node);
  }

  /// Where the keys of a section stand; of `competitors.strengths`, those of that key.
  [[nodiscard]] Yaml keys_of(std::string_view section) const {
    if (section.empty()) return at("common");
    const std::size_t dot = std::min(section.find('.'), section.size());
    Yaml node = at("sections", section.substr(0, dot));
    node = node.find("keys").value_or(node);
    if (dot == section.size()) return node;
    node = node.find(section.substr(dot + 1)).value_or(node);
    return node.find("keys").value_or(node);
  }

  void check_choices(const ChoiceSet& set, std::string_view values, Yaml place) {
    for (const std::string& value : split_bars(values)) {
      if (find_named(set.choices, value) != nullptr) continue;
      missing(place, "rules.needed-choice", value, ids_of(set.choices));
    }
  }

  void missing(Yaml place, std::string id, std::string_view name,
               const std::vector<std::string_view>& known) {
    error(place, std::move(id), with_nearest({{"name", std::string(name)}}, name, known));
  }

  void error(Yaml place, std::string id, Arguments arguments = {}) {
    diagnostics_.error(place.source(), place.at(), std::move(id), std::move(arguments));
  }

  const Vocabulary& vocabulary_;
  Yaml root_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::span<const std::string_view> enumerated_choices(std::string_view set) {
  if (set == "stage") return kStageNames;
  if (set == "answer") return kAnswers;
  if (set == "stance") return kStances;
  if (set == "standing") return kStandingNames;
  return {};
}

void check_needs(const Vocabulary& vocabulary, Yaml root, Diagnostics& diagnostics) {
  NeedsCheck check(vocabulary, root, diagnostics);
  for (const NeededSection& needed : kSections) check.check(needed);
  for (const NeededSet& needed : kSets) check.check(needed);
  for (const NeededKey& needed : kKeys) check.check(needed);
}

}  // namespace dealcheck
