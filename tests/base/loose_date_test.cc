#include "base/loose_date.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "i18n/spoken_date.h"

namespace dealcheck {
namespace {

const Date kToday = parse_date("2026-06-10").value_or(Date{});  // a Wednesday

/// `2026-03-01..2026-03-31 month`; `2026-03-20` for a day; why nothing was read.
std::string read(std::string_view text, std::optional<Date> today = kToday) {
  const LooseDate found = parse_loose_date(text, today);
  if (found.problem == LooseDate::Problem::needs_today) return "needs today";
  if (!found.date) return "unreadable";
  const Date& date = *found.date;
  if (date.exact()) return iso_date(date);
  return iso_date({date.first()}) + ".." + iso_date({date.last()});
}

}  // namespace

TEST_CASE("loose date: a day in every spelling") {
  for (const char* text :
       {"2026-03-05", "2026/3/5", "2026.3.5", "2026-3-5", "2026年3月5日", "2026年03月05日",
        "２０２６年３月５日", "5 March 2026", "March 5, 2026", "5 Mar 2026", "5th of March 2026",
        "3月5日", "3月5号", "三月五日", "March 5", "5 March"}) {
    CAPTURE(text);
    CHECK(read(text) == "2026-03-05");
  }
}

TEST_CASE("loose date: spans of days") {
  CHECK(read("2026-03") == "2026-03-01..2026-03-31");
  CHECK(read("2026年3月") == "2026-03-01..2026-03-31");
  CHECK(read("March 2026") == "2026-03-01..2026-03-31");
  CHECK(read("in March 2026") == "2026-03-01..2026-03-31");
  CHECK(read("三月") == "2026-03-01..2026-03-31");
  CHECK(read("2026") == "2026-01-01..2026-12-31");
  CHECK(read("2026-Q1") == "2026-01-01..2026-03-31");
  CHECK(read("Q2 2026") == "2026-04-01..2026-06-30");
  CHECK(read("2026年一季度") == "2026-01-01..2026-03-31");
  CHECK(read("2026年上半年") == "2026-01-01..2026-06-30");
  CHECK(read("3月中旬") == "2026-03-11..2026-03-20");
  CHECK(read("early March 2026") == "2026-03-01..2026-03-10");
  CHECK(read("end of February 2024") == "2024-02-21..2024-02-29");
  CHECK(read("about 2026-03-10") == "2026-03-07..2026-03-13");
  CHECK(read("3月10日左右") == "2026-03-07..2026-03-13");
  CHECK(read("2026-03-01..2026-03-05") == "2026-03-01..2026-03-05");
  CHECK(read("3月1日到3月5日") == "2026-03-01..2026-03-05");
}

TEST_CASE("loose date: beside today") {
  CHECK(read("yesterday") == "2026-06-09");
  CHECK(read("昨天") == "2026-06-09");
  CHECK(read("前天") == "2026-06-08");
  CHECK(read("3天前") == "2026-06-07");
  CHECK(read("three weeks ago") == "2026-05-17..2026-05-23");
  CHECK(read("两周前") == "2026-05-24..2026-05-30");
  CHECK(read("last month") == "2026-05-01..2026-05-31");
  CHECK(read("两个月前") == "2026-04-01..2026-04-30");
  CHECK(read("去年底") == "2025-12-01..2025-12-31");
  CHECK(read("end of last year") == "2025-12-01..2025-12-31");
  CHECK(read("去年3月") == "2025-03-01..2025-03-31");
  CHECK(read("last week") == "2026-06-01..2026-06-07");
  CHECK(read("上周三") == "2026-06-03");
  CHECK(read("next month") == "2026-07-01..2026-07-31");
}

TEST_CASE("loose date: what hangs on a day that nobody told needs it, and nothing else does") {
  for (const char* text : {"yesterday", "三周前", "3月12日", "March", "last month", "去年底"}) {
    CAPTURE(text);
    CHECK(read(text, std::nullopt) == "needs today");
  }
  for (const char* text : {"2026-03", "March 2026", "2026-Q1"}) {
    CAPTURE(text);
    CHECK(read(text, std::nullopt) == read(text));
  }
}

TEST_CASE("loose date: what is no day, or two, is not read") {
  for (const char* text : {"2026-02-30", "2026-13", "3/4/2026", "5.3", "20260305", "2026-Q5",
                           "soon", "June maybe", "2月30日", "2026-03-05..2026-03-01", "26-03-05",
                           "", "2026-03-05T10:00", "often", "last", "月", "年"}) {
    CAPTURE(text);
    CHECK(read(text) == "unreadable");
    CHECK(read(text, std::nullopt) == "unreadable");
  }
}

TEST_CASE("loose date: the end that counts, as it is spoken and as it is written") {
  const auto first = parse_loose_date("2026-03", kToday).date.value_or(Date{});
  const auto last = parse_loose_date("2026-03", kToday, SpanEnd::last).date.value_or(Date{});
  CHECK(iso_date(first) == "2026-03-01");
  CHECK(iso_date(last) == "2026-03-31");
  for (const Date& date : {first, last}) {
    CHECK(written_date(date) == "2026-03");
    CHECK(spoken_date(date, kToday, Language::en) == "Mar 2026");
    CHECK(spoken_date(date, kToday, Language::zh) == "2026年3月");
  }
  for (const char* text :
       {"2026", "2026-Q3", "about 2026-03-10", "2026-03-01..2026-03-05", "2026-03-20"}) {
    CHECK(written_date(parse_loose_date(text, kToday, SpanEnd::last).date.value_or(Date{})) ==
          text);
  }
}

}  // namespace dealcheck
