#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/source.h"
#include "i18n/charset.h"
#include "i18n/words.h"

namespace dealcheck {

enum class Severity : std::uint8_t { note, warning, error };
[[nodiscard]] std::string_view to_string(Severity severity);

/// What an argument is called that only the readers of one language are told: `key_label@zh`.
[[nodiscard]] std::string translated_name(std::string_view name, Language language);

/// One complaint about an input file. It holds no sentence: `id` names the sentence (and its help)
/// in rules/words/diagnostics.yaml, `arguments` fill it, so that it can be told in any language.
struct Diagnostic {
  Severity severity = Severity::error;
  std::shared_ptr<const Source> source;  ///< empty when there is no text to show (cannot read)
  std::string path;                      ///< what to print before the colon; also without a source
  Location at;
  std::string id;
  Arguments arguments;
};

/// Where everyone who reads input appends what is wrong with it. Order is the order of appending;
/// printing sorts by place.
class Diagnostics {
 public:
  void error(std::shared_ptr<const Source> source, Location at, std::string id,
             Arguments arguments = {});
  void warning(std::shared_ptr<const Source> source, Location at, std::string id,
               Arguments arguments = {});
  void add(Severity severity, std::shared_ptr<const Source> source, Location at, std::string id,
           Arguments arguments = {});
  /// For files that could not become a Source at all.
  void file_error(std::string path, std::string id, Arguments arguments = {});
  void file_finding(Severity severity, std::string path, std::string id, Arguments arguments = {});

  /// Takes over everything that another sink holds.
  void append(const Diagnostics& other);
  void append(const Diagnostic& one);

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  /// By path and place, exact repeats once.
  [[nodiscard]] std::vector<const Diagnostic*> sorted() const;

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

/// The sentence of a diagnostic (one line, control characters made visible), and its help line,
/// empty when it has none or when an argument that the help needs is missing.
[[nodiscard]] std::string diagnostic_message(const Diagnostic& diagnostic, const Words& words,
                                             Language language, Charset charset = Charset::unicode);
[[nodiscard]] std::string diagnostic_help(const Diagnostic& diagnostic, const Words& words,
                                          Language language, Charset charset = Charset::unicode);

/// `file:line:col: error: …`, the source line, a caret under the right cell (behind wide characters
/// and tabs too), `help: …`; all diagnostics sorted by path and place, exact repeats once.
[[nodiscard]] std::string render_diagnostics(const Diagnostics& diagnostics, const Words& words,
                                             Language language, bool colour,
                                             Charset charset = Charset::unicode);

/// Adds an argument for the readers of each language but English: `told(language)`, which fills
/// `{name}` when the complaint is told in that language.
template <typename Told>
void add_translated(Arguments& arguments, std::string_view name, const Told& told) {
  for (const Language language : kEveryLanguage) {
    if (language == Language::en) continue;
    arguments.emplace_back(translated_name(name, language), told(language));
  }
}

/// The nearest of the candidates as the argument `nearest`, or no argument at all.
[[nodiscard]] Arguments with_nearest(Arguments arguments, std::string_view word,
                                     const std::vector<std::string_view>& candidates);

}  // namespace dealcheck
