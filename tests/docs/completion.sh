#!/bin/bash
# Asks the completion as shells do: completion.sh PROGRAM SOURCE
set -euo pipefail
program=$1
SOURCE=$2
PATH=$(dirname "$program"):$PATH
export LC_ALL=C.UTF-8
unset DUDAO_LANG
bad=0

# expect WANTED WORD …: the names that may stand in place of the last word.
expect() {
    local wanted=$1 found
    shift
    found=$(dudao __complete "$@" | cut -f1 | paste -s -d ' ')
    if [[ $found != "$wanted" ]]; then
        echo "dudao $*: '$found' in place of '$wanted'"
        bad=1
    fi
}

expect 'init inspect issue' i
expect 'import list show edit close history export duplicates' store ''
expect 'list' -C "$SOURCE" --db list store l
expect '--json' rectify plan 7QX2M --j
expect '--urgency --unit-kind --unit-status' issue list --u
expect '--output --ownership' report month 2026-11 --o
expect '--now --no-color' inspect explain --n
expect '' issue list --urgency ''
expect '' store show ''
expect '' unknown ''
expect '--help --header-row' store import --h
dudao __complete st | grep -q $'^store\tStores' || { echo "no meaning beside the name"; bad=1; }
if dudao --help | grep -q __complete; then
    echo "--help shows __complete"
    bad=1
fi

# The bash function, as bash calls it.
source "$SOURCE/apps/dudao/completion/dudao.bash"
COMP_WORDS=(dudao plan ret)
COMP_CWORD=2
_dudao
if [[ ${COMPREPLY[*]} != return ]]; then
    echo "bash: '${COMPREPLY[*]}' in place of 'return'"
    bad=1
fi
exit $bad
