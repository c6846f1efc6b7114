#include "yaml/yaml_writer.h"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <cassert>

#include "yaml/yaml_quote.h"

namespace dealcheck {

class YamlWriter::Emitter : public YAML::Emitter {};

YamlWriter::YamlWriter() : emitter_(std::make_unique<Emitter>()) {}
YamlWriter::~YamlWriter() = default;

void YamlWriter::open_map(Form form) {
  *emitter_ << (form == Form::block ? YAML::Block : YAML::Flow) << YAML::BeginMap;
}

void YamlWriter::close_map() { *emitter_ << YAML::EndMap; }

void YamlWriter::open_list(Form form) {
  *emitter_ << (form == Form::block ? YAML::Block : YAML::Flow) << YAML::BeginSeq;
}

void YamlWriter::close_list() { *emitter_ << YAML::EndSeq; }

void YamlWriter::key(std::string_view name) {
  *emitter_ << YAML::Key << std::string(name) << YAML::Value;
}

void YamlWriter::put(const std::string& scalar, bool in_quotes) {
  if (in_quotes) *emitter_ << YAML::DoubleQuoted;
  *emitter_ << scalar;
}

void YamlWriter::text(std::string_view text) { put(std::string(text), yaml_text(text) != text); }

void YamlWriter::word(std::string_view word) { put(std::string(word), yaml_word(word) != word); }

void YamlWriter::comment(std::string_view lines) {
  const bool at_top = emitter_->size() == 0;
  if (!at_top) *emitter_ << YAML::Newline;
  *emitter_ << YAML::Comment(std::string(lines));
  if (at_top) *emitter_ << YAML::Newline;
}

std::string YamlWriter::take() {
  assert(emitter_->good());
  return std::string(emitter_->c_str(), emitter_->size()) + "\n";
}

}  // namespace dealcheck
