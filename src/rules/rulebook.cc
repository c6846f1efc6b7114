#include "rules/rulebook.h"

#include <algorithm>

namespace dealcheck {

std::string told_name(const Rulebook& book) {
  std::string name = book.name.empty() ? "" : book.name + " ";
  name += book.policy.version;
  for (const std::string& added : book.added) name += " + " + added;
  return name;
}

const Rule* find_rule(const Rulebook& book, std::string_view id) {
  const auto found = std::find_if(book.rules.begin(), book.rules.end(),
                                  [&](const Rule& rule) { return rule.id == id; });
  return found == book.rules.end() ? nullptr : &*found;
}

}  // namespace dealcheck
