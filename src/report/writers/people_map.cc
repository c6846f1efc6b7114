// Names must be readable, so no two in a row may touch: within a row people stand in as many lanes
// as their names need, and a row is as high as its lanes.

#include "report/writers/people_map.h"

#include <algorithm>
#include <cmath>

namespace dealcheck {

namespace {

constexpr double kTop = 22;         // for the words above the columns
constexpr double kRowHead = 20;     // for the word that names a row
constexpr double kLane = 52;        // a mark with its name
constexpr double kMarkInLane = 15;  // its middle, from the top of the lane
constexpr double kBottom = 46;      // for our own side
constexpr double kMark = 11;        // half the height of a mark
constexpr double kName = 33;        // from its middle to below the name
constexpr double kAround = 5;       // free space around both
constexpr double kSpace = 8;        // between two names
constexpr double kUs = 24;          // half the width of our own mark
constexpr int kColumns = 11;        // -5 … +5
constexpr double kUnsaidShare = 0.16;

struct Columns {
  double left = 0;
  double step = 0;

  [[nodiscard]] double middle(int support) const { return left + step * (support + 5.5); }
  [[nodiscard]] Stretch of(int from, int to) const {
    return {left + step * (from + 5), left + step * (to + 6)};
  }
};

/// Where a line from the middle of a person's marks towards a point leaves their field, at the
/// latest after a third of its length.
Point leave(const MapNode& node, Point towards, double length) {
  const double dx = towards.x - node.at.x;
  const double dy = towards.y - node.at.y;
  const double away = std::max(std::hypot(dx, dy), 1.0);
  const double aside = (node.mark_width / 2 + kAround) * away / std::max(std::abs(dx), 0.001);
  const double up = (dy > 0 ? kName : kMark + kAround) * away / std::max(std::abs(dy), 0.001);
  const double free = std::min({aside, up, length / 3});
  return {node.at.x + free * dx / away, node.at.y + free * dy / away};
}

}  // namespace

PeopleMap lay_out_people(const std::vector<MapPerson>& people, double width) {
  PeopleMap map;
  map.width = width;
  const bool unsaid = std::any_of(people.begin(), people.end(),
                                  [](const MapPerson& one) { return !one.support.has_value(); });
  const double aside = unsaid ? std::round(width * kUnsaidShare) : 0;
  if (unsaid) map.unsaid = Stretch{0, aside - 4};
  const Columns columns{aside, (width - aside) / kColumns};
  map.against = columns.of(-5, -1);
  map.neutral = columns.of(0, 0);
  map.in_favour = columns.of(1, 5);

  map.nodes.resize(people.size());
  double y = kTop;
  for (std::size_t row = 0; row < kInfluenceRows; ++row) {
    std::vector<std::size_t> here;
    std::vector<Stretch> names;
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i].influence != row) continue;
      const double half = people[i].label_width / 2;
      const double wanted = people[i].support ? columns.middle(*people[i].support) : aside / 2;
      const double x =
          std::clamp(wanted, people[i].mark_width / 2 + 2, width - people[i].mark_width / 2 - 2);
      map.nodes[i].at.x = x;
      map.nodes[i].label_x =
          std::clamp(x, std::min(half, width / 2), std::max(width - half, width / 2));
      here.push_back(i);
      const double reach = people[i].mark_width / 2;  // a short name is narrower
      map.nodes[i].mark_width = people[i].mark_width;
      names.push_back({std::min(map.nodes[i].label_x - half, x - reach),
                       std::max(map.nodes[i].label_x + half, x + reach) + kSpace});
    }
    if (here.empty()) continue;
    const std::vector<std::size_t> lanes = assign_lanes(names);
    for (std::size_t i = 0; i < here.size(); ++i) {
      map.nodes[here[i]].at.y = y + kRowHead + kLane * static_cast<double>(lanes[i]) + kMarkInLane;
    }
    const double height = kRowHead + kLane * static_cast<double>(count_lanes(lanes));
    map.rows.at(row) = {y, y + height};
    y += height;
  }
  map.us.at = {(map.in_favour.from + map.in_favour.to) / 2, y + kBottom / 2};
  map.us.mark_width = 2 * kUs;
  map.height = y + kBottom;
  return map;
}

MapLine lay_out_line(const MapNode& from, const MapNode& to, double bow) {
  const double dx = to.at.x - from.at.x;
  const double dy = to.at.y - from.at.y;
  const double length = std::max(std::hypot(dx, dy), 1.0);
  const Point middle{(from.at.x + to.at.x) / 2, (from.at.y + to.at.y) / 2};
  const Point bend{middle.x + bow * dy / length, middle.y - bow * dx / length};
  return {leave(from, bend, length), bend, leave(to, bend, length)};
}

std::vector<Point> arrow_head(const MapLine& line, double size) {
  const double dx = line.to.x - line.bend.x;
  const double dy = line.to.y - line.bend.y;
  const double length = std::max(std::hypot(dx, dy), 0.001);
  const Point along{dx / length, dy / length};
  const Point back{line.to.x - size * along.x, line.to.y - size * along.y};
  const double half = size * 0.45;
  return {line.to,
          {back.x - half * along.y, back.y + half * along.x},
          {back.x + half * along.y, back.y - half * along.x}};
}

}  // namespace dealcheck
