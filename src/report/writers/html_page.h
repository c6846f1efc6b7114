#pragma once

#include <string>
#include <string_view>

#include "base/function_ref.h"
#include "i18n/words.h"
#include "report/writers/markup.h"

namespace dealcheck {

/// What every page has around its content: its title and language, the style sheet, and a policy
/// that lets the browser load nothing and run nothing but what is named in it.
struct HtmlFrame {
  std::string title;
  Language language = Language::en;
  std::string_view script{};  ///< the asset that runs at the end of the page; empty: none
};

/// One self-contained page; `body` writes what stands inside its <body>.
[[nodiscard]] std::string render_html_page(const HtmlFrame& frame, FunctionRef<void(Markup&)> body);

/// How a policy names an asset that it allows: `'sha256-…'`, in base 64.
[[nodiscard]] std::string policy_source(const Asset& asset);

}  // namespace dealcheck
