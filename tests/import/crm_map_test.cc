// The mappings of rules/import.yaml, held against real headings.

#include "import/crm_map.h"

#include <doctest/doctest.h>

#include "base/whole_file.h"
#include "support.h"

using namespace dealcheck;
using namespace dealcheck::test;

namespace {

std::vector<CrmMap> builtin_maps() {
  const auto text = read_whole_file(rules_folder() + "/import.yaml");
  REQUIRE(text);
  Diagnostics diagnostics;
  auto maps = load_crm_maps(Yaml(*document(*text)), rules().vocabulary, UnknownFields::refused,
                            diagnostics);
  CHECK_MESSAGE(diagnostics.all().empty(), in_lines(diagnostics));
  return maps;
}

std::string crm_of(const std::string& headings) {
  Diagnostics diagnostics;
  const auto table =
      read_table(std::make_shared<const Source>("t.csv", headings + "\n"), diagnostics);
  REQUIRE(table);
  const auto maps = builtin_maps();
  const CrmMap* map = recognise_crm(maps, *table);
  return map == nullptr ? "none" : map->name;
}

}  // namespace

TEST_CASE("The built-in mappings are right, and each system has its three tables") {
  const auto maps = builtin_maps();
  CHECK(maps.size() == 4);
  for (const CrmMap& map : maps) {
    CHECK_MESSAGE(map.contacts, map.name);
    CHECK_MESSAGE(map.activities, map.name);
  }
}

TEST_CASE("Systems are known by their headings") {
  CHECK(crm_of("Opportunity ID,Opportunity Name,Account Name,Stage,Close Date,Amount") ==
        "Salesforce");
  CHECK(crm_of("Id,IsDeleted,AccountId,Name,StageName,Amount,CloseDate,OwnerId") == "Salesforce");
  CHECK(crm_of("Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount") == "HubSpot");
  CHECK(crm_of("(Do Not Modify) Opportunity,Topic,Potential Customer,Est. Close Date,Status") ==
        "Dynamics 365");
  CHECK(crm_of("商机编号,商机名称,客户名称,销售阶段,预计成交金额（元）") == "中文 CRM");
  CHECK(crm_of("Name,Town") == "none");
}

TEST_CASE("Headings match whatever their case, blanks and the width of their marks") {
  CHECK(plain_heading(" Close  Date ") == plain_heading("closedate"));
  CHECK(plain_heading("金额（万元）") == plain_heading("金额 (万元)"));
  CHECK(plain_heading("Ａ％") == "a%");
}

TEST_CASE("A mapping of one's own must name keys and choices that there are") {
  Diagnostics diagnostics;
  const auto own = document(
      "crms:\n"
      "  - crm: Ours\n"
      "    deals:\n"
      "      deal_id: [Key]\n"
      "      fields:\n"
      "        - {key: deal.stag, from: [Phase]}\n"
      "        - {key: deal.stage, from: [Phase], words: [{is: middle, of: [x]}]}\n");
  (void)load_crm_maps(Yaml(*own), rules().vocabulary, UnknownFields::refused, diagnostics);
  CHECK(diagnostics.all().size() == 2);
  Diagnostics lenient;
  const auto maps = load_crm_maps(Yaml(*own), rules().vocabulary, UnknownFields::left_out, lenient);
  CHECK(lenient.all().empty());
  CHECK(maps.front().deals.fields.size() == 1);
}
