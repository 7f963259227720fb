# What the product is built from: packages of Debian 12. Those that every command needs are linked
# statically, since the dynamic linker would take longer than the work (docs/adr/0002).
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(DUDAO_PDF REQUIRED IMPORTED_TARGET pangocairo cairo-pdf librsvg-2.0)

# dudao_static(NAME ARCHIVE HEADER [ARCHIVE_NEEDED ...]): the archive as the target dudao_lib::NAME.
function(dudao_static name archive header)
    find_library(DUDAO_${name}_ARCHIVE ${archive} REQUIRED)
    find_path(DUDAO_${name}_INCLUDE ${header} REQUIRED)
    add_library(dudao_lib::${name} INTERFACE IMPORTED)
    target_include_directories(dudao_lib::${name} SYSTEM INTERFACE ${DUDAO_${name}_INCLUDE})
    target_link_libraries(dudao_lib::${name} INTERFACE ${DUDAO_${name}_ARCHIVE} ${ARGN})
endfunction()

dudao_static(sqlite libsqlite3.a sqlite3.h ${CMAKE_DL_LIBS} Threads::Threads m)
dudao_static(yaml libyaml-cpp.a yaml-cpp/yaml.h)
dudao_static(crypto libcrypto.a openssl/sha.h ${CMAKE_DL_LIBS} Threads::Threads)
dudao_static(zlib libz.a zlib.h)
dudao_static(expat libexpat.a expat.h m)
dudao_static(gmp libgmp.a gmp.h)
dudao_static(icu_data libicudata.a unicode/uchar.h)
dudao_static(icu_common libicuuc.a unicode/uchar.h dudao_lib::icu_data ${CMAKE_DL_LIBS} Threads::Threads)
dudao_static(icu libicui18n.a unicode/timezone.h dudao_lib::icu_common)

# Its headers; lib/base/format.cpp holds what they declare.
find_path(DUDAO_FMT_INCLUDE fmt/format-inl.h REQUIRED)
add_library(dudao_lib::fmt INTERFACE IMPORTED)
target_include_directories(dudao_lib::fmt SYSTEM INTERFACE ${DUDAO_FMT_INCLUDE})

# Headers only: libpq itself is opened when a postgresql:// URL asks for it.
find_path(DUDAO_LIBPQ_INCLUDE libpq-fe.h PATH_SUFFIXES postgresql REQUIRED)
add_library(dudao_lib::libpq_headers INTERFACE IMPORTED)
target_include_directories(dudao_lib::libpq_headers SYSTEM INTERFACE ${DUDAO_LIBPQ_INCLUDE})
# So is libzip when a workbook is read.
find_path(DUDAO_LIBZIP_INCLUDE zip.h REQUIRED)
add_library(dudao_lib::libzip_headers INTERFACE IMPORTED)
target_include_directories(dudao_lib::libzip_headers SYSTEM INTERFACE ${DUDAO_LIBZIP_INCLUDE})
# And libxlsxwriter when one is written.
find_path(DUDAO_LIBXLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
add_library(dudao_lib::libxlsxwriter_headers INTERFACE IMPORTED)
target_include_directories(dudao_lib::libxlsxwriter_headers SYSTEM INTERFACE ${DUDAO_LIBXLSXWRITER_INCLUDE})
# And libical when the first recurrence is expanded.
find_path(DUDAO_LIBICAL_INCLUDE libical/ical.h REQUIRED)
add_library(dudao_lib::libical_headers INTERFACE IMPORTED)
target_include_directories(dudao_lib::libical_headers SYSTEM INTERFACE ${DUDAO_LIBICAL_INCLUDE})
# LEMON is templates: lib/base/flow.cpp takes what it needs.
find_path(DUDAO_LEMON_INCLUDE lemon/network_simplex.h REQUIRED)
add_library(dudao_lib::lemon INTERFACE IMPORTED)
target_include_directories(dudao_lib::lemon SYSTEM INTERFACE ${DUDAO_LEMON_INCLUDE})
find_path(DUDAO_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
add_library(dudao_lib::mustache INTERFACE IMPORTED)
target_include_directories(dudao_lib::mustache SYSTEM INTERFACE ${DUDAO_MUSTACHE_INCLUDE})
