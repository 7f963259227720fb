# What the scripts of the fault campaign share; sourced, with the program's path in $1.
# shellcheck shell=bash disable=SC2034
set -euo pipefail

readonly program=$1
shift
folder=$(mktemp -d /tmp/dudao-fault-XXXXXX)
cleanup=()
finish() {
    local code=$?
    cd /
    for each in "${cleanup[@]}"; do
        eval "$each" || true
    done
    chmod -R u+w "$folder" 2>/dev/null || true
    rm -rf "$folder"
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

export DUDAO_NOW='2026-11-20 09:00' DUDAO_ACTOR=admin DUDAO_SEED=1 DUDAO_DEVICE=fault LC_ALL=C.UTF-8
export LANGUAGE='' XDG_CONFIG_HOME=$folder/config XDG_STATE_HOME=$folder/state
unset DUDAO_DB

dudao() { "$program" "$@"; }
fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# expect CODE COMMAND …: its standard error goes to $folder/errors.
expect() {
    local wanted=$1 code=0
    shift
    "$@" >"$folder/output" 2>"$folder/errors" || code=$?
    [[ $code -eq $wanted ]] || {
        cat "$folder/errors" >&2
        fail "exit code $code where $wanted is right: $*"
    }
}

# A store with people and a checklist of twelve items, in $folder/base.
make_base() {
    local item
    {
        printf 'code: qsc\nversion: "1"\ntitle: 检查表\nsections:\n  - id: A\n    title: 全部\n    items:\n'
        for item in 01 02 03 04 05 06 07 08 09 10 11 12; do
            printf '      - {id: Q%s, text: 检查项 %s, points: 5, issue: {category: execution, urgency: medium}}\n' \
                "$item" "$item"
        done
    } >"$folder/qsc.yaml"
    printf 'code,name,roles\nadmin,管理员,admin;manager;supervisor\nzhang,张三,supervisor\n' >"$folder/people.csv"
    mkdir -p "$folder/base"
    (
        cd "$folder/base"
        export DUDAO_NOW='2026-10-01 09:00'
        dudao init . --name 链 "$@"
        dudao people import "$folder/people.csv"
        dudao checklist publish "$folder/qsc.yaml"
    ) >/dev/null 2>"$folder/errors" || {
        cat "$folder/errors" >&2
        fail "the store to begin with cannot be made"
    }
}

# shops COUNT: a list of shops.
shops() {
    awk -v count="$1" 'BEGIN {
        print "code,name,province,city"
        for (i = 1; i <= count; ++i)
            printf "S%05d,门店 %d,省 %d,市 %d\n", i, i, i % 7, i % 31
    }'
}

# answers SHOPS VISITS: a long list of answers.
answers() {
    awk -v shops="$1" -v visits="$2" 'BEGIN {
        srand(7)
        print "unit,at,inspector,item,answer"
        for (i = 0; i < visits; ++i)
            for (q = 1; q <= 12; ++q)
                printf "S%05d,2026-11-%02d %02d:%02d,zhang,Q%02d,%s\n", i % shops + 1, i % 18 + 1, \
                    9 + int(i / shops) % 9, int(i / shops / 9) % 60, q, rand() < 0.1 ? "F" : "P"
    }'
}

# All that the store in the current folder says, for comparison.
everything() {
    dudao store list --json || [[ $? -eq 1 ]]
    dudao inspect list --json || [[ $? -eq 1 ]]
    dudao issue list --json || [[ $? -eq 1 ]]
    dudao inspect rounds --json || [[ $? -eq 1 ]]
    dudao report month 2026-11 --format json
}
