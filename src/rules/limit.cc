// Named numbers of rules: read before the facts and rules that use them, and put into their
// conditions anew when a team sets them otherwise.

#include "rules/limit.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/fields.h"

namespace dealcheck {

namespace {

constexpr double kMostSupport = 5;

/// Calls `visit(matcher)` for every matcher of a book's facts and rules.
template <typename Visit>
void visit_matchers(auto& condition, const Visit& visit) {
  for (auto& part : condition.parts) visit_matchers(part, visit);
  visit(condition.matcher);
}

template <typename Book, typename Visit>
void visit_book(Book& book, const Visit& visit) {
  for (auto& query : book.queries) visit_matchers(query.where, visit);
  for (auto& rule : book.rules) {
    for (auto& reading : rule.readings) {
      visit_matchers(reading.when, visit);
      if (reading.unless) visit_matchers(*reading.unless, visit);
    }
  }
}

Limit read_limit(MapReader reader, const std::string& rule, std::string_view name) {
  Limit limit{rule, std::string(name), reader.number_or_zero("is"), reader.text_or_empty("unit"),
              reader.localized("means")};
  if (!suits_unit(limit.is, limit.unit)) {
    reader.error("rules.limit-out-of-range", {{"unit", limit.unit}});
  }
  return limit;
}

}  // namespace

bool suits_unit(double number, std::string_view unit) {
  return unit == "support" ? number >= -kMostSupport && number <= kMostSupport : number >= 0;
}

std::string number_text(double number) { return fmt::format(FMT_STRING("{:.15g}"), number); }

std::string limit_text(std::string_view number, std::string_view unit, const Words& words,
                       Language language) {
  return words.say("judging.limit." + std::string(unit), language,
                   {{"number", std::string(number)}});
}

void load_limits(Yaml root, const std::string& rule, std::vector<Limit>& limits,
                 Diagnostics& diagnostics) {
  const auto node = root.find("limits");
  if (!node) return;
  const MapReader reader(*node, kLimitsShape, diagnostics);
  for (const YamlEntry& entry : reader.others()) {
    Limit limit = read_limit(reader.other(entry), rule, entry.key.text());
    const auto same = std::find_if(limits.begin(), limits.end(), [&](const Limit& other) {
      return other.rule == rule && other.name == limit.name;
    });
    if (same == limits.end()) {
      limits.push_back(std::move(limit));
    } else {
      *same = std::move(limit);
    }
  }
}

void apply_limits(Rulebook& book) {
  visit_book(book, [&](Matcher& matcher) {
    for (Bound& bound : matcher.bounds) {
      if (bound.limit) bound.number = book.limits[*bound.limit].is;
    }
  });
}

std::vector<int> count_limit_uses(const Rulebook& book) {
  std::vector<int> uses(book.limits.size());
  visit_book(book, [&](const Matcher& matcher) {
    for (const Bound& bound : matcher.bounds) {
      if (bound.limit) ++uses[*bound.limit];
    }
  });
  return uses;
}

}  // namespace dealcheck
