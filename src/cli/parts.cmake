# What the program is made of, as it is linked: a list in CycloneDX (https://cyclonedx.org), which tools for
# licences and security read. Its parts are the libraries that `core` links, and the two that every program brings.
# Versions are those of the Debian packages; elsewhere the list has none.

# What `core` calls a library | what its people call it | Debian package | licence in words of SPDX
set(part_rows
    "yaml|libyaml|libyaml-dev|MIT"
    "yaml-cpp|yaml-cpp|libyaml-cpp-dev|MIT"
    "csv|libcsv|libcsv-dev|LGPL-2.1-or-later"
    "fmt|fmt|libfmt-dev|MIT"
    "CLI11|CLI11|libcli11-dev|BSD-3-Clause"
    "nlohmann-json|nlohmann-json|nlohmann-json3-dev|MIT"
    "utf8proc|utf8proc|libutf8proc-dev|MIT AND Unicode-DFS-2015"
    "pugixml|pugixml|libpugixml-dev|MIT")
string(REGEX MATCH "^[0-9]+" compiler_major "${CMAKE_CXX_COMPILER_VERSION}")
set(part_rows_always
    "glibc|libc6-dev|LGPL-2.1-or-later"
    "libstdc++|libstdc++-${compiler_major}-dev|GPL-3.0-or-later WITH GCC-exception-3.1")

# version_of(OUT PACKAGE): empty where that cannot be told.
function(version_of out package)
  set(version "")
  find_program(DPKG_QUERY dpkg-query)
  if(DPKG_QUERY)
    execute_process(COMMAND ${DPKG_QUERY} -W -f "\${Version}" ${package}
                    OUTPUT_VARIABLE version ERROR_QUIET)
  endif()
  set(${out} "${version}" PARENT_SCOPE)
endfunction()

# add_part(NAME PACKAGE LICENCE): one more entry in `entries` and `references`.
function(add_part name package licence)
  version_of(version ${package})
  set(entry "\n    {\"type\": \"library\", \"bom-ref\": \"${name}\", \"name\": \"${name}\", ")
  if(version)
    string(REPLACE "+" "%2B" in_url "${package}@${version}")
    string(REPLACE ":" "%3A" in_url "${in_url}")
    string(APPEND entry "\"version\": \"${version}\", \"purl\": \"pkg:deb/debian/${in_url}\", ")
  endif()
  string(APPEND entry "\"licenses\": [{\"expression\": \"${licence}\"}]}")
  set(entries ${entries} "${entry}" PARENT_SCOPE)
  set(references ${references} "\"${name}\"" PARENT_SCOPE)
endfunction()

get_target_property(linked core LINK_LIBRARIES)
foreach(library IN LISTS linked)
  string(REGEX REPLACE "(_static|::.*)$" "" library "${library}")
  string(REPLACE "_" "-" library "${library}")
  set(rows ${part_rows})
  list(FILTER rows INCLUDE REGEX "^${library}[|]")
  if(NOT rows)
    message(FATAL_ERROR "src/cli/parts.cmake does not say what '${library}' is and under which licence")
  endif()
  string(REPLACE "|" ";" row "${rows}")
  list(POP_FRONT row)
  add_part(${row})
endforeach()
foreach(row IN LISTS part_rows_always)
  string(REPLACE "|" ";" row "${row}")
  add_part(${row})
endforeach()

list(JOIN entries "," entries)
list(JOIN references ", " references)
file(WRITE ${made}/dealcheck.cdx.json
"{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"version\": 1,
  \"metadata\": {\"component\": {\"type\": \"application\", \"bom-ref\": \"dealcheck\", \"name\": \"dealcheck\", \"version\": \"${PROJECT_VERSION}\"}},
  \"components\": [${entries}
  ],
  \"dependencies\": [{\"ref\": \"dealcheck\", \"dependsOn\": [${references}]}]
}
")
