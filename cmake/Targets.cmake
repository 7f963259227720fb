# dudao_settings: what every target of ours is compiled with. Never linked PUBLIC.
add_library(dudao_settings INTERFACE)
target_compile_features(dudao_settings INTERFACE cxx_std_20)
target_compile_options(dudao_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wextra-semi
    -Wformat=2 -Wimplicit-fallthrough
    # g++ 12 gives false -Wrestrict under -O2 and above
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast -Wno-restrict>
    $<$<BOOL:${DUDAO_WERROR}>:-Werror>)
if(DUDAO_SANITIZE)
    target_compile_options(dudao_settings INTERFACE
        -fsanitize=${DUDAO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(dudao_settings INTERFACE -fsanitize=${DUDAO_SANITIZE})
endif()

# What most files include, compiled once; whoever adds a header here saves a second only where it is
# used nearly everywhere. The preset tidy goes without, so that each file still includes what it uses.
set(dudao_usual_headers <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map>
    <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <utility> <vector>
    <fmt/format.h>)

# dudao_precompile(TARGET [HEADERS...] [FROM target]): the usual headers and these, compiled once or
# taken from a target that is compiled with the same options.
function(dudao_precompile target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FROM" "")
    if(arg_FROM)
        target_precompile_headers(${target} REUSE_FROM ${arg_FROM})
    else()
        target_precompile_headers(${target} PRIVATE ${dudao_usual_headers} ${arg_UNPARSED_ARGUMENTS})
    endif()
    # The first for ccache; the others since g++ 12 takes the sum of a string and a literal for one
    # that is written past its end when <string> comes precompiled (false, like -Wrestrict above).
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess
        -Wno-array-bounds -Wno-stringop-overflow>)
endfunction()

# dudao_module(NAME SOURCES ... [PUBLIC ...] [PRIVATE ...]): one folder of lib/, as dudao::NAME.
function(dudao_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(dudao_${name} STATIC ${arg_SOURCES})
    add_library(dudao::${name} ALIAS dudao_${name})
    target_include_directories(dudao_${name} PUBLIC ${PROJECT_SOURCE_DIR}/lib)
    target_link_libraries(dudao_${name}
        PUBLIC ${arg_PUBLIC} dudao_lib::fmt
        PRIVATE ${arg_PRIVATE} $<BUILD_INTERFACE:dudao_settings>)
    if(name STREQUAL base)
        dudao_precompile(dudao_base)
    else()
        dudao_precompile(dudao_${name} FROM dudao_base)
    endif()
endfunction()
