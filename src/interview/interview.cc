#include "interview/interview.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "deal/deal_file.h"

namespace dealcheck {

namespace {

using Presence = SectionData::Presence;

/// What is said of the deal now and was not said before; places may have moved.
Diagnostics news(const Diagnostics& before, const Diagnostics& after) {
  std::vector<const Diagnostic*> known;
  for (const Diagnostic& one : before.all()) known.push_back(&one);
  Diagnostics fresh;
  for (const Diagnostic& one : after.all()) {
    const auto same = std::find_if(known.begin(), known.end(), [&](const Diagnostic* other) {
      return other->id == one.id && other->arguments == one.arguments;
    });
    if (same != known.end()) {
      known.erase(same);
    } else {
      fresh.warning(one.source, one.at, one.id, one.arguments);
    }
  }
  return fresh;
}

bool knows_nothing(const std::vector<AnsweredValue>& values) {
  return std::all_of(values.begin(), values.end(), [](const AnsweredValue& one) {
    return one.value.kind == Value::Kind::unknown;
  });
}

}  // namespace

Interview::Interview(const Rulebook& rules, const AssessOptions& judging, const InterviewPage& page,
                     InterviewPorts ports)
    : rules_(rules),
      judging_(judging),
      page_(page),
      ports_(std::move(ports)),
      prompter_(rules_, page_, ports_) {}

bool Interview::is_list(const AnswerPlace& place) const {
  return rules_.vocabulary.sections[place.section].shape == Shape::records;
}

bool Interview::can_be_none(const AnswerPlace& place) const {
  return place.none && deal_.sections[place.section].presence != Presence::stated;
}

/// Reads and judges a text of the deal; what is new to say of it is said.
bool Interview::take_over(const std::shared_ptr<const Source>& source) {
  Diagnostics diagnostics;
  auto deal = read_deal(source, rules_.vocabulary, diagnostics);
  std::optional<Assessment> judged;
  if (deal) judged = assess(rules_, *deal, judging_, diagnostics);
  if (!judged) {
    ports_.complain(diagnostics);
    return false;
  }
  ports_.complain(news(remarks_, diagnostics));
  deal_ = std::move(*deal);
  judged_ = std::move(*judged);
  remarks_ = std::move(diagnostics);
  return true;
}

bool Interview::run(const std::shared_ptr<const Source>& source) {
  if (!take_over(source)) return false;
  ports_.tell(page_.start(judged_, agenda_.count(rules_, deal_, judged_)));
  while (const auto next = agenda_.next(rules_, deal_, judged_)) {
    switch (ask(*next)) {
      case Order::quit:
        ports_.tell(page_.stopped(judged_, agenda_.count(rules_, deal_, judged_)));
        return true;
      case Order::back:
        go_back();
        break;
      case Order::skip:
        past_.push_back({text(), agenda_});
        agenda_.skipped(*next);
        break;
      default:
        break;
    }
  }
  ports_.tell(page_.finished(judged_, agenda_.count(rules_, deal_, judged_)));
  return true;
}

Order Interview::ask(const Ask& ask) {
  ports_.tell(page_.question(ask, agenda_.count(rules_, deal_, judged_)));
  const std::string why = page_.why(*ask.rule);
  DealAnswer answer;
  while (true) {
    answer = {};
    answer.section = ask.where().section;
    const Order order = ask_entry(ask, why, answer);
    if (order != Order::none) return order;
    if (write(ask, answer)) return Order::none;
  }
}

/// The first key is needed, the others can be left out. Of what nobody knows nobody said anything.
Order Interview::ask_entry(const Ask& ask, const std::string& why, DealAnswer& answer) {
  const AnswerPlace& place = ask.where();
  for (const KeyId key : place.keys) {
    const bool first = key == place.keys.front();
    const auto reply =
        prompter_.ask({place.section, key, first && can_be_none(place), why}, &deal_);
    if (reply.order == Order::skip && !first) continue;
    if (reply.order != Order::none) return reply.order;
    if (reply.answer.none) answer.whole = Value::Kind::none;
    answer.values.insert(answer.values.end(), reply.answer.values.begin(),
                         reply.answer.values.end());
    if (first && knows_nothing(answer.values)) {
      const bool stated = deal_.sections[place.section].presence == Presence::stated;
      if (is_list(place) && !stated) answer.values.clear();
      return Order::none;
    }
  }
  return ask_proof(why, answer);
}

Order Interview::ask_proof(const std::string& why, DealAnswer& answer) {
  const auto reply = prompter_.ask_proof(answer.section, why);
  if (reply.order != Order::none && reply.order != Order::skip) return reply.order;
  answer.date = reply.answer.date;
  answer.by = reply.answer.by;
  return Order::none;
}

/// False when the reader objects to the answer: it can be given anew.
bool Interview::write(const Ask& ask, const DealAnswer& answer) {
  Diagnostics diagnostics;
  const auto written = write_answer(deal_, rules_.vocabulary, answer, diagnostics);
  if (!written && diagnostics.has_errors()) {
    ports_.complain(diagnostics);
    return false;
  }
  past_.push_back({text(), agenda_});
  if (!written) {
    agenda_.skipped(ask);
    ports_.tell(page_.cannot_write(rules_.vocabulary.sections[answer.section]));
    return true;
  }
  const Assessment before = judged_;
  agenda_.answered(ask);
  change_to(*written);
  ports_.tell(page_.moved(before, judged_));
  return true;
}

/// The text has been read before it comes here.
void Interview::change_to(const std::string& text) {
  ports_.save(text);
  Diagnostics diagnostics;
  const auto source = check_source(deal_.path(), text, diagnostics, text.size() + 1);
  const bool taken = take_over(source);
  assert(taken);
}

void Interview::go_back() {
  if (past_.empty()) {
    ports_.tell(page_.nothing_before());
    return;
  }
  const Past past = std::move(past_.back());
  past_.pop_back();
  agenda_ = past.agenda;
  if (past.text == text()) return;
  const Assessment before = judged_;
  change_to(past.text);
  ports_.tell(page_.taken_back(before, judged_));
}

}  // namespace dealcheck
