#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "diagnostics/diagnostic.h"
#include "rules/rulebook.h"

namespace dealcheck::test {

/// The rules of the source folder, loaded once.
const Rulebook& rules();
/// The packs of the source folder, loaded once.
const std::vector<Rulebook>& packs();
/// The top folder of the sources.
std::string source_folder();
std::string rules_folder();

/// Judges a deal given as text; the day of judgement is 2026-03-20 unless the deal says otherwise.
/// Fails the test, with all diagnostics, when it cannot be judged.
Assessment judge(const std::string& deal, Language language = Language::en);

/// The same for a map inside a document, as rule examples hold them.
std::optional<Assessment> judge(Yaml deal, std::shared_ptr<const YamlDocument> document,
                                Diagnostics& diagnostics, const Rulebook& book = rules());

/// What reading a deal complains about, as a user sees it in English; empty when nothing.
std::string complaints_about(const std::string& deal);

/// A YAML document made from text. Fails the test when it is none.
std::shared_ptr<const YamlDocument> document(const std::string& text,
                                             const std::string& path = "deal.yaml");

/// A deal as it was read. Fails the test, with all diagnostics, when it has errors.
Opportunity read_deal(const std::string& text);

/// Every complaint in a line of its own, `3:1 error: sentence | help`, sorted by place; without a
/// place the path stands instead.
std::string in_lines(const Diagnostics& diagnostics, Language language = Language::en);

/// A rulebook for tests of the machinery: the vocabulary and the words of the real one, but facts
/// and rules as given here, each rule with an id of its own choice, and bands that stay the same
/// whatever becomes of rules/verdict.yaml: backup from -4, contender from 0, first-choice from 5.
Rulebook small_rulebook(const std::string& facts, const std::vector<std::string>& rule_texts = {});

/// A condition as a rule would write it. Fails the test when it is not accepted.
Condition condition(const std::string& text, const Rulebook& book);

/// A folder that is there as long as this object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }
  /// Writes a file, with the folders it stands in.
  void write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

/// The finding of a rule, or null.
const Finding* find(const Assessment& assessment, const std::string& rule);

}  // namespace dealcheck::test
