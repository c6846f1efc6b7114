#include "import/crm_values.h"

#include <doctest/doctest.h>

using namespace dealcheck;

namespace {

std::string amount(const std::string& text, DecimalMark mark = DecimalMark::unsaid) {
  const CrmText read = read_crm_amount(text, mark);
  if (read.problem == ValueProblem::two_ways) return "two ways";
  if (read.problem == ValueProblem::unreadable) return "unreadable";
  return read.text + (read.currency.empty() ? "" : " " + read.currency);
}

std::string day(const std::string& text, DateOrder order = DateOrder::unsaid) {
  const CrmText read = read_crm_date(text, order);
  if (read.problem == ValueProblem::two_ways) return "two ways";
  return read.problem == ValueProblem::unreadable ? "unreadable" : read.text;
}

}  // namespace

TEST_CASE("An amount of an export is read when it can mean only one") {
  CHECK(amount("1250000") == "1250000");
  CHECK(amount("1,250,000") == "1250000");
  CHECK(amount("1.250.000") == "1250000");
  CHECK(amount("1,250.50") == "1250.5");
  CHECK(amount("1.250,50") == "1250.5");
  CHECK(amount("12,5") == "12.5");
  CHECK(amount("1250.500") == "1250.5");
  CHECK(amount("1 250 000,00 €") == "1250000 €");
  CHECK(amount("1'250'000.00") == "1250000");
  CHECK(amount("EUR 1,250,000.00") == "1250000 EUR");
  CHECK(amount("$80,000.00") == "80000 $");
  CHECK(amount("120万") == "1200000");
  CHECK(amount("0") == "0");
  CHECK(amount("0.00") == "0");
  CHECK(amount("007.50") == "7.5");
}

TEST_CASE("An amount that can be two is not guessed") {
  CHECK(amount("1,250") == "two ways");
  CHECK(amount("1.250") == "two ways");
  CHECK(amount("1,250", DecimalMark::point) == "1250");
  CHECK(amount("1,250", DecimalMark::comma) == "1.25");
  CHECK(amount("1.250", DecimalMark::comma) == "1250");
  CHECK(amount("1,250.00", DecimalMark::comma) == "1250");  // it tells by itself
}

TEST_CASE("What is no amount is refused") {
  for (const char* text : {"a lot", "-5000", "(5000)", "12,34,56", "1.2.3,4,5", "5000 - 6000",
                           "=1+1", "1,2500.00", "€", ""}) {
    CAPTURE(text);
    CHECK(amount(text) == "unreadable");
  }
}

TEST_CASE("An amount proves what stands in front of the cents") {
  CHECK(decimal_mark_in("1,250.00") == DecimalMark::point);
  CHECK(decimal_mark_in("12,5") == DecimalMark::comma);
  CHECK(decimal_mark_in("1,250,000") == DecimalMark::point);
  CHECK(decimal_mark_in("1,250") == DecimalMark::unsaid);
  CHECK(decimal_mark_in("1250") == DecimalMark::unsaid);
}

TEST_CASE("A day of an export is read when it can mean only one") {
  CHECK(day("2026-03-15") == "2026-03-15");
  CHECK(day("2026-03-15 14:30") == "2026-03-15");
  CHECK(day("2026-03-15T10:00:00.000Z") == "2026-03-15");
  CHECK(day("2026-03-15T10:00:00.000+0000") == "2026-03-15");
  CHECK(day("3/15/2026 2:30 PM") == "2026-03-15");
  CHECK(day("15/3/2026") == "2026-03-15");
  CHECK(day("15.03.2026") == "2026-03-15");
  CHECK(day("03.04.2026") == "2026-04-03");
  CHECK(day("5/5/2026") == "2026-05-05");
  CHECK(day("2026年3月15日") == "2026-03-15");
  CHECK(day("2026/7/1") == "2026-07-01");
  CHECK(day("2026-07") == "2026-07");
}

TEST_CASE("A day that can be two is not guessed, and one that is none is refused") {
  CHECK(day("03/04/2026") == "two ways");
  CHECK(day("03/04/2026", DateOrder::dmy) == "2026-04-03");
  CHECK(day("03/04/2026", DateOrder::mdy) == "2026-03-04");
  CHECK(day("15/03/2026", DateOrder::mdy) == "unreadable");
  CHECK(day("31/31/2026") == "unreadable");
  CHECK(day("2/30/2026") == "unreadable");
  CHECK(day("3/15/26") == "unreadable");
  CHECK(day("46096") == "unreadable");
  CHECK(day("soon") == "unreadable");
  CHECK(day("") == "unreadable");
}

TEST_CASE("A day proves the order of a column") {
  CHECK(date_order_in("15/03/2026") == DateOrder::dmy);
  CHECK(date_order_in("3/15/2026") == DateOrder::mdy);
  CHECK(date_order_in("3/4/2026") == DateOrder::unsaid);
  CHECK(date_order_in("31/31/2026") == DateOrder::unsaid);
  CHECK(date_order_in("2026-03-15") == DateOrder::unsaid);
}
