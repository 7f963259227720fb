# Fails when a folder includes what its layer may not. One line per folder: allowed prefixes.
set(base "base/|unicode/|openssl/|gmp\\.h|lemon/")
set(domain "base/|domain/")
set(yaml "base/|domain/|yaml/|yaml-cpp/")
set(exchange "base/|domain/|exchange/|nlohmann/|unicode/|zlib\\.h|expat\\.h")
set(report "base/|domain/|report/|nlohmann/|kainjow/")
set(store "base/|domain/|store/")
set(workflow "base/|domain/|yaml/|exchange/|store/|report/|workflow/")
foreach(layer base domain yaml exchange report store workflow)
    file(GLOB_RECURSE files ${root}/lib/${layer}/*.hpp ${root}/lib/${layer}/*.cpp)
    foreach(file IN LISTS files)
        file(STRINGS ${file} includes REGEX "^#include [\"<].*[./]")
        foreach(include IN LISTS includes)
            if(include MATCHES "^#include <(sys/[a-z]+|fcntl|unistd|dlfcn|termios|poll)\\.h>")
                continue()
            endif()
            if(NOT include MATCHES "^#include [\"<](fmt/|${${layer}})" AND
               NOT (file MATCHES "/store/sqlite\\.cpp$" AND include MATCHES "<sqlite3\\.h>") AND
               NOT (file MATCHES "/exchange/libzip\\.hpp$" AND include MATCHES "<zip\\.h>") AND
               NOT (file MATCHES "/exchange/libical\\.hpp$" AND include MATCHES "<libical/ical\\.h>") AND
               NOT (file MATCHES "/exchange/libxlsxwriter\\.hpp$" AND include MATCHES "<xlsxwriter\\.h>") AND
               NOT (file MATCHES "/store/libpq\\.hpp$" AND include MATCHES "<libpq-fe\\.h>"))
                message(SEND_ERROR "${file}: ${layer}/ may not have ${include}")
            endif()
        endforeach()
    endforeach()
endforeach()

# Public headers of libraries that only one folder knows stay out of its own headers.
file(GLOB_RECURSE headers ${root}/lib/*.hpp)
list(FILTER headers EXCLUDE REGEX "/(store/libpq|report/mustache_page)\\.hpp$")
foreach(file IN LISTS headers)
    file(STRINGS ${file} found REGEX "#include <(unicode|openssl|gmp|lemon|sqlite3|yaml-cpp|nlohmann|kainjow)")
    if(found)
        message(SEND_ERROR "${file}: ${found}")
    endif()
endforeach()

# The outside world enters through Env, Clock and Random, nowhere else.
set(words "std::cout|std::cerr|getenv|::now\\(\\)|random_device|setlocale|locale::global|[^_:.a-z]exit\\(")
file(GLOB_RECURSE files ${root}/lib/*.hpp ${root}/lib/*.cpp)
list(REMOVE_ITEM files ${root}/lib/base/clock.cpp)
foreach(file IN LISTS files)
    file(STRINGS ${file} found REGEX "${words}")
    if(found)
        message(SEND_ERROR "${file}: ${found}")
    endif()
endforeach()

# SQL lives in store/ alone.
file(GLOB_RECURSE files ${root}/lib/*.cpp ${root}/apps/*.cpp)
list(FILTER files EXCLUDE REGEX "/lib/store/")
foreach(file IN LISTS files)
    file(STRINGS ${file} found REGEX "\"(SELECT|INSERT INTO|UPDATE|DELETE FROM) ")
    if(found)
        message(SEND_ERROR "${file}: SQL outside store/: ${found}")
    endif()
endforeach()
