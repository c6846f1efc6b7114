#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "report/writers/markup.h"

namespace dealcheck {

// Parts of every page.

/// Short facts side by side; nothing when there are none.
void put_facts(Markup& out, const std::vector<std::string>& facts);

/// What is folded away until somebody wants to see it. On paper it is open, unless its style is
/// `rest`: then it is too long for that, and said elsewhere.
struct Fold {
  std::string summary;
  bool open = false;
  std::string_view style{};
};
void put_folded(Markup& out, const Fold& fold, FunctionRef<void()> content);

}  // namespace dealcheck
