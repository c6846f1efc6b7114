#include "base/scalars.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dealcheck {
namespace {

struct Good {
  std::string_view text;
  double value;
};

}  // namespace

TEST_CASE("scalars: plain decimal numbers") {
  const Good cases[] = {{"0", 0},        {"25", 25},     {"-5", -5},       {"+5", 5},
                        {"2.5", 2.5},    {"-0.5", -0.5}, {"0.125", 0.125}, {"1000000", 1e6},
                        {"10.50", 10.5}, {"１２", 12}};
  for (const Good& one : cases) {
    CAPTURE(one.text);
    REQUIRE(parse_number(one.text).has_value());
    CHECK(*parse_number(one.text) == doctest::Approx(one.value).epsilon(1e-12));
  }
}

TEST_CASE("scalars: what a person might read in two ways is no number") {
  for (const std::string_view text :
       {"",    " ",     "010",  "00",    "-01",    "0x1F", "0X1f", "0b1",  "0o17", "1_000", "1,000",
        "80%", ".nan",  ".inf", "-.inf", "nan",    "inf",  "1e3",  "1.",   ".5",   "1.2.3", "--1",
        "+-1", "1 000", " 1",   "1 ",    "12 EUR", "十",   "1-2",  "five", "+",    "-"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text).has_value());
  }
}

TEST_CASE("scalars: a number too large for any deal is none") {
  CHECK_FALSE(parse_number(std::string(400, '9')).has_value());
}

TEST_CASE("scalars: amounts of money") {
  const Good cases[] = {{"1200000", 1.2e6},
                        {"1.2M EUR", 1.2e6},
                        {"1.2M", 1.2e6},
                        {"350k", 350e3},
                        {"350K USD", 350e3},
                        {"2bn", 2e9},
                        {"€ 1.2M", 1.2e6},
                        {"USD 300k", 300e3},
                        {"EUR 300", 300},
                        {"¥120万", 1.2e6},
                        {"120万", 1.2e6},
                        {"120万元", 1.2e6},
                        {"1.5亿", 1.5e8},
                        {"3千万", 3e7},
                        {"2百万元", 2e6},
                        {"300 EUR", 300},
                        {"0", 0},
                        {"-50k", -50e3},
                        {" 12 ", 12},
                        {"12 万元", 120e3},
                        {"5m", 5e6},
                        {"100 kr", 100},
                        {"100 MXN", 100},
                        {"2 million EUR", 2e6},
                        {"2 Million", 2e6},
                        {"2 millions", 2e6},
                        {"1.2 Mio. EUR", 1.2e6},
                        {"1.2 mio", 1.2e6},
                        {"3mn USD", 3e6},
                        {"3MM", 3e6},
                        {"2B", 2e9},
                        {"2 Mrd. €", 2e9},
                        {"2 billion euros", 2e9},
                        {"5 BN", 5e9},
                        {"50 thousand", 50e3},
                        {"50 Tsd. EUR", 50e3},
                        {"30千", 30e3},
                        {"30千元", 30e3},
                        {"120w", 1.2e6},
                        {"120W元", 1.2e6},
                        {"5kw", 5e7},
                        {"3十万", 3e5},
                        {"2个亿", 2e8},
                        {"12億", 1.2e9},
                        {"3 crore", 3e7},
                        {"5M$", 5e6},
                        {"5k€", 5e3},
                        {"US$ 5M", 5e6},
                        {"US$5M", 5e6},
                        {"HK$ 300", 300},
                        {"100 zł", 100},
                        {"人民币 120万元", 1.2e6},
                        {"120万元整", 1.2e6},
                        {"１２０万", 1.2e6},
                        {"１．５亿元", 1.5e8},
                        {"￥１２０", 120},
                        {"−50k", -50e3}};
  for (const Good& one : cases) {
    CAPTURE(one.text);
    REQUIRE(parse_money(one.text).has_value());
    CHECK(parse_money(one.text)->value == doctest::Approx(one.value).epsilon(1e-12));
  }
}

TEST_CASE("scalars: an amount tells its currency and its unit as written") {
  struct Case {
    std::string_view text;
    std::string_view currency;
    std::string_view unit;
  };
  for (const Case& one :
       {Case{"1.2M EUR", "EUR", "M"}, Case{"€ 1.2M", "€", "M"}, Case{"120万", "", "万"},
        Case{"120万元", "元", "万"}, Case{"300万欧元", "欧元", "万"}, Case{"1200000", "", ""},
        Case{"USD 300k", "USD", "k"}, Case{"1.2 Mio. EUR", "EUR", "Mio"},
        Case{"2 million EUR", "EUR", "million"}, Case{"1.5千万欧元", "欧元", "千万"},
        Case{"１２０万", "", "万"}, Case{"5M$", "$", "M"}}) {
    CAPTURE(one.text);
    REQUIRE(parse_money(one.text).has_value());
    CHECK(parse_money(one.text)->currency == one.currency);
    CHECK(parse_money(one.text)->unit == one.unit);
  }
}

TEST_CASE("scalars: what is said around an amount changes nothing in it") {
  struct Case {
    std::string_view text;
    double value;
    std::string_view currency;
  };
  for (const Case& one :
       {Case{"about 5M", 5e6, ""}, Case{"over 10M CNY", 1e7, "CNY"}, Case{"约120万", 1.2e6, ""},
        Case{"320万左右", 3.2e6, ""}, Case{"1000万以上", 1e7, ""}, Case{"500多万", 5e6, ""},
        Case{"320W", 3.2e6, ""}, Case{"3200千元", 3.2e6, "元"}, Case{"1,200,000", 1.2e6, ""},
        Case{"1.200.000 EUR", 1.2e6, "EUR"}, Case{"USD 1,200,000", 1.2e6, "USD"},
        Case{"三百二十万", 3.2e6, ""}, Case{"一亿两千万元", 1.2e8, "元"},
        Case{"五十万欧元", 5e5, "欧元"}, Case{"up to 2 Mrd EUR", 2e9, "EUR"}}) {
    CAPTURE(one.text);
    REQUIRE(parse_money(one.text).has_value());
    CHECK(parse_money(one.text)->value == doctest::Approx(one.value).epsilon(1e-12));
    CHECK(parse_money(one.text)->currency == one.currency);
  }
  for (const std::string_view text : {"50万/年", "300-350万", "5M a year", "三百二", "一万二"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_money(text).has_value());
  }
}

TEST_CASE("scalars: amounts that could mean two things, or nothing, are refused") {
  for (const std::string_view text :
       {"",          "EUR",         "much",        "1,200",    "1.2000.000",
        "1_000",     "010k",        "80%",         "1.2.3M",   "100-200k",
        "300k 400k", "0x1F",        "1e6",         ".nan",     "2 millionen-ish",
        "5 G",       "5 t",         "2 gazillion", "120約",    "一百二",
        "2 x",       "5M per year", "5 EUR 3",     "5M EURO5", "2 万 万",
        "1,5M",      "１，２",      "几百万",      "5 USD/a",  "1.2 .EUR",
        "５EUR６"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_money(text).has_value());
  }
}

}  // namespace dealcheck
