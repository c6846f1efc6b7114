// A deal as a list of lines, one for each statement, so that two versions can be held against each
// other without regard to where things stand.

#include "deal/edit/deal_statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "deal/edit/deal_edit.h"

namespace dealcheck {

namespace {

using Presence = SectionData::Presence;

std::string value_line(const Value& value) {
  switch (value.kind) {
    case Value::Kind::choice:
      return fmt::format("choice {}", value.index);
    case Value::Kind::number:
      return fmt::format("number {} {}", value.number, value.text);
    case Value::Kind::date:
      return "date " + iso_date(value.date);
    case Value::Kind::text:
    case Value::Kind::contact:
      return fmt::format("text {}", value.text);
    case Value::Kind::none:
      return "none";
    case Value::Kind::unknown:
      break;
  }
  return "unknown";
}

std::string proof_line(const Provenance& proof) {
  return fmt::format("{} by {} grade {} in {} trust {} note {} source {}",
                     proof.date ? iso_date(*proof.date) : "", proof.by_text,
                     proof.stated_grade ? static_cast<int>(*proof.stated_grade) : -1,
                     proof.seen_in ? static_cast<int>(*proof.seen_in) : -1,
                     proof.trust.value_or(-1), proof.note, proof.source);
}

std::string statement_line(const Statement& one) {
  return fmt::format("{} {} {}", one.key, value_line(one.value), proof_line(one.proof));
}

/// Of a list each entry is a line of its own, so that no statement changes from one to another.
std::string entry_line(const Record& record) {
  std::string line = fmt::format("under {} {}", record.parent, proof_line(record.proof));
  for (const Statement& one : record.statements) {
    line += " | " + statement_line(one);
  }
  return line;
}

std::vector<std::string> section_lines(const SectionData& data, Shape shape) {
  std::vector<std::string> lines;
  for (const Record& record : data.records) {
    if (shape == Shape::records) {
      lines.push_back(entry_line(record));
      continue;
    }
    for (const Statement& one : record.statements) {
      lines.push_back(statement_line(one));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> missing(const std::vector<std::string>& from,
                                 const std::vector<std::string>& in) {
  std::vector<std::string> out;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(out));
  return out;
}

/// The lines that the answer must have added.
std::vector<std::string> answer_lines(const DealAnswer& answer, Shape shape) {
  Record record;
  record.proof.date = answer.date;
  record.proof.by_text = answer.by;
  record.proof.note = answer.note;
  std::vector<std::string> lines;
  for (const AnsweredValue& one : answer.values) {
    Statement& stated =
        record.statements.emplace_back(Statement{one.key, one.value, {}, record.proof});
    stated.value.text = one.text;
    lines.push_back(statement_line(stated));
  }
  if (shape == Shape::records && !answer.values.empty()) lines = {entry_line(record)};
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// What a record says beside the values of some keys, in no order.
std::vector<std::string> record_lines(const Record& record, const std::vector<KeyId>& besides) {
  std::vector<std::string> lines;
  for (const Statement& one : record.statements) {
    const bool told = std::find(besides.begin(), besides.end(), one.key) != besides.end();
    if (!told) lines.push_back(statement_line(one));
  }
  std::sort(lines.begin(), lines.end());
  lines.push_back(fmt::format("under {} {}", record.parent, proof_line(record.proof)));
  return lines;
}

/// The values of their key are these, in this order, and say nothing more.
bool states(const Record& record, const std::vector<AnsweredValue>& values) {
  std::size_t found = 0;
  for (const Statement& one : record.statements) {
    if (one.key != values.front().key) continue;
    if (found == values.size()) return false;
    Value wanted = values[found].value;
    wanted.text = values[found++].text;
    if (value_line(one.value) != value_line(wanted)) return false;
  }
  return found == values.size();
}

bool is_presence(const SectionData& data, const DealAnswer& answer) {
  if (!answer.values.empty()) return data.presence == Presence::stated;
  return data.presence == (answer.whole == Value::Kind::none ? Presence::none : Presence::unknown);
}

}  // namespace

bool adds_only(const Opportunity& before, const Opportunity& after, const Vocabulary& vocabulary,
               const DealAnswer& answer) {
  for (std::size_t i = 0; i < before.sections.size(); ++i) {
    const Shape shape = vocabulary.sections[i].shape;
    const auto then = section_lines(before.sections[i], shape);
    const auto now = section_lines(after.sections[i], shape);
    if (i != answer.section) {
      if (then != now || before.sections[i].presence != after.sections[i].presence) return false;
      continue;
    }
    if (!is_presence(after.sections[i], answer)) return false;
    if (missing(now, then) != answer_lines(answer, shape)) return false;
    const auto replaced = [&](const std::string& line) {
      return shape == Shape::attributes && !answer.values.empty() &&
             line.starts_with(fmt::format("{} unknown ", answer.values.front().key));
    };
    const auto gone = missing(then, now);
    if (!std::all_of(gone.begin(), gone.end(), replaced)) return false;
  }
  return true;
}

bool replaces_only(const Opportunity& before, const Opportunity& after,
                   const Vocabulary& vocabulary, const DealReplacement& replacement) {
  const KeyId key = replacement.values.front().key;
  for (std::size_t i = 0; i < before.sections.size(); ++i) {
    const SectionData& then = before.sections[i];
    const SectionData& now = after.sections[i];
    if (then.presence != now.presence || then.records.size() != now.records.size()) return false;
    if (i != replacement.section) {
      const Shape shape = vocabulary.sections[i].shape;
      if (section_lines(then, shape) != section_lines(now, shape)) return false;
      continue;
    }
    for (std::size_t place = 0; place < then.records.size(); ++place) {
      const Record& was = then.records[place];
      const Record& is = now.records[place];
      const bool here = place == replacement.entry;
      const std::vector<KeyId> besides = here ? std::vector{key} : std::vector<KeyId>();
      if (record_lines(was, besides) != record_lines(is, besides)) return false;
      if (here && !states(is, replacement.values)) return false;
    }
  }
  return true;
}

}  // namespace dealcheck
