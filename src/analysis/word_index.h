#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dealcheck {

/// What a text is found by: English words without their endings, Chinese characters alone, in twos
/// and in threes. Each once, in order.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

/// Finds the documents nearest in words to a sentence. A document is a place with texts of
/// different weight; words that stand in few documents tell more than common ones.
class WordIndex {
 public:
  /// `small_words`, separated by blanks, tell next to nothing.
  explicit WordIndex(std::string_view small_words);

  /// A new document. Those with one `group` count as one when it is asked how common a word is.
  void open(std::size_t group);
  /// A new document of the last group that begins as a copy of the document of that number.
  void open_like(std::size_t document);
  /// A text of the last document. `name`: one that a person may have meant as a whole.
  void add(std::string_view text, double weight, bool name = false);

  /// The documents that share words with `sentence`, each with a number; the nearest first.
  [[nodiscard]] std::vector<std::pair<std::size_t, double>> find(std::string_view sentence) const;

 private:
  struct Name {
    std::vector<std::uint32_t> words;
    double weight = 0;
  };
  struct Document {
    std::unordered_map<std::uint32_t, double> words;  ///< the greatest weight it stands with
    std::vector<Name> names;
  };

  [[nodiscard]] double tells(std::uint32_t word) const;
  /// How much of the best of its names is among the words asked for.
  [[nodiscard]] double named(const Document& document, const std::vector<bool>& asked) const;
  std::uint32_t number_of(const std::string& word);

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> words_;
  std::vector<bool> small_;
  std::vector<std::size_t> groups_;      ///< in how many groups a word stands
  std::vector<std::size_t> last_group_;  ///< the last one it was counted for, + 1
  std::vector<Document> documents_;
  std::size_t group_ = 0;
  std::size_t group_count_ = 0;
};

}  // namespace dealcheck
