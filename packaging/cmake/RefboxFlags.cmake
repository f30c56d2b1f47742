# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# refbox_flags: what every target of the project is compiled with.
add_library(refbox_flags INTERFACE)
target_compile_features(refbox_flags INTERFACE cxx_std_20)
target_include_directories(refbox_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(refbox_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_NO_URL_CAST_FROM_STRING REFBOX_VERSION="${PROJECT_VERSION}" _FILE_OFFSET_BITS=64)
target_compile_options(refbox_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    # The optimizer of g++ 12 takes "text" + std::string for a copy of 2^63 bytes.
    "$<$<AND:$<NOT:$<CONFIG:Debug>>,$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-stringop-overflow;-Wno-restrict;-Wno-array-bounds>"
    # Clangs newer than CI's know further warnings, which are to break no build.
    $<$<AND:$<BOOL:${REFBOX_WERROR}>,$<NOT:$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,15>>>>:-Werror>
    # Assertions and paths in binaries must not depend on where the checkout lies.
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(REFBOX_SANITIZE)
    target_compile_options(refbox_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(refbox_flags INTERFACE -fsanitize=address,undefined)
endif()
# Most of what a link copies is debug information, into a hundred programs: lld takes a fifth of ld's time for it.
find_program(REFBOX_LLD ld.lld)
if(REFBOX_LLD AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_link_options(refbox_flags INTERFACE -fuse-ld=lld)
endif()

# refbox_room(NAME SOURCES … LINKS … [READ_HEADERS name]): one folder of src/, one static library. A room can only include
# what it links, so that the one-way dependencies of the architecture hold at link time.
function(refbox_room name)
    cmake_parse_arguments(ARG "" "READ_HEADERS" "SOURCES;LINKS" ${ARGN})
    add_library(refbox_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(refbox_${name} PUBLIC refbox_flags ${ARG_LINKS})
    # Rooms hold no QObjects unless they say so: spares a moc run each.
    set_target_properties(refbox_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    if(NOT ARG_READ_HEADERS)
        set(ARG_READ_HEADERS rooms)
    endif()
    if(name IN_LIST optimizedRooms)
        set(ARG_READ_HEADERS optimized)
        target_compile_options(refbox_${name} PRIVATE -O1)
    endif()
    refbox_read_headers(refbox_${name} ${ARG_READ_HEADERS})
endfunction()

# refbox_test(NAME LINKS … [LABELS …] [TIMEOUT s]): one QTest program from NAME.cpp, in the tests' environment.
function(refbox_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;READ_HEADERS" "LINKS;LABELS;SOURCES" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 1500)
    endif()
    # moc by hand: AUTOMOC would compile a file without content for each of a hundred tests.
    set(mocs ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    qt_generate_moc(${name}.cpp ${mocs})
    set(headers ${ARG_SOURCES})
    list(FILTER headers INCLUDE REGEX "[.]h$")
    qt_wrap_cpp(mocs ${headers})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES} ${mocs})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(${name} PRIVATE refbox_flags Qt6::Test ${ARG_LINKS})
    set_target_properties(${name} PROPERTIES
        AUTOMOC OFF AUTOUIC OFF AUTORCC OFF RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(NOT ARG_READ_HEADERS)
        set(ARG_READ_HEADERS rooms)
    endif()
    refbox_read_headers(${name} ${ARG_READ_HEADERS})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC;QT_QPA_PLATFORM=offscreen;XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/tests/cache;REFBOX_BIN=${CMAKE_BINARY_DIR}/bin;REFBOX_SOURCE_DIR=${PROJECT_SOURCE_DIR};ASAN_OPTIONS=detect_leaks=1;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

# refbox_gui_test(NAME …): as refbox_test, for tests of the window's parts; links the gui room and its resources.
function(refbox_gui_test name)
    cmake_parse_arguments(ARG "" "" "LINKS;SOURCES" ${ARGN})
    refbox_test(${name} SOURCES ${ARG_SOURCES} LINKS refbox_gui refbox_icons refbox_templates ${ARG_LINKS}
        LABELS gui READ_HEADERS window)
endfunction()
