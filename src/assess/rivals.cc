// The macro position: recognised strengths and weaknesses on either side, weighed by who recognises
// them.

#include "assess/rivals.h"

#include <algorithm>

namespace dealcheck {

namespace {

class RivalReader {
 public:
  explicit RivalReader(const AssessContext& context)
      : context_(context), macro_(context.rulebook().policy.macro) {}

  std::vector<RivalView> tell();

 private:
  /// Something that somebody at the customer recognises, on either side.
  struct Point {
    std::string what;
    int weight = 0;  ///< 0: nobody there is seen to recognise it
    bool closable = false;
  };

  void read_ours();
  [[nodiscard]] RivalView tell_rival(std::uint16_t id, std::size_t rival) const;
  void tell_choice(std::string_view key, std::vector<RivalView>& rivals) const;
  void add_ours(RivalView& view) const;
  void add_theirs(RivalView& view, std::string_view list, std::size_t rival, int sign) const;
  void add_status(RivalView& view, const Record& record, std::uint16_t id,
                  std::string_view key) const;
  void settle(RivalView& view, bool weighed) const;

  [[nodiscard]] Point read_point(const Record& record, std::uint16_t id) const;
  [[nodiscard]] bool decides(std::size_t contact) const;
  [[nodiscard]] std::uint16_t section(std::string_view id) const {
    return *context_.rulebook().vocabulary.section_id(id);
  }
  [[nodiscard]] std::string text(const Record& record, std::uint16_t id,
                                 std::string_view key) const;
  [[nodiscard]] std::string words(const std::string& id) const {
    return std::string(context_.rulebook().words.say("judging." + id, context_.language()));
  }

  const AssessContext& context_;
  const Macro& macro_;
  std::vector<Point> strengths_;
  std::vector<Point> weaknesses_;
};

std::string RivalReader::text(const Record& record, std::uint16_t id, std::string_view key) const {
  const Section& words = context_.rulebook().vocabulary.sections[id];
  const Statement* statement = record.find(*words.names.find(key));
  return statement == nullptr ? std::string() : std::string(statement->value.text);
}

bool RivalReader::decides(std::size_t contact) const {
  const std::uint16_t contacts = context_.contacts();
  const Record& record = context_.opportunity().sections[contacts].records[contact];
  const auto roles = context_.choices_of(record, contacts, "roles");
  return context_.choice_of(record, contacts, "influence") == "high" ||
         std::find(roles.begin(), roles.end(), "economic") != roles.end();
}

RivalReader::Point RivalReader::read_point(const Record& record, std::uint16_t id) const {
  const Section& words = context_.rulebook().vocabulary.sections[id];
  const Statement* recognised = record.find(*words.names.find("recognised_by"));
  Point point;
  point.what = text(record, id, "what");
  const bool seen = recognised != nullptr && recognised->value.kind == Value::Kind::contact &&
                    recognised->value.index != kOurSide &&
                    recognised->proof.grade() != Grade::assumed;
  if (!seen) return point;
  const auto people = context_.contacts_of(record, id, "recognised_by");
  const bool by_decider = std::any_of(people.begin(), people.end(),
                                      [this](std::size_t person) { return decides(person); });
  point.weight = by_decider ? macro_.by_decider : macro_.recognised;
  return point;
}

void RivalReader::read_ours() {
  const std::uint16_t strengths = section("strengths");
  for (const Record& record : context_.opportunity().sections[strengths].records) {
    if (context_.choice_of(record, strengths, "different") == "no") continue;
    strengths_.push_back(read_point(record, strengths));
  }
  const std::uint16_t weaknesses = section("weaknesses");
  for (const Record& record : context_.opportunity().sections[weaknesses].records) {
    Point& point = weaknesses_.emplace_back(read_point(record, weaknesses));
    point.closable = context_.choice_of(record, weaknesses, "can_close") == "yes";
  }
}

void RivalReader::add_ours(RivalView& view) const {
  for (const Point& point : strengths_) {
    if (point.weight == 0) continue;
    view.balance += point.weight;
    view.for_us.push_back(point.what);
  }
  for (const Point& point : weaknesses_) {
    if (point.closable) view.closable.push_back(point.what);
    if (point.weight == 0) continue;
    view.balance -= point.weight;
    view.against.push_back(point.what);
  }
}

void RivalReader::add_theirs(RivalView& view, std::string_view list, std::size_t rival,
                             int sign) const {
  const std::uint16_t id = section(list);
  for (const Record& record : context_.opportunity().sections[id].records) {
    if (static_cast<std::size_t>(record.parent) != rival) continue;
    const Point point = read_point(record, id);
    if (point.weight == 0) continue;
    view.balance += sign * point.weight;
    (sign > 0 ? view.for_us : view.against).push_back(point.what);
  }
}

/// A good status that we only believe in does not count.
void RivalReader::add_status(RivalView& view, const Record& record, std::uint16_t id,
                             std::string_view key) const {
  const std::string status = context_.choice_of(record, id, key);
  const Section& words = context_.rulebook().vocabulary.sections[id];
  const Statement* stated = record.find(*words.names.find(key));
  for (const auto& [name, points] : macro_.status) {
    if (name != status) continue;
    const bool believed = points > 0 && stated->proof.grade() == Grade::assumed;
    if (!believed) view.balance += points;
  }
}

void RivalReader::settle(RivalView& view, bool weighed) const {
  if (weighed) {
    std::size_t place = 0;
    while (place < macro_.bands.size() && view.balance < macro_.bands.at(place)) ++place;
    view.position = kPositions.at(place);
  } else {
    view.position = "unknown";
  }
  view.position_label = words("position." + view.position);
}

RivalView RivalReader::tell_rival(std::uint16_t id, std::size_t rival) const {
  const Record& record = context_.opportunity().sections[id].records[rival];
  const std::string status = context_.choice_of(record, id, "status");
  RivalView view;
  view.name = text(record, id, "name");
  view.kind = context_.choice_of(record, id, "incumbent") == "yes" ? "incumbent" : "rival";
  view.at = record.at;
  if (status == "dropped_out") {
    view.position = "out";
    view.position_label = words("position.out");
    return view;
  }
  add_ours(view);
  add_theirs(view, "competitors.strengths", rival, -1);
  add_theirs(view, "competitors.weaknesses", rival, +1);
  const int recognised = view.balance;
  add_status(view, record, id, "status");
  settle(view, !view.for_us.empty() || !view.against.empty() || view.balance != recognised);
  return view;
}

/// Doing nothing and doing it themselves: rivals that win often.
void RivalReader::tell_choice(std::string_view key, std::vector<RivalView>& rivals) const {
  const std::uint16_t id = section("alternatives");
  for (const Record& record : context_.opportunity().sections[id].records) {
    const std::string state = context_.choice_of(record, id, key);
    if (state.empty() || state == "none") continue;
    RivalView view;
    view.kind = key;
    view.name = words("other-choice." + view.kind);
    view.at = record.at;
    add_ours(view);
    add_status(view, record, id, key);
    settle(view, !view.for_us.empty() || !view.against.empty() || state != "open");
    rivals.push_back(std::move(view));
  }
}

std::vector<RivalView> RivalReader::tell() {
  read_ours();
  std::vector<RivalView> rivals;
  const std::uint16_t competitors = section("competitors");
  const auto& records = context_.opportunity().sections[competitors].records;
  for (std::size_t i = 0; i < records.size(); ++i) rivals.push_back(tell_rival(competitors, i));
  tell_choice("do_nothing", rivals);
  tell_choice("in_house", rivals);
  return rivals;
}

}  // namespace

std::vector<RivalView> tell_rivals(const AssessContext& context) {
  return RivalReader(context).tell();
}

}  // namespace dealcheck
