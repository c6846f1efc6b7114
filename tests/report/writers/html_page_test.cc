#include "report/writers/html_page.h"

#include <doctest/doctest.h>

#include <string>

#include "report/writers/assets.h"

namespace dealcheck {

TEST_CASE("html page: a policy names an asset by its hash in base 64") {
  // printf '' | openssl dgst -sha256 -binary | base64
  const Asset empty{"empty.css", "",
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"};
  CHECK(policy_source(empty) == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST_CASE("html page: the style sheet is the file as it is, and all that the policy allows") {
  const Asset& style = page_asset("page.css");
  const std::string page = render_html_page({"A <deal>", Language::zh},
                                            [](Markup& body) { body.leaf("main", {}, "text"); });
  CHECK(
      page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                       "&#39;none&#39;; style-src &#39;sha256-"));
  CHECK(page.find("script-src &#39;none&#39;; img-src data:; base-uri &#39;none&#39;; "
                  "form-action &#39;none&#39;\">") != std::string::npos);
  CHECK(page.find("<title>A &lt;deal&gt;</title>") != std::string::npos);
  CHECK(page.find("<style>" + std::string(style.text) + "</style>") != std::string::npos);
  CHECK(page.ends_with("<body><main>text</main>\n</body>\n</html>\n"));
}

}  // namespace dealcheck
