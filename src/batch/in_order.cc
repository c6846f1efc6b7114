#include "in_order.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dealcheck {

namespace {

constexpr std::size_t kWaiting = 256;
/// What a worker does at one go: to wake the caller for each costs a good part of a short work.
constexpr std::size_t kMostAtOnce = 16;
/// Each worker comes at least so often, so that they end together.
constexpr std::size_t kTurns = 16;

class Workers {
 public:
  Workers(std::size_t count, unsigned jobs, FunctionRef<void(std::size_t)> work)
      : count_(count),
        at_once_(std::clamp(count / (jobs * kTurns), std::size_t{1}, kMostAtOnce)),
        work_(work) {
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
  }
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Waits until `work(i)` is done; throws what any work threw.
  void wait_for(std::size_t i);

 private:
  void run();
  /// Returns what one of them threw.
  [[nodiscard]] std::exception_ptr work_off(std::size_t first, std::size_t end) const;
  void stop();

  std::size_t count_;
  std::size_t at_once_;
  FunctionRef<void(std::size_t)> work_;
  std::mutex mutex_;
  std::condition_variable room_;   ///< for the workers: there is, or they are to stop
  std::condition_variable ready_;  ///< for the caller: what is to be taken next
  std::size_t next_ = 0;           ///< to begin
  std::size_t taken_ = 0;          ///< all before it have been taken
  std::vector<bool> done_ = std::vector<bool>(kWaiting);  ///< by number modulo kWaiting
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

std::exception_ptr Workers::work_off(std::size_t first, std::size_t end) const {
  try {
    for (std::size_t i = first; i < end; ++i) work_(i);
    return nullptr;
  } catch (...) {
    return std::current_exception();
  }
}

void Workers::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    room_.wait(lock, [this] { return stopped_ || next_ < taken_ + kWaiting; });
    if (stopped_ || next_ == count_) return;
    const std::size_t first = next_;
    const std::size_t end = std::min({count_, first + at_once_, taken_ + kWaiting});
    next_ = end;
    lock.unlock();
    const std::exception_ptr failure = work_off(first, end);
    lock.lock();
    for (std::size_t i = first; i < end; ++i) done_[i % kWaiting] = true;
    if (failure) failure_ = failure;
    const bool awaited = first <= taken_ && taken_ < end;
    if (awaited || failure) ready_.notify_one();
  }
}

void Workers::wait_for(std::size_t i) {
  std::unique_lock lock(mutex_);
  ready_.wait(lock, [&] { return failure_ || done_[i % kWaiting]; });
  if (failure_) std::rethrow_exception(failure_);
  done_[i % kWaiting] = false;
  taken_ = i + 1;
  room_.notify_all();
}

void Workers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  room_.notify_all();
  threads_.clear();
}

}  // namespace

void run_in_order(std::size_t count, unsigned jobs, FunctionRef<void(std::size_t)> work,
                  FunctionRef<void(std::size_t)> take) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      work(i);
      take(i);
    }
    return;
  }
  Workers workers(count, jobs, work);
  for (std::size_t i = 0; i < count; ++i) {
    workers.wait_for(i);
    take(i);
  }
}

}  // namespace dealcheck
