# Run after a test program was built: writes the file through which ctest learns of its test cases,
# each as "SUITE: CASE" and SUFFIX. Expects program, suffix, arguments, properties and output, and
# perhaps the name of a suite to leave out.
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

set(script "")
foreach(case IN LISTS cases)
    string(REGEX MATCH "name=\"([^\"]*)\" testsuite=\"([^\"]*)\"" ignored "${case}")
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
    string(APPEND script
        "add_test([==[${suite}: ${name}${suffix}]==] [==[${program}]==] ${arguments} "
        "[==[--test-suite=${suite}]==] [==[--test-case=${filter}]==])\n"
        # A filter that matches nothing is no success.
        "set_tests_properties([==[${suite}: ${name}${suffix}]==] PROPERTIES "
        "FAIL_REGULAR_EXPRESSION [==[test cases: +0 ]==] ${properties})\n")
endforeach()
file(WRITE ${output} "${script}")
