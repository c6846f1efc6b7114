#include "base/json_writer.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "report/deal/json_parts.h"

namespace dealcheck {
namespace {

template <typename Value>
std::string written(const Value& value) {
  JsonWriter json;
  json.value(value);
  return json.text();
}

template <typename Value>
std::string dumped(const Value& value) {
  return Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

TEST_CASE("json: commas and colons come by themselves") {
  JsonWriter json;
  json.open_object();
  json.key("a");
  json.open_array();
  json.value(1);
  json.value("[");
  json.open_object();
  json.close_object();
  json.null();
  json.close_array();
  json.key("b");
  json.value(true);
  json.key("c");
  json.open_array();
  json.close_array();
  json.close_object();
  CHECK(json.text() == R"({"a":[1,"[",{},null],"b":true,"c":[]})");
}

TEST_CASE("json: a key is quoted like a text") {
  JsonWriter json;
  json.open_object();
  json.key("a\"b");
  json.value(false);
  json.close_object();
  CHECK(json.text() == R"({"a\"b":false})");
}

TEST_CASE("json: every character comes out as nlohmann writes it") {
  std::string all;
  for (char c = 0; c < 0x7F; ++c) {
    all += c;
    CHECK(written(std::string(1, c)) == dumped(std::string(1, c)));
    CHECK(written(std::string("a") + c + "b") == dumped(std::string("a") + c + "b"));
  }
  for (const std::string& text :
       {all, std::string("\x7F"), std::string("\u0085\u2028\uFFFF 王总 😀"), std::string(),
        std::string("\\\\\"\"")}) {
    CHECK(written(text) == dumped(text));
  }
}

TEST_CASE("json: bytes that are no UTF-8 are replaced") {
  for (const char* const text : {"\xFF", "a\xC3", "\xE4\xBD|\xF0\x9F\x98", "\"\xC0\xAF\n",
                                 "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    CHECK(written(std::string(text)) == dumped(std::string(text)));
    CHECK(written(std::string(text)).find("\uFFFD") != std::string::npos);
  }
}

TEST_CASE("json: numbers") {
  CHECK(written(-29) == "-29");
  CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  for (const double number : {0.0, -0.0, 0.74, 1.0, 6860000.0, 1e15, 1e16, 1e300, 5e-324, 0.1 + 0.2,
                              std::numeric_limits<double>::infinity()}) {
    CHECK(written(number) == dumped(number));
  }
}

}  // namespace
}  // namespace dealcheck
