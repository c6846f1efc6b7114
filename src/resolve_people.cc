#include "resolve_people.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fields.h"

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
  void collect_names();
  void check_contact_ids();
  void resolve(Value& value, Location at);

  Opportunity& deal_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  const Section& contacts_;
  const std::vector<Record>& records_;
  std::vector<std::pair<std::string, std::int32_t>> people_;  ///< every id and name, as compared
  std::vector<Location> complained_;                          ///< unlisted people already told
};

void PeopleResolver::collect_names() {
  const KeyId id_key = *contacts_.names.find("id");
  const KeyId name_key = *contacts_.names.find("name");
  for (const KeyId key : {id_key, name_key}) {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const Statement* statement = records_[i].find(key);
      if (statement == nullptr || statement->value.kind != Value::Kind::text) continue;
      people_.emplace_back(normalise_name(statement->value.text), static_cast<std::int32_t>(i));
    }
  }
}

void PeopleResolver::check_contact_ids() {
  const KeyId id_key = *contacts_.names.find("id");
  std::vector<const Statement*> seen;
  for (const Record& record : records_) {
    const Statement* statement = record.find(id_key);
    if (statement == nullptr) continue;
    const auto same = std::find_if(seen.begin(), seen.end(), [&](const Statement* other) {
      return other->value.text == statement->value.text;
    });
    if (same != seen.end()) {
      diagnostics_.error(deal_.document->source, statement->at, "deal.contact-twice",
                         {{"id", std::string(statement->value.text)},
                          {"first", std::to_string((*same)->at.line)}});
    }
    seen.push_back(statement);
  }
}

void PeopleResolver::resolve(Value& value, Location at) {
  const std::string name = normalise_name(value.text);
  const auto found = std::find_if(people_.begin(), people_.end(),
                                  [&](const auto& person) { return person.first == name; });
  if (found != people_.end()) {
    value.index = found->second;
    return;
  }
  if (vocabulary_.us_words.find(name)) {
    value.index = kOurSide;
    return;
  }
  if (people_.empty()) return;  // a short file need not list anybody
  // Statements inherit the witness of their entry: complain once for each place.
  if (std::find(complained_.begin(), complained_.end(), at) != complained_.end()) return;
  complained_.push_back(at);
  std::vector<std::string_view> names;
  for (const auto& [known, index] : people_) names.emplace_back(known);
  Arguments arguments = with_nearest({{"name", std::string(value.text)}}, name, names);
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
    resolve(value, proof.by_at);
    proof.by = value.index;
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
