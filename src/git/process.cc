// A child process between three descriptors. Whoever waits for one of them only, while the child
// waits for another, waits for ever; so all three are served as they become ready. Standard input
// is a socket, not a pipe: writing to a child that no longer reads then is an error, not a signal.

#include "git/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

namespace dealcheck {

namespace {

/// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    close();
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }
  void close() {
    if (open()) ::close(std::exchange(number_, -1));
  }

 private:
  int number_ = -1;
};

/// Both ends of a connection, neither of them known to other children.
struct Ends {
  Descriptor ours;
  Descriptor theirs;
};

std::optional<Ends> make_input() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
  return Ends{Descriptor(ends[0]), Descriptor(ends[1])};
}

std::optional<Ends> make_output() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Ends{Descriptor(ends[0]), Descriptor(ends[1])};
}

// ---- starting ----

bool names_same(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('=')) == b.substr(0, b.find('='));
}

/// Our environment with the changes in place of what they name.
std::vector<std::string> make_environment(const std::vector<std::string>& changes) {
  std::vector<std::string> all;
  for (const std::string& change : changes) {
    if (change.find('=') != std::string::npos) all.push_back(change);
  }
  for (char** one = environ; *one != nullptr; ++one) {
    bool replaced = false;
    for (const std::string& change : changes) replaced |= names_same(*one, change);
    if (!replaced) all.emplace_back(*one);
  }
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Nothing when the program cannot be started.
std::optional<pid_t> spawn(const ProcessCall& call, const std::array<int, 3>& descriptors) {
  std::vector<std::string> arguments = call.arguments;
  std::vector<std::string> environment = make_environment(call.environment);
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) return std::nullopt;
  int failed = 0;
  for (int standard = 0; standard < 3; ++standard) {
    failed |= posix_spawn_file_actions_adddup2(
        &actions, descriptors[static_cast<std::size_t>(standard)], standard);
  }
  if (!call.folder.empty()) {
    failed |= posix_spawn_file_actions_addchdir_np(&actions, call.folder.c_str());
  }
  pid_t child = 0;
  if (failed == 0) {
    failed = posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr,
                          pointers_to(arguments).data(), pointers_to(environment).data());
  }
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? std::optional(child) : std::nullopt;
}

// ---- talking ----

/// Writes what fits; closes at the end, and when nobody reads any more.
void feed(Descriptor& to, std::string_view& text) {
  const ssize_t count = send(to.number(), text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count >= 0) text.remove_prefix(static_cast<std::size_t>(count));
  const bool refused = count < 0 && errno != EAGAIN && errno != EINTR;
  if (refused || text.empty()) to.close();
}

/// Reads what is there; closes at the end.
void drain(Descriptor& from, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t count = read(from.number(), buffer.data(), buffer.size());
  if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
  if (count == 0 || (count < 0 && errno != EINTR)) from.close();
}

void converse(Descriptor& in, Descriptor& out, Descriptor& err, std::string_view input,
              ProcessResult& result) {
  if (input.empty()) in.close();
  while (in.open() || out.open() || err.open()) {
    std::array<pollfd, 3> ready{pollfd{in.number(), POLLOUT, 0}, pollfd{out.number(), POLLIN, 0},
                                pollfd{err.number(), POLLIN, 0}};
    if (poll(ready.data(), ready.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    if (ready[0].revents != 0) feed(in, input);
    if (ready[1].revents != 0) drain(out, result.output);
    if (ready[2].revents != 0) drain(err, result.errors);
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

std::optional<ProcessResult> run_process(const ProcessCall& call) {
  auto in = make_input();
  auto out = make_output();
  auto err = make_output();
  if (call.arguments.empty() || !in || !out || !err) return std::nullopt;
  const auto child = spawn(call, {in->theirs.number(), out->theirs.number(), err->theirs.number()});
  if (!child) return std::nullopt;
  for (Ends* ends : {&*in, &*out, &*err}) ends->theirs.close();
  ProcessResult result;
  converse(in->ours, out->ours, err->ours, call.input, result);
  result.exit_code = wait_for(*child);
  return result;
}

}  // namespace dealcheck
