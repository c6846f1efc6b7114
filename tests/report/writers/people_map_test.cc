#include "report/writers/people_map.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace dealcheck {

namespace {

MapPerson person(std::optional<int> support, std::size_t influence, double label = 60) {
  return {support, influence, 21, label};
}

double distance_of(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("people map: more support is further right, more influence further up") {
  const PeopleMap map = lay_out_people({person(-5, 0), person(0, 1), person(5, 2)}, 720);
  CHECK(map.nodes[0].at.x < map.nodes[1].at.x);
  CHECK(map.nodes[1].at.x < map.nodes[2].at.x);
  CHECK(map.nodes[0].at.y < map.nodes[1].at.y);
  CHECK(map.nodes[1].at.y < map.nodes[2].at.y);
  CHECK(map.nodes[0].at.x < map.against.to);
  CHECK(map.nodes[1].at.x == doctest::Approx((map.neutral.from + map.neutral.to) / 2));
  CHECK(map.nodes[2].at.x > map.in_favour.from);
  CHECK_FALSE(map.unsaid.has_value());
  CHECK(map.rows[3].to == 0);  // everybody's influence is said
  CHECK(map.us.at.y < map.height);
}

TEST_CASE("people map: whose support is not said stands apart from the scale") {
  const PeopleMap map = lay_out_people({person(std::nullopt, 3), person(-5, 0)}, 720);
  REQUIRE(map.unsaid.has_value());
  CHECK(map.nodes[0].at.x < map.unsaid->to);
  CHECK(map.unsaid->to < map.against.from);
  CHECK(map.rows[3].to > map.rows[3].from);
}

TEST_CASE("people map: no two names touch, none sticks out") {
  std::vector<MapPerson> people(40);
  for (int i = 0; i < 40; ++i) {
    const auto place = static_cast<std::size_t>(i);
    people[place] = person(i % 11 - 5, place % 4, 90);
  }
  for (const double width : {330.0, 720.0}) {
    CAPTURE(width);
    const PeopleMap map = lay_out_people(people, width);
    for (std::size_t i = 0; i < people.size(); ++i) {
      CHECK(map.nodes[i].label_x - 45 >= 0);
      CHECK(map.nodes[i].label_x + 45 <= width);
      CHECK(map.nodes[i].at.y < map.height);
      for (std::size_t j = 0; j < i; ++j) {
        if (map.nodes[i].at.y != map.nodes[j].at.y) continue;
        CHECK(std::abs(map.nodes[i].label_x - map.nodes[j].label_x) > 90);
      }
    }
  }
}

TEST_CASE("people map: a line stops short of both marks, its arrow points at the second") {
  const MapNode from{{100, 100}, 21, 100};
  const MapNode to{{400, 100}, 21, 400};
  const MapLine line = lay_out_line(from, to, 0);
  CHECK(line.from.x == doctest::Approx(100 + 10.5 + 5));
  CHECK(line.to.x == doctest::Approx(400 - 10.5 - 5));
  const auto head = arrow_head(line, 10);
  REQUIRE(head.size() == 3);
  CHECK(distance_of(head[0], to.at) < distance_of(head[1], to.at));
  CHECK(distance_of(head[1], head[2]) == doctest::Approx(9));
  // Seen from the first mark it bends to the left, that is up.
  CHECK(lay_out_line(from, to, 20).bend.y < 100);
  CHECK(lay_out_line(from, to, -20).bend.y > 100);
  // From below it stops under the name.
  CHECK(lay_out_line({{400, 300}, 21, 400}, to, 0).to.y > 100 + 27);
}

TEST_CASE("people map: a line from a person to himself harms nothing") {
  const MapNode node{{100, 100}, 21, 100};
  const MapLine line = lay_out_line(node, node, 16);
  CHECK(std::isfinite(line.to.x));
  CHECK(std::isfinite(arrow_head(line, 8)[1].x));
}

}  // namespace dealcheck
