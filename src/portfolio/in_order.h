#pragma once

#include <cstddef>

#include "base/function_ref.h"

namespace dealcheck {

/// Runs `work(i)` for every i below `count` on `jobs` threads, and `take(i)` on the calling thread,
/// one after the other in order. At most 256 results wait to be taken, so that memory stays flat
/// however many there are. What `work` or `take` throws comes out of the call, once no thread
/// runs any more.
void run_in_order(std::size_t count, unsigned jobs, FunctionRef<void(std::size_t)> work,
                  FunctionRef<void(std::size_t)> take);

}  // namespace dealcheck
