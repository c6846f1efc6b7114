#include "interview/prompter.h"

namespace dealcheck {

template <typename Answer, typename Read>
Reply<Answer> Prompter::repeat(const std::string& why, const Read& read) const {
  while (true) {
    const auto line = ports_.read_line();
    if (!line) return {Order::quit};
    const Order order = order_of(rules_.words, *line);
    if (order == Order::why) {
      ports_.tell(why);
      continue;
    }
    if (order != Order::none) return {order};
    Diagnostics diagnostics;
    std::optional<Answer> answer = read(*line, diagnostics);
    if (answer) return {Order::none, std::move(*answer)};
    ports_.complain(diagnostics);
    ports_.tell(page_.elsewhere(ports_.look_up(*line)));
  }
}

Reply<TypedAnswer> Prompter::ask(const KeyQuestion& question, const Opportunity* deal) const {
  const Vocabulary& vocabulary = rules_.vocabulary;
  const Key& key = vocabulary.key(vocabulary.sections[question.section], question.key);
  const std::vector<Offer> offers = offers_for(rules_, deal, key, question.none, page_.language());
  ports_.tell(question.prompt.empty() ? page_.key(key, offers) : page_.prompt(question.prompt));
  return repeat<TypedAnswer>(question.why, [&](const std::string& line, Diagnostics& diagnostics) {
    return read_typed(vocabulary, question.section, question.key, question.none, offers,
                      page_.line_name(), line, diagnostics);
  });
}

Reply<TypedProof> Prompter::ask_proof(std::uint16_t section, const std::string& why) const {
  ports_.tell(page_.prompt("proof"));
  return repeat<TypedProof>(why, [&](const std::string& line, Diagnostics& diagnostics) {
    return read_proof(rules_.vocabulary, section, page_.line_name(), line, diagnostics);
  });
}

}  // namespace dealcheck
