#!/bin/bash
# Full disks, folders that may not be written to, locks and journals left behind: places.sh DUDAO
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/common.sh"

make_base
shops 30000 >"$folder/stores.csv"
shops 5 >"$folder/few.csv"
gzip -k "$folder/stores.csv"
copy_base() {
    chmod -R u+w "$folder/trial" 2>/dev/null || true
    rm -rf "$folder/trial"
    cp -r "$folder/base" "$folder/trial"
    cd "$folder/trial"
}
stderr_has() { grep -q -F -- "$1" "$folder/errors" || { cat "$folder/errors" >&2; fail "$2: no '$1' on standard error"; }; }
sum() { sha256sum <dudao.db; }
says() { echo "ok: $*"; }

# --- the same list in every kind of file
copy_base
dudao store import "$folder/stores.csv" >/dev/null 2>&1
for kind in jsonl json xlsx; do
    dudao store export -o "$folder/stores.$kind" 2>/dev/null
done

# --- the disk is full in the middle of an import
copy_base
before=$(sum)
limit=$(($(stat -c %s dudao.db) / 1024 + 200))
expect 6 bash -c "ulimit -f $limit; exec '$program' store import '$folder/stores.csv'"
stderr_has 'failed: disk I/O error' 'a file that may not grow'
[[ $(sum) == "$before" ]] || fail "a full disk changed the store"
expect 0 dudao db verify
expect 0 dudao store import "$folder/stores.csv"
expect 0 dudao db verify
says "a file that may not grow"

if [[ $EUID -eq 0 ]] && mkdir -p "$folder/small" && mount -t tmpfs -o size=1m tmpfs "$folder/small" 2>/dev/null; then
    cleanup+=("umount '$folder/small'")
    cp -r "$folder/base/." "$folder/small/"
    cd "$folder/small"
    before=$(sum)
    for kind in csv csv.gz jsonl json xlsx; do
        expect 6 dudao store import "$folder/stores.$kind"
        stderr_has 'full' "a small disk, $kind"
        expect 0 dudao db verify
        [[ $(sum) == "$before" ]] || fail "a small disk changed the store, $kind"
    done
    # A list of which no more than a part has room leaves nothing behind.
    expect 6 dudao --db "$folder/trial/dudao.db" store export -o stores.csv
    stderr_has 'cannot be written' 'a list on a small disk'
    [[ $(find . -name '*stores*' | wc -l) -eq 0 ]] || fail "half a list is there"
    # Nor does one whose temporary files have none, though the library that writes them does not look.
    TMPDIR=$folder/small expect 6 dudao --db "$folder/trial/dudao.db" store export -o "$folder/cut.xlsx"
    stderr_has 'cannot be written' 'a workbook with a small disk for its temporary files'
    [[ ! -e $folder/cut.xlsx ]] || fail "half a workbook is there"
    cd "$folder"
    umount "$folder/small"
    cleanup=()
    says "a small disk"
else
    says "left out, since nothing can be mounted here: a small disk"
fi

# --- another process holds the store: its import waits for the rest of its list
copy_base
mkfifo list
"$program" store import list >first 2>&1 &
first=$!
exec 5>list
head -3 "$folder/few.csv" >&5
for _ in $(seq 100); do
    [[ -e dudao.db-journal ]] && break
    sleep 0.05
done
[[ -e dudao.db-journal ]] || fail "the first import does not hold the store"
printf 'code,name\nnew,新人\n' >people.csv
"$program" people import people.csv >second 2>second.errors 5>&- &
second=$!
for _ in $(seq 80); do
    grep -qs 'waiting for' second.errors && break
    sleep 0.05
done
grep -q 'waiting for' second.errors || fail "who waits does not say so"
sed -n '4,$p' "$folder/few.csv" >&5
exec 5>&-
wait "$first" || fail "the first import fails"
wait "$second" || fail "the second import fails: $(cat second.errors)"
expect 0 dudao db verify
[[ $(dudao store list --json | grep -o '"code":"S0' | wc -l) -eq 5 ]] || fail "the first import lost rows"
dudao people list --json | grep -q '"code":"new"' || fail "the second import lost rows"
says "a store that another process holds"

# --- reading changes nothing, to the byte
dudao store import "$folder/stores.csv" >/dev/null 2>&1
before=$(sum)
for command in 'store list' 'store show S00001' 'people list' 'checklist list' 'checklist show qsc' \
    'issue list' 'inspect list' 'inspect rounds' 'plan list' 'report month 2026-11' 'db verify'; do
    # shellcheck disable=SC2086
    dudao $command >/dev/null 2>&1 || [[ $? -eq 1 ]] || fail "$command fails"
    [[ $(sum) == "$before" ]] || fail "$command changed the store"
    [[ ! -e dudao.db-journal ]] || fail "$command leaves a journal"
done
says "reading commands"

# --- a folder that may not be written to; root may write anywhere
as_nobody() {
    if [[ $EUID -eq 0 ]]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
chmod 755 "$folder"
if ! as_nobody test -x "$program" || ! as_nobody cat "$folder/trial/dudao.yaml" >/dev/null; then
    says "left out, since another user cannot run the program here: folders that may not be written to"
    exit 0
fi
chmod a-w dudao.db .
expect 0 as_nobody "$program" store list
expect 0 as_nobody "$program" db verify
expect 6 as_nobody "$program" store import "$folder/few.csv"
[[ $(sum) == "$before" ]] || fail "a store was changed where that is not permitted"
says "a folder that may not be written to"

# --- a journal that a killed process left: hot from when the import has to write to the store
copy_base
shops 600000 >"$folder/many.csv"
"$program" store import "$folder/many.csv" >/dev/null 2>&1 &
first=$!
is_hot() { [[ $(head -c 1 dudao.db-journal 2>/dev/null | od -An -tu1) -eq 217 ]]; }
while ! is_hot 2>/dev/null && kill -0 "$first" 2>/dev/null; do
    sleep 0.02
done
kill -KILL "$first" 2>/dev/null || true
wait "$first" 2>/dev/null || true
is_hot || fail "no journal was left"
chmod -R a+rX .
chmod a-w dudao.db dudao.db-journal .
expect 6 as_nobody "$program" store list
stderr_has 'may not be written' 'a journal that was left behind'
chmod u+w dudao.db dudao.db-journal .
expect 0 dudao db verify
[[ ! -e dudao.db-journal ]] || fail "the journal is still there"
[[ $(dudao store list --json | grep -c '"code":"S0') -eq 0 ]] || fail "half an import is there"
says "a journal that was left behind"
