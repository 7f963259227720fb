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

# dudao_module(NAME SOURCES ... [PUBLIC ...] [PRIVATE ...]): one folder of lib/, as dudao::NAME.
function(dudao_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(dudao_${name} STATIC ${arg_SOURCES})
    add_library(dudao::${name} ALIAS dudao_${name})
    target_include_directories(dudao_${name} PUBLIC ${PROJECT_SOURCE_DIR}/lib)
    target_link_libraries(dudao_${name}
        PUBLIC ${arg_PUBLIC} dudao_lib::fmt
        PRIVATE ${arg_PRIVATE} $<BUILD_INTERFACE:dudao_settings>)
endfunction()
