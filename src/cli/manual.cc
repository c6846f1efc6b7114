// The manual page: roff made of the words of the help.

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/completion.h"

namespace dealcheck {

namespace {

/// Marks behind which roff may end a line although no blank follows.
constexpr std::array<std::string_view, 7> kStops{"，", "。", "；", "：", "、", "）", "”"};

void allow_breaks(std::string& text) {
  for (const std::string_view stop : kStops) {
    for (std::size_t at = text.find(stop); at != std::string::npos;) {
      text.insert(at + stop.size(), "\\:");
      at = text.find(stop, at + stop.size());
    }
  }
}

/// A text that roff prints as it stands.
std::string plain(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\') {
      safe += "\\e";
    } else if (c == '-') {
      safe += "\\-";
    } else {
      const bool line_begins = safe.empty() || safe.back() == '\n';
      if (line_begins && (c == '.' || c == '\'')) safe += "\\&";
      safe += c;
    }
  }
  return safe;
}

class Page {
 public:
  Page(const Words& words, Language language) : words_(words), language_(language) {}

  void section(std::string_view word) {
    std::string name(say(word));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    text_ += ".SH " + as_argument(name) + "\n";
  }
  void subsection(std::string_view name) { text_ += ".SS " + as_argument(name) + "\n"; }
  void paragraph(std::string_view text) { text_ += ".PP\n" + flowing(text) + "\n"; }
  /// Lines that stay as they are.
  void lines(std::string_view text) { text_ += ".PP\n.nf\n" + plain(text) + "\n.fi\n"; }
  /// What `head` means, set in under it.
  void entry(std::string_view head, std::string_view means) {
    text_ += ".TP\n.B " + as_argument(head) + "\n" + flowing(means) + "\n";
  }
  void raw(std::string_view roff) { text_ += roff; }

  void command(const Command& command);
  void option(std::string_view command, const OptionSpec& option);
  [[nodiscard]] std::string_view say(std::string_view id) const {
    return words_.say(id, language_);
  }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static std::string flowing(std::string_view text) {
    std::string safe = plain(text);
    allow_breaks(safe);
    return safe;
  }
  static std::string as_argument(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : plain(text)) quoted += c == '"' ? std::string("\\(dq") : std::string(1, c);
    return quoted + "\"";
  }

  const Words& words_;
  Language language_;
  std::string text_;
};

void Page::option(std::string_view command, const OptionSpec& option) {
  entry(option_head(option), option_text(words_, language_, command, option));
}

void Page::command(const Command& command) {
  const std::string id = "help." + std::string(command.name);
  subsection(command.name);
  paragraph(say(id + ".summary"));
  lines(trim(say(id + ".usage")));
  for (const OptionSpec& one : command.options) option(command.name, one);
  paragraph(say("help.heading.examples"));
  lines(say(id + ".examples"));
  if (words_.find(id + ".exit") == nullptr) return;
  paragraph(say("help.heading.exit"));
  lines(say(id + ".exit"));
}

}  // namespace

std::string render_manual(const Words& words, Language language) {
  Page page(words, language);
  page.raw(".\\\" made by `dealcheck manual`\n.TH DEALCHECK 1 \"\" \"dealcheck " +
           std::string(program_version()) + "\"\n.ad l\n");
  page.section("help.manual.name");
  page.raw("dealcheck \\- " + plain(page.say("help.manual.tagline")) + "\n");
  page.section("help.manual.synopsis");
  page.lines(page.say("help.manual.synopsis-line"));
  page.section("help.manual.description");
  page.paragraph(page.say("help.main.summary"));
  page.paragraph(page.say("help.manual.about"));
  page.section("help.heading.examples");
  page.lines(page.say("help.main.examples"));
  page.section("help.heading.options");
  for (const OptionSpec& option : main_options()) page.option("", option);
  page.section("help.heading.commands");
  for (const Command& command : all_commands()) page.command(command);
  page.section("help.heading.exit");
  page.lines(page.say("help.exit"));
  page.section("help.manual.files");
  page.entry(".dealcheck.yaml", page.say("help.manual.settings"));
  page.section("help.manual.environment");
  for (const std::string_view name : {"LANG", "LC_CTYPE", "NO_COLOR", "CLICOLOR_FORCE"}) {
    page.entry(name, page.say("help.manual.variable." + to_lower(name)));
  }
  return page.take();
}

}  // namespace dealcheck
