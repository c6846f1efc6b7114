#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dealcheck {

/// Writes one YAML file from its beginning to its end. What is opened gets closed, and in a map
/// every value follows a key: that is up to the caller.
class YamlWriter {
 public:
  /// Over several lines, or within brackets.
  enum class Form : std::uint8_t { block, brackets };

  YamlWriter();
  ~YamlWriter();
  YamlWriter(const YamlWriter&) = delete;
  YamlWriter& operator=(const YamlWriter&) = delete;

  void open_map(Form form = Form::block);
  void close_map();
  void open_list(Form form = Form::block);
  void close_list();
  void key(std::string_view name);
  /// Any text; in quotes where it could be taken for something else.
  void text(std::string_view text);
  /// A word of the vocabulary, a number or a date.
  void word(std::string_view word);
  /// Lines of a comment.
  void comment(std::string_view lines);

  /// The file; the writer is used up.
  [[nodiscard]] std::string take();

 private:
  class Emitter;
  void put(const std::string& scalar, bool in_quotes);

  std::unique_ptr<Emitter> emitter_;
};

}  // namespace dealcheck
