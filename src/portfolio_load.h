#pragma once

#include "condition_load.h"
#include "portfolio_rules.h"
#include "rulebook.h"
#include "yaml.h"

namespace dealcheck {

class Diagnostics;

/// Reads rules/portfolio.yaml; the decisions it names are looked up in `policy`.
[[nodiscard]] PortfolioRules load_portfolio(Yaml root, const NameScope& scope, const Policy& policy,
                                            Diagnostics& diagnostics);

}  // namespace dealcheck
