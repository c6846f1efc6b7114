#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

constexpr int kDefaultWidth = 80;
constexpr int kLeastWidth = 40;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// `zh_CN.UTF-8`; English where it is none that the tool speaks.
Language language_of_locale(std::string_view locale) {
  const auto* const found =
      std::find_if(kEveryLanguage.begin(), kEveryLanguage.end(),
                   [&](Language one) { return locale.starts_with(row_of(one).code); });
  return found == kEveryLanguage.end() ? Language::en : *found;
}

}  // namespace

Language choose_language(const std::optional<std::string>& flag, std::optional<Language> settings) {
  if (flag) return find_language(*flag).value_or(Language::en);
  if (settings) return *settings;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view locale = environment(name);
    if (!locale.empty()) return language_of_locale(locale);
  }
  return Language::en;
}

bool choose_colour(std::string_view flag, int descriptor) {
  if (flag == "always") return true;
  if (flag == "never" || !environment("NO_COLOR").empty()) return false;
  for (const char* name : {"FORCE_COLOR", "CLICOLOR_FORCE"}) {
    const std::string_view force = environment(name);
    if (!force.empty() && force != "0" && force != "false") return true;
  }
  const std::string_view terminal = environment("TERM");
  const bool unforced = environment("FORCE_COLOR").empty();
  return unforced && isatty(descriptor) != 0 && !terminal.empty() && terminal != "dumb";
}

Charset choose_charset(int descriptor) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string locale = to_lower(environment(name));
    if (locale.empty()) continue;
    const bool utf8 =
        locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    return utf8 ? Charset::unicode : Charset::ascii;
  }
  return isatty(descriptor) != 0 ? Charset::ascii : Charset::unicode;
}

RenderOptions report_look(const Console& console, const CommandLine& line) {
  RenderOptions look{
      .language = console.language, .width = console.width, .all = line.has("--all")};
  const std::string format = line.value("--format").value_or("text");
  if (format == "markdown") look.format = ReportFormat::markdown;
  if (format == "html") look.format = ReportFormat::html;
  if (look.format == ReportFormat::text) {
    look.colour = console.colour_out;
    look.charset = console.charset_out;
  }
  return look;
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefaultWidth;
  return std::max<int>(size.ws_col, kLeastWidth);
}

}  // namespace dealcheck
