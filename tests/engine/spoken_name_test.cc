#include "engine/spoken_name.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

/// How the only contact of a deal is called in a sentence.
std::string called(const std::string& contact, Language language = Language::en) {
  const Opportunity deal = test::read_deal("stage: mid\ncontacts: [{id: a, " + contact + "}]\n");
  return spoken_name(deal, test::rules(), 0, language);
}

}  // namespace

TEST_CASE("spoken names: who is known by a title only takes an article") {
  CHECK(called("title: CIO") == "the CIO");
  CHECK(called("title: Head of Logistics") == "the Head of Logistics");
  CHECK(called("title: warehouse manager") == "the warehouse manager");
  CHECK(called("name: warehouse manager") == "the warehouse manager");
  CHECK(called("name: prospect") == "the prospect");
  CHECK(called("name: CEO") == "the CEO");
}

TEST_CASE("spoken names: a name takes none, and nobody knows better where it cannot be told") {
  CHECK(called("name: John Smith") == "John Smith");
  CHECK(called("name: Ann, title: CIO") == "Ann");
  CHECK(called("name: Peter Head") == "Peter Head");
  CHECK(called("name: wang lei") == "wang lei");
  CHECK(called("roles: economic") == "a");
}

TEST_CASE("spoken names: none beside another word of that kind, or a number") {
  CHECK(called("title: the board") == "the board");
  CHECK(called("title: our coach in the account") == "our coach in the account");
  CHECK(called("title: her sales team") == "her sales team");
  CHECK(called("title: one of the senior people") == "one of the senior people");
  CHECK(called("title: finance") == "finance");
  CHECK(called("title: \"Smith's assistant\"") == "Smith's assistant");
}

TEST_CASE("spoken names: Chinese has no article") {
  CHECK(called("title: CIO", Language::zh) == "CIO");
  CHECK(called("title: 处长") == "处长");
}

TEST_CASE("spoken names: a sentence begins with a capital, a part of one does not") {
  CHECK(begun_as_sentence("the CIO is new. the CFO left.") == "The CIO is new. The CFO left.");
  CHECK(begun_as_sentence("the CIO hearing us") == "the CIO hearing us");
  CHECK(begun_as_sentence("We met the CIO.") == "We met the CIO.");
  CHECK(begun_as_sentence("").empty());
}

}  // namespace dealcheck
