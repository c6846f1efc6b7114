// A verdict has a reason that fits into a sentence. A gate that binds is the reason, or, where it
// only adds up what others say, those others; where none binds, the readings that weigh most in the
// direction of the verdict are.

#include "assess/because.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace dealcheck {

namespace {

constexpr std::size_t kMostReasons = 2;

using Findings = std::vector<const Finding*>;

template <typename Test>
Findings those(const Assessment& assessment, const Test& test) {
  Findings found;
  for (const auto* list : {&assessment.questions, &assessment.findings}) {
    for (const Finding& finding : *list) {
      if (finding.reads && test(finding)) found.push_back(&finding);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Finding* a, const Finding* b) {
    return std::abs(a->points) > std::abs(b->points);
  });
  return found;
}

/// Those that carry points for us, or against us, whichever question they tell or only one.
Findings speaking(const Assessment& assessment, bool for_us,
                  std::optional<Behind> question = std::nullopt) {
  return those(assessment, [&](const Finding& finding) {
    const bool speaks = for_us ? finding.points > 0 : finding.points < 0;
    return speaks && (!question || finding.tells == *question);
  });
}

/// The one that weighs most for us and the one that weighs most against us.
Findings both_sides(const Assessment& assessment) {
  Findings chosen;
  for (const bool for_us : {true, false}) {
    const Findings side = speaking(assessment, for_us);
    if (!side.empty()) chosen.push_back(side.front());
  }
  return chosen;
}

bool not_in_earnest(const Assessment& assessment) {
  return std::any_of(assessment.behind.begin(), assessment.behind.end(), [](const BehindView& one) {
    return one.question == Behind::earnest && one.answer == Tri::no;
  });
}

bool share_evidence(const Finding& a, const Finding& b) {
  return std::any_of(a.evidence.begin(), a.evidence.end(), [&](const Evidence& one) {
    return std::any_of(b.evidence.begin(), b.evidence.end(),
                       [&](const Evidence& other) { return one.path == other.path; });
  });
}

/// A gate without points of its own stands for the readings whose evidence it rests on.
Findings told_by(const Assessment& assessment, const Findings& gates) {
  Findings told;
  for (const Finding* gate : gates) {
    Findings parts;
    if (gate->points == 0 && gate->reads == Reads::adverse) {
      parts = those(assessment, [&](const Finding& finding) {
        return finding.points < 0 && share_evidence(*gate, finding);
      });
    }
    if (parts.empty()) parts.push_back(gate);
    for (const Finding* part : parts) {
      if (std::find(told.begin(), told.end(), part) == told.end()) told.push_back(part);
    }
  }
  return told;
}

Findings deciding(const Assessment& assessment) {
  const Standing standing = assessment.standing;
  if (assessment.verdict == Verdict::no_project) {
    return those(assessment, [](const Finding& finding) { return finding.not_started; });
  }
  if (standing == Standing::unclear) return {};
  Findings gates = those(assessment, [&](const Finding& finding) {
    return finding.cap == standing || finding.lift == standing;
  });
  if (!gates.empty() && standing != Standing::contender) return told_by(assessment, gates);
  if (standing == Standing::column_fodder && not_in_earnest(assessment)) {
    return speaking(assessment, false, Behind::earnest);
  }
  if (standing == Standing::contender) {
    return gates.empty() ? both_sides(assessment) : told_by(assessment, gates);
  }
  return speaking(assessment, standing == Standing::first_choice);
}

struct Marks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kMarks{Marks{"“", "”"},   Marks{"「", "」"}, Marks{"«", "»"},
                            Marks{"\"", "\""}, Marks{"‘", "’"},   Marks{"'", "'"}};

/// An apostrophe within a word opens nothing and closes nothing.
bool within_word(std::string_view text, std::size_t at) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1]);
}

std::size_t find_mark(std::string_view text, std::string_view mark, std::size_t from) {
  std::size_t at = text.find(mark, from);
  while (at != std::string_view::npos && mark == "'" && within_word(text, at)) {
    at = text.find(mark, at + 1);
  }
  return at;
}

}  // namespace

std::string_view quoted_words(std::string_view note) {
  for (const Marks& marks : kMarks) {
    const std::size_t open = find_mark(note, marks.open, 0);
    if (open == std::string_view::npos) continue;
    const std::size_t from = open + marks.open.size();
    const std::size_t close = find_mark(note, marks.close, from);
    if (close != std::string_view::npos && close > from) return note.substr(from, close - from);
  }
  return {};
}

std::vector<ReasonView> tell_because(const Assessment& assessment) {
  std::vector<ReasonView> reasons;
  for (const Finding* finding : deciding(assessment)) {
    if (reasons.size() == kMostReasons) break;
    ReasonView reason{finding->rule, finding->label, finding->message, {}};
    for (const Evidence& evidence : finding->evidence) {
      if (reason.quote.empty()) reason.quote = quoted_words(evidence.note);
    }
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace dealcheck
