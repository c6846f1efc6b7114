#include "in_order.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dealcheck {

namespace {

constexpr std::size_t kWaiting = 256;

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
  void stop();

  std::size_t count_;
  FunctionRef<void(std::size_t)> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;                                  ///< to begin
  std::size_t taken_ = 0;                                 ///< all before it have been taken
  std::vector<bool> done_ = std::vector<bool>(kWaiting);  ///< by number modulo kWaiting
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

void Workers::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopped_ || next_ < taken_ + kWaiting; });
    if (stopped_ || next_ == count_) return;
    const std::size_t mine = next_++;
    lock.unlock();
    std::exception_ptr failure;
    try {
      work_(mine);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    done_[mine % kWaiting] = true;
    if (failure) failure_ = failure;
    changed_.notify_all();
  }
}

void Workers::wait_for(std::size_t i) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || done_[i % kWaiting]; });
  if (failure_) std::rethrow_exception(failure_);
  done_[i % kWaiting] = false;
  taken_ = i + 1;
  changed_.notify_all();
}

void Workers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
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
