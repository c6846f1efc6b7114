#include "report/shared/page_phrases.h"

#include <fmt/format.h>

namespace dealcheck {

std::string PagePhrases::say(std::string_view id, Arguments arguments) const {
  std::erase_if(arguments, [](const auto& argument) { return argument.second.empty(); });
  return words_.say(fmt::format("pages.{}", id), language_, arguments);
}

std::string PagePhrases::label(std::string_view group, std::string_view name) const {
  return say(fmt::format("{}.{}", group, name));
}

}  // namespace dealcheck
