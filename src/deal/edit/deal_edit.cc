// An answer is put into the text as a person would: the smallest insertion at the place where the
// reader would look for it. That it says what it should is not argued but checked, by reading the
// new text.

#include "deal/edit/deal_edit.h"

#include <algorithm>
#include <utility>

#include "deal/deal_file.h"
#include "deal/edit/answer_text.h"
#include "deal/edit/deal_statements.h"
#include "deal/edit/prepared_lines.h"
#include "deal/read_value.h"
#include "yaml/yaml_edit.h"

namespace dealcheck {

namespace {

class DealEditor {
 public:
  DealEditor(const YamlDocument& document, const Vocabulary& vocabulary, const DealAnswer& answer)
      : root_(document),
        source_(*document.source),
        edit_(source_),
        vocabulary_(vocabulary),
        answer_(answer),
        section_(vocabulary.sections[answer.section]),
        words_(vocabulary, answer, language_of_keys(document)) {}

  /// The new text; with `prepared`, in lines that were commented out where there are such.
  std::string write(bool prepared);

 private:
  void write_head();
  void write_section(const YamlEntry& section);
  void write_attribute(const YamlEntry& section);
  void write_entry(Yaml node);
  void amend(Yaml value);
  void add_section();
  [[nodiscard]] bool fill_prepared_section();
  [[nodiscard]] bool fill_prepared_key(std::size_t after, std::optional<std::size_t> column);

  [[nodiscard]] const YamlLayout& layout() const { return edit_.layout(); }
  [[nodiscard]] bool is_list() const { return section_.shape == Shape::records; }
  [[nodiscard]] bool whole() const { return answer_.values.empty(); }
  [[nodiscard]] static bool is_word(Yaml node, const NameIndex& words) {
    return node.is_scalar() && words.find(normalise_name(node.text()));
  }
  [[nodiscard]] std::optional<YamlEntry> find_key(Yaml map) const;
  [[nodiscard]] std::optional<Yaml> find_unknown(Yaml list) const;
  [[nodiscard]] bool has_proof(Yaml map) const;
  [[nodiscard]] std::optional<YamlEntry> find_section(std::uint16_t id) const;
  [[nodiscard]] std::optional<YamlEntry> find_predecessor() const;
  [[nodiscard]] std::size_t indentation() const;
  [[nodiscard]] std::string block_line() const;

  Yaml root_;
  const Source& source_;
  YamlEdit edit_;
  const Vocabulary& vocabulary_;
  const DealAnswer& answer_;
  const Section& section_;
  AnswerText words_;
  bool prepared_ = false;
};

// ---- looking ----

std::optional<YamlEntry> DealEditor::find_section(std::uint16_t id) const {
  for (const YamlEntry& entry : root_.entries()) {
    if (vocabulary_.section_names.find(normalise_name(entry.key.text())) == id) return entry;
  }
  return std::nullopt;
}

/// The section of the file that comes last before this one in the vocabulary.
std::optional<YamlEntry> DealEditor::find_predecessor() const {
  for (std::uint16_t before = answer_.section; before-- > 0;) {
    if (const auto entry = find_section(before)) return entry;
  }
  return std::nullopt;
}

std::optional<YamlEntry> DealEditor::find_key(Yaml map) const {
  for (const YamlEntry& entry : map.entries()) {
    const std::string name = normalise_name(entry.key.text());
    if (section_.top && vocabulary_.section_names.find(name)) continue;
    if (vocabulary_.find_key(section_, name) == answer_.values.front().key) return entry;
  }
  return std::nullopt;
}

/// In a list of entries, the `unknown` that the answer takes the place of.
std::optional<Yaml> DealEditor::find_unknown(Yaml list) const {
  for (const Yaml item : list.items()) {
    const auto found = find_key(item);
    const bool unknown =
        found && !found->value.quoted() && is_word(found->value, vocabulary_.unknown_words);
    if (unknown && !has_proof(item)) {
      return found->value;
    }
  }
  return std::nullopt;
}

/// Whether all that a map says has a day, a witness or the like in common.
bool DealEditor::has_proof(Yaml map) const {
  if (section_.top) return false;
  const auto entries = map.entries();
  return std::any_of(entries.begin(), entries.end(), [&](const YamlEntry& entry) {
    const auto key = vocabulary_.find_key(section_, entry.key.text());
    return key && *key >= kCommonKey;
  });
}

/// By how much the file indents what stands in a section; two blanks where nothing tells.
std::size_t DealEditor::indentation() const {
  for (const YamlEntry& entry : root_.entries()) {
    if (!entry.value.is_map() || layout().in_brackets(entry.value)) continue;
    const std::size_t column = layout().column(entry.value);
    const std::size_t own = layout().column(entry.key);
    if (column > own) return column - own;
  }
  return 2;
}

/// The answer as the only line below the name of its section.
std::string DealEditor::block_line() const {
  const std::string lead(indentation(), ' ');
  return lead + (is_list() ? "- " + words_.entry() : words_.key_name() + ": " + words_.value());
}

// ---- prepared lines ----

/// `column`: where the key must stand; none: anywhere.
bool DealEditor::fill_prepared_key(std::size_t after, std::optional<std::size_t> column) {
  if (!prepared_) return false;
  const auto line = find_prepared_key(source_.text(), after, vocabulary_, answer_.section,
                                      answer_.values.front().key);
  if (!line || (column && line->column != *column)) return false;
  edit_.splice(line->mark, 1, "");
  edit_.splice(line->value, line->value_bytes, words_.value());
  return true;
}

bool DealEditor::fill_prepared_section() {
  if (!prepared_) return false;
  const auto line = find_prepared_section(source_.text(), vocabulary_, answer_.section);
  if (!line) return false;
  edit_.splice(line->mark, 1, "");
  if (whole()) {
    edit_.insert(line->colon + 1, " " + words_.whole());
  } else if (is_list() || !fill_prepared_key(line->mark, std::nullopt)) {
    edit_.add_lines(line->mark, block_line());
  }
  return true;
}

// ---- the cases ----

/// The key has a value already: what is not known gives way, anything else stays beside the answer.
void DealEditor::amend(Yaml value) {
  if (!value.quoted() && is_word(value, vocabulary_.unknown_words)) {
    edit_.replace(value, words_.value());
  } else if (value.is_sequence()) {
    edit_.add_to_list(value, words_.value(true));
  } else if (value.is_map()) {
    edit_.make_list(value, words_.value(true));
  } else {
    edit_.replace(value, "[{" + words_.value_name() + ": " + edit_.as_item(value) + "}, " +
                             words_.value(true) + "]");
  }
}

/// A key without a section stands behind the other ones of its kind.
void DealEditor::write_head() {
  if (const auto entry = find_key(root_)) {
    amend(entry->value);
    return;
  }
  if (fill_prepared_key(0, 0)) return;
  std::optional<YamlEntry> last;
  for (const YamlEntry& entry : root_.entries()) {
    if (!vocabulary_.section_names.find(normalise_name(entry.key.text()))) last = entry;
  }
  if (layout().in_brackets(root_) || !last) {
    edit_.add_to_map(root_, words_.key_name(), words_.value());
    return;
  }
  const std::string lead(layout().column(root_), ' ');
  edit_.add_lines(layout().end(*last) - 1, lead + words_.key_name() + ": " + words_.value());
}

void DealEditor::write_attribute(const YamlEntry& section) {
  const Yaml node = section.value;
  if (node.is_sequence()) {
    const auto unknown = find_unknown(node);
    unknown ? edit_.replace(*unknown, words_.value()) : edit_.add_to_list(node, words_.entry());
  } else if (!node.is_map()) {
    edit_.replace(node, "{" + words_.key_name() + ": " + words_.value() + "}");
  } else if (has_proof(node)) {
    edit_.make_list(node, words_.entry());
  } else if (const auto known = find_key(node)) {
    amend(known->value);
  } else if (layout().in_brackets(node) ||
             !fill_prepared_key(layout().begin(section.key), layout().column(node))) {
    edit_.add_to_map(node, words_.key_name(), words_.value());
  }
}

void DealEditor::write_entry(Yaml node) {
  const bool says_nothing =
      is_word(node, vocabulary_.unknown_words) || is_word(node, vocabulary_.none_words);
  if (says_nothing) {
    edit_.replace(node, "[" + words_.entry() + "]");
  } else if (node.is_sequence()) {
    edit_.add_to_list(node, words_.entry());
  } else {
    edit_.make_list(node, words_.entry());
  }
}

void DealEditor::write_section(const YamlEntry& section) {
  if (whole()) {
    edit_.replace(section.value, words_.whole());
  } else if (is_list()) {
    write_entry(section.value);
  } else {
    write_attribute(section);
  }
}

/// A section that the file does not have yet stands behind its predecessor, else at the end.
void DealEditor::add_section() {
  if (fill_prepared_section()) return;
  const std::string name = words_.section_name();
  if (layout().in_brackets(root_)) {
    edit_.add_to_map(root_, name,
                     whole()     ? words_.whole()
                     : is_list() ? "[" + words_.entry() + "]"
                                 : "{" + words_.key_name() + ": " + words_.value() + "}");
    return;
  }
  const std::string lead(layout().column(root_), ' ');
  const std::string lines =
      lead + name + ":" + (whole() ? " " + words_.whole() : edit_.line_end() + lead + block_line());
  if (const auto before = find_predecessor()) {
    edit_.add_lines(layout().end(*before) - 1, lines);
    return;
  }
  const std::string_view text = source_.text();
  edit_.insert(text.size(),
               text.ends_with('\n') ? lines + edit_.line_end() : edit_.line_end() + lines);
}

std::string DealEditor::write(bool prepared) {
  prepared_ = prepared;
  if (section_.top) {
    write_head();
  } else if (const auto section = find_section(answer_.section)) {
    write_section(*section);
  } else {
    add_section();
  }
  return edit_.text();
}

/// Puts a value in the place of another.
class DealReplacer {
 public:
  DealReplacer(const Opportunity& deal, const Vocabulary& vocabulary,
               const DealReplacement& replacement)
      : deal_(deal),
        vocabulary_(vocabulary),
        replacement_(replacement),
        section_(vocabulary.sections[replacement.section]),
        key_(replacement.values.front().key),
        edit_(*deal.document->source) {}

  std::optional<std::string> write();

 private:
  [[nodiscard]] std::optional<Yaml> find_map() const;
  [[nodiscard]] std::optional<Yaml> find_value(Yaml map) const;
  [[nodiscard]] bool is_bare(Yaml value) const;
  [[nodiscard]] bool has_witness() const;

  const Opportunity& deal_;
  const Vocabulary& vocabulary_;
  const DealReplacement& replacement_;
  const Section& section_;
  KeyId key_;
  YamlEdit edit_;
};

/// The map that holds the entry, or the section when it has no entries.
std::optional<Yaml> DealReplacer::find_map() const {
  const Yaml root(*deal_.document);
  if (section_.top) return root;
  const Location at = deal_.sections[replacement_.section].records[replacement_.entry].at;
  for (const YamlEntry& entry : root.entries()) {
    const auto id = vocabulary_.section_names.find(normalise_name(entry.key.text()));
    if (id != replacement_.section) continue;
    if (entry.value.is_map()) return entry.value;
    for (const Yaml item : entry.value.items()) {
      if (item.is_map() && item.at() == at) return item;
    }
  }
  return std::nullopt;
}

std::optional<Yaml> DealReplacer::find_value(Yaml map) const {
  for (const YamlEntry& entry : map.entries()) {
    const std::string name = normalise_name(entry.key.text());
    if (section_.top && vocabulary_.section_names.find(name)) continue;
    if (vocabulary_.find_key(section_, name) == key_) return entry.value;
  }
  return std::nullopt;
}

/// Nothing a person has written goes with it.
bool DealReplacer::is_bare(Yaml value) const {
  if (value.is_scalar()) return true;
  if (!value.is_sequence()) return false;
  const std::size_t begin = edit_.layout().begin(value);
  const std::string_view text = deal_.document->source->text();
  if (text.substr(begin, edit_.layout().end(value) - begin).find('#') != std::string_view::npos) {
    return false;
  }
  bool scalars = true;
  for (const Yaml item : value.items()) scalars = scalars && item.is_scalar();
  return scalars;
}

/// Somebody stands for what a section without entries says.
bool DealReplacer::has_witness() const {
  if (section_.shape == Shape::records) return false;
  const Statement* stated = deal_.find(replacement_.section, key_);
  return stated != nullptr && (stated->proof.date || !stated->proof.by_text.empty());
}

std::optional<std::string> DealReplacer::write() {
  const auto map = find_map();
  if (!map || has_witness()) return std::nullopt;
  DealAnswer answer;
  answer.section = replacement_.section;
  answer.values = replacement_.values;
  const AnswerText words(vocabulary_, answer, language_of_keys(*deal_.document));
  if (const auto value = find_value(*map)) {
    if (!is_bare(*value)) return std::nullopt;
    edit_.replace(*value, words.value());
  } else {
    edit_.add_to_map(*map, words.key_name(), words.value());
  }
  std::string text = edit_.text();
  Diagnostics unsaid;
  const auto source = check_source(deal_.path(), text, unsaid, text.size() + 1);
  const auto after = read_deal(source, vocabulary_, unsaid);
  if (!after || !replaces_only(deal_, *after, vocabulary_, replacement_)) return std::nullopt;
  return text;
}

}  // namespace

Language language_of_keys(const YamlDocument& document) {
  std::array<std::size_t, kLanguageCount> counts{};
  for (const YamlEntry& entry : Yaml(document).entries()) {
    ++counts.at(static_cast<std::size_t>(language_of_text(entry.key.text())));
  }
  // Of as many in both English wins.
  return static_cast<Language>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::optional<AnsweredValue> read_answered_value(const Vocabulary& vocabulary,
                                                 std::uint16_t section, KeyId key,
                                                 const std::string& path, const std::string& text,
                                                 Diagnostics& diagnostics) {
  YamlDocument document;
  document.source = check_source(path, text, diagnostics);
  if (!document.source) return std::nullopt;
  YamlDocument::Node& node = document.nodes.emplace_back();
  node.kind = YamlDocument::Kind::scalar;
  node.at = {1, 1};
  node.text = document.source->text();
  const Key& words = vocabulary.key(vocabulary.sections[section], key);
  auto value = read_value(vocabulary, words, Yaml(document), diagnostics);
  if (!value) return std::nullopt;
  value->text = {};
  return AnsweredValue{key, *value, std::string(node.text)};
}

std::optional<std::string> write_answer(const Opportunity& deal, const Vocabulary& vocabulary,
                                        const DealAnswer& answer, Diagnostics& diagnostics) {
  Diagnostics last;
  for (const bool prepared : {true, false}) {
    std::string text = DealEditor(*deal.document, vocabulary, answer).write(prepared);
    last = {};
    const auto source = check_source(deal.path(), text, last, text.size() + 1);
    const auto after = read_deal(source, vocabulary, last);
    if (after && adds_only(deal, *after, vocabulary, answer)) return text;
  }
  diagnostics.append(last);
  return std::nullopt;
}

std::optional<std::string> write_replacement(const Opportunity& deal, const Vocabulary& vocabulary,
                                             const DealReplacement& replacement) {
  return DealReplacer(deal, vocabulary, replacement).write();
}

}  // namespace dealcheck
