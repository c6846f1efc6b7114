#include "report/deal/deal_parts.h"

#include <fmt/format.h>

#include <array>

#include "base/strings.h"
#include "base/text.h"
#include "report/shared/marks_svg.h"
#include "report/writers/page_parts.h"

namespace dealcheck {

namespace {

constexpr int kPlaceCells = 60;

std::string reading_name(std::optional<Reads> reads) {
  return reads ? std::string(to_string(*reads)) : "unknown";
}

}  // namespace

std::string deal_title(const Assessment& deal) {
  return deal.name.empty() ? std::string(file_name(deal.path)) : deal.name;
}

std::string tell_place(const DealPage& page, const Evidence& evidence) {
  return page.report().short_place(page.deal.path, evidence.at, kPlaceCells);
}

std::string tell_evidence(const DealPage& page, const Evidence& evidence) {
  // An entry of the file has neither a witness nor a day; its grade would say nothing.
  const bool told = !evidence.path.empty();
  return page.phrases.say(
      "evidence.item",
      {{"value", evidence.value},
       {"grade", told ? page.phrases.label("grade", to_string(evidence.grade)) : std::string()},
       {"by", evidence.by},
       {"date", page.report().day(evidence.date, page.deal.as_of)},
       {"note", evidence.note},
       {"stale", evidence.stale ? page.phrases.say("evidence.stale") : std::string()}});
}

void put_refs(DealPage& page, const std::vector<Evidence>& evidence) {
  std::vector<const Evidence*> placed;
  for (const Evidence& one : evidence) {
    if (one.at.line > 0) placed.push_back(&one);
  }
  if (placed.empty()) return;
  Markup& out = page.out;
  out.in("span", {{"class", "refs"}}, [&] {
    for (const Evidence* one : placed) {
      const std::string number = std::to_string(page.notes.number_of(*one));
      out.leaf("a",
               {{"href", "#e" + number},
                {"aria-label", page.phrases.say("evidence.number", {{"number", number}})}},
               number);
    }
    out.in("span", {{"class", "tip"}}, [&] {
      for (const Evidence* one : placed) {
        out.in("span", {}, [&] {
          out.leaf("span", {{"class", "place"}}, tell_place(page, *one));
          out.text(" · " + tell_evidence(page, *one));
        });
      }
    });
  });
}

void put_ref(DealPage& page, Location at, const std::string& value) {
  Evidence evidence;
  evidence.at = at;
  evidence.value = value;
  put_refs(page, {evidence});
}

void put_heading(DealPage& page, const std::string& text) { page.out.leaf("h2", {}, text); }

void put_facts(DealPage& page, const std::vector<std::string>& facts) {
  put_facts(page.out, facts);
}

void put_mark(DealPage& page, std::optional<Reads> reads) {
  Markup& out = page.out;
  out.in("svg",
         {{"class", "mark"},
          {"viewBox", "-12 -12 24 24"},
          {"width", 20},
          {"height", 20},
          {"role", "img"},
          {"aria-label", page.phrases.label("reading", reading_name(reads))}},
         [&] {
           out.leaf("title", {}, page.phrases.label("reading", reading_name(reads)));
           draw_reading(out, reads, {0, 0}, 9);
         });
}

void put_mark(DealPage& page, Tri passed) {
  if (passed == Tri::unknown) return put_mark(page, std::nullopt);
  put_mark(page, std::optional(passed == Tri::yes ? Reads::favourable : Reads::adverse));
}

void put_reading_legend(DealPage& page) {
  constexpr std::array<std::optional<Reads>, 4> kReadings{Reads::favourable, Reads::mixed,
                                                          Reads::adverse, std::nullopt};
  for (const auto& reads : kReadings) {
    put_legend_item(
        page.out,
        [&](Markup& out) {
          draw_reading(out, reads, {0, 0}, 9);
        },
        page.phrases.label("reading", reading_name(reads)));
  }
}

void put_folded(DealPage& page, const std::string& summary, FunctionRef<void()> content) {
  put_folded(page.out, {summary, page.all}, content);
}

void put_finding(DealPage& page, const Finding& finding) {
  page.out.in("li", {{"class", "question item"}}, [&] {
    put_mark(page, finding.reads);
    page.out.in("div", {}, [&] {
      page.out.in("p", {}, [&] {
        page.out.text(finding.message);
        if (finding.points != 0)
          page.out.text(fmt::format(" ({})", page.report().signed_number(finding.points)));
        put_refs(page, finding.evidence);
      });
      if (finding.waived.empty()) return;
      page.out.leaf("p", {{"class", "faint small"}},
                    page.report().say("waived", {{"reason", finding.waived}}));
    });
  });
}

}  // namespace dealcheck
