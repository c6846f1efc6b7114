// The stage's questions with their gauge, and the questions that are still open.

#include <fmt/format.h>

#include <algorithm>

#include "report/deal/deal_sections.h"
#include "report/shared/deal_words.h"
#include "report/shared/marks_svg.h"

namespace dealcheck {

namespace {

constexpr double kRadius = 84;
constexpr double kHole = 30;
constexpr double kMargin = 3;  // for the edge
constexpr std::size_t kMostAsks = 5;

std::string_view tint_of(std::optional<Reads> reads) {
  if (!reads) return "part fill-open";
  switch (*reads) {
    case Reads::favourable:
      return "part edged soft-good";
    case Reads::mixed:
      return "part edged soft-mixed";
    case Reads::adverse:
      break;
  }
  return "part edged soft-bad";
}

std::string path_of(const GaugePart& part) {
  const int over = part.over_half ? 1 : 0;
  return fmt::format("M{} A{} {} 0 {} 1 {} L{} A{} {} 0 {} 0 {} Z", coordinates(part.outer_from),
                     kRadius, kRadius, over, coordinates(part.outer_to), coordinates(part.inner_to),
                     kHole, kHole, over, coordinates(part.inner_from));
}

void draw_gauge(const DealPage& page) {
  const auto& questions = page.deal.questions;
  const std::vector<GaugePart> parts = lay_out_gauge(questions.size(), kRadius, kHole);
  Markup& out = page.out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out.in("g", {{"class", "answer"}}, [&] {
      out.leaf("title", {}, questions[i].label + " · " + questions[i].message);
      out.leaf("path", {{"class", tint_of(questions[i].reads)}, {"d", path_of(parts[i])}});
      draw_reading(out, questions[i].reads, parts[i].mark, 11);
      out.leaf("text",
               {{"class", "middle strong-text tiny"},
                {"x", parts[i].number.x},
                {"y", parts[i].number.y + 4}},
               std::to_string(i + 1));
    });
  }
}

std::string gauge_in_words(const DealPage& page) {
  std::vector<std::string> parts;
  for (const Finding& question : page.deal.questions) {
    const std::string_view reading = question.reads ? to_string(*question.reads) : "unknown";
    parts.push_back(
        page.phrases.say("gauge.part", {{"number", std::to_string(parts.size() + 1)},
                                        {"label", question.label},
                                        {"reading", page.phrases.label("reading", reading)}}));
  }
  return page.phrases.say("gauge.desc", {{"count", std::to_string(parts.size())},
                                         {"parts", page.report().joined(parts, "semicolon")}});
}

void put_question(DealPage& page, const Finding& question, std::size_t number) {
  Markup& out = page.out;
  out.in("li", {{"class", "question item"}}, [&] {
    put_mark(page, question.reads);
    out.in("div", {}, [&] {
      out.in("p", {}, [&] {
        out.leaf("strong", {}, fmt::format("{} {}", number, question.label));
        if (question.points != 0)
          out.text(fmt::format(" ({})", page.report().signed_number(question.points)));
      });
      out.in("p", {}, [&] {
        out.text(question.reads ? question.message
                                : page.report().say("question.ask",
                                                    {{"gap", page.report().label(question.gap)},
                                                     {"ask", question.message}}));
        put_refs(page, question.evidence);
      });
      if (question.waived.empty()) return;
      out.leaf("p", {{"class", "faint small"}},
               page.report().say("waived", {{"reason", question.waived}}));
    });
  });
}

void put_ask(DealPage& page, const OpenQuestion& open) {
  page.out.in("li", {}, [&] {
    page.out.text(ask_words(open));
    std::vector<std::string> facts = ask_facts(page.deal, page.report(), open);
    if (open.moves) facts.push_back(page.phrases.say("asks.moves"));
    put_facts(page, facts);
  });
}

}  // namespace

void put_questions(DealPage& page) {
  const auto& questions = page.deal.questions;
  if (questions.empty()) return;
  Markup& out = page.out;
  out.in("section", {}, [&] {
    put_heading(page, questions_heading(page.deal, page.report()));
    out.in("div", {{"class", "gauge"}}, [&] {
      out.in("figure", {}, [&] {
        const double side = 2 * (kRadius + kMargin);
        put_drawing(
            out, {"gauge", "", side, side, page.phrases.say("gauge.title"), gauge_in_words(page)},
            [&](Markup&) {
              out.in("g", {{"transform", fmt::format("translate({0} {0})", kMargin)}},
                     [&] { draw_gauge(page); });
            });
        out.leaf("figcaption", {}, page.phrases.say("gauge.caption"));
      });
      out.in("ol", {{"class", "plain"}}, [&] {
        for (std::size_t i = 0; i < questions.size(); ++i) put_question(page, questions[i], i + 1);
      });
    });
    out.in("ul", {{"class", "legend"}}, [&] { put_reading_legend(page); });
  });
}

void put_open_questions(DealPage& page) {
  const auto& open = page.deal.open_questions;
  if (open.empty()) return;
  Markup& out = page.out;
  out.in("section", {}, [&] {
    put_heading(page, page.report().label("heading", "asks"));
    const std::size_t shown = std::min(open.size(), kMostAsks);
    out.in("ol", {}, [&] {
      for (std::size_t i = 0; i < shown; ++i) put_ask(page, open[i]);
    });
    if (shown == open.size()) return;
    put_folded(page,
               page.phrases.say("asks.others", {{"count", std::to_string(open.size() - shown)}}),
               [&] {
                 out.in("ol", {{"start", static_cast<double>(shown + 1)}}, [&] {
                   for (std::size_t i = shown; i < open.size(); ++i) put_ask(page, open[i]);
                 });
               });
  });
}

}  // namespace dealcheck
