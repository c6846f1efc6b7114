#include "analysis/lookup.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "analysis/word_index.h"
#include "support.h"

namespace dealcheck {
namespace {

struct Sought {
  std::string_view sentence;
  std::string_view places;  ///< the right ones, separated by blanks
};

constexpr std::array kSentences{
    Sought{"Agreed that our platform is the better one",
           "commitments.said behaviours.explicit_choice"},
    Sought{"看手机、不看人、答非所问", "contacts.manner"},
    Sought{"二十多次拜访", "contacts.times_met"},
    Sought{"All talks in shop-floor terms", "value.language"},
    Sought{"What else the capital competes with, other spending", "alternatives.other_spending"},
    Sought{"Specification that only H and D meet", "process.papers_fit"},
    Sought{"Marks about equal", "process.marks"},
    Sought{"Close to the ceiling", "value.price_vs_ceiling"},
    Sought{"85% probability", "deal.probability"},
    Sought{"Silence after paperwork", "silences.after silences.since silences.what"},
    Sought{"Check-the-box exercise, the others are the fillers", "competitors.status"},
    Sought{"Terms discussed", "behaviours.negotiates_terms price_talks.about"},
    Sought{"Promises to Ma", "compliance.kind"},
    Sought{"Worth millions a year", "deal.significance"},
    Sought{"Agreeable to nearly everything else", "contacts.manner"},
    Sought{"Runs the process alone", "contacts.part"},
    Sought{"Never lets me meet anyone", "contacts.gatekeeper"},
    Sought{"they never let us meet anybody else", "contacts.gatekeeper"},
    Sought{"被拉来陪标", "compliance.kind competitors.status contacts.sees_us"},
    Sought{"One of the largest deals in the forecast", "deal.significance"},
    Sought{"Coach says the agenda is right", "advice.what"},
    Sought{"几十条需求互相矛盾", "behaviours.clarity"},
    Sought{"谁都不让介绍", "contacts.gatekeeper"},
    Sought{"需求书照F上一代写的，我们就差一两条", "process.papers_fit process.criteria_by"},
    Sought{"陈让报最低，周让报满额，两个人的建议矛盾",
           "advice.clashes_with advice.about advice.what"},
    Sought{"No executive sponsor", "network.sponsor"},
    Sought{"Three of our own go/no-go conditions missed", "fit.go_no_go"},
    Sought{"那么忙推不掉，派了总经理", "executive_access.outcome"},
    Sought{"Holds two valid purchase orders, asked not to book them", "paper.on_hold paper.stage"},
    Sought{"Their firm has an investment in our competitor", "competitors.link"},
    Sought{"licences other software from it", "competitors.link"},
    Sought{"Small company is a weakness", "weaknesses.kind"},
    Sought{"他让我把投标书给他看", "exchanges.what"},
    Sought{"只跟他一个人谈过", "network.breadth"},
    Sought{"Head of the agency passes me on after five minutes", "executive_access.outcome"},
    Sought{"I lowered the price", "price_talks.our_move"},
    Sought{"废标", "process.void"},
    Sought{"一家早有准备，全摆在桌上", "competitors.knew_beforehand"},
    Sought{"头一次主动约我", "interactions.called_by"},
    Sought{"想从我们这里打听对手", "behaviours.asks_about_rivals"},
    Sought{"Four trips at our cost", "exchanges.what our_side.effort"},
    Sought{"Have not asked her straight", "our_side.hard_questions"},
    Sought{"我刚接手，前任没做工作", "our_side.predecessor"},
    Sought{"公司最重要的客户之一", "deal.class"},
    Sought{"He has not spoken of any negotiation round", "process.negotiation"},
    Sought{"We have much room in the price", "value.price_room"},
    Sought{"跟工程师到处长关系都不错", "contacts.relation"},
    Sought{"决策圈：局长、主管副局长", "contacts.part"},
    Sought{"Ever stiffer, puts questions off to the next step",
           "behaviours.refuses_information contacts.trend"},
    Sought{"商务10、价格40、技术40、服务10", "process.price_weight"},
    Sought{"不唱标，三轮报价", "process.prices_open process.negotiation"},
    Sought{"我们抽到倒数第二，可能轮不上讲", "process.speaking_order"},
    Sought{"内部没有我们的人", "network.friend_inside"},
    Sought{"投入是我们十倍", "competitors.effort our_side.effort"},
    Sought{"对手跟了两年半", "competitors.started"},
    Sought{"一期是S做的", "competitors.link"},
    Sought{"连总包的总工都换了", "changes.what"},
    Sought{"今年本区域最大的一单", "deal.significance"},
    Sought{"To be secured with finance, the only step left", "project.budget"},
    Sought{"Must issue an RFP and get several bids", "process.three_bid_rule"},
    Sought{"Twelve proposals, four picked", "process.bidders process.began_with"},
    Sought{"Very pleased with the pilot", "exchanges.result"},
    Sought{"Review committee whose members we do not know", "process.panel contacts.kind"},
    Sought{"No other person has been spoken with", "network.breadth contacts.covered"},
    Sought{"No problem to be solved was named", "project.problem"},
    Sought{"钱的事没人提", "project.budget"},
    Sought{"很少应酬", "weaknesses.kind"},
    Sought{"领导们", "contacts.kind"},
    Sought{"I had rated it 75%", "deal.probability"},
    Sought{"He declined the meeting without a word", "interactions.held"},
    Sought{"asks for a proposal", "commitments.said"},
    Sought{"We have just been taken over, new president", "our_side.new_owner"},
    Sought{"not prepared by the rep", "our_side.homework our_side.blunder"},
    Sought{"wary", "contacts.manner"},
    Sought{"A telephone call with the CIO", "executive_access.outcome interactions.kind"},
    Sought{"Three rounds of expert review passed", "project.approval"},
    Sought{"报告让我写", "exchanges.what"},
    Sought{"量身定做参数", "compliance.kind"},
    Sought{"Nobody but me believes in it", "our_side.support_of_firm"},
    Sought{"The decision maker changed", "changes.what changes.to"},
    Sought{"A grant is to pay", "project.budget"},
    Sought{"Always gracious, never good news", "contacts.manner"},
    Sought{"half a year in procurement", "paper.stage"},
    Sought{"The third extension", "project.put_off_times silences.what project.put_off"},
    Sought{"The CEO, never met, rings", "executive_access.outcome"},
    Sought{"We were not in touch during the pause", "weaknesses.kind"},
    Sought{"Warmer with the competitor", "contacts.trend"},
    Sought{"Everything goes through her or him", "contacts.gatekeeper"},
    Sought{"We are not going to buy the T design", "commitments.said"},
    Sought{"It appears that will be our direction", "commitments.said"},
    Sought{"twenty minutes late", "interactions.held our_side.blunder"},
    Sought{"the team needs training first", "project.prerequisite"},
    Sought{"Resources reserved", "exchanges.what"},
    Sought{"Refuses visits", "interactions.held"},
    Sought{"papers given away, they may be used with others", "exchanges.passed_on"},
    Sought{"Whom did you take? Nobody", "commitments.said"},
    Sought{"the purchase moves to somebody outside, the agency takes over",
           "changes.what changes.to"},
    Sought{"I know a client of that agency who knows its owner", "contacts.knows"},
    Sought{"Our website carries a package for a competing casino", "weaknesses.kind"},
    Sought{"叶交代何主任配合我们", "commitments.said"},
    Sought{"对我们从来不明确", "contacts.manner behaviours.explicit_choice"},
    Sought{"几天一起做方案，不顺", "interactions.response"},
    Sought{"软件平台我们不做", "weaknesses.kind"},
    Sought{"Cannot name an award date", "project.decision_day"},
    Sought{"We gave realistic answers and several times said no", "our_side.candour"},
    Sought{"Fifty at the conference, how many bidders at first",
           "process.began_with process.bidders"},
    Sought{"让我们等通知，别打电话", "silences.what"},
    Sought{"Met all key people", "network.breadth"},
    Sought{"Hit the nail on the head", "behaviours.our_views"},
    Sought{"They are hurting", "project.problem"},
    Sought{"One replaced by another", "changes.what changes.to"},
    Sought{"Final round", "process.narrowed"},
    Sought{"Waits for the purchase order", "paper.stage"},
    Sought{"听说两头通吃", "contacts.serves_both"},
};

bool is_right(const Sought& sought, const LookupPlace& place) {
  const std::string name = " " + place.section + "." + place.key + " ";
  return (" " + std::string(sought.places) + " ").find(name) != std::string::npos;
}

/// Each sentence is looked up once for all tests.
const std::vector<LookupPlace>& find(const std::string& sentence) {
  static std::map<std::string, std::vector<LookupPlace>> known;
  const auto [place, fresh] = known.try_emplace(sentence);
  if (fresh) {
    place->second =
        look_up(test::rules(), sentence, Language::en, parse_date("2026-03-20").value_or(Date{}));
  }
  return place->second;
}

}  // namespace

TEST_CASE("lookup: nine sentences in ten find their place among the first three") {
  std::size_t right = 0;
  for (const Sought& sought : kSentences) {
    std::vector<LookupPlace> places = find(std::string(sought.sentence));
    if (places.size() > 3) places.resize(3);
    const bool found = std::any_of(places.begin(), places.end(), [&](const LookupPlace& place) {
      return is_right(sought, place);
    });
    if (found) ++right;
  }
  CHECK(right * 10 >= kSentences.size() * 9);
}

TEST_CASE("lookup: at most one place for a key, and five in all") {
  for (const Sought& sought : kSentences) {
    const std::vector<LookupPlace> places = find(std::string(sought.sentence));
    CHECK(places.size() <= 5);
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        CHECK((places[i].section != places[j].section || places[i].key != places[j].key));
      }
    }
  }
}

TEST_CASE("lookup: the line is read as it stands, and says what the place says") {
  for (const Sought& sought : kSentences) {
    for (const LookupPlace& place : find(std::string(sought.sentence))) {
      if (place.key == "stage") continue;  // it stands there already
      CAPTURE(place.line);
      CHECK(test::complaints_about("stage: late\n" + place.line + "\n").find("error") ==
            std::string::npos);
    }
  }
}

TEST_CASE("lookup: what a rule would say is told with its stages and points") {
  const auto places = find("they never let us meet anybody else");
  REQUIRE_FALSE(places.empty());
  CHECK(places.front().value == "shut");
  REQUIRE_FALSE(places.front().effects.empty());
  CHECK(places.front().effects.front().rule == "people.gatekeeper");
  CHECK(places.front().effects.front().points == -3);
  CHECK(places.front().effects.front().stages.size() == 3);
}

TEST_CASE("lookup: a name tells every spelling, the one for programs first") {
  const auto keys = look_up_name(test::rules(), "决定权", Language::en);
  REQUIRE(keys.size() == 1);
  CHECK(keys.front().key == "can_decide");
  CHECK(keys.front().names.front() == "can_decide");
  REQUIRE_FALSE(keys.front().values.empty());
  CHECK(keys.front().values.front().value == "final");
  CHECK(look_up_name(test::rules(), "fit", Language::en).size() > 3);
  CHECK(look_up_name(test::rules(), "fit.credit", Language::en).size() == 1);
  CHECK(look_up_name(test::rules(), "no such name", Language::en).empty());
  CHECK(find("xyzzy").empty());
  CHECK(find("").empty());
}

TEST_CASE("lookup: words without their endings, Chinese in ones, twos and threes") {
  CHECK(search_words("Meeting meetings, MEET") == std::vector<std::string>{"meet"});
  CHECK(search_words("不让见") ==
        std::vector<std::string>{"不", "不让", "不让见", "见", "让", "让见"});
  CHECK(search_words("?!").empty());
}

}  // namespace dealcheck
