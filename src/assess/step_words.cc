#include "assess/step_words.h"

#include <algorithm>

#include "engine/spoken_name.h"

namespace dealcheck {

std::string StepDescriber::actor(const Play& play) const {
  std::string owner = context_.head_text("owner");
  if (play.actor == "owner" && !owner.empty()) return owner;
  return std::string(
      context_.rulebook().words.say("judging.actor." + play.actor, context_.language()));
}

std::optional<std::string> StepDescriber::slot(std::string_view name,
                                               const StepChoice& choice) const {
  const auto& chain = choice.chain;
  if (name == "target" && choice.target) return name_of(*choice.target);
  if (name == "first" && !chain.empty()) return name_of(chain.front());
  if (name == "last" && !chain.empty()) return name_of(chain.back());
  if (name == "bullet" && choice.bullet) return deal_.bullets[*choice.bullet].what;
  if (name == "owner") return actor(*choice.play);
  if (name == "risk" && !choice.mines.empty()) {
    return deal_.mines[choice.mines.front()].message;
  }
  if (name == "answer" && !choice.mines.empty()) {
    return deal_.mines[choice.mines.front()].label;
  }
  if (name == "event" || name == "event_day") return event_slot(name);
  if (name == "chain" && chain.size() > 1) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < chain.size(); ++i) names.push_back(name_of(chain[i]));
    return context_.joined(names);
  }
  return std::nullopt;
}

std::optional<std::string> StepDescriber::event_slot(std::string_view name) const {
  const auto event = deadlines_.event();
  if (!event) return std::nullopt;
  if (name == "event") return event->label;
  return context_.facts().print_value(date_value(event->day), Type::date, 0, context_.language());
}

std::string StepDescriber::fill_text(const LocalizedText& text, const StepChoice& choice) const {
  const auto& slots = choice.play->slots;
  const RecordRef it = choice.target ? context_.record_of(*choice.target) : RecordRef{};
  return begun_as_sentence(fill(text.in(context_.language()), [&](std::string_view name) {
    const auto fact =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& one) { return one.name == name; });
    if (fact != slots.end()) return context_.facts().print(*fact, context_.language(), it);
    return slot(name, choice);
  }));
}

StepView StepDescriber::tell(const StepChoice& choice, std::optional<Date> by) const {
  const Play& play = *choice.play;
  StepView step;
  step.play = play.id;
  step.source = play.source;
  step.known = !play.last_resort;
  step.stops = play.stops || play.leaves;
  step.label = play.label.in(context_.language());
  step.says = fill_text(choice.chain.empty() ? play.says : play.through, choice);
  step.who = actor(play);
  step.target = choice.target;
  step.through = choice.chain;
  step.bullet = choice.bullet;
  step.removes = choice.mines;
  step.by = by;
  step.worked = fill_text(play.worked, choice);
  step.failed = fill_text(play.failed, choice);
  return step;
}

}  // namespace dealcheck
