#pragma once

#include "rules/load/condition_load.h"
#include "rules/portfolio_rules.h"
#include "rules/rulebook.h"
#include "yaml/yaml.h"

namespace dealcheck {

class Diagnostics;

/// Reads rules/portfolio.yaml; the decisions it names are looked up in `policy`.
[[nodiscard]] PortfolioRules load_portfolio(Yaml root, const NameScope& scope, const Policy& policy,
                                            Diagnostics& diagnostics);

}  // namespace dealcheck
