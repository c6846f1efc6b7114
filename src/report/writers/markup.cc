// What may stand in what is a table of our own, not the whole of HTML: as many elements as the
// pages use, each with what it is and what it may hold.

#include "report/writers/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/text.h"

namespace dealcheck {

namespace {

/// What an element is, as a set: an element may stand where the one around it holds such.
using Kinds = std::uint32_t;
constexpr Kinds kRoot = 1U << 0U;
constexpr Kinds kPart = 1U << 1U;  ///< of the document: head, body
constexpr Kinds kMeta = 1U << 2U;
constexpr Kinds kFlow = 1U << 3U;
constexpr Kinds kPhrase = 1U << 4U;
constexpr Kinds kItem = 1U << 5U;
constexpr Kinds kPair = 1U << 6U;
constexpr Kinds kTablePart = 1U << 7U;
constexpr Kinds kRow = 1U << 8U;
constexpr Kinds kCell = 1U << 9U;
constexpr Kinds kGraphic = 1U << 10U;
constexpr Kinds kOption = 1U << 11U;
constexpr Kinds kText = 1U << 12U;   ///< characters
constexpr Kinds kAsset = 1U << 13U;  ///< the text of an asset, not escaped
constexpr Kinds kWords = kPhrase | kText;
constexpr Kinds kBlock = kFlow | kWords;

struct Element {
  std::string_view tag;
  Kinds is;
  Kinds holds;
  bool never_closed = false;  ///< HTML knows no end of it
};

constexpr std::array kElements{
    Element{"html", kRoot, kPart},
    Element{"head", kPart, kMeta},
    Element{"body", kPart, kFlow},
    Element{"title", kMeta | kGraphic, kText},
    Element{"meta", kMeta, 0, true},
    Element{"link", kMeta, 0, true},
    Element{"style", kMeta, kAsset},
    Element{"script", kFlow, kAsset},
    Element{"header", kFlow, kBlock},
    Element{"main", kFlow, kBlock},
    Element{"footer", kFlow, kBlock},
    Element{"section", kFlow, kBlock},
    Element{"article", kFlow, kBlock},
    Element{"nav", kFlow, kBlock},
    Element{"div", kFlow, kBlock},
    Element{"figure", kFlow, kBlock},
    Element{"figcaption", kFlow, kBlock},
    Element{"details", kFlow, kBlock},
    Element{"summary", kFlow, kWords},
    Element{"h1", kFlow, kWords},
    Element{"h2", kFlow, kWords},
    Element{"h3", kFlow, kWords},
    Element{"p", kFlow, kWords},
    Element{"ul", kFlow, kItem},
    Element{"ol", kFlow, kItem},
    Element{"li", kItem, kBlock},
    Element{"dl", kFlow, kPair},
    Element{"dt", kPair, kWords},
    Element{"dd", kPair, kBlock},
    Element{"table", kFlow, kTablePart},
    Element{"caption", kTablePart, kWords},
    Element{"thead", kTablePart, kRow},
    Element{"tbody", kTablePart, kRow},
    Element{"tr", kRow, kCell},
    Element{"th", kCell, kBlock},
    Element{"td", kCell, kBlock},
    Element{"a", kPhrase, kWords},
    Element{"span", kPhrase, kWords},
    Element{"strong", kPhrase, kWords},
    Element{"sup", kPhrase, kWords},
    Element{"label", kPhrase, kWords},
    Element{"button", kPhrase, kWords},
    Element{"select", kPhrase, kOption},
    Element{"option", kOption, kText},
    Element{"input", kPhrase, 0, true},
    Element{"svg", kFlow | kPhrase, kGraphic},
    Element{"g", kGraphic, kGraphic},
    Element{"defs", kGraphic, kGraphic},
    Element{"marker", kGraphic, kGraphic},
    Element{"desc", kGraphic, kText},
    Element{"rect", kGraphic, kGraphic},
    Element{"circle", kGraphic, kGraphic},
    Element{"line", kGraphic, kGraphic},
    Element{"path", kGraphic, kGraphic},
    Element{"text", kGraphic, kText},
};

const Element* find_element(std::string_view tag) {
  const auto* const found = std::find_if(kElements.begin(), kElements.end(),
                                         [&](const Element& one) { return one.tag == tag; });
  return found == kElements.end() ? nullptr : found;
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : sanitise(text)) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

bool is_harmless(const Attribute& attribute) {
  const std::string_view name = attribute.name;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c >= '0' && c <= '9');
  });
  if (!plain || name.empty() || name.starts_with("on") || name == "style") return false;
  if (name == "src" || name == "srcset" || name == "action" || name == "srcdoc") return false;
  // A link stays on the page; the empty picture keeps a browser from asking for an icon.
  return name != "href" || attribute.value.starts_with('#') || attribute.value == "data:,";
}

}  // namespace

std::string drawn_number(double number) {
  const double rounded = std::round(number * 10) / 10;
  std::string text = fmt::format("{:.1f}", rounded == 0 ? 0.0 : rounded);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

void Markup::check_place(std::string_view tag) const {
  const Element* const element = find_element(tag);
  assert(element != nullptr);
  const Kinds held = open_.empty() ? kRoot : find_element(open_.back())->holds;
  assert((element->is & held) != 0);
}

void Markup::open(std::string_view tag, const Attributes& attributes) {
  check_place(tag);
  out_ += '<';
  out_ += tag;
  for (const Attribute& attribute : attributes) {
    assert(is_harmless(attribute));
    out_ += fmt::format(" {}=\"{}\"", attribute.name, escaped(attribute.value));
  }
  out_ += '>';
  const Element& element = *find_element(tag);
  if (!element.never_closed) open_.push_back(element.tag);
}

void Markup::text(std::string_view text) {
  assert(!open_.empty() && (find_element(open_.back())->holds & kText) != 0);
  out_ += escaped(text);
}

void Markup::close() {
  assert(!open_.empty());
  const Element& element = *find_element(open_.back());
  open_.pop_back();
  out_ += fmt::format("</{}>", element.tag);
  if ((element.is & kPhrase) == 0) out_ += '\n';  // a line break between phrases would be a blank
}

void Markup::leaf(std::string_view tag, const Attributes& attributes, std::string_view text_given) {
  open(tag, attributes);
  const Element& element = *find_element(tag);
  if (element.never_closed) return;
  if (!text_given.empty()) text(text_given);
  close();
}

void Markup::asset(std::string_view tag, const Asset& asset) {
  assert(find_element(tag) != nullptr && (find_element(tag)->holds & kAsset) != 0);
  assert(asset.text.find("</") == std::string_view::npos);
  open(tag);
  out_ += asset.text;
  close();
}

std::string Markup::finish() {
  assert(open_.empty());
  return std::move(out_);
}

}  // namespace dealcheck
