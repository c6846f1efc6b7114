#include "report/deal/people_chart.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.h"
#include "report/shared/deal_words.h"
#include "report/writers/markdown.h"
#include "report/writers/mermaid.h"

namespace dealcheck {

namespace {

using Look = Flowchart::Look;

constexpr std::size_t kMostPeople = 60;
constexpr std::size_t kMostTies = 300;  ///< Mermaid itself draws no more than 500
constexpr int kLongestName = 40;
constexpr std::string_view kWayStyle = "stroke:#0969da,stroke-width:4px";
constexpr Look kUnmet{"unmet", "stroke-dasharray:6 4"};
constexpr Look kUs{"us", "fill:#ddf4ff,stroke:#0969da,color:#1f2328"};

/// Light colours with a dark text, to be read on a light page and on a dark one.
struct Stance {
  std::string_view stance;
  Look look;
};
constexpr std::array<Stance, 5> kStances{{
    {"for", {"backing", "fill:#dafbe1,stroke:#1a7f37,color:#1f2328"}},
    {"neutral", {"neutral", "fill:#f6f8fa,stroke:#59636e,color:#1f2328"}},
    {"against", {"opposed", "fill:#ffebe9,stroke:#cf222e,color:#1f2328"}},
    {"disputed", {"disputed", "fill:#fff8c5,stroke:#9a6700,color:#1f2328"}},
    {"unknown", {"unclear", "fill:#ffffff,stroke:#59636e,color:#1f2328"}},
}};

/// The first one that a contact has gives the shape.
struct RoleShape {
  std::string_view role;
  Flowchart::Shape shape;
};
constexpr std::array<RoleShape, 4> kShapes{{
    {"economic", Flowchart::Shape::hexagon},
    {"coach", Flowchart::Shape::pill},
    {"technical", Flowchart::Shape::box},
    {"user", Flowchart::Shape::rounded},
}};

Flowchart::Shape shape_of(const ContactView& contact) {
  for (const RoleShape& one : kShapes) {
    const auto& roles = contact.roles;
    if (std::find(roles.begin(), roles.end(), one.role) != roles.end()) return one.shape;
  }
  return Flowchart::Shape::slanted;
}

std::vector<Look> looks_of(const ContactView& contact) {
  std::vector<Look> looks;
  for (const Stance& one : kStances) {
    if (one.stance == contact.stance) looks.push_back(one.look);
  }
  if (contact.reached != "yes") looks.push_back(kUnmet);
  return looks;
}

class PeopleChart {
 public:
  PeopleChart(const Assessment& deal, const Phrases& phrases)
      : deal_(deal), phrases_(phrases), nodes_(deal.contacts.size()) {
    const auto& steps = deal.next_steps;
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [](const StepView& one) { return one.target.has_value(); });
    if (step == steps.end()) return;
    number_ = static_cast<std::size_t>(step - steps.begin()) + 1;
    way_ = step->through;
    way_.push_back(*step->target);
  }

  std::string render() {
    if (deal_.contacts.empty()) return {};
    people();
    way();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto& boss = deal_.contacts[i].reports_to;
      if (boss) tie(i, *boss, Flowchart::Line::solid, "people_chart.reports_to");
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      for (const std::size_t other : deal_.contacts[i].trusts) {
        tie(i, other, Flowchart::Line::dotted, "people_chart.trusts");
      }
    }
    return chart_.fenced() + "\n" + legend();
  }

 private:
  /// In the order of the file, but nobody on the way is left out.
  void people() {
    std::set<std::size_t> drawn(way_.begin(), way_.end());
    for (std::size_t i = 0; i < nodes_.size() && drawn.size() < kMostPeople; ++i) drawn.insert(i);
    for (const std::size_t i : drawn) {
      const ContactView& contact = deal_.contacts[i];
      nodes_[i] = chart_.node(shape_of(contact), lines_of(contact), looks_of(contact));
    }
    people_left_ = nodes_.size() - drawn.size();
  }

  /// What shape and colour tell stands there in words too.
  [[nodiscard]] std::vector<std::string> lines_of(const ContactView& contact) const {
    std::vector<std::string> part;
    for (const std::string& role : contact.roles) part.push_back(phrases_.label("role", role));
    const std::string influence = phrases_.label("influence", contact.influence);
    if (!influence.empty()) {
      part.push_back(phrases_.say("people_chart.influence", {{"influence", influence}}));
    }
    return {truncate(person_name(contact), kLongestName), phrases_.joined(part, "dot"),
            stand_of(contact), coverage_of(contact)};
  }

  [[nodiscard]] std::string stand_of(const ContactView& contact) const {
    const std::string stance = contact.stance == "unknown" ? phrases_.say("people_chart.unclear")
                                                           : stance_label(contact, phrases_);
    return contact.support ? stance + " " + phrases_.signed_number(*contact.support) : stance;
  }

  [[nodiscard]] std::string coverage_of(const ContactView& contact) const {
    if (contact.departed) return phrases_.say("people_chart.departed");
    if (!contact.last_met) return phrases_.label("people_chart.reached", contact.reached);
    return phrases_.say("people_chart.met",
                        {{"date", phrases_.day(contact.last_met, deal_.as_of)}});
  }

  /// From us to whom the step is for, by whoever brings us there.
  void way() {
    if (way_.empty()) return;
    Flowchart::Node from =
        chart_.node(Flowchart::Shape::circle, {phrases_.say("people_chart.us")}, {kUs});
    for (std::size_t i = 0; i < way_.size(); ++i) {
      const Flowchart::Node to = *nodes_[way_[i]];
      chart_.edge(from, to, Flowchart::Line::thick, std::to_string(i + 1), kWayStyle);
      from = to;
    }
  }

  void tie(std::size_t from, std::size_t to, Flowchart::Line line, std::string_view label) {
    if (from == to || !nodes_[from] || !nodes_[to]) return;
    if (ties_ == kMostTies) {
      ++ties_left_;
      return;
    }
    ++ties_;
    chart_.edge(*nodes_[from], *nodes_[to], line, phrases_.say(label));
  }

  [[nodiscard]] std::string legend() const {
    std::string lines = line(phrases_.say("people_chart.legend"));
    if (!way_.empty()) {
      lines += line(phrases_.say("people_chart.way", {{"number", std::to_string(number_)}}));
    }
    const auto add_left = [&](std::string_view id, std::size_t count) {
      if (count > 0) lines += line(phrases_.say(id, {{"count", std::to_string(count)}}));
    };
    add_left("people_chart.people_left", people_left_);
    add_left("people_chart.ties_left", ties_left_);
    return lines;
  }

  static std::string line(const std::string& text) { return markdown_text(text) + "\n"; }

  const Assessment& deal_;
  const Phrases& phrases_;
  Flowchart chart_;
  std::vector<std::optional<Flowchart::Node>> nodes_;  ///< of the contacts; empty: not drawn
  std::vector<std::size_t> way_;                       ///< of the next step: places of contacts
  std::size_t number_ = 0;                             ///< of that step
  std::size_t ties_ = 0;
  std::size_t people_left_ = 0;
  std::size_t ties_left_ = 0;
};

}  // namespace

std::string people_chart(const Assessment& deal, const Phrases& phrases) {
  return PeopleChart(deal, phrases).render();
}

}  // namespace dealcheck
