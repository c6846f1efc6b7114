#include "report/writers/mermaid.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using dealcheck::Flowchart;
using dealcheck::mermaid_label;

TEST_CASE("mermaid: a text in a label is never syntax") {
  struct Case {
    std::string_view text;
    std::string_view label;
  };
  const Case cases[] = {
      {"Dr. Weiss (IT), it's", "Dr. Weiss (IT), it's"},
      {"end", "end"},
      {"\"]; click", "#34;#93;#59; click"},
      {"#quot;", "#35;quot#59;"},
      {"%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"},
      {"<b>&amp;", "#60;b#62;#38;amp#59;"},
      {"`**x**`", "#96;#42;#42;x#42;#42;#96;"},
      {"1. item", "1#46; item"},
      {"- item", "#45; item"},
      {"style x:#f00;", "style x#58;#35;f00#59;"},
      {"direction LR", "#100;irection LR"},
      {"one\ntwo", "one two"},
      {"\x1b[31m", "#92;x1b#91;31m"},
      {"3\u00B0 \u00B6", "3#176; #182;"},
      {"王总“客户”|", "王总“客户”#124;"},
      {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(mermaid_label(one.text) == one.label);
  }
}

TEST_CASE("mermaid: a flowchart") {
  Flowchart chart;
  const auto a = chart.node(Flowchart::Shape::hexagon, {"A", "", "high"}, {{"good", "fill:#fff"}});
  const auto b = chart.node(Flowchart::Shape::pill, {"B"}, {{"good", "fill:#fff"}, {"new", "x:y"}});
  const auto c = chart.node(Flowchart::Shape::box, {" ", ""}, {});
  chart.edge(a, b, Flowchart::Line::dotted, "trusts");
  chart.edge(b, c, Flowchart::Line::thick, "1", "stroke:#00f");
  CHECK(chart.fenced() ==
        "```mermaid\n"
        "flowchart BT\n"
        "  n0{{\"A<br/>high\"}}\n"
        "  n1([\"B\"])\n"
        "  n2[\"#63;\"]\n"
        "  n0 -.->|\"trusts\"| n1\n"
        "  n1 ==>|\"1\"| n2\n"
        "  linkStyle 1 stroke:#00f\n"
        "  classDef good fill:#fff\n"
        "  class n0,n1 good\n"
        "  classDef new x:y\n"
        "  class n1 new\n"
        "```\n");
}
