#!/bin/bash
# Runs the examples of a page for people: run_examples.sh PROGRAM SOURCE PAGE
#     In Markdown the blocks marked sh are run, and those marked sql are given to sqlite3 and must find
#     something; in man pages (scdoc) all blocks are run. All blocks of a page run in one shell, in a
#     workspace of three shops; the README makes it itself. Every command must succeed.
set -euo pipefail
program=$1
SOURCE=$2
page=$3
PATH=$(dirname "$program"):$PATH
source "$SOURCE/tests/docs/workspace.sh"

# The page as a script: what is no example becomes an empty line, so that line numbers stay.
case $page in
    *.scd) sh_begins='^```$' ;;
    *) sh_begins='^```sh$' ;;
esac
awk -v sh_begins="$sh_begins" '
    !inside && $0 ~ sh_begins { inside = "sh"; print ""; found = 1; next }
    !inside && /^```sql$/ { inside = "sql"; print "sqlite3 -bail dudao.db <<\"SQL\" | grep ."; found = 1; next }
    !inside && /^```/ { inside = "text"; print ""; next }
    inside && /^```$/ { print inside == "sql" ? "SQL" : ""; inside = ""; next }
    { print inside == "sh" || inside == "sql" ? $0 : "" }
    END { exit !found }
' "$page" >"$scratch/page.sh" || {
    echo "$page: no examples"
    exit 1
}

if [[ $page != "$SOURCE/README.md" ]]; then
    make_workspace >/dev/null
fi
if ! bash -c '
    set -Eeuo pipefail
    trap '\''echo "$1:$LINENO: failed: $BASH_COMMAND"'\'' ERR
    source "$2"
' - "$page" "$scratch/page.sh" </dev/null >"$scratch/output" 2>&1; then
    cat "$scratch/output"
    exit 1
fi
