#include "report/rules/lookup.h"

#include <fmt/format.h>

#include "base/json.h"
#include "report/shared/page.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

namespace {

constexpr std::string_view kLookupVersion = "1.0";

Style effect_style(Reads reads) {
  return reads == Reads::favourable ? Style::good
         : reads == Reads::adverse  ? Style::bad
                                    : Style::mixed;
}

class LookupText {
 public:
  LookupText(const Words& words, const RenderOptions& options)
      : phrases_(words, options.language, options.charset),
        by_label_(options.language != Language::en),
        sheet_(sheet_for(options)) {}

  std::string render(const LookupReport& found) {
    for (const LookupKey& key : found.keys) tell_key(key);
    for (const LookupPlace& place : found.places) tell_place(place);
    if (found.keys.empty() && found.places.empty()) {
      sheet_.paragraph(0,
                       {{phrases_.say("lookup.nothing", {{"sought", found.sought}})}, Style::open});
    }
    return sheet_.finish();
  }

 private:
  void heading(const std::string& text, const std::string& right) {
    if (!sheet_.finish().empty()) sheet_.blank();
    sheet_.line(0, {text, Style::strong}, {right, Style::faint});
  }

  void tell_place(const LookupPlace& place) {
    std::string name = place.section + "." + place.key;
    if (!place.value.empty()) name += ": " + place.value;
    std::string label = place.section_label + " · " + place.key_label;
    if (!place.value_label.empty()) label += " · " + place.value_label;
    by_label_ ? heading(label, name) : heading(name, {});
    sheet_.paragraph(kPageIndent, {{place.means}, Style::plain});
    sheet_.paragraph(kPageIndent, {{place.line}, Style::strong});
    if (place.effects.empty()) {
      sheet_.paragraph(kPageIndent, {{phrases_.say("lookup.no_effect")}, Style::faint});
    }
    for (const LookupEffect& effect : place.effects) tell_effect(effect);
  }

  void tell_effect(const LookupEffect& effect) {
    std::vector<std::string> stages;
    for (const Stage stage : effect.stages) stages.push_back(phrases_.label(stage));
    const std::string says = phrases_.say(
        "lookup.effect",
        {{"stages", phrases_.joined(stages, "comma")},
         {"rule", effect.rule},
         {"label", effect.label},
         {"points", effect.points == 0 ? std::string() : phrases_.signed_number(effect.points)},
         {"says", effect.says}});
    sheet_.paragraph(2 * kPageIndent, {{says}, effect_style(effect.reads)});
  }

  void names(int indent, const std::string& head, const std::vector<std::string>& spelled) {
    sheet_.paragraph(
        indent,
        {{phrases_.say("lookup.names",
                       {{"head", head}, {"names", fmt::format("{}", fmt::join(spelled, " | "))}})},
         Style::plain});
  }

  void tell_key(const LookupKey& key) {
    heading(key.section.empty() ? key.key : key.section + "." + key.key,
            phrases_.label("facts.type", key.type));
    sheet_.paragraph(kPageIndent, {{key.means}, Style::plain});
    names(kPageIndent, key.label, key.names);
    for (const LookupValue& value : key.values) names(2 * kPageIndent, value.label, value.names);
  }

  Phrases phrases_;
  bool by_label_;  ///< a place is headed by what files in that language call it
  Sheet sheet_;
};

Json effect_json(const LookupEffect& effect) {
  return {{"rule", effect.rule},
          {"label", effect.label},
          {"reads", to_string(effect.reads)},
          {"stages", array_of(effect.stages, [](Stage stage) { return Json(to_string(stage)); })},
          {"points", effect.points},
          {"says", effect.says}};
}

Json place_json(const LookupPlace& place) {
  return {{"section", place.section},
          {"key", place.key},
          {"value", text_or_null(place.value)},
          {"section_label", place.section_label},
          {"key_label", place.key_label},
          {"value_label", text_or_null(place.value_label)},
          {"means", place.means},
          {"line", place.line},
          {"effects", array_of(place.effects, effect_json)}};
}

Json key_json(const LookupKey& key) {
  const auto value = [](const LookupValue& one) {
    return Json{{"value", one.value}, {"label", one.label}, {"names", one.names}};
  };
  return {{"section", text_or_null(key.section)},
          {"key", key.key},
          {"label", key.label},
          {"type", key.type},
          {"means", key.means},
          {"names", key.names},
          {"values", array_of(key.values, value)}};
}

}  // namespace

std::string render_lookup_text(const LookupReport& found, const Words& words,
                               const RenderOptions& options) {
  return LookupText(words, options).render(found);
}

std::string render_lookup_json(const LookupReport& found) {
  return dump(Json{{"format_version", kLookupVersion},
                   {"sought", found.sought},
                   {"keys", array_of(found.keys, key_json)},
                   {"places", array_of(found.places, place_json)}});
}

}  // namespace dealcheck
