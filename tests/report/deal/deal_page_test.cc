// What a deal's page says and what it never does; how it looks and behaves is tests/pages'.

#include "report/deal/deal_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "report/shared/render.h"
#include "support.h"

namespace dealcheck {

namespace {

std::string page_of(const std::string& deal, Language language = Language::en, bool all = false) {
  return render_deal_page(test::judge(deal, language), test::rules(),
                          {.language = language, .all = all});
}

std::size_t count(const std::string& page, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// The elements and the names of their attributes.
std::string skeleton(const std::string& page) {
  std::string tags;
  const std::regex tag("<[a-z!/](?:[^>\"]|\"[^\"]*\")*>");
  const std::regex value("=\"[^\"]*\"");
  for (std::sregex_iterator one(page.begin(), page.end(), tag), end; one != end; ++one) {
    tags += std::regex_replace(one->str(), value, "");
  }
  return tags;
}

constexpr std::string_view kHostile[] = {
    "<script>alert(1)</script>", "javascript:alert(1)",
    "\" onload=\"alert(1)",      "</title></style><img src=x onerror=alert(1)>",
    "' style='color:red",        "&lt;b&gt;"};

/// A deal in which every text is hostile.
std::string hostile_deal(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  quoted += "'";
  return std::regex_replace(std::string(R"(stage: late
name: X
account: X
owner: X
objective: {what: X, who: X}
contacts:
  - {id: a, name: X, title: X, roles: [economic], influence: high, influence_why: X, support: 3, support_why: X, met: none, win: X}
  - {name: X, title: X, reports_to: a, trusts: a, roles: [user], support: 4, met: 2026-03-02}
price_talks: [{date: 2026-02-24, by: a, about: discount, note: X}]
objections: [{date: 2026-03-12, by: a, topic: X, can_meet: no}]
competitors: [{name: X, strengths: [{what: X, recognised_by: a}]}]
strengths: [{what: X, recognised_by: a, different: yes}]
plan: [{action: X, who: X, moves: a}]
waive: [{rule: people.no-coach, reason: X}]
)"),
                            std::regex("X"), std::regex_replace(quoted, std::regex("\\$"), "$$$$"));
}

}  // namespace

TEST_CASE("a deadly mine tells its step, or that none is known, in every format") {
  const std::string lost =
      "stage: late\nas_of: 2026-03-20\ncompetitors: [{name: Acme, status: favoured}]\n";
  const std::string met =
      "stage: late\nas_of: 2026-03-20\ncontacts: [{id: cfo, roles: economic, met: none}]\n";
  const auto formats = [](const std::string& file, Language language) {
    const Assessment deal = test::judge(file, language);
    return std::vector<std::string>{
        page_of(file, language), render_text(deal, test::rules().words, {language, false, 100}),
        render_text(deal, test::rules().words,
                    {.language = language, .format = ReportFormat::markdown})};
  };
  for (const std::string& text : formats(lost, Language::en)) {
    CHECK(text.find("no step known: decide with your manager") != std::string::npos);
  }
  for (const std::string& text : formats(lost, Language::zh)) {
    CHECK(text.find("目前没有合适的一步，跟经理一起定") != std::string::npos);
  }
  for (const std::string& text : formats(met, Language::en)) {
    CHECK(text.find("no step known") == std::string::npos);
  }
  CHECK(formats(met, Language::en)[1].find("answered by step 1") != std::string::npos);
  CHECK(formats(met, Language::en)[2].find("answered by step 1") != std::string::npos);
  CHECK(formats(met, Language::en)[0].find("Step 1: ") != std::string::npos);
}

TEST_CASE("deal page: a text of the user's stays a text, wherever it stands") {
  const std::string plain = page_of(hostile_deal("Weiss"));
  for (const std::string_view text : kHostile) {
    CAPTURE(text);
    const std::string page = page_of(hostile_deal(text));
    CHECK(skeleton(page) == skeleton(plain));
    CHECK(count(page, "<script") == 0);
    CHECK(count(page, "<img") == 0);
    CHECK(count(page, " style=\"") == 0);
    CHECK(count(page, "href=\"javascript") == 0);
  }
}

TEST_CASE("deal page: no link and no address leads out of the page") {
  const std::string page = page_of(hostile_deal("https://example.org/"));
  const std::regex link("(?:href|src)=\"([^\"]*)\"");
  for (std::sregex_iterator one(page.begin(), page.end(), link), end; one != end; ++one) {
    const std::string target = (*one)[1];
    CHECK_MESSAGE((target.starts_with("#e") || target == "data:,"), target);
  }
  CHECK(count(page, "url(") == 0);
}

TEST_CASE("deal page: every number leads to a footnote that names file and line") {
  const std::string page = page_of(hostile_deal("Weiss"));
  const std::regex link("href=\"#(e[0-9]+)\"");
  std::size_t found = 0;
  for (std::sregex_iterator one(page.begin(), page.end(), link), end; one != end; ++one, ++found) {
    CHECK_MESSAGE(count(page, "id=\"" + (*one)[1].str() + "\"") == 1, (*one)[1].str());
  }
  CHECK(found > 10);
  CHECK(count(page, "<span class=\"place\">deal.yaml:10</span>") > 0);
}

TEST_CASE("deal page: the same deal makes the same bytes, small enough to mail") {
  const std::string deal = hostile_deal("Weiss");
  CHECK(page_of(deal) == page_of(deal));
  CHECK(page_of(deal).size() < 300'000);
}

TEST_CASE("deal page: the shortest deal has a page without empty parts") {
  for (const Language language : {Language::en, Language::zh}) {
    const std::string page = page_of("stage: early\n", language);
    CHECK(count(page, "<ul></ul>") == 0);
    CHECK(count(page, "<ol></ol>") == 0);
    CHECK(count(page, "<figure class=\"map\">") == 0);
    CHECK(count(page, "pages.") == 0);  // a text that is missing shows its id
    CHECK(count(page, "report.") == 0);
    CHECK(count(page, "<h1>deal.yaml</h1>") == 1);
  }
}

TEST_CASE("deal page: everything is open with --all, folded without") {
  const std::string deal = hostile_deal("Weiss");
  CHECK(count(page_of(deal), "<details>") > 0);
  CHECK(count(page_of(deal, Language::en, true), "<details>") == 0);
  CHECK(count(page_of(deal, Language::en, true), "<details open=\"\">") > 0);
}

TEST_CASE("deal page: an unclear deal and one without a project say so beside the scale") {
  const std::string unclear = page_of("stage: late\n");
  CHECK(count(unclear, "Too little is known for a place on the scale.") == 1);
  CHECK(count(unclear, "class=\"fill-accent here\"") == 0);
  const std::string idle = page_of("stage: mid\nproject: {initiated: no, put_off: frozen}\n");
  CHECK(count(idle, "The scale holds only once the project has started.") == 1);
}

}  // namespace dealcheck
