# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Headers of libraries that are read once for many targets: seven tenths of compiling a file here would be reading
# them. Each source still includes what it uses; packaging/check-includes.sh finds where it does not.

# Read headers fit only what is compiled as they were: libraries and programs alike.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC})

# refbox_headers(NAME LINKS … HEADERS … [OPTIONS …]): a set of headers, for refbox_read_headers.
function(refbox_headers name)
    cmake_parse_arguments(ARG "" "" "LINKS;HEADERS;OPTIONS" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// A target needs a source.\n")
    add_library(refbox_headers_${name} OBJECT ${source})
    target_link_libraries(refbox_headers_${name} PRIVATE refbox_flags ${ARG_LINKS})
    target_compile_options(refbox_headers_${name} PRIVATE ${ARG_OPTIONS})
    list(TRANSFORM ARG_HEADERS REPLACE "(.+)" "<\\1>")
    target_precompile_headers(refbox_headers_${name} PRIVATE ${ARG_HEADERS})
    set_target_properties(refbox_headers_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
endfunction()

# refbox_read_headers(TARGET NAME): the target's sources start with the headers of that set.
function(refbox_read_headers target name)
    target_precompile_headers(${target} REUSE_FROM refbox_headers_${name})
endfunction()

# Not QtTest, whose content depends on the test. QtCore: tests name many of its classes, and so does QtTest.
set(commonHeaders
    algorithm array atomic cerrno chrono cmath cstdint cstdlib cstring filesystem fstream functional limits map memory
    mutex optional random set span string string_view thread unordered_map utility vector
    fcntl.h sys/stat.h unistd.h)
refbox_headers(rooms LINKS Qt6::Core HEADERS ${commonHeaders} QtCore)
# With sanitizers, what turns trees into bytes and back takes too long when it is not optimised; optimising the rest
# would take longer than its tests.
if(REFBOX_SANITIZE)
    set(optimizedRooms jobs tree formats)
    refbox_headers(optimized LINKS Qt6::Core HEADERS ${commonHeaders} QtCore OPTIONS -O1)
endif()
if(REFBOX_BUILD_GUI)
    refbox_headers(window LINKS Qt6::Widgets HEADERS ${commonHeaders} QtCore QtWidgets)
endif()
