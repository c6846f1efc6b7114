#include "portfolio/in_order.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace dealcheck {

TEST_CASE("in order: every result is taken once, in order, with any number of threads") {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
      CAPTURE(jobs);
      CAPTURE(count);
      std::vector<std::size_t> worked(count);
      std::vector<std::size_t> taken;
      run_in_order(
          count, jobs, [&](std::size_t i) { worked[i] = i * i; },
          [&](std::size_t i) { taken.push_back(worked[i]); });
      REQUIRE(taken.size() == count);
      for (std::size_t i = 0; i < count; ++i) CHECK(taken[i] == i * i);
    }
  }
}

TEST_CASE("in order: not more than a few hundred results wait to be taken") {
  std::atomic<std::size_t> worked = 0;
  std::size_t most = 0;
  run_in_order(
      5000, 4, [&](std::size_t) { ++worked; },
      [&](std::size_t i) { most = std::max(most, worked - i); });
  CHECK(most <= 260);
}

TEST_CASE("in order: what is thrown on either side comes out") {
  for (const unsigned jobs : {1U, 3U}) {
    const auto fail_at = [](std::size_t where) {
      return [where](std::size_t i) {
        if (i == where) throw std::runtime_error("at " + std::to_string(i));
      };
    };
    const auto fine = [](std::size_t) {};
    CHECK_THROWS_WITH(run_in_order(100, jobs, fail_at(40), fine), "at 40");
    CHECK_THROWS_WITH(run_in_order(100, jobs, fine, fail_at(40)), "at 40");
  }
}

}  // namespace dealcheck
