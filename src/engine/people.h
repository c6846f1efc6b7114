#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "deal/opportunity.h"

namespace dealcheck {

/// Where a person stands towards us, by acts and words of his or her own.
enum class Stance : std::uint8_t { in_favour, neutral, against, disputed };

/// What the whole file tells about one contact.
struct Person {
  std::optional<bool> reached;  ///< empty: the file does not say
  std::optional<Date> last_met;
  int meetings = 0;                   ///< on different days
  std::optional<Stance> stance;       ///< from everything in the file; empty: nothing known
  std::optional<Stance> firm_stance;  ///< without what is only assumed
  std::string_view ranks_us;    ///< first, backup, filler: as stated or as said to us; else empty
  bool leans_to_rival = false;  ///< against only in that a rival is preferred
  bool departed = false;        ///< has left; what this person thought left too
  bool serves_both = false;     ///< may also serve a rival: no word of theirs counts until tested
  bool acted = false;     ///< did something for us: opened a door, helped, gave something back
  bool closed = false;    ///< the last time we asked to be seen, this person would not
  bool newcomer = false;  ///< came into the post and has not been met since
  bool countered =
      false;  ///< somebody for us stands above, pays, decides or is trusted by this person
};

/// The people of a deal, in the order of its contacts (method 3.6 and 4).
class People {
 public:
  People() = default;
  People(const Vocabulary& vocabulary, const Opportunity& opportunity, Date as_of);

  [[nodiscard]] std::size_t size() const { return people_.size(); }
  [[nodiscard]] const Person& operator[](std::size_t contact) const { return people_[contact]; }

 private:
  std::vector<Person> people_;
};

}  // namespace dealcheck
