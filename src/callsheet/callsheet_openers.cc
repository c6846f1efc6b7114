#include "callsheet/callsheet_openers.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/text.h"

namespace dealcheck {

namespace {

/// Lower case, without apostrophes, every other ASCII mark a blank, one blank at a time and one at
/// both ends.
std::string plain(std::string_view text) {
  static constexpr std::string_view kCurly = "\u2019";
  std::string lower = to_lower(text);
  for (std::size_t at = 0; (at = lower.find(kCurly)) != std::string::npos;) {
    lower.erase(at, kCurly.size());
  }
  std::string result(1, ' ');
  for (const char c : lower) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter) {
      result += c;
    } else if (c != '\'' && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.back() != ' ') result += ' ';
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

class OpenerSearch {
 public:
  OpenerSearch(const AssessContext& context, const CallLog& log)
      : context_(context),
        log_(log),
        bought_(context.facts().test(context.rulebook().callsheet.bought,
                                     EvidencePolicy::checked) == Tri::yes) {}

  std::vector<EmptyOpener> search() {
    look_at("interactions", {"opener", "purpose"});
    look_at("plan", {"action", {}});
    std::stable_sort(found_.begin(), found_.end(), [](const EmptyOpener& a, const EmptyOpener& b) {
      return a.evidence.at < b.evidence.at;
    });
    return std::move(found_);
  }

 private:
  void look_at(std::string_view section, std::array<std::string_view, 2> keys);
  void look_at(const Origin& trace);

  const AssessContext& context_;
  const CallLog& log_;
  bool bought_;
  std::vector<EmptyOpener> found_;
};

void OpenerSearch::look_at(std::string_view section, std::array<std::string_view, 2> keys) {
  const Vocabulary& vocabulary = context_.rulebook().vocabulary;
  const std::uint16_t id = *vocabulary.section_id(section);
  for (const Record& record : context_.opportunity().sections[id].records) {
    for (const std::string_view key : keys) {
      if (key.empty()) continue;
      const Statement* statement = record.find(*vocabulary.sections[id].names.find(key));
      if (statement != nullptr && statement->value.kind == Value::Kind::text) {
        look_at({id, &record, statement});
      }
    }
  }
}

void OpenerSearch::look_at(const Origin& trace) {
  const EmptyOpenerWords* opener =
      find_empty_opener(context_.rulebook().callsheet, trace.statement->value.text);
  if (opener == nullptr) return;
  const bool brought =
      trace.section == log_.section() && log_.said(*trace.record, "brought") != nullptr;
  found_.push_back({opener->id,
                    brought   ? "brought"
                    : bought_ ? "bought"
                              : "",
                    std::string(opener->instead.in(context_.language())),
                    context_.evidence(trace)});
}

}  // namespace

bool holds_phrase(std::string_view opener, std::string_view phrases) {
  const std::string text = plain(opener);
  const auto all = split_bars(phrases);
  return std::any_of(all.begin(), all.end(), [&](const std::string& phrase) {
    return text.find(is_ascii(phrase) ? plain(phrase) : phrase) != std::string::npos;
  });
}

const EmptyOpenerWords* find_empty_opener(const CallRules& rules, std::string_view text) {
  const auto found =
      std::find_if(rules.openers.begin(), rules.openers.end(), [&](const EmptyOpenerWords& opener) {
        const auto& phrases = opener.phrases.texts;
        return std::any_of(phrases.begin(), phrases.end(),
                           [&](const SharedText& one) { return holds_phrase(text, one); });
      });
  return found == rules.openers.end() ? nullptr : &*found;
}

std::vector<EmptyOpener> find_empty_openers(const AssessContext& context, const CallLog& log) {
  return OpenerSearch(context, log).search();
}

}  // namespace dealcheck
