#pragma once

#include <string>
#include <vector>

#include "callsheet/callsheet.h"
#include "report/shared/phrases.h"
#include "report/writers/layout.h"

namespace dealcheck {

/// The sections of a call sheet as rows. `width` is the page's.
class CallRows {
 public:
  CallRows(const CallSheet& call, const Assessment& assessment, const Phrases& phrases, int width)
      : call_(call), deal_(assessment), phrases_(phrases), width_(width) {}

  /// Name, title and roles of a contact.
  [[nodiscard]] std::string described(std::size_t contact) const;
  [[nodiscard]] std::vector<Row> worth() const;
  [[nodiscard]] std::vector<Row> whom() const;
  [[nodiscard]] std::vector<Row> aims() const;
  [[nodiscard]] std::vector<Row> talk() const;  ///< the last one, and every promise
  [[nodiscard]] std::vector<Row> bring() const;
  [[nodiscard]] std::vector<Row> flow() const;
  [[nodiscard]] std::vector<Row> questions() const;
  [[nodiscard]] std::vector<Row> openers() const;
  [[nodiscard]] std::vector<Row> rhythm() const;

 private:
  [[nodiscard]] Row row(Cell lead, std::string message,
                        const std::vector<Evidence>& evidence = {}) const;
  [[nodiscard]] std::string day(std::optional<Date> date) const;
  [[nodiscard]] std::string name_of(std::size_t contact) const;
  [[nodiscard]] Row last_talk() const;
  [[nodiscard]] Row promise_row(const CallPromise& promise) const;

  const CallSheet& call_;
  const Assessment& deal_;
  const Phrases& phrases_;
  int width_;
};

}  // namespace dealcheck
