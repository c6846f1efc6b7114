#include "deal/resolve_people.h"

#include <algorithm>
#include <string>

#include "diagnostics/diagnostic.h"
#include "schema/fields.h"

namespace dealcheck {

namespace {

class PeopleResolver {
 public:
  PeopleResolver(Opportunity& deal, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : deal_(deal),
        vocabulary_(vocabulary),
        diagnostics_(diagnostics),
        contacts_(vocabulary.sections[*vocabulary.section_id("contacts")]),
        records_(deal.sections[*vocabulary.section_id("contacts")].records) {}

  void run();

 private:
  struct Called {
    std::string name;  ///< an id or a name, as compared
    std::string_view text;
    std::int32_t contact = 0;
    bool by_id = false;
  };

  void collect_names();
  void check_contact_ids();
  void resolve(Value& value, Location at);
  [[nodiscard]] std::vector<const Called*> find_called(const std::string& name,
                                                       std::string_view text) const;
  void refuse_two(const Called& first, const Called& second, const Value& value, Location at);
  void tell_unlisted(const Value& value, Location at);
  /// Statements inherit the witness of their entry: complain once for each place.
  [[nodiscard]] bool is_told(Location at);

  Opportunity& deal_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  const Section& contacts_;
  const std::vector<Record>& records_;
  std::vector<Called> people_;        ///< every id, then every name
  std::vector<Location> complained_;  ///< places already told
};

void PeopleResolver::collect_names() {
  const KeyId id_key = *contacts_.names.find("id");
  const KeyId name_key = *contacts_.names.find("name");
  for (const KeyId key : {id_key, name_key}) {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const Statement* statement = records_[i].find(key);
      if (statement == nullptr || statement->value.kind != Value::Kind::text) continue;
      people_.push_back({normalise_name(statement->value.text), statement->value.text,
                         static_cast<std::int32_t>(i), key == id_key});
    }
  }
}

void PeopleResolver::check_contact_ids() {
  const KeyId id_key = *contacts_.names.find("id");
  std::vector<const Statement*> seen;
  for (const Record& record : records_) {
    const Statement* statement = record.find(id_key);
    if (statement == nullptr || statement->value.kind != Value::Kind::text) continue;
    const auto same = std::find_if(seen.begin(), seen.end(), [&](const Statement* other) {
      return normalise_name(other->value.text) == normalise_name(statement->value.text);
    });
    if (same != seen.end()) {
      diagnostics_.error(deal_.document->source, statement->at, "deal.contact-twice",
                         {{"id", std::string(statement->value.text)},
                          {"first", std::to_string((*same)->at.line)}});
    }
    seen.push_back(statement);
  }
}

/// One for each contact. An id that is written to the letter means nobody else.
std::vector<const PeopleResolver::Called*> PeopleResolver::find_called(
    const std::string& name, std::string_view text) const {
  std::vector<const Called*> found;
  for (const Called& one : people_) {
    if (one.name != name) continue;
    if (one.by_id && one.text == text) return {&one};
    const bool again = std::any_of(found.begin(), found.end(), [&](const Called* other) {
      return other->contact == one.contact;
    });
    if (!again) found.push_back(&one);
  }
  return found;
}

bool PeopleResolver::is_told(Location at) {
  if (std::find(complained_.begin(), complained_.end(), at) != complained_.end()) return true;
  complained_.push_back(at);
  return false;
}

void PeopleResolver::refuse_two(const Called& first, const Called& second, const Value& value,
                                Location at) {
  if (is_told(at)) return;
  const auto line = [this](const Called& one) {
    return std::to_string(records_[static_cast<std::size_t>(one.contact)].at.line);
  };
  diagnostics_.error(
      deal_.document->source, at, "deal.two-contacts",
      {{"name", std::string(value.text)}, {"first", line(first)}, {"second", line(second)}});
}

void PeopleResolver::resolve(Value& value, Location at) {
  const std::string name = normalise_name(value.text);
  const std::vector<const Called*> found = find_called(name, value.text);
  if (found.size() > 1) return refuse_two(*found[0], *found[1], value, at);
  if (!found.empty()) {
    value.index = found.front()->contact;
  } else if (vocabulary_.us_words.find(name)) {
    value.index = kOurSide;
  } else if (vocabulary_.unknown_words.find(name)) {
    value = {};
  } else if (vocabulary_.none_words.find(name)) {
    value = {};
    value.kind = Value::Kind::none;
  } else if (!people_.empty()) {  // a short file need not list anybody
    tell_unlisted(value, at);
  }
}

void PeopleResolver::tell_unlisted(const Value& value, Location at) {
  if (is_told(at)) return;
  std::vector<std::string_view> names;
  for (const Called& one : people_) names.emplace_back(one.text);
  Arguments arguments = with_nearest({{"name", std::string(value.text)}}, value.text, names);
  if (arguments.size() > 1) {
    diagnostics_.error(deal_.document->source, at, "deal.unknown-contact", std::move(arguments));
  } else {
    diagnostics_.warning(deal_.document->source, at, "deal.unlisted-contact", std::move(arguments));
  }
}

void PeopleResolver::run() {
  collect_names();
  check_contact_ids();
  const auto settle = [this](Provenance& proof) {
    if (proof.by_text.empty()) return;
    Value value;
    value.text = proof.by_text;
    value.index = kNotListed;
    value.kind = Value::Kind::contact;
    resolve(value, proof.by_at);
    const bool somebody = value.kind == Value::Kind::contact;
    proof.by = somebody ? value.index : kNobodyNamed;
    if (!somebody) proof.by_text = {};
  };
  for (SectionData& data : deal_.sections) {
    for (Record& record : data.records) {
      settle(record.proof);
      for (Statement& statement : record.statements) {
        if (statement.value.kind == Value::Kind::contact) resolve(statement.value, statement.at);
        settle(statement.proof);
      }
    }
  }
}

}  // namespace

void resolve_people(Opportunity& deal, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  PeopleResolver(deal, vocabulary, diagnostics).run();
}

}  // namespace dealcheck
