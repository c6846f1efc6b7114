#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/shared/render.h"
#include "support_report.h"

namespace dealcheck {
namespace {

using namespace test;

using Json = nlohmann::ordered_json;

std::string keys_of(const Json& object) {
  std::string keys;
  for (const auto& [key, value] : object.items()) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

Json json_of(const Assessment& deal, const Diagnostics* diagnostics = nullptr) {
  return Json::parse(render_json({{deal.path, &deal, diagnostics}}, report_words(), Language::en));
}

TEST_CASE("JSON keys, in their order") {
  const Json json = json_of(english_deal());
  CHECK(
      keys_of(json) ==
      "format_version deal verdict standing project decision headline threat because earnest ahead "
      "points not_knowing range coverage gauge stages questions findings flips open_questions "
      "mines bullets next_steps plan "
      "contacts roles control rivals weighed not_weighed also rules diagnostics");
  CHECK(keys_of(json["deal"]) == "name path account owner stage as_of feeling");
  CHECK(keys_of(json["range"]) == "worst best worst_points best_points");
  CHECK(keys_of(json["gauge"]) == "favourable mixed adverse unknown");
  CHECK(keys_of(json["stages"]) == "judged declared milestones behaviour");
  CHECK(
      keys_of(json["questions"][0]) ==
      "id label topic reading gap points tells message why source mine contact cap lift lifted_by "
      "not_started waived evidence");
  CHECK(keys_of(json["questions"][0]["evidence"][0]) ==
        "file line column path value by date grade note stale");
  CHECK(
      keys_of(json["findings"][0]) ==
      "id label topic reading gap points tells message why source mine contact cap lift lifted_by "
      "not_started waived evidence");
  CHECK(keys_of(json["findings"][0]["mine"]) == "kind severity");
  CHECK(keys_of(json["flips"][0]) == "direction to changes");
  CHECK(keys_of(json["flips"][0]["changes"][0]) == "rule label from to points says to_find_out");
  CHECK(keys_of(json["open_questions"][0]) == "rule label ask gap swing worst best moves whom");
  CHECK(keys_of(json["contacts"][0]) ==
        "id name title roles influence influence_why mode mode_allows support support_why "
        "support_grade sees_us stance reached last_met meetings departed reachable can_decide "
        "needs_approval "
        "reports_to trusts goals coach_tests line column");
  Assessment deal = english_deal();
  add_strategy(deal);
  const Json more = json_of(deal);
  CHECK(keys_of(more["mines"][0]) ==
        "kind severity cause label message rules points contact decides answered_by evidence");
  CHECK(keys_of(more["bullets"][0]) == "what holds tests recognised_by moves line column");
  CHECK(keys_of(more["bullets"][0]["tests"][0]) == "id label passed message source evidence");
  CHECK(keys_of(more["next_steps"][0]) ==
        "play source label says known who on through with removes by worked failed");
  CHECK(more["next_steps"][0]["on"]["id"] == "cfo");
  CHECK(more["next_steps"][0]["with"] == "reading from home");
  CHECK(more["next_steps"][1]["on"].is_null());
  CHECK(keys_of(more["plan"][0]) == "action who until moves done remarks line column");
  CHECK(keys_of(more["roles"][0]) == "role state people meetings last_met");
  CHECK(keys_of(more["control"]) == "level label indicators project special fit");
  CHECK(keys_of(more["rivals"][0]) ==
        "name kind position label balance for_us against closable line column");
  CHECK(keys_of(json["rules"]) == "version hash name set title overrides");
}

TEST_CASE("JSON values are canonical names, numbers, and null for what is not there") {
  const Json json = json_of(english_deal());
  CHECK(json["format_version"] == "1.4");
  CHECK(json["verdict"] == "backup");
  CHECK(json["range"]["worst"] == "column-fodder");
  CHECK(json["coverage"].dump() == "0.82");
  CHECK(json["gauge"].dump() == R"({"favourable":1,"mixed":1,"adverse":1,"unknown":2})");
  CHECK(json["questions"][0]["gap"].is_null());
  CHECK(json["questions"][2]["reading"] == "unknown");
  CHECK(json["questions"][2]["gap"] == "not-asked");
  CHECK(json["questions"][0]["evidence"][0]["file"] == "deals/q1/st-anna.yaml");
  CHECK(json["questions"][0]["evidence"][0]["grade"] == "witnessed");
  CHECK(json["questions"][0]["evidence"][0]["note"].is_null());
  CHECK(json["findings"][0]["evidence"][0]["date"].is_null());
  CHECK(json["findings"][0]["cap"] == "contender");
  CHECK(json["findings"][0]["waived"].is_null());
  CHECK(json["findings"][2]["mine"].is_null());
  CHECK(json["findings"][3]["waived"] == "Holidays until the 23rd.");
  CHECK(json["flips"][0]["changes"][0]["from"] == "unknown");
  CHECK(json["contacts"][2]["support"].is_null());
  CHECK(json["contacts"][2]["last_met"].is_null());
  CHECK(json_of(chinese_deal())["stages"]["behaviour"].is_null());
  CHECK(json_of(chinese_deal())["deal"]["account"].is_null());
}

TEST_CASE("JSON names people, mines and strengths where others point at them") {
  Assessment deal = english_deal();
  add_strategy(deal);
  deal.contacts[0].goals = {GoalView{"win", "reads from home", true, seen(15, "2026-03-02")}};
  deal.contacts[1].reports_to = 2;
  deal.contacts[1].coach_tests = {check("credible", Tri::no, "Nobody listens.")};
  deal.mines.front().contact = 2;
  const Json json = json_of(deal);
  const Json payer = {{"id", "cfo"}, {"name", "R. Stein"}};
  CHECK(json["mines"][0]["contact"] == payer);
  CHECK(json["mines"][1]["contact"].is_null());
  CHECK(json["next_steps"][0]["on"] == payer);
  CHECK(json["next_steps"][0]["through"].dump() ==
        R"([{"id":"rad","name":"Dr. Weiss"},{"id":"it","name":"H. Lang"}])");
  CHECK(json["next_steps"][0]["removes"][0]["cause"] == json["mines"][0]["cause"]);
  CHECK(json["mines"][0]["answered_by"] == 1);
  CHECK(json["mines"][1]["answered_by"].is_null());
  CHECK(json["next_steps"][1]["with"].is_null());
  CHECK(json["bullets"][0]["holds"] == "unknown");
  CHECK(json["bullets"][1]["tests"][1]["passed"] == "no");
  CHECK(json["plan"][0]["until"] == "2026-03-25");
  CHECK(json["plan"][0]["remarks"][0]["id"] == "plan.moves");
  CHECK(json["plan"][1]["done"] == true);
  CHECK(json["plan"][1]["who"].is_null());
  CHECK(json["contacts"][0]["goals"][0]["first_hand"] == true);
  CHECK(json["contacts"][1]["reports_to"] == payer);
  CHECK(json["contacts"][1]["coach_tests"][0]["passed"] == "no");
  CHECK(json["roles"][0]["people"][0] == payer);
  CHECK(json["control"]["indicators"][2]["passed"] == "unknown");
  CHECK(json["rivals"][0]["closable"][0] == "no reference");
}

TEST_CASE("JSON keeps every text exactly, unescaped where UTF-8 can hold it") {
  Assessment deal = chinese_deal();
  const std::string name = "Evil\x1b[2J\n\"圣安娜\"\\";
  deal.name = name;
  CHECK(json_of(deal)["deal"]["name"] == name);
  const std::string text = render_json({{deal.path, &deal, nullptr}}, report_words(), Language::zh);
  CHECK(contains(text, R"("name": "Evil\u001b[2J\n\"圣安娜\"\\")"));
  CHECK(text.starts_with("{\n  \"format_version\": \"1.4\",\n"));
  CHECK(text.ends_with("}\n"));
}

TEST_CASE("a file that could not be judged has its diagnostics and no verdict") {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("north.yaml", "stge: late\nname: x\n");
  diagnostics.warning(source, {2, 1}, "no-such-id", {});
  diagnostics.error(source, {1, 1}, "no-such-id", {{"key", "stge"}});
  diagnostics.error(source, {1, 1}, "no-such-id", {{"key", "stge"}});
  const Json json = Json::parse(
      render_json({{"north.yaml", nullptr, &diagnostics}}, report_words(), Language::en));
  CHECK(keys_of(json) == "format_version deal error diagnostics");
  CHECK(json["deal"].dump() == R"({"path":"north.yaml"})");
  CHECK(json["error"] == true);
  REQUIRE(json["diagnostics"].size() == 2);
  CHECK(json["diagnostics"][0].dump() ==
        R"x({"severity":"error","id":"no-such-id","message":"no-such-id (key=stge)","help":null,)x"
        R"x("file":"north.yaml","line":1,"column":1})x");
  CHECK(json["diagnostics"][1]["severity"] == "warning");
}

TEST_CASE("one outcome is an object, several or none are an array") {
  const Assessment deal = english_deal();
  const Outcome outcome{deal.path, &deal, nullptr};
  const auto parsed = [](const std::vector<Outcome>& outcomes) {
    return Json::parse(render_json(outcomes, report_words(), Language::en));
  };
  CHECK(parsed({outcome}).is_object());
  CHECK(parsed({outcome, outcome}).size() == 2);
  CHECK(parsed({outcome})["diagnostics"].dump() == "[]");
  CHECK(parsed({}).dump() == "[]");
}

}  // namespace
}  // namespace dealcheck
