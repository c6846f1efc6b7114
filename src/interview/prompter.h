#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "interview/interview_text.h"
#include "interview/typed.h"
#include "rules/rulebook.h"

namespace dealcheck {

/// The world as an interview meets it.
struct InterviewPorts {
  std::function<std::optional<std::string>()> read_line;  ///< nothing: there is no more
  std::function<void(std::string_view)> tell;
  std::function<void(const Diagnostics&)> complain;
  std::function<void(const std::string& text)> save;  ///< puts the deal's text into its file
  /// The line of a deal file that says what a sentence may mean; empty: nothing like it is known.
  std::function<std::string(const std::string& sentence)> look_up;
};

/// One key that is asked for.
struct KeyQuestion {
  std::uint16_t section = 0;
  KeyId key = 0;
  bool none = false;     ///< that there is no such entry is an answer too
  std::string why;       ///< told to whoever asks why
  std::string prompt{};  ///< said instead of what the key means; empty: that
};

/// A line as it was understood: an order, or else an answer.
template <typename Answer>
struct Reply {
  Order order = Order::none;
  Answer answer{};
};

/// Asks until the line can be used.
class Prompter {
 public:
  Prompter(const Rulebook& rules, const InterviewPage& page, const InterviewPorts& ports)
      : rules_(rules), page_(page), ports_(ports) {}

  /// `deal`: whose people can be chosen; null: nobody's.
  [[nodiscard]] Reply<TypedAnswer> ask(const KeyQuestion& question, const Opportunity* deal) const;
  [[nodiscard]] Reply<TypedProof> ask_proof(std::uint16_t section, const std::string& why) const;

 private:
  template <typename Answer, typename Read>
  [[nodiscard]] Reply<Answer> repeat(const std::string& why, const Read& read) const;

  const Rulebook& rules_;
  const InterviewPage& page_;
  const InterviewPorts& ports_;
};

}  // namespace dealcheck
