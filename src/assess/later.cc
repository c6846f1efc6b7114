#include "assess/later.h"

namespace dealcheck {

namespace {

/// The value is the day of something that has taken place, not of something to come.
bool has_happened(const Section& section, const Statement& said) {
  return said.key < kCommonKey && said.value.kind == Value::Kind::date &&
         !section.keys[said.key].undated.empty();
}

void find_later(const Section& section, const Record& record, Date day,
                FunctionRef<void(Date, Location)> found) {
  if (record.proof.date && *record.proof.date > day) {
    found(*record.proof.date, record.at);
    return;
  }
  for (const Statement& statement : record.statements) {
    const auto& date = statement.proof.date;
    if (date && *date > day) {
      found(*date, statement.at);
    } else if (has_happened(section, statement) && statement.value.date > day) {
      found(statement.value.date, statement.at);
    }
  }
}

}  // namespace

void for_each_later(const Vocabulary& vocabulary, const Opportunity& opportunity, Date day,
                    FunctionRef<void(Date, Location)> found) {
  for (std::size_t i = 0; i < opportunity.sections.size(); ++i) {
    if (vocabulary.sections[i].planned) continue;
    for (const Record& record : opportunity.sections[i].records) {
      find_later(vocabulary.sections[i], record, day, found);
    }
  }
}

}  // namespace dealcheck
