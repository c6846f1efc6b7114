#include "portfolio/entry_json.h"
#include "report/portfolio/portfolio.h"

namespace dealcheck {

namespace {

constexpr std::string_view kPortfolioVersion = "1.0";

class PortfolioJson {
 public:
  explicit PortfolioJson(const PortfolioReport& report)
      : portfolio_(*report.portfolio), rules_(report.rules->portfolio) {}

  [[nodiscard]] Json make() const {
    return {{"format_version", kPortfolioVersion},
            {"summary", summary()},
            {"layers", layers()},
            {"few", paths(portfolio_.few)},
            {"drop", paths(portfolio_.marked(DealMark::drop))},
            {"marks", marks()},
            {"owners", array_of(portfolio_.owners, [&](const auto& one) { return owner(one); })},
            {"stages", array_of(portfolio_.stages, [&](const auto& one) { return group(one); })},
            {"classes", array_of(portfolio_.classes, [&](const auto& one) { return group(one); })},
            {"deals", array_of(portfolio_.deals, [&](const auto& one) { return deal(one); })}};
  }

 private:
  [[nodiscard]] Json paths(const std::vector<std::size_t>& places) const {
    return array_of(places, [&](std::size_t place) { return portfolio_.deals[place].entry.path; });
  }

  [[nodiscard]] Json summary() const {
    const std::size_t shut = portfolio_.closed.size() + portfolio_.broken.size();
    return {{"deals", portfolio_.deals.size()},
            {"open", portfolio_.deals.size() - shut},
            {"closed", portfolio_.closed.size()},
            {"not_judged", portfolio_.broken.size()}};
  }

  [[nodiscard]] static Json amounts(const DealGroup& group) {
    return array_of(group.amounts, [](const CurrencySum& one) -> Json {
      return {{"currency", text_or_null(one.currency)}, {"sum", one.sum}, {"deals", one.deals}};
    });
  }

  [[nodiscard]] Json group(const DealGroup& group) const {
    Json verdicts = Json::object();
    for (const Verdict verdict : kVerdictsFromBest) {
      verdicts[std::string(to_string(verdict))] =
          group.verdicts.at(static_cast<std::size_t>(verdict));
    }
    return {{"id", text_or_null(group.id)},
            {"deals", paths(group.deals)},
            {"amounts", amounts(group)},
            {"without_amount", group.no_amount},
            {"verdicts", verdicts}};
  }

  [[nodiscard]] Json owner(const DealGroup& one) const {
    Json json = group(one);
    const std::size_t count = competing(portfolio_, one);
    json["competing"] = count;
    json["can_carry"] = rules_.per_owner;
    json["overloaded"] = !one.id.empty() && count > static_cast<std::size_t>(rules_.per_owner);
    return json;
  }

  [[nodiscard]] Json layers() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < portfolio_.layers.size(); ++i) {
      const bool outside = i >= rules_.layers.size();
      Json json = group(portfolio_.layers[i]);
      json["least"] = outside ? Json() : Json(rules_.layers[i].least);
      json["starving"] = outside ? Json() : Json(bool{portfolio_.starving[i]});
      list.push_back(std::move(json));
    }
    return list;
  }

  [[nodiscard]] Json marks() const {
    Json json = Json::object();
    for (std::size_t i = 0; i < kDealMarks.size(); ++i) {
      json[std::string(kDealMarks.at(i))] = paths(portfolio_.marked(static_cast<DealMark>(i)));
    }
    return json;
  }

  [[nodiscard]] Json deal(const DealView& view) const {
    Json marks = Json::array();
    for (std::size_t i = 0; i < kDealMarks.size(); ++i) {
      if (view.marks.at(i)) marks.push_back(kDealMarks.at(i));
    }
    Json json{{"layer", view.layer ? Json(rules_.layers[*view.layer].id) : Json()},
              {"open", view.open},
              {"marks", std::move(marks)}};
    json.update(entry_json(view.entry));
    return json;
  }

  const Portfolio& portfolio_;
  const PortfolioRules& rules_;
};

}  // namespace

std::string render_portfolio_json(const PortfolioReport& report, const RenderOptions& /*options*/) {
  return dump(PortfolioJson(report).make());
}

}  // namespace dealcheck
