#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

extern char** environ;  // NOLINT: POSIX leaves its declaration to the program

namespace dealcheck {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16U;

/// Both ends of a pipe, closed when done with.
struct Pipe {
  std::array<int, 2> ends{-1, -1};

  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] bool usable() const { return ends[0] >= 0; }
  void close_end(std::size_t end) {
    if (ends.at(end) >= 0) close(ends.at(end));
    ends.at(end) = -1;
  }
};

/// A child that ends without reading all its input must not end us.
class NoPipeSignal {
 public:
  NoPipeSignal() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~NoPipeSignal() { std::signal(SIGPIPE, before_); }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  void (*before_)(int);
};

struct Pipes {
  Pipe in;
  Pipe out;
  Pipe err;
};

std::optional<pid_t> start(const std::vector<std::string>& arguments, Pipes& pipes) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipes.in.ends[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipes.out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipes.err.ends[1], STDERR_FILENO);
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  // The strings are copied before the call returns; the interface is older than const.
  for (const auto& one : arguments) pointers.push_back(const_cast<char*>(one.c_str()));
  pointers.push_back(nullptr);
  pid_t child = 0;
  const int failure =
      posix_spawnp(&child, pointers.front(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return std::nullopt;
  return child;
}

/// Reads what is there; closes the pipe at its end.
void read_some(Pipe& pipe, std::string& text) {
  std::array<char, kChunk> chunk;
  const ssize_t count = read(pipe.ends[0], chunk.data(), chunk.size());
  if (count > 0) {
    text.append(chunk.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    pipe.close_end(0);
  }
}

void write_some(Pipe& pipe, std::string_view& input) {
  const ssize_t count = write(pipe.ends[1], input.data(), std::min(input.size(), kChunk));
  if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
  const bool broken = count < 0 && errno != EINTR && errno != EAGAIN;
  if (broken || input.empty()) pipe.close_end(1);
}

/// Both directions at once: neither side ever waits for the other.
void exchange(Pipes& pipes, std::string_view input, ProcessResult& result) {
  fcntl(pipes.in.ends[1], F_SETFL, O_NONBLOCK);
  if (input.empty()) pipes.in.close_end(1);
  while (pipes.out.ends[0] >= 0 || pipes.err.ends[0] >= 0) {
    std::array<pollfd, 3> watched{pollfd{pipes.out.ends[0], POLLIN, 0},
                                  pollfd{pipes.err.ends[0], POLLIN, 0},
                                  pollfd{pipes.in.ends[1], POLLOUT, 0}};
    if (poll(watched.data(), watched.size(), -1) < 0) continue;
    if (watched[0].revents != 0) read_some(pipes.out, result.output);
    if (watched[1].revents != 0) read_some(pipes.err, result.errors);
    if (watched[2].revents != 0) write_some(pipes.in, input);
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int kBySignal = 128;
  return WIFEXITED(status) ? WEXITSTATUS(status) : kBySignal + WTERMSIG(status);
}

}  // namespace

std::optional<ProcessResult> run_process(const std::vector<std::string>& arguments,
                                         std::string_view input) {
  Pipes pipes;
  if (!pipes.in.usable() || !pipes.out.usable() || !pipes.err.usable()) return std::nullopt;
  const NoPipeSignal quiet;
  const auto child = start(arguments, pipes);
  if (!child) return std::nullopt;
  pipes.in.close_end(0);
  pipes.out.close_end(1);
  pipes.err.close_end(1);
  ProcessResult result;
  exchange(pipes, input, result);
  pipes.in.close_end(1);
  result.exit_code = wait_for(*child);
  return result;
}

}  // namespace dealcheck
