// Whatever a user wrote counts, or the report says why not. An attribute is one statement; an entry
// of a list counts as a whole, since a rule that reads a part of it has met the entry.

#include "assess/not_weighed.h"

#include <algorithm>
#include <set>

namespace dealcheck {

namespace {

class Lister {
 public:
  Lister(const AssessContext& context, Assessment& assessment)
      : context_(context), result_(assessment) {
    for (const auto* list : {&assessment.questions, &assessment.findings}) {
      for (const Finding& finding : *list) {
        for (const Evidence& evidence : finding.evidence) read_.insert(evidence.at);
      }
    }
  }

  void run() {
    const Vocabulary& vocabulary = context_.rulebook().vocabulary;
    for (std::size_t i = 0; i < vocabulary.sections.size(); ++i) {
      const Section& section = vocabulary.sections[i];
      if (section.unweighed || section.parent) continue;
      for (const Record& record : context_.opportunity().sections[i].records) {
        const auto id = static_cast<std::uint16_t>(i);
        if (section.shape == Shape::attributes) {
          attributes(section, id, record);
        } else {
          entry(section, id, record);
        }
      }
    }
  }

 private:
  static bool says_something(const Section& section, const Statement& one) {
    return one.value.kind != Value::Kind::unknown && !section.keys[one.key].unweighed;
  }

  void attributes(const Section& section, std::uint16_t id, const Record& record) {
    for (const Statement& one : record.statements) {
      if (!says_something(section, one)) continue;
      take(read_.contains(one.at), {id, nullptr, &one}, section);
    }
  }

  void entry(const Section& section, std::uint16_t id, const Record& record) {
    const bool speaks =
        std::any_of(record.statements.begin(), record.statements.end(),
                    [&](const Statement& one) { return says_something(section, one); });
    if (!speaks) return;
    const bool read = read_.contains(record.at) ||
                      std::any_of(record.statements.begin(), record.statements.end(),
                                  [&](const Statement& one) { return read_.contains(one.at); });
    take(read, {id, &record, nullptr}, section);
  }

  void take(bool read, const Origin& trace, const Section& section) {
    if (read) {
      ++result_.weighed;
      return;
    }
    const NotWeighed reason = context_.facts().why_not_weighed(trace);
    if (reason == NotWeighed::later && section.planned) return;  // a plan, not a fact
    result_.not_weighed.push_back({context_.evidence(trace), reason});
  }

  const AssessContext& context_;
  Assessment& result_;
  std::set<Location> read_;
};

}  // namespace

void tell_not_weighed(const AssessContext& context, Assessment& assessment) {
  Lister(context, assessment).run();
  std::stable_sort(assessment.not_weighed.begin(), assessment.not_weighed.end(),
                   [](const NotWeighedView& a, const NotWeighedView& b) {
                     return a.evidence.path < b.evidence.path;
                   });
}

}  // namespace dealcheck
