#include "cli/console.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dealcheck {
namespace {

using Variables = std::map<std::string, std::string>;

/// Sets exactly the given ones of the variables that matter, and puts everything back at the end.
class Environment {
 public:
  explicit Environment(const Variables& wanted) {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR",
                             "CLICOLOR_FORCE", "TERM"}) {
      const char* value = std::getenv(name);
      before_.emplace_back(name,
                           value == nullptr ? std::nullopt : std::optional(std::string(value)));
      const auto found = wanted.find(name);
      set(name, found == wanted.end() ? std::nullopt : std::optional(found->second));
    }
  }
  ~Environment() {
    for (const auto& [name, value] : before_) set(name, value);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  static void set(const std::string& name, const std::optional<std::string>& value) {
    if (value) {
      setenv(name.c_str(), value->c_str(), 1);
    } else {
      unsetenv(name.c_str());
    }
  }

  std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

/// A descriptor that is no terminal.
class NoTerminal {
 public:
  NoTerminal() : descriptor_(open("/dev/null", O_WRONLY | O_CLOEXEC)) {}
  ~NoTerminal() { close(descriptor_); }
  NoTerminal(const NoTerminal&) = delete;
  NoTerminal& operator=(const NoTerminal&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// A descriptor that is a terminal: the master of a pseudo-terminal.
class Terminal {
 public:
  Terminal() : descriptor_(posix_openpt(O_RDWR | O_NOCTTY)) {}
  ~Terminal() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

TEST_CASE("surroundings: the language is that of the flag, else of the locale") {
  struct Case {
    std::optional<std::string> flag;
    Variables variables;
    Language language;
  };
  const Case cases[] = {
      {std::nullopt, {}, Language::en},
      {std::nullopt, {{"LANG", "zh_CN.UTF-8"}}, Language::zh},
      {std::nullopt, {{"LANG", "zh"}}, Language::zh},
      {std::nullopt, {{"LANG", "de_DE.UTF-8"}}, Language::en},
      {std::nullopt, {{"LANG", "C"}}, Language::en},
      {std::nullopt, {{"LC_MESSAGES", "zh_TW"}, {"LANG", "en_US"}}, Language::zh},
      {std::nullopt, {{"LC_MESSAGES", "en_US"}, {"LANG", "zh_CN"}}, Language::en},
      {std::nullopt, {{"LC_ALL", "en_US"}, {"LC_MESSAGES", "zh_CN"}}, Language::en},
      {std::nullopt, {{"LC_ALL", "zh_CN"}, {"LC_MESSAGES", "en_US"}}, Language::zh},
      {std::nullopt, {{"LC_ALL", ""}, {"LANG", "zh_CN"}}, Language::zh},
      {"en", {{"LC_ALL", "zh_CN"}}, Language::en},
      {"zh", {{"LC_ALL", "en_US"}}, Language::zh},
  };
  for (const Case& one : cases) {
    const Environment environment(one.variables);
    std::string shown = one.flag.value_or("no flag");
    for (const auto& [name, value] : one.variables)
      shown.append(" ").append(name).append("=").append(value);
    CAPTURE(shown);
    CHECK(choose_language(one.flag, std::nullopt) == one.language);
  }
}

TEST_CASE("surroundings: colour by flag, then by variables, then by the terminal") {
  const NoTerminal file;
  const Terminal terminal;
  REQUIRE(isatty(file.descriptor()) == 0);
  REQUIRE(isatty(terminal.descriptor()) == 1);
  struct Case {
    const char* flag;
    Variables variables;
    bool on_terminal;
    bool in_file;
  };
  const Case cases[] = {
      {"auto", {{"TERM", "xterm"}}, true, false},
      {"auto", {{"TERM", "dumb"}}, false, false},
      {"always", {{"NO_COLOR", "1"}, {"TERM", "dumb"}}, true, true},
      {"never", {{"CLICOLOR_FORCE", "1"}, {"TERM", "xterm"}}, false, false},
      {"auto", {{"NO_COLOR", "1"}, {"TERM", "xterm"}}, false, false},
      {"auto", {{"NO_COLOR", ""}, {"TERM", "xterm"}}, true, false},
      {"auto", {{"CLICOLOR_FORCE", "1"}}, true, true},
      {"auto", {{"CLICOLOR_FORCE", "0"}, {"TERM", "xterm"}}, true, false},
      {"auto", {{"CLICOLOR_FORCE", ""}, {"TERM", "xterm"}}, true, false},
      {"auto", {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, false, false},
      {"auto", {{"FORCE_COLOR", "1"}}, true, true},
      {"auto", {{"FORCE_COLOR", "3"}, {"TERM", "dumb"}}, true, true},
      {"auto", {{"FORCE_COLOR", "0"}, {"TERM", "xterm"}}, false, false},
      {"auto", {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, false, false},
      {"never", {{"FORCE_COLOR", "1"}}, false, false},
      {"auto", {{"TERM", ""}}, false, false},
      {"auto", {}, false, false},
  };
  for (const Case& one : cases) {
    const Environment environment(one.variables);
    std::string shown = one.flag;
    for (const auto& [name, value] : one.variables)
      shown.append(" ").append(name).append("=").append(value);
    CAPTURE(shown);
    CHECK(choose_colour(one.flag, terminal.descriptor()) == one.on_terminal);
    CHECK(choose_colour(one.flag, file.descriptor()) == one.in_file);
  }
}

TEST_CASE("surroundings: the ink by the locale, where there is none by the terminal") {
  const NoTerminal file;
  const Terminal terminal;
  struct Case {
    Variables variables;
    Charset on_terminal;
    Charset in_file;
  };
  const Case cases[] = {
      {{}, Charset::ascii, Charset::unicode},
      {{{"LC_ALL", ""}, {"LC_CTYPE", ""}, {"LANG", ""}}, Charset::ascii, Charset::unicode},
      {{{"LANG", "C"}}, Charset::ascii, Charset::ascii},
      {{{"LANG", "POSIX"}}, Charset::ascii, Charset::ascii},
      {{{"LANG", "de_DE"}}, Charset::ascii, Charset::ascii},
      {{{"LANG", "zh_CN.GB18030"}}, Charset::ascii, Charset::ascii},
      {{{"LANG", "C.UTF-8"}}, Charset::unicode, Charset::unicode},
      {{{"LANG", "en_US.utf8"}}, Charset::unicode, Charset::unicode},
      {{{"LANG", "sr_RS.UTF-8@latin"}}, Charset::unicode, Charset::unicode},
      {{{"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}}, Charset::unicode, Charset::unicode},
      {{{"LC_CTYPE", "C"}, {"LANG", "C.UTF-8"}}, Charset::ascii, Charset::ascii},
      {{{"LC_ALL", "C"}, {"LC_CTYPE", "C.UTF-8"}}, Charset::ascii, Charset::ascii},
      {{{"LC_ALL", "C.UTF-8"}, {"LC_CTYPE", "C"}, {"LANG", "C"}},
       Charset::unicode,
       Charset::unicode},
      {{{"LC_MESSAGES", "C.UTF-8"}, {"LANG", "C"}}, Charset::ascii, Charset::ascii},
  };
  for (const Case& one : cases) {
    const Environment environment(one.variables);
    std::string shown;
    for (const auto& [name, value] : one.variables)
      shown.append(" ").append(name).append("=").append(value);
    CAPTURE(shown);
    CHECK((choose_charset(terminal.descriptor()) == one.on_terminal));
    CHECK((choose_charset(file.descriptor()) == one.in_file));
  }
}

TEST_CASE("surroundings: a width that can hold a report") { CHECK(terminal_width() >= 40); }

}  // namespace dealcheck
