#include "analysis/word_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/alike.h"
#include "base/strings.h"
#include "base/text.h"
#include "base/utf8.h"

namespace dealcheck {

namespace {

constexpr double kSmallWord = 0.15;
/// Of one, two and three Chinese characters.
constexpr std::array<double, 3> kCharacters{0.25, 1.0, 1.5};
/// A long text names no place: what each of its words takes off its weight.
constexpr double kDilution = 0.08;
/// A name counts as a whole when this much of it stands in the sentence.
constexpr double kNamed = 0.5;

bool is_word(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= '0' && code <= '9');
}

/// Without the endings that make one word look like many.
std::string stem(std::string word) {
  constexpr std::array<std::string_view, 10> kEndings{"ingly", "ings", "ing", "edly", "ed",
                                                      "ies",   "es",   "ly",  "s",    "er"};
  for (const std::string_view ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) continue;
    word.resize(word.size() - ending.size());
    break;
  }
  if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2]) word.pop_back();
  if (word.size() > 3 && word.back() == 'e') word.pop_back();
  return word;
}

void add_characters(const std::u32string& run, std::vector<std::string>& found) {
  for (std::size_t size = 1; size <= kCharacters.size(); ++size) {
    for (std::size_t at = 0; at + size <= run.size(); ++at) {
      std::string part;
      for (const char32_t code : run.substr(at, size)) append_utf8(part, code);
      found.push_back(std::move(part));
    }
  }
}

/// Words and characters of a text.
std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  bool in_word = false;
  for (const char32_t code : code_points(text)) {
    const bool word = is_word(code);
    if (is_chinese(code) || (word && !in_word)) ++length;
    in_word = word;
  }
  return std::max<std::size_t>(length, 1);
}

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> found;
  std::string word;
  std::u32string run;
  const auto end_both = [&] {
    if (!word.empty()) found.push_back(stem(std::move(word)));
    add_characters(run, found);
    word.clear();
    run.clear();
  };
  for (const char32_t code : code_points(to_lower(alike(text)))) {
    if (code == '\'' || code == U'’') continue;
    if (is_word(code)) {
      if (!run.empty()) end_both();
      append_utf8(word, code);
    } else if (is_chinese(code)) {
      if (!word.empty()) end_both();
      run += code;
    } else {
      end_both();
    }
  }
  end_both();
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

WordIndex::WordIndex(std::string_view small_words) {
  for (const std::string& word : search_words(small_words)) {
    const std::uint32_t number = number_of(word);
    small_[number] = true;
  }
}

std::uint32_t WordIndex::number_of(const std::string& word) {
  const auto [place, fresh] = numbers_.emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (fresh) {
    words_.push_back(word);
    small_.push_back(false);
    groups_.push_back(0);
    last_group_.push_back(0);
  }
  return place->second;
}

void WordIndex::open(std::size_t group) {
  group_ = group;
  group_count_ = std::max(group_count_, group + 1);
  documents_.emplace_back();
}

void WordIndex::open_like(std::size_t document) {
  Document copy = documents_[document];
  documents_.push_back(std::move(copy));
}

void WordIndex::add(std::string_view text, double weight, bool name) {
  Document& document = documents_.back();
  const double diluted = weight / (1 + kDilution * static_cast<double>(length_of(text)));
  Name whole{{}, weight};
  for (const std::string& word : search_words(text)) {
    const std::uint32_t number = number_of(word);
    double& stands = document.words[number];
    stands = std::max(stands, diluted);
    if (last_group_[number] != group_ + 1) {
      last_group_[number] = group_ + 1;
      ++groups_[number];
    }
    whole.words.push_back(number);
  }
  if (name && !whole.words.empty()) document.names.push_back(std::move(whole));
}

double WordIndex::tells(std::uint32_t word) const {
  const double rare =
      std::log(1 + static_cast<double>(group_count_) /
                       static_cast<double>(std::max<std::size_t>(groups_[word], 1)));
  const std::string& text = words_[word];
  if (small_[word] || (text.size() == 1 && !is_chinese(static_cast<unsigned char>(text[0])))) {
    return rare * kSmallWord;
  }
  if (static_cast<unsigned char>(text[0]) < 0x80) return rare;
  return rare * kCharacters.at(std::min<std::size_t>(text.size() / 3, kCharacters.size()) - 1);
}

double WordIndex::named(const Document& document, const std::vector<bool>& asked) const {
  double best = 0;
  for (const Name& name : document.names) {
    double all = 0;
    double there = 0;
    for (const std::uint32_t word : name.words) {
      all += tells(word);
      if (asked[word]) there += tells(word);
    }
    const double share = all > 0 ? there / all : 0;
    if (share > kNamed) best = std::max(best, share * share * there * name.weight);
  }
  // The weight of a name is that of its words; as a whole it counts about a third of it.
  constexpr double kWhole = 0.375;
  return best * kWhole;
}

std::vector<std::pair<std::size_t, double>> WordIndex::find(std::string_view sentence) const {
  std::vector<bool> asked(words_.size(), false);
  std::vector<std::uint32_t> words;
  for (const std::string& word : search_words(sentence)) {
    const auto known = numbers_.find(word);
    if (known == numbers_.end()) continue;
    asked[known->second] = true;
    words.push_back(known->second);
  }
  std::vector<std::pair<std::size_t, double>> found;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    double near = 0;
    for (const std::uint32_t word : words) {
      const auto stands = documents_[i].words.find(word);
      if (stands != documents_[i].words.end()) near += tells(word) * stands->second;
    }
    near += named(documents_[i], asked);
    if (near > 0) found.emplace_back(i, near);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return found;
}

}  // namespace dealcheck
