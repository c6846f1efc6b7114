// What one more row in the table of languages brings, in a program of its own: the rooms that read
// and tell texts, compiled with a table that has German in it. Nothing else in them is changed.

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "base/date.h"
#include "deal/read_value.h"
#include "deal/vocabulary.h"
#include "diagnostics/diagnostic.h"
#include "i18n/spoken_date.h"
#include "schema/fields.h"
#include "yaml/yaml.h"

namespace dealcheck {
namespace {

class Document {
 public:
  explicit Document(const std::string& text)
      : document_(parse_yaml(std::make_shared<const Source>("own.yaml", text), diagnostics)) {}
  [[nodiscard]] Yaml root() const { return Yaml(*document_); }

  Diagnostics diagnostics;

 private:
  std::optional<YamlDocument> document_;
};

LocalizedText text_of(const std::string& yaml) {
  Document document(yaml);
  const auto text = read_text(document.root(), document.diagnostics);
  REQUIRE(!document.diagnostics.has_errors());
  return *text;
}

const char* const kVocabulary =
    "words:\n"
    "  unknown: {zh: 不知道, de: unbekannt}\n"
    "  none: {zh: 无, de: keine}\n"
    "  us: {zh: 我方}\n"
    "  signal: {zh: 信号}\n"
    "  value: {zh: 值, de: Wert}\n"
    "sets: {}\n"
    "common: {}\n"
    "sections:\n"
    "  plan:\n"
    "    zh: 计划\n"
    "    de: Plan|Vorhaben\n"
    "    shape: attributes\n"
    "    means: {en: what is planned, de: was geplant ist}\n"
    "    keys:\n"
    "      size:\n"
    "        de: Größe\n"
    "        means: {en: how large}\n"
    "        values: {large: {de: groß}, small: {}}\n";

}  // namespace

TEST_CASE("third language: it can be chosen, and given away by its letters") {
  CHECK(kLanguageChoices == "en|zh|de");
  CHECK(find_language("de") == Language::de);
  CHECK(find_language("fr") == std::nullopt);
  CHECK(language_of_text("Größe") == Language::de);
  CHECK(language_of_text("规模") == Language::zh);
  CHECK(language_of_text("size") == Language::en);
}

TEST_CASE("third language: a text is read and told in it") {
  const LocalizedText text = text_of("{en: late, zh: 后期, de: spät}");
  CHECK(text.in(Language::de) == "spät");
  CHECK(text.in(Language::zh) == "后期");
  CHECK(text.in_others() == "后期 · spät");
}

TEST_CASE("third language: what is not translated is told in English, with English marks") {
  const LocalizedText text = text_of("{en: “late”, zh: “后期”}");
  CHECK(text.own(Language::de).empty());
  CHECK(text.in(Language::de) == "“late”");
  CHECK(text.in(Language::de, Charset::ascii) == "\"late\"");
  CHECK(text.in_others() == "“后期”");
  CHECK(text_of("{en: “late”, de: spät}").in(Language::zh, Charset::ascii) == "\"late\"");
}

TEST_CASE("third language: English is needed, and a language that is in no row is unknown") {
  for (const char* yaml : {"{zh: 后期, de: spät}", "{en: late, fr: tard}"}) {
    Document document(yaml);
    (void)read_text(document.root(), document.diagnostics);
    CHECK(document.diagnostics.has_errors());
  }
}

TEST_CASE("third language: the program's own words fall back one by one") {
  const Words words(
      {{"a", text_of("{en: \"one of {n}\", de: \"eins von {n}\"}")}, {"b", text_of("{en: two}")}});
  CHECK(words.say("a", Language::de, {{"n", "3"}}) == "eins von 3");
  CHECK(words.say("b", Language::de) == "two");
}

TEST_CASE("third language: dates are spoken by its row") {
  const Date near = *parse_date("2026-01-01");
  CHECK(spoken_date(*parse_date("2026-03-20"), near, Language::de) == "20. März");
  CHECK(spoken_date(*parse_date("2025-03-20"), near, Language::de) == "20. März 2025");
}

TEST_CASE("third language: a deal file may be written in it") {
  Document document(kVocabulary);
  const auto vocabulary = load_vocabulary(document.root(), document.diagnostics);
  REQUIRE(vocabulary.has_value());
  const Section& plan = vocabulary->sections.front();
  CHECK(vocabulary->section_names.find(normalise_name("Vorhaben")) == 0);
  CHECK(written_name(plan, Language::de) == "Plan");
  const auto size = vocabulary->find_key(plan, "Größe");
  REQUIRE(size.has_value());
  CHECK(written_name(plan.keys[*size], Language::de) == "Größe");
  CHECK(written_name(plan.keys[*size], Language::zh) == "size");
  const ChoiceSet& sizes = vocabulary->choices(plan.keys[*size]);
  CHECK(sizes.names.find(normalise_name("groß")) == 0);
  CHECK(written_name(sizes.choices[1], Language::de) == "small");
}

TEST_CASE("third language: a complaint calls things as its readers do") {
  Document document(kVocabulary);
  const auto vocabulary = load_vocabulary(document.root(), document.diagnostics);
  REQUIRE(vocabulary.has_value());
  Diagnostics found;
  found.file_error("a.yaml", "odd", naming(vocabulary->sections.front().keys.front()));
  const Words words({{"diagnostics.odd.says",
                      text_of("{en: \"'{key}' is odd\", de: \"„{key_label}“ ist seltsam\"}")}});
  const auto told = [&](Language language) {
    return diagnostic_message(found.all()[0], words, language);
  };
  CHECK(told(Language::en) == "'size' is odd");
  CHECK(told(Language::de) == "„Größe“ ist seltsam");
  CHECK(told(Language::zh) == "'size' is odd");
}

}  // namespace dealcheck
