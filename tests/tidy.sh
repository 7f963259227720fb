#!/bin/bash
# Runs clang-tidy over one source, unless it has passed before: tests/tidy.sh FILE. Which sources have
# passed is remembered by a hash of the settings and of all that the compiler sees of them, comments
# too, in the user's cache. Needs build/tidy configured. Prints what is found.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

readonly file=$1
readonly passed=${XDG_CACHE_HOME:-$HOME/.cache}/dudao/tidy
mkdir -p "$passed"

# The source after the preprocessor, as build/tidy would compile it.
preprocessed() {
    local command
    command=$(jq -r --arg file "$PWD/$file" '.[] | select(.file == $file).command' build/tidy/compile_commands.json)
    (cd build/tidy && eval "$(sed -E 's/ -o [^ ]+ -c / -E -P -CC /' <<<"$command")")
}

key=$({ clang-tidy --version && cat .clang-tidy tests/.clang-tidy && preprocessed; } | sed "s|$PWD||g" | sha256sum | cut -d' ' -f1)
readonly key
if [[ -f $passed/$key ]]; then
    exit 0
fi
code=0
findings=$(timeout 400 clang-tidy -p build/tidy --quiet "$file" 2>/dev/null) || code=$?
if [[ $code -ne 0 ]]; then
    echo "$findings"
    exit "$code"  # 124: it took too long
fi
touch "$passed/$key"
