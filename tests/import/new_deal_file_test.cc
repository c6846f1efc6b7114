#include "import/new_deal_file.h"

#include <doctest/doctest.h>

#include "deal/deal_file.h"
#include "import/crm_texts.h"
#include "support.h"

using namespace dealcheck;
using namespace dealcheck::test;

namespace {

FieldName field(const std::string& section, const std::string& key) {
  const std::uint16_t id = *rules().vocabulary.section_id(section);
  return {id, *rules().vocabulary.find_key(rules().vocabulary.sections[id], key)};
}

CrmEntry entry(const std::string& section, const std::string& id,
               const std::vector<std::pair<std::string, std::vector<std::string>>>& values) {
  CrmEntry made{*rules().vocabulary.section_id(section), id, {}};
  for (const auto& [key, texts] : values) made.values.push_back({field(section, key).key, texts});
  return made;
}

}  // namespace

TEST_CASE("Whatever a text holds, the file that is written says the same") {
  const std::vector<std::string> texts{"plain",
                                       "none",
                                       "unknown",
                                       "null",
                                       "~",
                                       "no",
                                       "1e3",
                                       "0x1F",
                                       "- a",
                                       "? b",
                                       "a: b",
                                       "a #b",
                                       "#c",
                                       "&a",
                                       "*a",
                                       "!t",
                                       "|",
                                       ">",
                                       "%d",
                                       "@x",
                                       "`y`",
                                       "'q'",
                                       "\"q\"",
                                       "\\",
                                       "{a: [b]}",
                                       "[x",
                                       "--- x",
                                       "...",
                                       "=cmd|' /C'!A0",
                                       "<b>&",
                                       "安娜：医院",
                                       "\u202Ered",
                                       "\uFEFFx",
                                       "\u00A0x",
                                       "\u3000",
                                       "😀",
                                       "ends:",
                                       ":starts",
                                       "tab\there",
                                       "\x1b[31m",
                                       "a,b",
                                       " x "};
  for (const std::string& text : texts) {
    for (const Language language : {Language::en, Language::zh}) {
      CrmDeal deal{text, {}};
      deal.entries.push_back(
          entry("deal", "", {{"name", {text}}, {"stage", {"mid"}}, {"notes", {text, "second"}}}));
      deal.entries.push_back(entry("contacts", "1", {{"name", {"N " + text}}, {"title", {text}}}));
      deal.entries.push_back(entry("interactions", "1",
                                   {{"date", {"2026-03-02"}},
                                    {"with", {"N " + text}},
                                    {"kind", {"call"}},
                                    {"note", {text}}}));
      const std::string file = new_deal_file(deal, rules().vocabulary, language, "about\nit");
      CAPTURE(file);
      Diagnostics diagnostics;
      const auto read = dealcheck::read_deal(check_source("deal.yaml", file, diagnostics),
                                             rules().vocabulary, diagnostics);
      REQUIRE_MESSAGE(read, in_lines(diagnostics));
      CHECK_MESSAGE(!diagnostics.has_errors(), in_lines(diagnostics));
      const FieldName name = field("deal", "name");
      const auto said = [&](const FieldName& key) {
        return stated_texts(read->sections[key.section].records.front(), rules().vocabulary,
                            key.section, key.key);
      };
      CHECK(said(name) == std::vector{text});
      CHECK(said(field("deal", "crm_id")) == std::vector{text});
      CHECK(said(field("deal", "notes")) == std::vector<std::string>{text, "second"});
      CHECK(said(field("contacts", "title")) == std::vector{text});
      CHECK(said(field("interactions", "note")) == std::vector{text});
      CHECK(said(field("interactions", "with")) == std::vector{"N " + text});
    }
  }
}

TEST_CASE("A deal's file has a name that every file system takes") {
  CHECK(file_stem("St. Anna Hospital", "Archive") == "st-anna-hospital-archive");
  CHECK(file_stem("Acme", "Acme rollout") == "acme-rollout");
  CHECK(file_stem("", "../../etc/passwd") == "etc-passwd");
  CHECK(file_stem("", "CON") == "con-deal");
  CHECK(file_stem("", "com1") == "com1-deal");
  CHECK(file_stem("", "***") == "deal");
  CHECK(file_stem("", "a\x1b[0m\u202E b") == "a-0m-b");
  CHECK(file_stem("安娜医院", "影像（归档）") == "安娜医院-影像-归档");
  CHECK(file_stem("", std::string(500, 'x')) == std::string(60, 'x'));
}
