#pragma once

#include "base/json.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// Adds what a deal is to the definitions of a schema, under `deal`.
void define_deal(const Vocabulary& vocabulary, Json& definitions);

}  // namespace dealcheck
