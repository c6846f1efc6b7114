// Says once for each struct of an entry which keys make it up; the writer and the reader do the
// rest in both directions. A text or date that there is none of is null.

#include "portfolio/entry_json.h"

#include <type_traits>

#include "base/json_writer.h"

namespace dealcheck {

namespace {

constexpr std::size_t kUsualLine = 8192;

// ---- both directions ----

template <typename Value>
constexpr bool kIsText = std::is_same_v<Value, std::string>;

class Writer {
 public:
  explicit Writer(JsonWriter& json) : json_(json) {}

  template <typename Value>
  void operator()(const char* key, const Value& value) {
    json_.key(key);
    write(value);
  }
  template <typename Value>
  void later(const char* key, const Value& value) {
    operator()(key, value);
  }

  template <typename Value>
  void write(const Value& value) {
    if constexpr (kIsText<Value>) {
      value.empty() ? json_.null() : json_.value(value);
    } else if constexpr (std::is_arithmetic_v<Value>) {
      json_.value(value);
    } else {
      json_.open_object();
      fields(*this, value);
      json_.close_object();
    }
  }
  template <typename Item>
  void write(const std::vector<Item>& items) {
    json_.open_array();
    for (const Item& item : items) write(item);
    json_.close_array();
  }

 private:
  JsonWriter& json_;
};

/// Throws nlohmann's exceptions for a key that is missing or of another type; keys it does not know
/// are left alone.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  template <typename Value>
  void operator()(const char* key, Value& value) {
    read(json_.at(key), value);
  }
  /// A key that lines of an older version do not have.
  template <typename Value>
  void later(const char* key, Value& value) {
    if (json_.contains(key)) read(json_.at(key), value);
  }

  template <typename Value>
  static void read(const Json& json, Value& value) {
    if constexpr (kIsText<Value>) {
      if (!json.is_null()) json.get_to(value);
    } else if constexpr (std::is_arithmetic_v<Value>) {
      json.get_to(value);
    } else {
      Reader reader(json);
      fields(reader, value);
    }
  }
  template <typename Item>
  static void read(const Json& json, std::vector<Item>& items) {
    for (const Json& one : json) read(one, items.emplace_back());
  }

 private:
  const Json& json_;
};

// ---- the keys ----

/// To be read or to be written.
template <typename Value, typename Struct>
concept Is = std::is_same_v<std::remove_const_t<Value>, Struct>;

template <typename Archive, Is<Region> Struct>
void fields(Archive& a, Struct& v) {
  a("line", v.line), a("column", v.column), a("end_column", v.end_column);
}

template <typename Archive, Is<EntryRisk> Struct>
void fields(Archive& a, Struct& v) {
  a("rule", v.rule), a("kind", v.kind), a("severity", v.severity), a("label", v.label);
  a("message", v.message), a("why", v.why), a("source", v.source), a("path", v.path);
  a("key", v.key), a("state", v.state), a("region", v.region);
}

template <typename Archive, Is<EntryWaiver> Struct>
void fields(Archive& a, Struct& v) {
  a("rule", v.rule), a("reason", v.reason), a("label", v.label), a("message", v.message);
  a("why", v.why), a("source", v.source), a("path", v.path), a("key", v.key);
  a("region", v.region);
}

template <typename Archive, Is<EntryOverride> Struct>
void fields(Archive& a, Struct& v) {
  a("rule", v.rule), a("changes", v.changes), a("reason", v.reason), a("file", v.file);
  a("line", v.line);
}

template <typename Archive, Is<EntryAlso> Struct>
void fields(Archive& a, Struct& v) {
  a("set", v.set), a("title", v.title), a("verdict", v.verdict);
  a("verdict_label", v.verdict_label), a("decision", v.decision), a("points", v.points);
  a("worst", v.worst), a("best", v.best), a("gauge", v.gauge), a("rules_hash", v.rules_hash);
}

template <typename Archive, Is<EntryBecause> Struct>
void fields(Archive& a, Struct& v) {
  a("rule", v.rule), a("label", v.label), a("message", v.message);
}

template <typename Archive, Is<EntryStep> Struct>
void fields(Archive& a, Struct& v) {
  a("play", v.play), a("says", v.says), a("who", v.who), a("by", v.by);
  a.later("label", v.label);
}

template <typename Archive, Is<EntryAmount> Struct>
void fields(Archive& a, Struct& v) {
  a("known", v.known), a("value", v.value), a("currency", v.currency), a("line", v.line);
}

template <typename Archive, Is<EntryReason> Struct>
void fields(Archive& a, Struct& v) {
  a("check", v.check), a("label", v.label), a("message", v.message), a("line", v.line);
}

template <typename Archive, Is<EntryReview> Struct>
void fields(Archive& a, Struct& v) {
  a("amount", v.amount), a("class", v.customer_class), a("reviewed", v.reviewed);
  a("their_act", v.their_act), a("our_act", v.our_act), a("closes", v.closes);
  a("outcome", v.outcome), a("control", v.control), a("control_label", v.control_label);
  a("special", v.special), a("fit", v.fit), a("review_after", v.review_after);
}

template <typename Archive, Is<EntryDiagnostic> Struct>
void fields(Archive& a, Struct& v) {
  a("severity", v.severity), a("id", v.id), a("message", v.message), a("help", v.help);
  a("region", v.region);
}

/// Without its shard, which stands beside it.
template <typename Archive, Is<RunPart> Struct>
void fields(Archive& a, Struct& v) {
  a("deals", v.deals), a("rules_hash", v.rules_hash), a("pack", v.pack), a("as_of", v.as_of);
}

template <typename Archive, Is<DealEntry> Struct>
void fields(Archive& a, Struct& v) {
  a("path", v.path), a("language", v.language), a("judged", v.judged), a("name", v.name);
  a("account", v.account), a("owner", v.owner), a("stage", v.stage), a("as_of", v.as_of);
  a("feeling", v.feeling), a("verdict", v.verdict), a("verdict_label", v.verdict_label);
  a("standing", v.standing), a("project", v.project), a("project_label", v.project_label);
  a("decision", v.decision), a("headline", v.headline), a("threat", v.threat);
  a.later("because", v.because);
  a("points", v.points), a("worst", v.worst), a("best", v.best), a("coverage", v.coverage);
  a("gauge", v.gauge), a("risks", v.risks), a("waived", v.waived), a("next_step", v.next_step);
  a("review", v.review);
  a("overrides", v.overrides), a("also", v.also);
  a("rules_version", v.rules_version), a("rules_hash", v.rules_hash);
  a("rules_name", v.rules_name), a("failed", v.failed);
  a("fail_on", v.fail_on);
  a("diagnostics", v.diagnostics);
}

}  // namespace

Json entry_json(const DealEntry& entry) {
  JsonWriter json;
  Writer(json).write(entry);
  return Json::parse(json.text());
}

std::string entry_line(const DealEntry& entry) {
  JsonWriter json(kUsualLine);
  Writer writer(json);
  json.open_object();
  json.key("format_version");
  json.value(kEntryFormatVersion);
  fields(writer, entry);
  writer("shard", to_string(entry.part.shard));
  if (entry.part.known()) writer("run", entry.part);
  json.close_object();
  return json.take_line();
}

std::optional<DealEntry> parse_entry(std::string_view line, std::string& reason) {
  try {
    const Json json = Json::parse(line);
    const auto version = json.at("format_version").get<std::string>();
    if (version.substr(0, version.find('.')) !=
        kEntryFormatVersion.substr(0, kEntryFormatVersion.find('.'))) {
      reason = "format_version " + version;
      return std::nullopt;
    }
    DealEntry entry;
    Reader::read(json, entry);
    if (json.contains("run")) Reader::read(json.at("run"), entry.part);
    entry.part.shard = parse_shard(json.value("shard", "1/1")).value_or(Shard{});
    return entry;
  } catch (const Json::exception& error) {
    reason = reason_of(error);
    return std::nullopt;
  }
}

}  // namespace dealcheck
