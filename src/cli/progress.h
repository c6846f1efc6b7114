#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/command.h"

namespace dealcheck {

/// A line on standard error that tells how far a long run is, on a terminal only and only once it
/// has taken a while. It is gone when anything else is printed, and at the end.
class Progress {
 public:
  Progress(std::size_t total, const Console& console);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();
  /// Takes the line away; the next step may bring it back.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  const Console& console_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool on_;
  bool shown_ = false;
  Clock::time_point next_;
};

/// While one lives, a first interrupt or request to end only sets a mark, so that the program can
/// put away what it has begun; `check` then throws `Interrupted`. A second one ends the program at
/// once.
class Interruption {
 public:
  struct Interrupted {
    int signal = 0;
  };

  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  static void check();
};

}  // namespace dealcheck
