# Build-time script: `cmake -D FILES=a.css;b.js -D OUT=assets.cc -P embed.cmake` writes the style sheets
# and scripts of the pages, each with its hash for the Content-Security-Policy, as a table.

set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" text)
  file(SHA256 "${file}" hash)
  string(APPEND rows "    {\"${name}\",\n     R\"asset(${text})asset\",\n     \"${hash}\"},\n")
endforeach()
file(WRITE "${OUT}" "// Written by embed.cmake from src/report. Not to be edited.

#include \"report/writers/assets.h\"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace dealcheck {

namespace {

constexpr Asset kAssets[] = {
${rows}};

}  // namespace

const Asset& page_asset(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kAssets), std::end(kAssets),
                                         [&](const Asset& one) { return one.name == name; });
  assert(found != std::end(kAssets));
  return *found;
}

}  // namespace dealcheck
")
