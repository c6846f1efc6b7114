// The map of the people, drawn: fields, ties, the recommended way, then the marks on top.

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks_svg.h"
#include "report/shared/people_words.h"
#include "report/writers/people_map.h"

namespace dealcheck {

namespace {

constexpr double kPersonMark = 10;  // half the width of a mark
constexpr double kMarkStep = 21;    // from one mark of a person with several roles to the next
constexpr double kCell = 6.6;       // of a screen cell in the drawing's letters
constexpr std::array<std::string_view, kInfluenceRows> kRows{"high", "medium", "low", "unsaid"};

/// Through whom to whom; starts with nobody: our own side.
struct Way {
  std::vector<std::size_t> people;
};

/// Of the first step that is aimed at somebody.
Way recommended_way(const Assessment& deal) {
  for (const StepView& step : deal.next_steps) {
    if (!step.target) continue;
    Way way{step.through};
    way.people.push_back(*step.target);
    return way;
  }
  return {};
}

std::string way_in_words(const DealPage& page, const Way& way) {
  if (way.people.empty()) return {};
  return page.report().joined(
      {page.phrases.say("map.us"), person_names(page.deal, page.report(), way.people, "chain")},
      "chain");
}

/// How a person is filled: met, old (met, but long ago), unmet, unsaid.
std::string_view coverage_of(const Assessment& deal, const ContactView& contact) {
  if (contact.reached == "no") return "unmet";
  if (contact.reached != "yes") return "unsaid";
  const bool old = contact.last_met && deal.stale_after > 0 &&
                   days_between(*contact.last_met, deal.as_of) > deal.stale_after;
  return old ? "old" : "met";
}

std::size_t row_of(const ContactView& contact) {
  const auto* const row = std::find(kRows.begin(), kRows.end(), contact.influence);
  return std::min(static_cast<std::size_t>(row - kRows.begin()), kInfluenceRows - 1);
}

class MapDrawing {
 public:
  MapDrawing(DealPage& page, double width, int name_cells)
      : page_(page), out_(page.out), way_(recommended_way(page.deal)) {
    std::vector<MapPerson> people;
    for (const ContactView& contact : page.deal.contacts) {
      names_.push_back(truncate(contact.name.empty() ? contact.id : contact.name, name_cells));
      const double marks =
          kMarkStep * static_cast<double>(std::max<std::size_t>(contact.roles.size(), 1));
      people.push_back(
          {contact.support, row_of(contact), marks, kCell * display_width(names_.back())});
    }
    map_ = lay_out_people(people, width);
  }

  [[nodiscard]] double height() const { return map_.height; }

  void draw() {
    draw_fields();
    draw_rows();
    draw_ties();
    draw_way();
    draw_us();
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) draw_person(i);
  }

 private:
  void draw_field(Stretch across, std::string_view style, std::string_view word) {
    out_.leaf("rect", {{"class", style},
                       {"x", across.from},
                       {"y", 18.0},
                       {"width", across.to - across.from},
                       {"height", map_.us.at.y - 40}});
    out_.leaf(
        "text",
        {{"class", "middle tiny faint-text"}, {"x", (across.from + across.to) / 2}, {"y", 12.0}},
        page_.phrases.label("map", word));
  }

  void draw_fields() {
    draw_field(map_.against, "field soft-bad", "against");
    draw_field(map_.neutral, "field soft-plain", "neutral");
    draw_field(map_.in_favour, "field soft-good", "in_favour");
    if (map_.unsaid) draw_field(*map_.unsaid, "field soft-plain", "unsaid");
  }

  void draw_rows() {
    for (std::size_t row = 0; row < kInfluenceRows; ++row) {
      const Stretch down = map_.rows.at(row);
      if (down.to == 0) continue;
      out_.leaf(
          "line",
          {{"class", "grid"}, {"x1", 0.0}, {"y1", down.to}, {"x2", map_.width}, {"y2", down.to}});
      out_.leaf("text", {{"class", "tiny faint-text halo"}, {"x", 4.0}, {"y", down.from + 13}},
                page_.phrases.label("map.row", kRows.at(row)));
    }
  }

  void draw_line(std::string_view style, const MapNode& from, const MapNode& to, double bow,
                 const std::string& title) {
    const MapLine line = lay_out_line(from, to, bow);
    out_.in("g", {{"class", fmt::format("tie-{}", style)}}, [&] {
      out_.leaf("title", {}, title);
      out_.leaf("path", {{"class", style},
                         {"d", fmt::format("M{}Q{} {}", coordinates(line.from),
                                           coordinates(line.bend), coordinates(line.to))}});
      out_.leaf("path", {{"class", fmt::format("{}-head", style)},
                         {"d", closed_path(arrow_head(line, style == "lever" ? 13 : 8))}});
    });
  }

  void draw_ties() {
    const auto& contacts = page_.deal.contacts;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      const std::string name = person_name(page_.deal, i);
      if (contacts[i].reports_to) {
        const std::size_t boss = *contacts[i].reports_to;
        draw_line(
            "reports", map_.nodes[i], map_.nodes[boss], 16,
            name + " · " +
                page_.phrases.say("map.reports_to", {{"name", person_name(page_.deal, boss)}}));
      }
      for (const std::size_t trusted : contacts[i].trusts) {
        draw_line("trusts", map_.nodes[i], map_.nodes[trusted], -16,
                  name + " · " +
                      page_.phrases.say("map.trusts_whom",
                                        {{"names", person_name(page_.deal, trusted)}}));
      }
    }
  }

  void draw_way() {
    const std::string words = page_.phrases.say("map.lever", {{"way", way_in_words(page_, way_)}});
    MapNode from = map_.us;
    for (const std::size_t person : way_.people) {
      draw_line("lever", from, map_.nodes[person], 0, words);
      from = map_.nodes[person];
    }
  }

  void draw_us() {
    if (way_.people.empty()) return;
    constexpr double kHalf = 24;
    out_.leaf("rect", {{"class", "fill-accent us"},
                       {"x", map_.us.at.x - kHalf},
                       {"y", map_.us.at.y - 11},
                       {"width", 2 * kHalf},
                       {"height", 22.0},
                       {"rx", 6.0}});
    out_.leaf(
        "text",
        {{"class", "middle strong-text on-mark"}, {"x", map_.us.at.x}, {"y", map_.us.at.y + 4}},
        page_.phrases.say("map.us"));
  }

  [[nodiscard]] std::string title_of(const ContactView& contact) const {
    const PeopleWords people(page_.deal, page_.report());
    const std::vector<std::string> head = people.head();
    const std::vector<std::string> cells = people.cells_of(contact);
    std::vector<std::string> parts{cells.front()};
    if (!contact.title.empty()) parts.push_back(contact.title);
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      parts.push_back(
          page_.report().say("contact.item", {{"column", head[i]}, {"value", cells[i]}}));
    }
    for (const std::string& why : {contact.influence_why, contact.support_why}) {
      if (!why.empty()) parts.push_back(why);
    }
    parts.push_back(page_.report().short_place(page_.deal.path, contact.at, 40));
    return page_.report().joined(parts, "dot");
  }

  void draw_person(std::size_t place) {
    const ContactView& contact = page_.deal.contacts[place];
    const MapNode& node = map_.nodes[place];
    out_.in("g", {{"class", "contact"}}, [&] {
      out_.leaf("title", {}, title_of(contact));
      const bool aimed_at = !way_.people.empty() && way_.people.back() == place;
      if (aimed_at) {
        out_.leaf("circle", {{"class", "aim"}, {"cx", node.at.x}, {"cy", node.at.y}, {"r", 16.0}});
      }
      std::vector<std::string> roles = contact.roles;
      if (roles.empty()) roles.emplace_back();
      double x = node.at.x - kMarkStep * static_cast<double>(roles.size() - 1) / 2;
      for (const std::string& role : roles) {
        draw_role(out_, role, coverage_of(page_.deal, contact), {x, node.at.y}, kPersonMark);
        x += kMarkStep;
      }
      if (contact.departed) draw_gone(node.at);
      out_.leaf("text", {{"class", "middle halo"}, {"x", node.label_x}, {"y", node.at.y + 27}},
                names_[place]);
    });
  }

  void draw_gone(Point at) {
    out_.leaf("line", {{"class", "glyph-open"},
                       {"x1", at.x - 14},
                       {"y1", at.y + 14},
                       {"x2", at.x + 14},
                       {"y2", at.y - 14}});
  }

  DealPage& page_;
  Markup& out_;
  Way way_;
  PeopleMap map_;
  std::vector<std::string> names_;
};

// ---- the legend ----

void put_line_item(DealPage& page, std::string_view style, const std::string& means) {
  put_legend_item(
      page.out,
      [&](Markup& out) {
        const MapLine line{{-12, 0}, {0, 0}, {10, 0}};
        out.leaf("path", {{"class", style}, {"d", "M-12 0L8 0"}});
        out.leaf("path", {{"class", fmt::format("{}-head", style)},
                          {"d", closed_path(arrow_head(line, style == "lever" ? 12 : 8))}});
      },
      means);
}

void put_role_legend(DealPage& page) {
  page.out.in("ul", {{"class", "legend"}}, [&] {
    page.out.leaf("li", {}, page.phrases.say("map.shape"));
    for (const std::string_view role : {"economic", "user", "technical", "coach", ""}) {
      put_legend_item(
          page.out,
          [&](Markup& out) {
            draw_role(out, role, "met", {0, 0}, 9);
          },
          role.empty() ? page.phrases.say("map.no_role") : page.report().label("role", role));
    }
  });
}

void put_coverage_legend(DealPage& page) {
  const auto item = [&](std::string_view fill, const std::string& means) {
    put_legend_item(
        page.out,
        [&](Markup& out) {
          draw_role(out, "user", fill, {0, 0}, 9);
        },
        means);
  };
  page.out.in("ul", {{"class", "legend"}}, [&] {
    page.out.leaf("li", {}, page.phrases.say("map.fill"));
    item("met", page.phrases.say("map.met"));
    item("old", page.phrases.say("map.old", {{"days", std::to_string(page.deal.stale_after)}}));
    item("unmet", page.phrases.say("map.unmet"));
    item("unsaid", page.phrases.say("map.not_said"));
  });
}

void put_tie_legend(DealPage& page) {
  const auto& contacts = page.deal.contacts;
  page.out.in("ul", {{"class", "legend"}}, [&] {
    put_line_item(page, "reports", page.phrases.say("map.reports"));
    put_line_item(page, "trusts", page.phrases.say("map.trusts"));
    const std::string way = way_in_words(page, recommended_way(page.deal));
    if (!way.empty()) {
      put_line_item(page, "lever", page.phrases.say("map.lever", {{"way", way}}));
      put_legend_item(
          page.out,
          [](Markup& out) {
            out.leaf("circle", {{"class", "aim"}, {"cx", 0.0}, {"cy", 0.0}, {"r", 9.0}});
          },
          page.phrases.say("map.aim"));
    }
    const bool gone = std::any_of(contacts.begin(), contacts.end(),
                                  [](const ContactView& one) { return one.departed; });
    if (!gone) return;
    put_legend_item(
        page.out,
        [](Markup& out) {
          out.leaf("path", {{"class", "glyph-open"}, {"d", "M-10 10L10 -10"}});
        },
        page.phrases.say("map.departed"));
  });
}

std::string describe(const DealPage& page) {
  const std::string count = std::to_string(page.deal.contacts.size());
  const std::string way = way_in_words(page, recommended_way(page.deal));
  if (way.empty()) return page.phrases.say("map.desc_plain", {{"count", count}});
  return page.phrases.say("map.desc", {{"count", count}, {"way", way}});
}

}  // namespace

void put_people_map(DealPage& page) {
  page.out.in("figure", {{"class", "map"}}, [&] {
    for (const Screen& screen : kScreens) {
      MapDrawing drawing(page, screen.width, screen.name_cells);
      put_drawing(page.out,
                  {"people", screen.name, screen.width, drawing.height(),
                   page.phrases.say("map.title"), describe(page)},
                  [&](Markup&) { drawing.draw(); });
    }
    page.out.in("figcaption", {}, [&] {
      page.out.leaf("p", {}, page.phrases.say("map.legend"));
      put_role_legend(page);
      put_coverage_legend(page);
      put_tie_legend(page);
    });
  });
}

}  // namespace dealcheck
