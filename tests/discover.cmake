# Run after a test program was built: writes the file through which ctest learns of its test cases,
# each as "SUITE: CASE" and SUFFIX or, where by_suite says so, "SUITE" and SUFFIX. Expects program,
# suffix, arguments, properties, by_suite and output, and perhaps the name of a suite to leave out.
cmake_policy(VERSION 3.25)
execute_process(COMMAND ${program} --list-test-cases --reporters=xml
    OUTPUT_VARIABLE listed RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "${program} does not list its test cases (${failed}):\n${listed}")
endif()

# Brackets and semicolons would change how CMake splits the lines.
foreach(pair "[|@open@" "]|@close@" ";|@semicolon@" "\\|@backslash@")
    string(REGEX MATCH "^(.)[|](.+)$" ignored "${pair}")
    string(REPLACE "${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" listed "${listed}")
endforeach()
string(REGEX MATCHALL "<TestCase [^\n]+" cases "${listed}")

if(NOT cases)
    message(FATAL_ERROR "${program} has no test cases")
endif()
set(script "")
set(tests "")
foreach(case IN LISTS cases)
    if(NOT case MATCHES "name=\"([^\"]*)\" testsuite=\"([^\"]*)\"")
        message(FATAL_ERROR "${program} has a test case outside of any TEST_SUITE: ${case}")
    endif()
    set(name "${CMAKE_MATCH_1}")
    set(suite "${CMAKE_MATCH_2}")
    if(suite STREQUAL "${without}")
        continue()
    endif()
    foreach(pair "&lt\@semicolon@|<" "&gt\@semicolon@|>" "&quot\@semicolon@|\"" "&amp\@semicolon@|&"
            "@open@|[" "@close@|]" "@semicolon@|\;" "@backslash@|\\")
        string(REGEX MATCH "^(.+)[|](.+)$" ignored "${pair}")
        string(REPLACE "${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" name "${name}")
    endforeach()
    string(REPLACE "," "\\," filter "${name}")  # doctest splits filters at commas
    set(test "${suite}: ${name}${suffix}")
    set(only "[==[--test-case=${filter}]==]")
    if(by_suite)
        set(test "${suite}${suffix}")
        set(only "")
        if(test IN_LIST tests)
            continue()
        endif()
    endif()
    list(APPEND tests "${test}")
    string(APPEND script
        "add_test([==[${test}]==] [==[${program}]==] ${arguments} "
        "[==[--test-suite=${suite}]==] ${only})\n"
        # A filter that matches nothing is no success.
        "set_tests_properties([==[${test}]==] PROPERTIES "
        "FAIL_REGULAR_EXPRESSION [==[test cases: +0 ]==] ${properties})\n")
endforeach()
file(WRITE ${output} "${script}")
