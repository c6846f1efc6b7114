#pragma once

#include "base/utf8.h"
#include "i18n/language_row.h"

namespace dealcheck {

inline constexpr LanguageRow kEnglish{
    .code = "en",
    .own_name = "English",
    .html = "en",
    .comma = ", ",
    .colon = ": ",
    .choice = "{id}",
    .money = "1.2M EUR",
    .has_own_marks = false,
    .is_letter = nullptr,
    .dates = {.months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
                         "Nov", "Dec"},
              .day = "{day} {month}",
              .day_of_year = "{day} {month} {year}",
              .month = "{month} {year}",
              .quarter = "{year} Q{quarter}",
              .year = "{year}",
              .about = "about {day}",
              .range = "{from} to {to}"}};

inline constexpr LanguageRow kChinese{
    .code = "zh",
    .own_name = "中文",
    .html = "zh-Hans",
    .comma = "、",
    .colon = "：",
    .choice = "“{label}”（{id}）",
    .money = "120万",
    .has_own_marks = true,
    .is_letter = is_chinese,
    .dates = {.months = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
              .day = "{month}月{day}日",
              .day_of_year = "{year}年{month}月{day}日",
              .month = "{year}年{month}月",
              .quarter = "{year}年{quarter}季度",
              .year = "{year}年",
              .about = "{day}前后",
              .range = "{from}到{to}"}};

}  // namespace dealcheck
