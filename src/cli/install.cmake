# What `cmake --install` puts where, and the Debian package made of it.

include(GNUInstallDirs)

# The shell completions and manual pages are what the program itself prints.
set(made ${CMAKE_BINARY_DIR}/made)
file(MAKE_DIRECTORY ${made})
function(add_printed_file name)
  add_custom_command(OUTPUT ${made}/${name} COMMAND dealcheck ${ARGN} > ${made}/${name}
                     DEPENDS dealcheck VERBATIM)
endfunction()
add_printed_file(dealcheck.bash completion bash --lang en)
add_printed_file(_dealcheck completion zsh --lang en)
add_printed_file(dealcheck.fish completion fish --lang en)
add_printed_file(dealcheck.1 manual --lang en)
add_printed_file(dealcheck.zh.1 manual --lang zh)
add_custom_target(printed_files ALL DEPENDS ${made}/dealcheck.bash ${made}/_dealcheck
                  ${made}/dealcheck.fish ${made}/dealcheck.1 ${made}/dealcheck.zh.1)

install(TARGETS dealcheck RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${made}/dealcheck.bash RENAME dealcheck
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/_dealcheck DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${made}/dealcheck.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${made}/dealcheck.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/dealcheck.zh.1 RENAME dealcheck.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN quickstart.sh EXCLUDE)
install(FILES rules/README.md rules/METHOD.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/rules)

# What is linked into the program: under which licences, and in which versions.
include(${CMAKE_CURRENT_LIST_DIR}/parts.cmake)
install(FILES src/cli/copyright ${made}/dealcheck.cdx.json DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dealcheck)
set(CPACK_PACKAGE_CONTACT "dealcheck maintainers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "tells where you really stand in a big B2B deal")
set(CPACK_PACKAGE_DESCRIPTION
    "Reads one opportunity from a YAML file and says where you stand with the customer, what can
kill the deal and what to do next, each with its evidence. In English and Chinese.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_STRIP_FILES ON)
include(CPack)
