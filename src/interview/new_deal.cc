#include "interview/new_deal.h"

#include <array>
#include <string_view>
#include <vector>

#include "deal/deal_file.h"
#include "rules/starter.h"

namespace dealcheck {

namespace {

constexpr std::array<std::string_view, 3> kAsked{"name", "account", "stage"};
constexpr std::size_t kStage = 2;

class NewDeal {
 public:
  NewDeal(const Rulebook& rules, const InterviewPage& page, const InterviewPorts& ports)
      : rules_(rules),
        page_(page),
        prompter_(rules, page, ports),
        head_(*rules.vocabulary.section_id("deal")) {}

  /// False: the user leaves.
  bool ask();
  [[nodiscard]] std::string text(const std::string& path) const;

 private:
  [[nodiscard]] KeyId key(std::size_t asked) const {
    return *rules_.vocabulary.find_key(rules_.vocabulary.sections[head_], kAsked[asked]);
  }

  const Rulebook& rules_;
  const InterviewPage& page_;
  Prompter prompter_;
  std::uint16_t head_;
  std::array<std::vector<AnsweredValue>, kAsked.size()> answers_;
};

bool NewDeal::ask() {
  for (std::size_t at = 0; at < kAsked.size();) {
    const Key& words = rules_.vocabulary.key(rules_.vocabulary.sections[head_], key(at));
    auto reply = prompter_.ask({head_, key(at), false, page_.why(words)}, nullptr);
    if (reply.order == Order::quit) return false;
    if (reply.order == Order::back) {
      at -= at == 0 ? 0 : 1;
      continue;
    }
    answers_[at] = std::move(reply.answer.values);
    const bool chosen = !answers_[at].empty() && answers_[at][0].value.kind == Value::Kind::choice;
    if (at != kStage || chosen) ++at;  // without a stage nothing can be judged
  }
  return true;
}

std::string NewDeal::text(const std::string& path) const {
  const auto stage = static_cast<Stage>(answers_[kStage].front().value.index);
  std::string text = starter_text(rules_, stage, page_.language());
  for (std::size_t at = 0; at < kStage; ++at) {
    if (answers_[at].empty()) continue;
    Diagnostics diagnostics;
    const auto deal =
        read_deal(check_source(path, text, diagnostics), rules_.vocabulary, diagnostics);
    DealAnswer answer;
    answer.section = head_;
    answer.values = answers_[at];
    text = write_answer(*deal, rules_.vocabulary, answer, diagnostics).value_or(text);
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
