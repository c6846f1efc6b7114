#include "report/rules/catalogue.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "rules/computed.h"
#include "rules/condition_print.h"
#include "rules/limit.h"

namespace dealcheck {

namespace {

/// Text for a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : sanitise(text)) {
    if (c == '|' || c == '<' || c == '*' || c == '[') safe += '\\';
    safe += c;
  }
  return safe;
}

/// The catalogue is in English.
std::string cell(const LocalizedText& text) { return cell(text.in(Language::en)); }

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

class Catalogue {
 public:
  explicit Catalogue(const Rulebook& book) : book_(book) {}

  /// What is its own in a pack: rules, bands and decisions.
  std::string render_pack() {
    text_ += "# " + std::string(book_.policy.title.in(Language::en)) + " · " + code(book_.name) +
             "\n\n" + cell(book_.policy.about) + "\n\n" +
             std::string(book_.words.say("catalogue.pack", Language::en)) + "\n";
    add_rules();
    add_policy();
    return std::move(text_);
  }

  std::string render_some(const std::vector<const Rule*>& rules) {
    text_ += "# " + std::string(book_.words.say("catalogue.heading.rules", Language::en)) + "\n";
    for (const Rule* rule : rules) add_rule(*rule);
    return std::move(text_);
  }

  std::string render() {
    text_ += std::string(book_.words.say("catalogue.intro", Language::en)) + "\n";
    add_sections();
    add_facts();
    add_rules();
    add_policy();
    add_macro();
    add_checks();
    add_callsheet();
    add_portfolio();
    return std::move(text_);
  }

 private:
  void heading(std::string_view id) {
    text_ += "\n## " + std::string(book_.words.say(id, Language::en)) + "\n";
  }
  [[nodiscard]] static std::string other_names(const NameIndex& names, std::uint16_t id,
                                               std::string_view own);
  [[nodiscard]] std::string takes(const Key& key) const;
  void add_sections();
  void add_section(const Section& section);
  void add_key(const Section& section, std::uint16_t id);
  void add_facts();
  void add_rules();
  void add_rule(const Rule& rule);
  void add_limits(const Rule& rule);
  void add_reading(const Reading& reading);
  void add_policy();
  void add_macro();
  void add_checks();
  void add_callsheet();
  [[nodiscard]] std::string answered_in(const Rule& rule) const;
  void add_call_rules(std::string_view list, const std::vector<CallRule>& rules);
  void add_openers();
  void add_portfolio();

  const Rulebook& book_;
  std::string text_;
};

std::string Catalogue::other_names(const NameIndex& names, std::uint16_t id, std::string_view own) {
  std::string list;
  for (const auto& [name, number] : names.entries()) {
    if (number != id || name == own) continue;
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return list;
}

std::string Catalogue::takes(const Key& key) const {
  if (key.type == Type::records) {
    return "entries of " + code(book_.vocabulary.sections[key.nested].id);
  }
  if (key.type != Type::choice) return std::string(type_name(key.type));
  std::string list;
  for (const Choice& choice : book_.vocabulary.choices(key).choices) {
    list += (list.empty() ? "" : ", ") + code(choice.id) + " " + choice.label.in_others();
  }
  return list;
}

void Catalogue::add_key(const Section& section, std::uint16_t id) {
  const Key& key = section.keys[id];
  text_ += "| " + code(key.id) + " | " + cell(other_names(section.names, id, key.id)) + " | " +
           takes(key) + (key.many ? "; one or a list" : "") + " | " + cell(key.means) +
           (section.unweighed || key.unweighed ? " *" : "") + " |\n";
}

void Catalogue::add_section(const Section& section) {
  text_ += "\n### " + (section.id.empty() ? std::string("every entry") : section.id);
  if (const std::string label = section.label.in_others(); !label.empty()) text_ += " · " + label;
  text_ += "\n\n";
  if (!section.means.empty()) text_ += cell(section.means) + "\n\n";
  if (section.shape == Shape::records && section.shorthand) {
    text_ += "A list of entries; a bare value stands for " +
             code(section.keys[*section.shorthand].id) + ".\n\n";
  }
  text_ += "| key | also | takes | meaning |\n| --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < section.keys.size(); ++i) {
    add_key(section, static_cast<std::uint16_t>(i));
  }
}

void Catalogue::add_sections() {
  heading("catalogue.heading.deal");
  text_ += "\n\\* for people, or used elsewhere than by a rule: it moves no verdict by itself.\n";
  add_section(book_.vocabulary.common);
  for (const Section& section : book_.vocabulary.sections) add_section(section);
}

void Catalogue::add_facts() {
  heading("catalogue.heading.facts");
  text_ += "\n| fact | about | meaning |\n| --- | --- | --- |\n";
  for (const ComputedFact& fact : kDealFacts) {
    text_ += "| " + code(fact.name) + " | the deal | " +
             cell(book_.words.say(computed_means("deal", fact.name), Language::en)) + " |\n";
  }
  for (const ComputedField& field : kRecordFacts) {
    text_ += "| ." + std::string(field.fact.name) + " | " +
             (field.section.empty() ? std::string("any entry") : std::string(field.section)) +
             " | " +
             cell(book_.words.say(computed_means(field.section, field.fact.name), Language::en)) +
             " |\n";
  }
  for (const Query& query : book_.queries) {
    text_ += "| " + code(query.name) + " | " + book_.vocabulary.sections[query.section].id + " | " +
             cell(query.means) + " |\n";
  }
}

void Catalogue::add_reading(const Reading& reading) {
  std::string gates;
  const auto add = [&gates](const std::string& gate) {
    gates += (gates.empty() ? "" : ", ") + gate;
  };
  if (reading.tells == Behind::earnest) add("in earnest?");
  if (reading.cap) add(std::string(to_string(*reading.cap)) + " at best");
  if (reading.lift) add(std::string(to_string(*reading.lift)) + " at least");
  if (reading.not_started) add("no project");
  if (reading.mine) {
    add(std::string(to_string(reading.mine->severity)) + " mine (" + reading.mine->kind + ")");
  }
  text_ += "| " + std::string(to_string(reading.reads)) + " | " +
           points_text(reading.points, reading.stages) + " | " + gates + " | " +
           cell(reading.says) + " |\n";
}

void Catalogue::add_limits(const Rule& rule) {
  std::string rows;
  for (const Limit& limit : book_.limits) {
    if (limit.rule != rule.id) continue;
    rows += "| " + code(limit.name) + " | " +
            limit_text(number_text(limit.is), limit.unit, book_.words, Language::en) + " | " +
            cell(limit.means) + " " + cell(limit.means.in_others()) + " |\n";
  }
  if (!rows.empty()) text_ += "| limit | is | means |\n| --- | --- | --- |\n" + rows + "\n";
}

/// The places of the deal file that the answer goes to.
std::string Catalogue::answered_in(const Rule& rule) const {
  std::string list;
  for (const AnswerPlace& place : rule.answers) {
    const Section& section = book_.vocabulary.sections[place.section];
    for (const KeyId key : place.keys) {
      list +=
          (list.empty() ? " Answer in: " : ", ") + code(section.id + "." + section.keys[key].id);
    }
  }
  return list;
}

void Catalogue::add_rule(const Rule& rule) {
  std::string stages;
  for (const Stage stage : kStages) {
    if (rule.stages.has(stage))
      stages += (stages.empty() ? "" : ", ") + std::string(to_string(stage));
  }
  text_ += "\n### " + rule.id + "\n\n**" + cell(rule.label) + "** · " +
           cell(rule.label.in_others()) + " · " + stages + " · " + cell(rule.source) + "\n\n" +
           cell(rule.why) + "\n\n" + "Ask: " + cell(rule.ask) + answered_in(rule) + "\n\n";
  add_limits(rule);
  text_ += "| reads | points | also | says |\n| --- | --- | --- | --- |\n";
  for (const Reading& reading : rule.readings) add_reading(reading);
}

void Catalogue::add_rules() {
  heading("catalogue.heading.rules");
  for (const Rule& rule : book_.rules) add_rule(rule);
}

void Catalogue::add_policy() {
  heading("catalogue.heading.verdict");
  text_ +=
      "\n| stage | standing | from points | decision | headline |\n| --- | --- | --- | --- | --- "
      "|\n";
  for (const Stage stage : kStages) {
    for (const Standing standing : {Standing::first_choice, Standing::contender, Standing::backup,
                                    Standing::column_fodder, Standing::unclear}) {
      const auto row = static_cast<std::size_t>(stage);
      const auto column = static_cast<std::size_t>(standing);
      const Decision& decision = book_.policy.decisions[row][column];
      const bool banded = standing != Standing::column_fodder && standing != Standing::unclear;
      text_ += "| " + std::string(to_string(stage)) + " | " + std::string(to_string(standing)) +
               " | " +
               (banded ? std::to_string(book_.policy.bands[row][column]) : std::string("")) +
               " | " + decision.id + " | " + cell(decision.says) + " |\n";
    }
  }
}

void Catalogue::add_macro() {
  heading("catalogue.heading.macro");
  text_ += "\n| against a rival | from points |\n| --- | --- |\n";
  const Macro& macro = book_.policy.macro;
  for (std::size_t i = 0; i < macro.bands.size(); ++i) {
    text_ +=
        "| " + std::string(kPositions.at(i)) + " | " + std::to_string(macro.bands.at(i)) + " |\n";
  }
  text_ += "| " + std::string(kPositions.back()) + " |  |\n";
}

void Catalogue::add_checks() {
  heading("catalogue.heading.checks");
  text_ += "\n| of | check | passed | failed | source |\n| --- | --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < kCheckGroups.size(); ++i) {
    for (const Check& check : book_.checks.groups.at(i)) {
      text_ += "| " + std::string(kCheckGroups.at(i)) + " | " + cell(check.label) + " | " +
               cell(check.passes) + " | " + cell(check.fails) + " | " + check.source + " |\n";
    }
  }
}

void Catalogue::add_call_rules(std::string_view list, const std::vector<CallRule>& rules) {
  for (const CallRule& rule : rules) {
    text_ += "| " + code(list) + " | " + code(rule.id) + " | " + rule.answer + " | " +
             cell(rule.says) + " |\n";
  }
}

void Catalogue::add_openers() {
  text_ += "\n| empty opener | written as | better |\n| --- | --- | --- |\n";
  for (const EmptyOpenerWords& opener : book_.callsheet.openers) {
    std::string phrases(opener.phrases.in(Language::en));
    std::replace(phrases.begin(), phrases.end(), '|', ';');
    text_ += "| " + code(opener.id) + " | " + cell(phrases) + " | " + cell(opener.instead) + " |\n";
  }
}

void Catalogue::add_callsheet() {
  const CallRules& call = book_.callsheet;
  heading("catalogue.heading.callsheet");
  text_ += "\n| list | entry | answer | says |\n| --- | --- | --- | --- |\n";
  add_call_rules("worth", call.worth);
  add_call_rules("whom", call.whom);
  add_call_rules("aims", call.aims);
  add_call_rules("bring", call.bring);
  add_call_rules("questions", call.questions);
  add_call_rules("asks", call.asks);
  add_openers();
  text_ += "\n| class | days between calls | too often below |\n| --- | --- | --- |\n";
  for (std::size_t i = 0; i < kCustomerClasses.size(); ++i) {
    const CallFrequency& frequency = call.frequency.at(i);
    text_ += "| " + std::string(kCustomerClasses.at(i)) + " | " + std::to_string(frequency.every) +
             " | " + std::to_string(frequency.pause) + " |\n";
  }
}

void Catalogue::add_portfolio() {
  const PortfolioRules& portfolio = book_.portfolio;
  heading("catalogue.heading.portfolio");
  text_ += "\n| layer | means | needs | too few | least |\n| --- | --- | --- | --- | --- |\n";
  for (const FunnelLayer& layer : portfolio.layers) {
    text_ += "| " + code(layer.id) + " | " + cell(layer.label) + " " +
             cell(layer.label.in_others()) + " | " + cell(layer.work) + " | " +
             cell(layer.starves) + " | " + std::to_string(layer.least) + " |\n";
  }
  text_ += "\n| stage | stalled after days without an act of the customer |\n| --- | --- |\n";
  for (const Stage stage : kStages) {
    text_ += "| " + std::string(to_string(stage)) + " | " +
             std::to_string(portfolio.stalled_after.at(static_cast<std::size_t>(stage))) + " |\n";
  }
}

}  // namespace

std::string render_catalogue(const Rulebook& book, const std::vector<Rulebook>& packs) {
  std::string text = Catalogue(book).render();
  for (const Rulebook& pack : packs) text += "\n" + render_pack_catalogue(pack);
  return text;
}

std::string render_rule_sections(const Rulebook& book, const std::vector<const Rule*>& rules) {
  return Catalogue(book).render_some(rules);
}

std::string render_pack_catalogue(const Rulebook& pack) { return Catalogue(pack).render_pack(); }

}  // namespace dealcheck
