#!/bin/bash
# Compares the man pages with --help: man_pages.sh PROGRAM SOURCE
#     Every noun has its page; every verb of it a line in SYNOPSIS and a part in OPTIONS; every option of
#     a verb stands there, and no other; every page is named in dudao.1.
set -euo pipefail
program=$1
folder=$2/docs/man
PATH=$(dirname "$program"):$PATH
export LC_ALL=C.UTF-8
unset DUDAO_LANG
bad=0

complain() {
    echo "$*"
    bad=1
}

# names_in TITLE: the first words of the lines below a title of --help: names of commands, or the
# options, one a line; names of arguments stand in capitals and are left out.
names_in() {
    awk -v title="$1" '
        $0 == title { inside = 1; next }
        /^$/ { inside = 0 }
        inside && /^  [^ ]/ { n = split($1, names, ","); for (i = 1; i <= n; i++) print names[i] }
    ' | { grep -vE '^[A-Z]+$' || true; } | sort
}

# section PAGE TITLE: the lines of a page below a heading, to the next one of its rank or above. A
# heading may name several: "## day, week".
section() {
    awk -v title="$2" '
        function is_of(heading,   mark, parts, count, n) {
            mark = substr(heading, 1, index(heading, " "))
            count = split(substr(heading, length(mark) + 1), parts, ", ")
            for (n = 1; n <= count; ++n) {
                if (mark parts[n] == title) return 1
            }
            return 0
        }
        /^#+ / && is_of($0) { inside = 1; rank = index(title, " "); next }
        /^#+ / && index($0, " ") <= rank { inside = 0 }
        inside
    ' "$1"
}

# options_in: the options that the lines of a page explain.
options_in() {
    grep -E '^\*-' | grep -oE '\*-[^*]*\*' | tr -d '*' | sort
}

# compare WHERE EXPECTED FOUND: both sorted, a name a line.
compare() {
    local name
    for name in $(comm -23 <(echo "$2") <(echo "$3")); do
        complain "$1: $name is missing"
    done
    for name in $(comm -13 <(echo "$2") <(echo "$3")); do
        complain "$1: $name does not exist"
    done
}

# with_parts NOUN VERB: the verb; of one that has verbs of its own, VERB_PART for each.
with_parts() {
    local parts part
    parts=$(dudao "$1" "$2" --help | names_in Commands:)
    if [[ -z $parts ]]; then
        echo "$2"
    fi
    for part in $parts; do
        echo "$2_$part"
    done
}

without_help() {
    grep -vE '^(-h|--help)$' || true
}

root=$(dudao --help)
compare dudao.1.scd "$(names_in Options: <<<"$root")" \
    "$(section "$folder/dudao.1.scd" '# OPTIONS' | options_in)"

for noun in $(names_in Commands: <<<"$root"); do
    page=$folder/dudao-$noun.1.scd
    name=dudao-$noun.1.scd
    if [[ ! -f $page ]]; then
        complain "$name is missing"
        continue
    fi
    grep -qF "*dudao-$noun*(1)" "$folder/dudao.1.scd" || complain "dudao.1.scd: dudao-$noun is missing"
    help=$(dudao "$noun" --help)
    verbs=$(names_in Commands: <<<"$help")
    if [[ -z $verbs ]]; then
        compare "$name" "$(names_in Options: <<<"$help" | without_help)" \
            "$(section "$page" '# OPTIONS' | options_in || true)"
        continue
    fi
    verbs=$(for verb in $verbs; do with_parts "$noun" "$verb"; done | sort)
    compare "$name, OPTIONS" "$verbs" "$(sed -n 's/^## //p' "$page" | sed 's/, /\n/g' | tr ' ' _ | sort)"
    compare "$name, SYNOPSIS" "$verbs" \
        "$(section "$page" '# SYNOPSIS' | grep -oP "^\*dudao $noun \K[a-z -]+(?=\*)" | tr ' ' _ | sort)"
    for verb in $verbs; do
        read -ra called <<<"${verb//_/ }"
        compare "$name, $verb" "$(dudao "$noun" "${called[@]}" --help | names_in Options: | without_help)" \
            "$(section "$page" "## ${verb//_/ }" | options_in || true)"
    done
done

for page in "$folder"/dudao-*.1.scd; do
    noun=$(basename "$page" .1.scd)
    names_in Commands: <<<"$root" | grep -qx "${noun#dudao-}" || complain "$(basename "$page"): no such command"
    for heading in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
        grep -qx "# $heading" "$page" || complain "$(basename "$page"): no part $heading"
    done
done
exit $bad
