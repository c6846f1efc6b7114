#include "portfolio/in_order.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dealcheck {

namespace {

constexpr std::size_t kWaiting = 256;
// To wake the caller for every single result costs a good part of a short work. So it is woken for
// many, and else looks for itself.
constexpr std::size_t kWorthWaking = 16;
constexpr std::chrono::milliseconds kPatience{20};

class Workers {
 public:
  Workers(std::size_t count, unsigned jobs, FunctionRef<void(std::size_t)> work)
      : count_(count), work_(work) {
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
  }
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Waits until `work(i)` is done; throws what any work threw.
  void wait_for(std::size_t i);

 private:
  void run();
  /// Returns what it threw.
  [[nodiscard]] std::exception_ptr work_on(std::size_t i) const;
  void stop();

  std::size_t count_;
  FunctionRef<void(std::size_t)> work_;
  std::mutex mutex_;
  std::condition_variable room_;   ///< for the workers: there is, or they are to stop
  std::condition_variable ready_;  ///< for the caller: what is to be taken next
  std::size_t next_ = 0;           ///< to begin
  std::size_t finished_ = 0;       ///< so many are done, in whatever order
  std::size_t taken_ = 0;          ///< all before it have been taken
  std::vector<bool> done_ = std::vector<bool>(kWaiting);  ///< by number modulo kWaiting
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

std::exception_ptr Workers::work_on(std::size_t i) const {
  try {
    work_(i);
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
    const std::size_t mine = next_++;
    lock.unlock();
    const std::exception_ptr failure = work_on(mine);
    lock.lock();
    done_[mine % kWaiting] = true;
    ++finished_;
    if (failure) failure_ = failure;
    const bool enough = finished_ - taken_ >= kWorthWaking || finished_ == count_;
    if (failure || (enough && done_[taken_ % kWaiting])) ready_.notify_one();
  }
}

void Workers::wait_for(std::size_t i) {
  std::unique_lock lock(mutex_);
  const auto is_ready = [&] { return failure_ || done_[i % kWaiting]; };
  while (!ready_.wait_for(lock, kPatience, is_ready)) {
  }
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
