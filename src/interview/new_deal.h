#pragma once

#include <optional>
#include <string>

#include "interview/prompter.h"

namespace dealcheck {

/// Asks what a new deal is called, whose it is and in which stage, who has a say there, and what
/// happened last. The text of its file: what matters at that stage, commented out, with the answers
/// filled in. Nothing when the user leaves before the stage is told.
[[nodiscard]] std::optional<std::string> ask_new_deal(const Rulebook& rules,
                                                      const InterviewPage& page,
                                                      const InterviewPorts& ports,
                                                      const std::string& path);

}  // namespace dealcheck
