#include "report/writers/page_parts.h"

namespace dealcheck {

void put_facts(Markup& out, const std::vector<std::string>& facts) {
  if (facts.empty()) return;
  out.in("ul", {{"class", "facts"}}, [&] {
    for (const std::string& fact : facts) out.leaf("li", {}, fact);
  });
}

void put_folded(Markup& out, const Fold& fold, FunctionRef<void()> content) {
  Attributes attributes;
  if (!fold.style.empty()) attributes.emplace_back("class", fold.style);
  if (fold.open) attributes.emplace_back("open", "");
  out.in("details", attributes, [&] {
    out.leaf("summary", {}, fold.summary);
    content();
  });
}

}  // namespace dealcheck
