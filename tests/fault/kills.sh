#!/bin/bash
# Kills the program at random moments: kills.sh DUDAO ENGINE KILLS [SEED]
# After each SIGKILL the store must verify, and doing the work again must end as if nothing had
# happened. KILLS are spread over imports of stores in each kind of file, imports of answers and
# rounds in progress.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/common.sh"

readonly engine=$1 kills=$2
RANDOM=${3:-20261120}
killed=0
tried=0

if [[ $engine == postgres && -z ${DUDAO_TEST_POSTGRES:-} ]]; then
    [[ ${DUDAO_TEST_ENGINES:-} == sqlite ]] && exit 77
    fail "DUDAO_TEST_POSTGRES is not set; run tests/with_postgres.sh ctest …"
fi

# --- a place to work: a copy of the base that nothing has happened to
data_base=fault_$$
url_of() { echo "${DUDAO_TEST_POSTGRES/\/postgres?/\/$1?}"; }
sql() { psql -q -X -d "$DUDAO_TEST_POSTGRES" -c "$1" >/dev/null; }
copy_base() { # FROM TO
    rm -rf "${folder:?}/$2"
    cp -r "$folder/$1" "$folder/$2"
    if [[ $engine == postgres ]]; then
        sql "DROP DATABASE IF EXISTS ${data_base}_$2 WITH (FORCE)"
        sql "CREATE DATABASE ${data_base}_$2 TEMPLATE ${data_base}_$1"
    fi
}
go_to() {
    cd "$folder/$1"
    if [[ $engine == postgres ]]; then
        DUDAO_DB=$(url_of "${data_base}_$1")
        export DUDAO_DB
    fi
}
if [[ $engine == postgres ]]; then
    for name in base stores trial whole; do
        cleanup+=("sql 'DROP DATABASE IF EXISTS ${data_base}_$name WITH (FORCE)'")
    done
    sql "CREATE DATABASE ${data_base}_base"
    DUDAO_DB=$(url_of "${data_base}_base")
    export DUDAO_DB
fi
make_base

# --- the kinds of work; each may be done again until it is done
import_csv() { dudao store import "$folder/stores.csv"; }
import_packed() { dudao store import "$folder/stores.csv.gz"; }
import_jsonl() { dudao store import "$folder/stores.jsonl"; }
import_xlsx() { dudao store import "$folder/stores.xlsx"; }
import_answers() { dudao inspect import "$folder/answers.csv" --checklist qsc; }

# Goes through a round with a key every hundredth of a second; the dialog is in $folder/dialog.
round() {
    local keys=$folder/keys
    rm -f "$keys"
    mkfifo "$keys"
    "$program" inspect start S00001 --checklist qsc <"$keys" >"$folder/dialog" 2>>"$folder/errors" &
    child=$!
    exec 4>"$keys"
    (
        trap '' PIPE
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
            printf 'p' >&4 || exit 0
            sleep 0.01
        done
        printf 'y' >&4
    ) 2>/dev/null &
    typist=$!
    exec 4>&-
}
walk_round() {
    if dudao inspect list --json | grep -q '"inspections":\[{'; then
        return # it was submitted before the kill
    fi
    round
    wait "$typist" || true
    wait "$child"
}

shops 6000 >"$folder/stores.csv"
shops 200 >"$folder/few.csv"
answers 200 4000 >"$folder/answers.csv"
copy_base base stores
(go_to stores && dudao store import "$folder/few.csv" >/dev/null)
gzip -k "$folder/stores.csv"
copy_base base whole
(
    go_to whole
    import_csv
    dudao store export -o "$folder/stores.jsonl"
    dudao store export -o "$folder/stores.xlsx"
) >/dev/null 2>&1 || fail "the lists cannot be made"

microseconds() { echo $(($(date +%s%N) / 1000)); }

# whole WORK BASE: does it undisturbed; its time in $took, what is there before it in
# $folder/WORK.before, what comes of it in $folder/WORK.whole
whole() {
    copy_base "$2" whole
    (go_to whole && everything >"$folder/$1.before")
    local before
    before=$(microseconds)
    (go_to whole && "$1" >/dev/null) || fail "$1 does not work undisturbed"
    took=$(($(microseconds) - before))
    (go_to whole && everything >"$folder/$1.whole")
}

# Kills $child after at most $took and a tenth; counts it when it was still there.
kill_child() {
    local limit=$((took * 11 / 10)) delay
    delay=$(((RANDOM * 32768 + RANDOM) % limit))
    sleep "$(printf '%d.%06d' $((delay / 1000000)) $((delay % 1000000)))"
    if kill -KILL "$child" 2>/dev/null; then
        killed=$((killed + 1))
    fi
    wait "$child" 2>/dev/null || true
}

check_acknowledged() { # every answer that was seen on screen is there
    local seen there
    seen=$(grep -c '^  pass$' "$folder/dialog" || true)
    if dudao inspect list --json | grep -q '"inspections":\[{'; then
        return
    fi
    there=$(dudao inspect start S00001 --checklist qsc </dev/null 2>/dev/null |
        sed -n 's/.* going on, \([0-9]*\) of .*/\1/p')
    [[ ${there:-0} -ge $seen ]] || fail "kill $tried: $seen answers were shown, $there are kept"
}

check_all_or_nothing() { # WORK
    everything >"$folder/trial.all"
    cmp -s "$folder/trial.all" "$folder/$1.before" || cmp -s "$folder/trial.all" "$folder/$1.whole" ||
        fail "kill $tried: a part of $1 is there"
}

# try WORK BASE
try() {
    tried=$((tried + 1))
    copy_base "$2" trial
    (
        go_to trial
        if [[ $1 == walk_round ]]; then
            round
        else
            case $1 in
                import_csv) "$program" store import "$folder/stores.csv" >/dev/null 2>&1 & ;;
                import_packed) "$program" store import "$folder/stores.csv.gz" >/dev/null 2>&1 & ;;
                import_jsonl) "$program" store import "$folder/stores.jsonl" >/dev/null 2>&1 & ;;
                import_xlsx) "$program" store import "$folder/stores.xlsx" >/dev/null 2>&1 & ;;
                import_answers) "$program" inspect import "$folder/answers.csv" --checklist qsc >/dev/null 2>&1 & ;;
            esac
            child=$!
        fi
        killed=0
        kill_child
        expect 0 dudao db verify
        if [[ $1 == walk_round ]]; then
            check_acknowledged
        else
            check_all_or_nothing "$1"
        fi
        "$1" >"$folder/output" 2>&1 || { cat "$folder/output"; fail "kill $tried: $1 cannot be done again"; }
        expect 0 dudao db verify
        everything >"$folder/trial.all"
        cmp "$folder/trial.all" "$folder/$1.whole" || fail "kill $tried: $1 done again ends otherwise"
        [[ $killed -eq 1 ]] && touch "$folder/killed.$tried"
        true
    )
}

for work in 'import_csv base' 'import_packed base' 'import_jsonl base' 'import_xlsx base' \
    'import_answers stores' 'walk_round stores'; do
    read -r what from <<<"$work"
    whole "$what" "$from"
    for ((n = 0; n < (kills + 5) / 6; ++n)); do
        RANDOM=$((${3:-20261120} + n * 7919 + ${#what})) # a subshell draws from a copy of it
        try "$what" "$from"
    done
done
killed=$(find "$folder" -maxdepth 1 -name 'killed.*' | wc -l)
echo "$tried times, $killed of them killed at work"
[[ $killed -ge $((tried / 2)) ]] || fail "too few were killed at work to say anything"
