#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealcheck {

/// A number as drawings write it: at most one decimal, the same in every locale; `12`, `-3.5`.
[[nodiscard]] std::string drawn_number(double number);

/// One attribute of an element. No value is markup: it is escaped when it is written.
struct Attribute {
  Attribute(std::string_view name_given, std::string_view value_given)
      : name(name_given), value(value_given) {}
  Attribute(std::string_view name_given, double number)
      : name(name_given), value(drawn_number(number)) {}

  std::string_view name;
  std::string value;
};
using Attributes = std::vector<Attribute>;

/// A style sheet or script of ours, as it was when this program was built.
struct Asset {
  std::string_view name;    ///< `page.css`
  std::string_view text;    ///< the whole file
  std::string_view sha256;  ///< of the text, 64 hexadecimal digits
};

/// Writes HTML and the SVG inside it. Everything is escaped by construction: there is no way to put
/// in a text that is markup already, but for the assets. That an element is unknown, stands where
/// it may not, or carries an attribute that could do something (`onload`, `style`, a link that
/// leaves the page) is a mistake of the caller, not of the user, and ends the program.
class Markup {
 public:
  void open(std::string_view tag, const Attributes& attributes = {});
  /// Text of anybody's; control characters become visible.
  void text(std::string_view text);
  /// Closes the element that was opened last.
  void close();

  /// An element with nothing but text in it.
  void leaf(std::string_view tag, const Attributes& attributes = {}, std::string_view text = {});

  /// An element and what `content()` writes into it.
  template <typename Content>
  void in(std::string_view tag, const Attributes& attributes, const Content& content) {
    open(tag, attributes);
    content();
    close();
  }

  /// An asset as the content of a `style` or `script` element.
  void asset(std::string_view tag, const Asset& asset);

  /// The whole document; every element must be closed.
  [[nodiscard]] std::string finish();

 private:
  void check_place(std::string_view tag) const;

  std::string out_ = "<!DOCTYPE html>\n";
  std::vector<std::string_view> open_;  ///< names in the table of elements
};

}  // namespace dealcheck
