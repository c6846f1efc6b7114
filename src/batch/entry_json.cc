// Says once for each struct of an entry which keys make it up; the writer and the reader do the
// rest in both directions. A text or date that there is none of is null.

#include "entry_json.h"

#include <type_traits>
#include <utility>

namespace dealcheck {

namespace {

// ---- both directions ----

template <typename Value>
constexpr bool kIsText = std::is_same_v<Value, std::string>;

class Writer {
 public:
  template <typename Value>
  void operator()(const char* key, Value& value) {
    json_[key] = written(value);
  }

  template <typename Value>
  [[nodiscard]] static Json written(Value& value) {
    if constexpr (kIsText<Value>) {
      return text_or_null(value);
    } else if constexpr (std::is_arithmetic_v<Value>) {
      return value;
    } else {
      Writer writer;
      fields(writer, value);
      return std::move(writer.json_);
    }
  }
  template <typename Item>
  [[nodiscard]] static Json written(std::vector<Item>& items) {
    return array_of(items, [](Item& item) { return written(item); });
  }

 private:
  Json json_ = Json::object();
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

template <typename Archive>
void fields(Archive& a, Region& v) {
  a("line", v.line), a("column", v.column), a("end_column", v.end_column);
}

template <typename Archive>
void fields(Archive& a, EntryRisk& v) {
  a("rule", v.rule), a("kind", v.kind), a("severity", v.severity), a("label", v.label);
  a("message", v.message), a("why", v.why), a("source", v.source), a("path", v.path);
  a("key", v.key), a("state", v.state), a("region", v.region);
}

template <typename Archive>
void fields(Archive& a, EntryWaiver& v) {
  a("rule", v.rule), a("reason", v.reason), a("label", v.label), a("message", v.message);
  a("why", v.why), a("source", v.source), a("path", v.path), a("key", v.key);
  a("region", v.region);
}

template <typename Archive>
void fields(Archive& a, EntryStep& v) {
  a("play", v.play), a("says", v.says), a("who", v.who), a("by", v.by);
}

template <typename Archive>
void fields(Archive& a, EntryAmount& v) {
  a("known", v.known), a("value", v.value), a("currency", v.currency), a("line", v.line);
}

template <typename Archive>
void fields(Archive& a, EntryReason& v) {
  a("check", v.check), a("label", v.label), a("message", v.message), a("line", v.line);
}

template <typename Archive>
void fields(Archive& a, EntryReview& v) {
  a("amount", v.amount), a("class", v.customer_class), a("reviewed", v.reviewed);
  a("their_act", v.their_act), a("our_act", v.our_act), a("closes", v.closes);
  a("outcome", v.outcome), a("control", v.control), a("control_label", v.control_label);
  a("special", v.special), a("fit", v.fit), a("review_after", v.review_after);
}

template <typename Archive>
void fields(Archive& a, EntryDiagnostic& v) {
  a("severity", v.severity), a("id", v.id), a("message", v.message), a("help", v.help);
  a("region", v.region);
}

template <typename Archive>
void fields(Archive& a, DealEntry& v) {
  a("path", v.path), a("language", v.language), a("judged", v.judged), a("name", v.name);
  a("account", v.account), a("owner", v.owner), a("stage", v.stage), a("as_of", v.as_of);
  a("feeling", v.feeling), a("verdict", v.verdict), a("verdict_label", v.verdict_label);
  a("standing", v.standing), a("project", v.project), a("project_label", v.project_label);
  a("decision", v.decision), a("headline", v.headline), a("threat", v.threat);
  a("points", v.points), a("worst", v.worst), a("best", v.best), a("coverage", v.coverage);
  a("gauge", v.gauge), a("risks", v.risks), a("waived", v.waived), a("next_step", v.next_step);
  a("review", v.review);
  a("rules_version", v.rules_version), a("rules_hash", v.rules_hash), a("failed", v.failed);
  a("fail_on", v.fail_on);
  a("diagnostics", v.diagnostics);
}

}  // namespace

Json entry_json(const DealEntry& entry) {
  DealEntry copy = entry;  // one table of keys serves both directions, and reading needs to write
  return Writer::written(copy);
}

std::string entry_line(const DealEntry& entry) {
  Json line{{"format_version", kEntryFormatVersion}};
  line.update(entry_json(entry));
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
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
    return entry;
  } catch (const Json::exception& error) {
    reason = reason_of(error);
    return std::nullopt;
  }
}

}  // namespace dealcheck
