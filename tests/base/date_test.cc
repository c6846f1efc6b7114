#include "base/date.h"

#include <doctest/doctest.h>

#include <string>

#include "i18n/spoken_date.h"

using dealcheck::Date;
using dealcheck::days_between;
using dealcheck::iso_date;
using dealcheck::Language;
using dealcheck::parse_date;
using dealcheck::spoken_date;
using dealcheck::working_days_between;

namespace {

Date day(const char* iso) {
  const auto date = parse_date(iso);
  REQUIRE(date.has_value());
  return date.value_or(Date{});
}

}  // namespace

TEST_CASE("date: days that exist are read and written back") {
  for (const char* iso : {"2026-03-20", "2024-02-29", "2000-02-29", "1999-12-31", "2026-01-01"}) {
    CHECK(iso_date(day(iso)) == iso);
  }
}

TEST_CASE("date: everything else is refused") {
  for (const char* text :
       {"2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
        "2026-3-1", "2026-03-1", "26-03-20", "2026/03/20", "2026-03-20 ", " 2026-03-20",
        "2026-03-20T00:00", "20260320", "", "today", "+026-03-20", "2026-03-2x", "2026年3月20日"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("date: days between") {
  CHECK(days_between(day("2026-03-20"), day("2026-03-20")) == 0);
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(days_between(day("2026-02-28"), day("2026-03-01")) == 1);
  CHECK(days_between(day("2026-03-01"), day("2026-02-28")) == -1);
  CHECK(day("2026-03-01") > day("2026-02-28"));
}

TEST_CASE("date: working days") {
  struct Case {
    const char* from;
    const char* to;
    int days;
  };
  const Case cases[] = {
      {"2026-03-20", "2026-03-20", 0},  // a Friday
      {"2026-03-20", "2026-03-21", 0},  {"2026-03-20", "2026-03-22", 0},
      {"2026-03-20", "2026-03-23", 1},  {"2026-03-16", "2026-03-20", 4},
      {"2026-03-21", "2026-03-22", 0},  {"2026-03-22", "2026-03-27", 5},
      {"2026-03-16", "2026-03-30", 10}, {"2026-03-21", "2026-04-04", 10},
      {"2026-03-23", "2026-03-20", 0},
  };
  for (const Case& each : cases) {
    CAPTURE(each.from);
    CAPTURE(each.to);
    CHECK(working_days_between(day(each.from), day(each.to)) == each.days);
  }
}

TEST_CASE("date: working days agree with counting them one by one") {
  const Date start = day("2026-03-16");
  for (int first = 0; first < 7; ++first) {
    int counted = 0;
    for (int length = 0; length < 30; ++length) {
      const Date from{start.day + std::chrono::days{first}};
      const Date to{from.day + std::chrono::days{length}};
      if (length > 0 && std::chrono::weekday{to.day}.iso_encoding() <= 5) ++counted;
      CHECK(working_days_between(from, to) == counted);
    }
  }
}

TEST_CASE("date: spoken dates leave out the year that is near") {
  const Date near = day("2026-11-02");
  CHECK(spoken_date(day("2026-03-20"), near, Language::en) == "20 Mar");
  CHECK(spoken_date(day("2026-03-20"), near, Language::zh) == "3月20日");
  CHECK(spoken_date(day("2025-12-01"), near, Language::en) == "1 Dec 2025");
  CHECK(spoken_date(day("2027-01-09"), near, Language::zh) == "2027年1月9日");
}

TEST_CASE("date: today is a day of this century") { CHECK(dealcheck::today() > day("2020-01-01")); }
