#include "interview/new_deal.h"

#include <array>
#include <string_view>
#include <vector>

#include "deal/deal_file.h"
#include "rules/starter.h"

namespace dealcheck {

namespace {

struct Asked {
  std::string_view section;
  std::string_view key;
  std::string_view prompt = {};  ///< of `report.interview`; empty: what the key means
  bool again = false;            ///< as often as there is an answer
};
// In the order in which somebody tells of a deal.
constexpr std::array<Asked, 5> kAsked{{{"deal", "name"},
                                       {"deal", "account"},
                                       {"deal", "stage"},
                                       {"contacts", "name", "who", true},
                                       {"deal", "notes", "last"}}};
constexpr std::size_t kStage = 2;

class NewDeal {
 public:
  NewDeal(const Rulebook& rules, const InterviewPage& page, const InterviewPorts& ports)
      : rules_(rules), page_(page), prompter_(rules, page, ports) {}

  /// False: the user leaves before the stage is told, without which nothing can be judged.
  bool ask();
  [[nodiscard]] std::string text(const std::string& path) const;

 private:
  [[nodiscard]] KeyQuestion question(const Asked& asked) const;
  [[nodiscard]] bool has_stage() const {
    return !answers_[kStage].empty() && answers_[kStage][0].value.kind == Value::Kind::choice;
  }
  std::size_t step_back(std::size_t at);
  std::size_t take(std::size_t at, std::vector<AnsweredValue> values);
  [[nodiscard]] std::string with(const std::string& path, const std::string& text,
                                 std::uint16_t section, std::vector<AnsweredValue> values) const;

  const Rulebook& rules_;
  const InterviewPage& page_;
  Prompter prompter_;
  std::array<std::vector<AnsweredValue>, kAsked.size()> answers_;
};

KeyQuestion NewDeal::question(const Asked& asked) const {
  const Vocabulary& vocabulary = rules_.vocabulary;
  const std::uint16_t id = *vocabulary.section_id(asked.section);
  const Section& section = vocabulary.sections[id];
  const KeyId key = *vocabulary.find_key(section, asked.key);
  return {id, key, false, page_.why(vocabulary.key(section, key)), std::string(asked.prompt)};
}

bool NewDeal::ask() {
  for (std::size_t at = 0; at < kAsked.size();) {
    auto reply = prompter_.ask(question(kAsked[at]), nullptr);
    if (reply.order == Order::quit) return has_stage();
    at = reply.order == Order::back ? step_back(at) : take(at, std::move(reply.answer.values));
  }
  return true;
}

/// Where to ask on; of what is asked again the last answer is gone.
std::size_t NewDeal::step_back(std::size_t at) {
  if (kAsked[at].again && !answers_[at].empty()) {
    answers_[at].pop_back();
    return at;
  }
  return at == 0 ? 0 : at - 1;
}

/// Where to ask on.
std::size_t NewDeal::take(std::size_t at, std::vector<AnsweredValue> values) {
  if (kAsked[at].again) {
    if (values.empty()) return at + 1;
    answers_[at].push_back(std::move(values.front()));
    return at;
  }
  answers_[at] = std::move(values);
  return at == kStage && !has_stage() ? at : at + 1;
}

std::string NewDeal::with(const std::string& path, const std::string& text, std::uint16_t section,
                          std::vector<AnsweredValue> values) const {
  Diagnostics diagnostics;
  const auto deal =
      read_deal(check_source(path, text, diagnostics), rules_.vocabulary, diagnostics);
  DealAnswer answer;
  answer.section = section;
  answer.values = std::move(values);
  return write_answer(*deal, rules_.vocabulary, answer, diagnostics).value_or(text);
}

std::string NewDeal::text(const std::string& path) const {
  const auto stage = static_cast<Stage>(answers_[kStage].front().value.index);
  std::string text = starter_text(rules_, stage, page_.language());
  for (std::size_t at = 0; at < kAsked.size(); ++at) {
    if (at == kStage || answers_[at].empty()) continue;
    const std::uint16_t section = question(kAsked[at]).section;
    if (!kAsked[at].again) {
      text = with(path, text, section, answers_[at]);
      continue;
    }
    for (const AnsweredValue& one : answers_[at]) text = with(path, text, section, {one});
  }
  return text;
}

}  // namespace

std::optional<std::string> ask_new_deal(const Rulebook& rules, const InterviewPage& page,
                                        const InterviewPorts& ports, const std::string& path) {
  ports.tell(page.new_deal(path));
  NewDeal deal(rules, page, ports);
  if (!deal.ask()) {
    ports.tell(page.nothing_written());
    return std::nullopt;
  }
  return deal.text(path);
}

}  // namespace dealcheck
