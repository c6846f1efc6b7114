#pragma once

#include <array>
#include <cstddef>

namespace dealcheck {

inline constexpr unsigned kGbkFirstLead = 0x81;
inline constexpr unsigned kGbkFirstTrail = 0x40;
inline constexpr std::size_t kGbkTrails = 0xFE - kGbkFirstTrail + 1;
inline constexpr std::size_t kGbkPairs = (0xFE - kGbkFirstLead + 1) * kGbkTrails;

/// What each pair of bytes of GBK stands for, lead by lead; 0: nothing. Defined in a file that the
/// build writes (src/tools/make_gbk.cc).
extern const std::array<char16_t, kGbkPairs> kGbkTable;

}  // namespace dealcheck
