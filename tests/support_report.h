#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "i18n/words.h"
#include "portfolio/entry.h"

// Assessments are built by hand, so that the tests of the renderers know nothing of rules and
// judging.

namespace dealcheck::test {

/// The words of the source folder, without its rules.
const Words& report_words();

Date day(const char* iso);
Evidence seen(std::uint32_t line, const char* date);
Finding finding(const char* rule, const char* label, std::optional<Reads> reads, int points,
                const char* message);
CheckResult check(const char* label, Tri passed, const char* message);

/// A judged deal of a list, with an owner, as of 2026-03-20.
DealEntry deal_entry(const std::string& path, const std::string& stage, const std::string& verdict);

Assessment english_deal();
Assessment chinese_deal();
/// What there is beside the verdict: strengths, steps, a plan, roles, control, a rival.
void add_strategy(Assessment& deal);

std::string text_of(const Assessment& deal, int width, Language language = Language::en,
                    bool colour = false);
/// The first screen only.
std::string screen_text_of(const Assessment& deal, int width, Language language = Language::en);
std::string brief_of(const Assessment& deal, int width, Language language = Language::en);

/// The part of a report from one heading up to the next blank line.
std::string section_of(const std::string& text, const std::string& heading);
/// The part of a report between two headings, the second one left out.
std::string between(const std::string& text, const std::string& first, const std::string& second);
std::vector<std::string> lines_of(const std::string& text);
std::string without_colour(std::string text);
bool contains(const std::string& text, std::string_view part);
/// No line is wider than the page, ends in blanks or holds a control character.
void check_page(const std::string& text, int width);
/// What stands below the line on which a raw string begins.
std::string page(std::string_view text);

}  // namespace dealcheck::test
