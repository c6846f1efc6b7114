#include "report/writers/html_page.h"

#include <fmt/format.h>

#include <cassert>
#include <cstdint>

#include "report/writers/assets.h"

namespace dealcheck {

namespace {

constexpr std::size_t kDigits = 64;  ///< of a SHA-256

std::uint32_t digit_of(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

std::string policy(const HtmlFrame& frame) {
  const std::string scripts =
      frame.script.empty() ? "'none'" : policy_source(page_asset(frame.script));
  return fmt::format(
      "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; "
      "form-action 'none'",
      policy_source(page_asset("page.css")), scripts);
}

void put_head(Markup& page, const HtmlFrame& frame) {
  page.leaf("meta", {{"charset", "utf-8"}});
  page.leaf("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy(frame)}});
  page.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  page.leaf("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  page.leaf("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  page.leaf("link", {{"rel", "icon"}, {"href", "data:,"}});
  page.leaf("title", {}, frame.title);
  page.asset("style", page_asset("page.css"));
}

}  // namespace

// Three digits, of four bits each, are two letters, of six bits each.
std::string policy_source(const Asset& asset) {
  static constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  assert(asset.sha256.size() == kDigits);
  std::string digits(asset.sha256);
  digits += "00";  // up to a multiple of three
  std::string letters;
  for (std::size_t i = 0; i < digits.size(); i += 3) {
    const std::uint32_t bits =
        digit_of(digits[i]) << 8U | digit_of(digits[i + 1]) << 4U | digit_of(digits[i + 2]);
    letters += kLetters[bits >> 6U];
    letters += kLetters[bits & 63U];
  }
  letters.back() = '=';
  return "'sha256-" + letters + "'";
}

std::string render_html_page(const HtmlFrame& frame, FunctionRef<void(Markup&)> body) {
  Markup page;
  page.in("html", {{"lang", row_of(frame.language).html}}, [&] {
    page.in("head", {}, [&] { put_head(page, frame); });
    page.in("body", {}, [&] {
      body(page);
      if (!frame.script.empty()) page.asset("script", page_asset(frame.script));
    });
  });
  return page.finish();
}

}  // namespace dealcheck
