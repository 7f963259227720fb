#!/bin/bash
# Installs what the tests need, builds, and runs them: the release build with all tests on SQLite and
# PostgreSQL, then AddressSanitizer and UBSan over unit and store tests, clang-format, and clang-tidy,
# what changed last first, as far as it gets. With --all: tidy (whose findings fail only this one) and
# sanitizers over everything, and the fault campaign. May be run again; failures show in the end, too.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
source cmake/packages.sh

all=false
for argument in "$@"; do
    case $argument in
        --all) all=true ;;
        *)
            sed -n '2,5s/^# //p' "$0"
            exit 2
            ;;
    esac
done

readonly jobs=${DUDAO_JOBS:-$(nproc)}
# What was compiled in another folder need not be compiled again.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=true CCACHE_SLOPPINESS=pch_defines,time_macros
readonly test_timeout=180     # seconds for one test
readonly tidy_until=800    # seconds from the start: clang-tidy without --all begins no file later
failed=()
child=

echo "tests/run.sh: installs what is missing, builds, tests on SQLite and PostgreSQL, checks the style"

# Long commands run beside the shell as groups of their own, so that a signal ends them and us at
# once.
step() {
    local code=0
    set -m
    "$@" &
    child=$!
    set +m
    wait "$child" || code=$?
    child=
    return "$code"
}
stop() {
    trap - INT TERM HUP
    if [[ -n $child ]]; then
        kill -TERM -- "-$child" 2>/dev/null
        wait "$child" 2>/dev/null
    fi
    exit "$1"
}
trap 'stop 130' INT
trap 'stop 143' TERM HUP

say() {
    printf '\n== %s (%d:%02d)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60))
}
fail() {
    echo "FAILED: $1"
    failed+=("$1")
}

# configure PRESET [OPTION ...]
configure() {
    local launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    cmake --preset "$1" "${launcher[@]}" "${@:2}" >"build/$1.log" 2>&1 || {
        cat "build/$1.log"
        return 1
    }
}

# build PRESET [TARGET ...]: where it fails nothing else of interest can follow.
build() {
    say "build: $1"
    local targets=()
    if [[ $# -gt 1 ]]; then
        targets=(--target "${@:2}")
    fi
    if ! configure "$1" || ! step cmake --build "build/$1" "${targets[@]}" -j "$jobs" -- -k 0; then
        fail "build $1"
        exit 1
    fi
}

# run_tests PRESET [CTEST-OPTION ...]: the output stays in build/PRESET.tests. The tests share
# nothing, so as many run at once as there are processors.
run_tests() {
    say "tests: $1"
    step show_tests "$@"
}
show_tests() {
    # Tests that passed are not worth a line each.
    tests/with_postgres.sh ctest --test-dir "build/$1" --output-on-failure --no-tests=error \
        --timeout "$test_timeout" -j "$jobs" "${@:2}" 2>&1 | tee "build/$1.tests" |
        grep --line-buffered -v -E '^ *[0-9]+/[0-9]+ Test +#.* Passed |^ +Start +[0-9]+:'
    return "${PIPESTATUS[0]}"
}

# ctest's own words at the end of its output.
summary() {
    sed -n '/tests passed, .* tests failed out of/,$p' "build/$1.tests"
}

# Sources that git knows or would add; without git all that are there.
sources() {
    git ls-files --cached --others --exclude-standard -- '*.cpp' '*.hpp' 2>/dev/null ||
        find apps examples lib tests -name '*.[ch]pp'
}

check_format() {
    say "format"
    local files
    mapfile -t files < <(sources | while read -r file; do [[ -f $file ]] && echo "$file"; done)
    if ! clang-format --dry-run --Werror "${files[@]}"; then
        fail "format (mend it with: clang-format -i FILES)"
    fi
}

# All sources, what changed last first.
newest_first() {
    {
        git diff --name-only HEAD
        git log --name-only --pretty=format:
    } 2>/dev/null
    sources
}

# The sources to be tidied: those that the build knows. A header stands for the source beside it.
files_to_tidy() {
    newest_first |
        sed -n -E 's/^((apps|examples|lib|tests)\/.*)\.(cpp|hpp)$/\1.cpp/p' | awk '!seen[$0]++' |
        while read -r file; do
            if grep -q -F "\"file\": \"$PWD/$file\"" build/tidy/compile_commands.json; then
                echo "$file"
            fi
        done
}

# Called for each file by xargs: leaves it to --all when the time is up, for this file or for all.
tidy_one() {
    local code=124
    if [[ $(date +%s) -lt $TIDY_DEADLINE ]]; then
        code=0
        tests/tidy.sh "$1" || code=$?
    fi
    case $code in
        0) ;;
        124) echo "$1" >>build/tidy/left ;;
        *) echo "$1" >>build/tidy/bad ;;
    esac
}

check_tidy() {
    say "clang-tidy"
    if ! configure tidy -DCMAKE_CXX_CLANG_TIDY=; then
        fail "configure tidy"
        return
    fi
    rm -f build/tidy/left build/tidy/bad
    TIDY_DEADLINE=$(($(date +%s) - SECONDS + ($($all && echo 86400 || echo "$tidy_until"))))
    export TIDY_DEADLINE
    export -f tidy_one
    files_to_tidy >build/tidy/files
    step xargs -a build/tidy/files -r -P "$jobs" -I{} bash -c 'tidy_one {}'
    touch build/tidy/left
    echo "$(($(wc -l <build/tidy/files) - $(wc -l <build/tidy/left))) files checked"
    if [[ -s build/tidy/left ]]; then
        echo "left for tests/run.sh --all, since the time was up:"
        sed 's/^/    /' build/tidy/left
        if $all; then
            fail "clang-tidy did not end"
        fi
    fi
    if [[ -s build/tidy/bad ]]; then
        # How far a run gets depends on the machine, so that only the whole one is the judge.
        if $all; then
            fail "clang-tidy: $(paste -s -d ' ' build/tidy/bad)"
        else
            echo "to be mended: $(paste -s -d ' ' build/tidy/bad)"
        fi
    fi
}

install_packages build test || exit 1
mkdir -p build

check_format

build release
release=0
if $all; then
    run_tests release || release=$?
else
    run_tests release -LE fault || release=$?
fi
if [[ $release -ne 0 ]]; then
    fail "tests of the release build"
fi

if $all; then
    build san
else
    build san checked
fi
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
if $all; then
    run_tests san -LE fault || fail "tests under sanitizers"
else
    # The store's own tests run on both engines here, the workflows above them on SQLite.
    run_tests san -L '^(unit|property|store|workflow|fuzz)$' -E '^workflow/.*/postgres$' ||
        fail "tests under sanitizers"
fi

check_tidy

say "summary"
for each in "${failed[@]}"; do
    echo "FAILED: $each"
done
summary release
if [[ $release -ne 0 ]]; then
    exit "$release"
fi
[[ ${#failed[@]} -eq 0 ]]
