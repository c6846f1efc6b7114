#pragma once

#include <string>

#include "base/date.h"
#include "i18n/language.h"

namespace dealcheck {

/// For people: "20 Mar 2026" / "2026年3月20日"; without the year when it is that of `near`.
/// What is not known to the day is told as far as it is: "Mar 2026", "about 20 Mar", "2026 Q1".
[[nodiscard]] std::string spoken_date(Date date, Date near, Language language);

}  // namespace dealcheck
