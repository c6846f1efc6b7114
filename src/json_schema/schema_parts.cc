#include "json_schema/schema_parts.h"

#include <utility>

#include "schema/check_shape.h"

namespace dealcheck {

Json schema_head(const std::string& title) {
  return {{"$schema", "http://json-schema.org/draft-07/schema#"},
          {"title", title},
          {"definitions", Json::object()}};
}

Json reference(const std::string& name) { return {{"$ref", "#/definitions/" + name}}; }

Json any_of(std::vector<Json> schemas) {
  if (schemas.size() == 1) return std::move(schemas.front());
  return {{"anyOf", std::move(schemas)}};
}

Json list_of(Json item, bool may_be_empty) {
  Json list{{"type", "array"}, {"items", std::move(item)}};
  if (!may_be_empty) list["minItems"] = 1;
  return list;
}

Json yes_or_no() {
  Json words = Json::array({true, false});
  for (const std::string_view word : kYesWords) words.push_back(word);
  for (const std::string_view word : kNoWords) words.push_back(word);
  return {{"enum", std::move(words)}};
}

Json one_of(const std::vector<std::string>& texts) { return {{"enum", texts}}; }

Json text_like(const std::string& pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

Json any_scalar() {
  return any_of({text_like("\\S"), {{"type", Json::array({"number", "boolean"})}}});
}

Json date_text() { return text_like("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"); }

Json loose_date_text() {
  return any_of(
      {date_text(),
       {{"type", "number"}, {"minimum", 1900}, {"maximum", 9999}},
       text_like("[0-9０-９一二三四五六七八九十两半]|[Aa]go|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|"
                 "[Ll]ast|[Tt]omorrow|今|昨|前|明|后|去年|上|本|这|下|年|月")});
}

Json exact_day_text() {
  return any_of({date_text(),
                 text_like("^[0-9]{4}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])$"),
                 text_like("^[0-9]{4}年(0?[1-9]|1[0-2])月(0?[1-9]|[12][0-9]|3[01])[日号]?$"),
                 text_like("^[0-9]{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9} [0-9]{4}$"),
                 text_like("^[A-Za-z]{3,9} [0-9]{1,2}, [0-9]{4}$")});
}

Json number_between(const char* type, std::optional<double> least, std::optional<double> most) {
  Json number{{"type", type}};
  if (least) number["minimum"] = *least;
  if (most) number["maximum"] = *most;
  return number;
}

std::string in_every_language(const LocalizedText& text) {
  const std::string others = text.in_others();
  return std::string(text.in(Language::en)) + (others.empty() ? "" : " · " + others);
}

Json described(Json schema, const std::string& description) {
  if (schema.contains("$ref")) {
    return {{"description", description}, {"allOf", Json::array({std::move(schema)})}};
  }
  Json whole{{"description", description}};
  whole.update(schema);
  return whole;
}

namespace {

std::string escaped(char c) {
  static constexpr std::string_view kSpecial = "\\^$.|?*+()[]{}/";
  const bool special = kSpecial.find(c) != std::string_view::npos;
  return special ? std::string("\\") + c : std::string(1, c);
}

std::string as_written(const std::string& name) {
  std::string pattern;
  for (const char c : name) pattern += escaped(c);
  return pattern;
}

std::string in_any_spelling(const std::string& name) {
  std::string pattern;
  bool begins = true;
  for (const char c : name) {
    const bool small = c >= 'a' && c <= 'z';
    if (c == '_') {
      pattern += "[ _-]";
    } else if (small && begins) {
      pattern += std::string("[") + static_cast<char>(c - 'a' + 'A') + c + ']';
    } else {
      pattern += escaped(c);
    }
    begins = c == '_';
  }
  return pattern;
}

std::string joined(const std::vector<std::string>& names,
                   std::string (*write)(const std::string&)) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "|") + write(name);
  return all;
}

}  // namespace

std::string spelling_pattern(const std::vector<std::string>& names,
                             const std::vector<std::string>& but_not) {
  std::string pattern = "^";
  if (!but_not.empty()) pattern += "(?!(?:" + joined(but_not, as_written) + ")$)";
  return pattern + "(?:" + joined(names, in_any_spelling) + ")$";
}

}  // namespace dealcheck
