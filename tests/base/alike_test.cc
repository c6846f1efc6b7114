#include "base/alike.h"

#include <doctest/doctest.h>

#include <string>

namespace dealcheck {
namespace {

TEST_CASE("alike: one character typed in two ways, blanks of every width, what takes no room") {
  CHECK(alike("Rene\u0301") == "Ren\u00E9");
  CHECK(alike("Ren\u00E9") == "Ren\u00E9");
  CHECK(alike("\u1112\u1161\u11AB") == "\uD55C");
  CHECK(alike("か\u3099") == "が");
  CHECK(alike("\u212B") == "\u00C5");
  CHECK(alike("\u00A0Anna\u00A0Meier\u3000") == "Anna Meier");
  CHECK(alike("王\u200B伟\uFEFF") == "王伟");
  CHECK(alike("\u202AWei\u00ADss\u202C ") == "Weiss");
  CHECK(alike(" plain ") == "plain");
  CHECK(alike("\u200B").empty());
  CHECK(alike("\xFF") == "\xFF");
}

TEST_CASE("alike: what differs on the screen stays different") {
  CHECK(alike("Rene") != alike("Ren\u00E9"));
  CHECK(alike("王伟") != alike("王偉"));
  CHECK(alike("\u2764\uFE0F") == "\u2764\uFE0F");
}

TEST_CASE("alike: only names of files keep what cannot be seen") {
  CHECK(composed("a\u0308 \u200B.yaml") == "\u00E4 \u200B.yaml");
  CHECK(composed("\xFF\u0308") == "\xFF\u0308");
}

TEST_CASE("unseen: where the first one stands") {
  CHECK_FALSE(find_unseen("a b, 王 é"));
  const Unseen blank = find_unseen("王\u00A0a");
  CHECK(blank.at == 3);
  CHECK(blank.is_blank);
  const Unseen nothing = find_unseen("a\u200Bb");
  CHECK(nothing.at == 1);
  CHECK(nothing.code == 0x200B);
  CHECK_FALSE(nothing.is_blank);
  CHECK(without_unseen_end("early \u00A0\u200B") == "early");
  CHECK(without_unseen_end("\u3000").empty());
}

}  // namespace
}  // namespace dealcheck
