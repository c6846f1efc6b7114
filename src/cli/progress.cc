#include "cli/progress.h"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

#include "base/text.h"

namespace dealcheck {

namespace {

constexpr auto kBeforeFirst = std::chrono::milliseconds(700);
constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr int kBarCells = 20;

std::string bar(std::size_t done, std::size_t total, Charset charset) {
  const auto filled = static_cast<int>(done * kBarCells / total);
  std::string cells;
  for (int i = 0; i < kBarCells; ++i) cells += i < filled ? "▰" : "▱";
  return to_charset(cells, charset);
}

volatile std::sig_atomic_t g_signal = 0;  // NOLINT: what a signal handler may write

constexpr std::array kSignals{SIGINT, SIGTERM};

void end_at_once() {
  for (const int signal : kSignals) std::signal(signal, SIG_DFL);
}

/// Whatever waits for something may never look at the mark: the next signal needs nobody to look.
void note_signal(int signal) {
  g_signal = signal;
  end_at_once();
}

}  // namespace

Progress::Progress(std::size_t total, const Console& console)
    : console_(console),
      total_(total),
      on_(isatty(STDERR_FILENO) != 0),
      next_(Clock::now() + kBeforeFirst) {}

void Progress::step() {
  ++done_;
  if (!on_ || Clock::now() < next_) return;
  next_ = Clock::now() + kBetween;
  const std::string text =
      console_.words->say("report.batch.progress", console_.language,
                          {{"done", std::to_string(done_)}, {"total", std::to_string(total_)}});
  const Charset charset = console_.charset_err;
  const std::string line =
      truncate(bar(done_, total_, charset) + "  " + text, console_.width - 1, ellipsis(charset));
  std::fputs(("\r" + line + "\x1b[K").c_str(), stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

Interruption::Interruption() {
  for (const int signal : kSignals) std::signal(signal, note_signal);
}

Interruption::~Interruption() { end_at_once(); }

void Interruption::check() {
  if (g_signal != 0) throw Interrupted{g_signal};
}

}  // namespace dealcheck
