// A contact known only by what he or she is takes an article in English; a name takes none. Where
// it cannot be told, none is better.

#include "engine/spoken_name.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace dealcheck {

namespace {

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" ,'"), name.size());
    if (end > 0) words.emplace_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

bool says(const Opportunity& opportunity, const Vocabulary& vocabulary, std::int32_t contact,
          std::string_view key) {
  const std::uint16_t section = *vocabulary.section_id("contacts");
  const Record& record = opportunity.sections[section].records[static_cast<std::size_t>(contact)];
  const Statement* said = record.find(*vocabulary.sections[section].names.find(key));
  return said != nullptr && said->value.kind == Value::Kind::text;
}

}  // namespace

std::string spoken_name(const Opportunity& opportunity, const Rulebook& rulebook,
                        std::int32_t contact, Language language) {
  const Vocabulary& vocabulary = rulebook.vocabulary;
  std::string name(contact_name(opportunity, vocabulary, contact));
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (language != Language::en || name.empty() || !is_letter(name.front())) return name;
  const std::vector<std::string> words = words_of(to_lower(name));
  const auto listed = [&](std::string_view id) {
    return [list = rulebook.words.say(id, language)](const std::string& word) {
      return bars_hold(list, word);
    };
  };
  const bool named = says(opportunity, vocabulary, contact, "name");
  const bool told = named || says(opportunity, vocabulary, contact, "title");
  const bool proper = name.front() <= 'Z' && words.size() > 1;
  const bool office = std::any_of(words.begin(), words.end(), listed("judging.called.offices"));
  if (!told || (named && (proper || !office))) return name;
  if (listed("judging.called.bare")(words.front())) return name;
  if (name.find("'s ") != std::string::npos || name.find("’s ") != std::string::npos) return name;
  return rulebook.words.say("judging.called.as", language, {{"name", name}});
}

std::string begun_as_sentence(std::string text) {
  constexpr std::string_view kArticle = "the ";
  constexpr std::string_view kEnds = ".?!";
  if (text.empty() || kEnds.find(text.back()) == std::string_view::npos) return text;
  for (std::size_t at = 0; at != std::string::npos; at = text.find(kArticle, at + 1)) {
    const bool begins = at == 0 || (at > 1 && text[at - 1] == ' ' &&
                                    kEnds.find(text[at - 2]) != std::string_view::npos);
    if (begins && std::string_view(text).substr(at).starts_with(kArticle)) text[at] = 'T';
  }
  return text;
}

}  // namespace dealcheck
