#pragma once

#include <string>
#include <vector>

#include "interview/agenda.h"
#include "interview/typed.h"
#include "report/shared/render.h"

namespace dealcheck {

/// What an interview says, piece by piece.
class InterviewPage {
 public:
  InterviewPage(const Words& words, const RenderOptions& options)
      : words_(words), options_(options) {}

  [[nodiscard]] Language language() const { return options_.language; }
  /// What the errors in a typed line show in place of a file.
  [[nodiscard]] std::string line_name() const;

  [[nodiscard]] std::string new_deal(const std::string& path) const;
  [[nodiscard]] std::string start(const Assessment& deal, const OpenCount& open) const;
  [[nodiscard]] std::string question(const Ask& ask, const OpenCount& open) const;
  /// What a key means, and its offers by number.
  [[nodiscard]] std::string key(const Key& key, const std::vector<Offer>& offers) const;
  /// The report's text `interview.<id>`, as a line that asks.
  [[nodiscard]] std::string prompt(std::string_view id) const;
  /// A line to copy into a file, for an answer that the question does not take.
  [[nodiscard]] std::string elsewhere(const std::string& line) const;
  [[nodiscard]] std::string why(const Rule& rule) const;
  /// Of the head of a deal.
  [[nodiscard]] std::string why(const Key& key) const;
  /// How an answer moved the verdict, what is read otherwise, which risks came and went.
  [[nodiscard]] std::string moved(const Assessment& before, const Assessment& after) const;
  [[nodiscard]] std::string taken_back(const Assessment& before, const Assessment& after) const;
  [[nodiscard]] std::string nothing_before() const;
  [[nodiscard]] std::string nothing_written() const;
  [[nodiscard]] std::string cannot_write(const Section& section) const;
  [[nodiscard]] std::string stopped(const Assessment& deal, const OpenCount& open) const;
  [[nodiscard]] std::string finished(const Assessment& deal, const OpenCount& open) const;

 private:
  const Words& words_;
  RenderOptions options_;
};

}  // namespace dealcheck
