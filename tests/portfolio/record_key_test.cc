#include "portfolio/record_key.h"

#include <doctest/doctest.h>

#include <string>

#include "support.h"

namespace dealcheck {
namespace {

std::string key(const std::string& deal, const std::string& path) {
  return lasting_path(test::read_deal("stage: late\n" + deal), test::rules().vocabulary, path);
}

TEST_CASE("record key: an entry goes by its id, else its name, else its day, else its number") {
  const std::string contacts =
      "contacts: [{id: pay, name: Ann, met: none}, {name: 王工, met: none}, {title: boss}]\n";
  CHECK(key(contacts, "contacts[0].met") == "contacts[pay].met");
  CHECK(key(contacts, "contacts[1]") == "contacts[王工]");
  CHECK(key(contacts, "contacts[2].title") == "contacts[2].title");
  CHECK(key("objections: [{topic: x, date: 2026-03-12}]\n", "objections[0].topic") ==
        "objections[2026-03-12].topic");
}

TEST_CASE("record key: entries that are called the same are counted among themselves") {
  const std::string deal =
      "objections:\n- {topic: x, date: 2026-03-12}\n- {topic: y}\n- {topic: z, date: 2026-03-12}\n";
  CHECK(key(deal, "objections[0]") == "objections[2026-03-12]");
  CHECK(key(deal, "objections[1]") == "objections[1]");
  CHECK(key(deal, "objections[2].can_meet") == "objections[2026-03-12#2].can_meet");
}

TEST_CASE("record key: a path without an entry, or of one that is not there, stays as it is") {
  for (const std::string path : {"", "stage", "behaviours.questions", "contacts", "contacts[7].met",
                                 "nowhere[0]", "contacts[x]", "contacts[0"}) {
    CAPTURE(path);
    CHECK(key("contacts: [{id: pay}]\n", path) == path);
  }
}

}  // namespace
}  // namespace dealcheck
