# SPDX-License-Identifier: MIT
#
# What `cmake --install` puts where, and what CPack makes of it: the packages attune, and with ATTUNE_SHARED
# libattune-dev. The manual page and the completions are printed by the program that was just built.

set(generated ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})
set(manual ${generated}/attune.1)
set(completions ${generated}/attune.bash ${generated}/attune.zsh ${generated}/attune.fish)
add_custom_command(OUTPUT ${manual} ${completions}
    COMMAND attune --isolated man > ${manual}
    COMMAND attune --isolated completions bash > ${generated}/attune.bash
    COMMAND attune --isolated completions zsh > ${generated}/attune.zsh
    COMMAND attune --isolated completions fish > ${generated}/attune.fish
    DEPENDS attune
    COMMENT "Printing the manual page and the completions"
    VERBATIM)
add_custom_target(attune_texts ALL DEPENDS ${manual} ${completions})

install(TARGETS attune RUNTIME COMPONENT attune)
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT attune)
install(FILES ${generated}/attune.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME attune COMPONENT attune)
install(FILES ${generated}/attune.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
    RENAME _attune COMPONENT attune)
install(FILES ${generated}/attune.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
    COMPONENT attune)
install(DIRECTORY data/schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/attune COMPONENT attune)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT attune)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT attune)
install(FILES data/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME writing-rules.md COMPONENT attune)

if(ATTUNE_SHARED)
    include(CMakePackageConfigHelpers)
    set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/attune)
    install(TARGETS attune_shared EXPORT attune-targets
        LIBRARY COMPONENT libattune NAMELINK_COMPONENT libattune)
    install(DIRECTORY src/api/attune DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT libattune)
    install(EXPORT attune-targets NAMESPACE attune:: DESTINATION ${package_dir} COMPONENT libattune)
    configure_file(scripts/lib/attune-config.cmake.in ${generated}/attune-config.cmake @ONLY)
    write_basic_package_version_file(${generated}/attune-config-version.cmake COMPATIBILITY SameMinorVersion)
    install(FILES ${generated}/attune-config.cmake ${generated}/attune-config-version.cmake
        DESTINATION ${package_dir} COMPONENT libattune)
    configure_file(scripts/lib/attune.pc.in ${generated}/attune.pc @ONLY)
    install(FILES ${generated}/attune.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT libattune)
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libattune-dev RENAME copyright
        COMPONENT libattune)
    install(FILES tests/library/example.c tests/library/example.cpp
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libattune-dev/examples COMPONENT libattune)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR attune)
set(CPACK_PACKAGE_CONTACT "the authors of attune <attune@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_COMPONENTS_ALL attune)
set(CPACK_DEBIAN_ATTUNE_PACKAGE_NAME attune)
set(CPACK_DEBIAN_ATTUNE_PACKAGE_SECTION text)
set(CPACK_COMPONENT_ATTUNE_DESCRIPTION
"reflective-listening coach for the terminal
 Reads a reply to someone who shares something that hurts, shows where it would
 leave them alone with it, and offers words that meet them. Works offline, on
 the terminal, in scripts and over transcripts of conversations.")
if(ATTUNE_SHARED)
    list(APPEND CPACK_COMPONENTS_ALL libattune)
    set(CPACK_DEBIAN_LIBATTUNE_PACKAGE_NAME libattune-dev)
    set(CPACK_DEBIAN_LIBATTUNE_PACKAGE_SECTION libdevel)
    set(CPACK_COMPONENT_LIBATTUNE_DESCRIPTION
"reflective-listening coach as a library for C and C++
 A statement and a reply in, a reading out: where the reply misses the person,
 where it meets them, and better replies.")
endif()
# Every file of a package gets the time of the source, so that equal sources give equal packages.
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/scripts/lib/package_times.cmake)
include(CPack)
