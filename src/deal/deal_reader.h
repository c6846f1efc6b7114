#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "deal/opportunity.h"
#include "diagnostics/diagnostic.h"

namespace dealcheck {

/// Reads one deal file against the vocabulary: its sections and records (opportunity_read.cc), what
/// an entry of them states (statement_read.cc), and the list of whatever happened (event_read.cc).
/// Used once.
class DealReader {
 public:
  DealReader(const Vocabulary& vocabulary, std::shared_ptr<const YamlDocument> document,
             Diagnostics& diagnostics)
      : vocabulary_(vocabulary), diagnostics_(diagnostics) {
    deal_.document = std::move(document);
    deal_.sections.resize(vocabulary.sections.size());
    head_ = *vocabulary.section_id("deal");
  }

  std::optional<Opportunity> read(Yaml root);

 private:
  /// Words like `yesterday` may stand above the day of judgement.
  void find_today(Yaml root);
  void read_top(const YamlEntry& entry);
  void read_section(std::uint16_t id, Yaml node, const Provenance& outer);
  bool read_presence(Yaml node, SectionData& data);

  void read_events(Yaml list);
  void read_event(Yaml event);
  void read_event_part(const YamlEntry& part, const Provenance& proof);
  void unknown_event(const YamlEntry& entry);
  [[nodiscard]] Arguments naming_events(Arguments more = {}) const;
  /// The only record of a section of attributes, made where the file has none yet.
  Record& attributes_of(std::uint16_t id, Location at);
  /// What an event says that its own section says too counts once.
  void drop_told_twice();

  /// What an entry does not say of itself – its day, who did it – it has from `outer`.
  void read_attributes(std::uint16_t id, Yaml node, const Provenance& outer);
  void read_attribute_entry(std::uint16_t id, Yaml entry, const Provenance& outer, Record& record);
  /// `{signal: questions, value: many}`
  void read_signal(std::uint16_t id, Yaml signal, const std::optional<Yaml>& value, Record& record,
                   const Provenance& proof);
  [[nodiscard]] std::optional<Yaml> find_entry_word(Yaml entry, std::uint16_t word) const;

  void read_records(std::uint16_t id, Yaml node, std::int32_t parent, const Provenance& outer);
  void read_record(std::uint16_t id, Yaml node, std::int32_t parent, const Provenance& outer);
  void read_shorthand(const Key& key, KeyId id, Yaml node, Record& record);
  void read_record_map(std::uint16_t id, Yaml node, const Provenance& outer, Record& record);
  void read_nested_records(std::uint16_t id, std::int32_t parent, Yaml node);

  void read_stated(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer, Record& record);
  void read_stated_map(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                       Record& record);
  [[nodiscard]] std::optional<KeyId> count_beside(std::uint16_t id, const Key& dated,
                                                  std::string_view name) const;
  void read_stated_list(std::uint16_t id, KeyId key, Yaml node, const Provenance& outer,
                        Record& record);

  /// A key that the section knows, and what stands behind it.
  struct KnownEntry {
    KeyId key = 0;
    Yaml value;
  };
  using KnownEntries = std::vector<KnownEntry>;
  /// The pairs of a map; of the others, and of a key that comes again, it is told what is wrong.
  /// With `full_form` the words of that form are passed over.
  KnownEntries known_entries(std::uint16_t id, Yaml map, bool full_form = false);

  /// Common keys of a map, as provenance; inherits from `outer` what is not said again.
  Provenance read_provenance(std::uint16_t id, const KnownEntries& entries,
                             const Provenance& outer);
  void apply_common(KeyId key, const Value& value, Location at, Provenance& proof) const;

  void check_whole(Yaml root);

  void error(Yaml node, std::string id, Arguments arguments = {}) {
    diagnostics_.error(node.source(), node.at(), std::move(id), std::move(arguments));
  }
  const Section& section(std::uint16_t id) const { return vocabulary_.sections[id]; }
  void unknown_key(std::uint16_t id, const YamlEntry& entry);
  /// A name that stands where none of `names` does. What helps is put into `told`; false when it is
  /// no wrong name but a slip of another kind, which is then told.
  bool explain_unknown(const YamlEntry& entry, std::optional<std::uint16_t> here,
                       const std::vector<std::string_view>& names, Arguments& told);
  void unknown_key_in_value(const Key& key, const YamlEntry& entry);

  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  Opportunity deal_;
  std::uint16_t head_ = 0;
  std::optional<Date> today_;   ///< the day of judgement, when the file states it
  std::optional<Yaml> events_;  ///< read last, so that they stand behind what the sections say
  /// Of each section what its own place in the file says: the records of a list, the statements of
  /// attributes.
  std::vector<std::size_t> told_in_place_;
};

}  // namespace dealcheck
