#pragma once

#include <string>
#include <string_view>

#include "report/shared/phrases.h"

namespace dealcheck {

/// What the pages say: the words of rules/words/pages.yaml in one language, and those that they
/// share with the other reports.
class PagePhrases {
 public:
  PagePhrases(const Words& words, Language language)
      : words_(words), language_(language), report_(words, language) {}

  /// The text `pages.<id>`. An empty argument counts as missing: its optional part falls away.
  [[nodiscard]] std::string say(std::string_view id, Arguments arguments = {}) const;
  /// The text `pages.<group>.<name>`.
  [[nodiscard]] std::string label(std::string_view group, std::string_view name) const;

  [[nodiscard]] const Phrases& report() const { return report_; }
  [[nodiscard]] Language language() const { return language_; }

 private:
  const Words& words_;
  Language language_;
  Phrases report_;
};

}  // namespace dealcheck
