#!/bin/bash
# Prints how fast dudao is and how much room it takes, beside what must hold and what is aimed at:
#     tests/bench/run.sh [--keep FOLDER] [--pairs N] [start|import|wide|stores|restores|export|xlsx|postgres|size|memory|report|history|assign|score ...]
# Without names: all of them. The two years of visits behind the last two take half an hour to make
# and 7 GB; with --keep they stay in FOLDER and are used again. README.md beside this says more.
set -euo pipefail
cd "$(dirname "$0")/../.."
source cmake/packages.sh

keep=
pairs=5
figures=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --keep) keep=$2 && shift ;;
        --pairs) pairs=$2 && shift ;;
        start | import | wide | stores | restores | export | xlsx | postgres | size | memory | report | history | assign | score) figures+=("$1") ;;
        *)
            sed -n '2,5s/^# //p' "$0"
            exit 2
            ;;
    esac
    shift
done
[[ ${#figures[@]} -gt 0 ]] || figures=(start import wide stores restores export xlsx postgres size memory report history assign score)

install_packages build
for program in sqlite3 valgrind xlsx2csv psql; do
    command -v "$program" >/dev/null || { echo "run.sh: $program is missing" >&2 && exit 1; }
done
mkdir -p build
if ! { cmake --preset release && cmake --build build/release --target dudao bench; } >build/bench.log 2>&1; then
    tail -40 build/bench.log
    exit 1
fi
readonly dudao=$PWD/build/release/apps/dudao bin=$PWD/build/release/tests
temporary=$(mktemp -d "${TMPDIR:-/tmp}/dudao-bench.XXXXXX")
trap 'rm -rf "$temporary"' EXIT
keep=$(realpath -m "${keep:-$temporary}")
mkdir -p "$keep"
cd "$temporary"
# Fixed, so that each run makes the same store.
export DUDAO_SEED=1 DUDAO_DEVICE=BENCH DUDAO_LANG=en DUDAO_ACTOR=admin
export DUDAO_NOW=2024-10-15T09:00
unset DUDAO_DB

before=true  # what ratio() runs before each run
readonly peer_start="sqlite3 started.db 'select 1'"

# month N: the month with this number, as in 2024-11.
month() {
    date -d "2024-11-01 +$1 months" +%Y-%m
}
# in_store FILE COMMAND ...
in_store() {
    "$dudao" -q -C "$temporary/shop" --db "$(realpath "$1")" "${@:2}"
}

# What every figure begins with: 50,000 stores, 500 people, a checklist of 60 items.
prepare() {
    "$dudao" -q init "$temporary/shop" >/dev/null
    cp shop/dudao.db empty.db
    "$bin/bench_data" people >people.csv
    "$bin/bench_data" stores 50000 >stores.csv
    "$bin/bench_data" checklist >bench.yaml
    {
        "$dudao" -q -C "$temporary/shop" people import "$temporary/people.csv"
        "$dudao" -q -C "$temporary/shop" store import "$temporary/stores.csv"
        "$dudao" -q -C "$temporary/shop" checklist publish "$temporary/bench.yaml"
    } >/dev/null
    mv shop/dudao.db base.db
}

# A month of answers, a row each, in long.csv.
answers() {
    if [[ ! -f long.csv ]]; then
        "$bin/bench_data" long 0 >long.csv
    fi
}

# line NAME MUST AIM FIGURE
line() {
    printf '%-44s must %-6s aim %-6s %s\n' "$1" "$2" "$3" "$4"
}
# ratio NAME MUST AIM PAIRS OURS PEER: both run in turn, each after $before.
ratio() {
    BENCH_BEFORE=$before "$bin/bench_pair" "$4" "$5" "$6" >pairs.txt
    line "$1" "$2" "$3" "$(sed -n 's/^A.B wall //p' pairs.txt)"
    sed -e 's/^A\/B wall.*//; s/^/    /; /^ *$/d' pairs.txt
}

start() {
    cp base.db started.db
    "$bin/bench_data" wide 0 | sed -n 1,4801p >few.csv
    DUDAO_NOW=2024-12-02T09:00 in_store started.db inspect import "$temporary/few.csv" --checklist bench >/dev/null
    echo "$(sqlite3 started.db 'select count(*) from issue') issues"
    ratio 'dudao --version / sqlite3 "select 1"' 2.0 1.3 $((pairs * 5)) "$dudao --version" "$peer_start"
    ratio 'issue list --limit 50 / sqlite3 "select 1"' 2.0 1.3 $((pairs * 5)) \
        "$dudao -q -C $temporary/shop --db $temporary/started.db issue list --limit 50" "$peer_start"
}

import() {
    answers
    echo '.import --csv long.csv answer' >import.sql
    before='rm -f peer.db; cp base.db imported.db'
    ratio 'inspect import / sqlite3 .import' 0.4 0.25 \
        "$pairs" "$dudao -q -C $temporary/shop --db $temporary/imported.db --now 2024-12-02T09:00 inspect import $temporary/long.csv --checklist bench" \
        'sqlite3 peer.db <import.sql'
    before=true
    rm -f peer.db
}

# The same visits, a row each, and a row an answer.
wide() {
    answers
    "$bin/bench_data" wide 0 >wide.csv
    before='cp base.db imported.db'
    local ours="$dudao -q -C $temporary/shop --db $temporary/imported.db --now 2024-12-02T09:00 inspect import $temporary"
    ratio 'inspect import, wide / long' 0.5 0.3 "$pairs" "$ours/wide.csv --checklist bench" "$ours/long.csv --checklist bench"
    before=true
}

# A million stores, codes in no order, in many.csv; the same with 1 % changed in moved.csv. The peers
# keep them in a table without types, or through another one in a table with types and indexes.
many() {
    if [[ -f many.csv ]]; then
        return
    fi
    "$bin/bench_data" stores 1000000 >many.csv
    "$bin/bench_data" moved 1000000 >moved.csv
    local columns=code,name,region,city,address,lat,lon,phone,opened_on,status,ownership,tags
    echo '.import --csv many.csv store' >untyped.sql
    echo "CREATE TABLE store(id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, region TEXT,
        city TEXT, address TEXT, lat REAL, lon REAL, phone TEXT, opened_on TEXT, status TEXT NOT NULL, ownership TEXT,
        tags TEXT); CREATE INDEX store_area ON store(region, city); CREATE INDEX store_owner ON store(ownership);
        CREATE INDEX store_status ON store(status);" >table.sql
    local file
    for file in many moved; do
        printf '%s\n' "CREATE TEMP TABLE stage($columns);" '.mode csv' \
            ".import --skip 1 --schema temp $file.csv stage" \
            "INSERT INTO store($columns) SELECT * FROM stage WHERE true ON CONFLICT(code) DO UPDATE SET
            $(sed 's/^code,//; s/[a-z_]*/&=excluded.&/g' <<<"$columns");" >upsert_$file.sql
    done
}
# import_of FILE: the command for the import of these stores.
import_of() {
    echo "$dudao -q -C $temporary/shop --db $temporary/imported.db store import $temporary/$1.csv"
}

stores() {
    many
    before='rm -f peer.db; cp empty.db imported.db'
    ratio 'store import / sqlite3 .import' 1.8 1.4 "$pairs" "$(import_of many)" 'sqlite3 peer.db <untyped.sql'
    ratio 'store import / SQL staging and three indexes' 0.65 0.45 "$pairs" "$(import_of many)" \
        'cat table.sql upsert_many.sql | sqlite3 peer.db'
    before=true
}

restores() {
    many
    cp empty.db imported.db
    $(import_of many) >/dev/null
    mv imported.db many.db
    rm -f typed.db
    cat table.sql upsert_many.sql | sqlite3 typed.db
    before='cp many.db imported.db; cp typed.db peer.db'
    ratio 'store import, 1 % changed / SQL upsert' 0.5 0.3 "$pairs" "$(import_of moved)" 'sqlite3 peer.db <upsert_moved.sql'
    before=true
}

export_() {
    many
    cp empty.db imported.db
    $(import_of many) >/dev/null
    rm -f peer.db
    sqlite3 peer.db <untyped.sql
    local ours="$dudao -q -C $temporary/shop --db $temporary/imported.db store export -o $temporary/ours --format"
    ratio 'store export, CSV / sqlite3 -csv' 0.9 0.6 "$pairs" "$ours csv" "sqlite3 -csv peer.db 'SELECT * FROM store' >peer"
    ratio 'store export, JSON / sqlite3 -json' 0.9 0.6 "$pairs" "$ours json" \
        "sqlite3 -json peer.db 'SELECT * FROM store' >peer"
}

# Workbooks of openpyxl's, which writes the same cells row by row; its Python and xlsx2csv's are Debian's.
xlsx() {
    "$bin/bench_data" stores 200000 >sheet.csv
    cat >workbook.py <<'PYTHON'
import csv, sys
import openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
with open(sys.argv[1], newline="") as file:
    for row in csv.reader(file):
        sheet.append(row)
book.save(sys.argv[2])
PYTHON
    /usr/bin/python3 workbook.py sheet.csv sheet.xlsx
    before='cp empty.db imported.db'
    ratio 'store import of a workbook / xlsx2csv' 1.0 0.3 "$pairs" \
        "$dudao -q -C $temporary/shop --db $temporary/imported.db store import $temporary/sheet.xlsx" \
        'xlsx2csv sheet.xlsx peer.csv'
    before=true
    head -100001 sheet.csv >half.csv
    cp empty.db exported.db
    in_store exported.db store import "$temporary/half.csv" >/dev/null
    ratio 'store export of a workbook / openpyxl write-only' 0.3 0.25 "$pairs" \
        "$dudao -q -C $temporary/shop --db $temporary/exported.db store export -o $temporary/ours.xlsx" \
        '/usr/bin/python3 workbook.py half.csv peer.xlsx'
}

# The same server, the same table with types and indexes that the peer of `stores` has.
postgres() {
    if [[ -z ${DUDAO_TEST_POSTGRES:-} ]]; then
        echo 'run.sh: postgres needs a server: tests/with_postgres.sh tests/bench/run.sh postgres' >&2
        exit 1
    fi
    many
    local columns=code,name,region,city,address,lat,lon,phone,opened_on,status,ownership,tags
    local server=${DUDAO_TEST_POSTGRES/\/postgres?/\/bench?}
    {
        echo 'DROP TABLE IF EXISTS store;'
        sed -e 's/id INTEGER PRIMARY KEY/id bigserial PRIMARY KEY/; s/REAL/double precision/g' table.sql
        echo "\\copy store($columns) FROM '$temporary/many.csv' CSV HEADER"
    } >copy.sql
    cat >fresh.sh <<SHELL
set -e
psql -q -X -d '$DUDAO_TEST_POSTGRES' -c 'DROP DATABASE IF EXISTS bench WITH (FORCE)' -c 'CREATE DATABASE bench'
rm -rf pg-shop
$dudao -q init pg-shop --db '$server' >/dev/null
SHELL
    sh fresh.sh
    before='sh fresh.sh'
    ratio 'store import into PostgreSQL / psql \copy' 1.5 1.2 "$pairs" \
        "$dudao -q -C $temporary/pg-shop store import $temporary/many.csv" \
        "psql -q -X -d '$server' -f copy.sql"
    before=true
}

# room NAME FILE: bytes an answer takes that was imported from FILE, when most issues are put right.
room() {
    cp base.db room.db
    DUDAO_NOW=2024-12-02T09:00 in_store room.db inspect import "$temporary/$2" --checklist bench >/dev/null
    local new open steps
    new="(SELECT sum(pgsize) FROM dbstat WHERE name GLOB 'inspection*' OR name GLOB 'issue*' OR name = 'finding')"
    open=$(sqlite3 room.db "SELECT round($new / 6e6, 2)")
    "$bin/bench_settle" room.db "$(month 0)"
    steps=$(sqlite3 room.db "SELECT round(sum(pgsize) / 6e6, 2) FROM dbstat WHERE name GLOB 'event*'")
    line "$1" 9 7 "$(sqlite3 room.db "SELECT round($new / 6e6, 2)") ($open while all are open; the steps take $steps)"
}
size() {
    answers
    "$bin/bench_data" wide 0 >wide.csv
    room 'bytes an answer, with its issues' wide.csv
    room 'the same, and a remark on each failure' long.csv
}

# peak NAME MUST AIM COMMAND ...
peak() {
    line "$1" "$2" "$3" "$("${@:4}" | sed -n 's/^A .*peak \([^ ]* MiB\).*/\1/p')"
}
memory() {
    answers
    export BENCH_BEFORE='cp base.db imported.db'
    local ours="$dudao -q -C $temporary/shop --db $temporary/imported.db --now 2024-12-02T09:00"
    peak 'peak memory of inspect import' 128 64 "$bin/bench_pair" 1 \
        "$ours inspect import $temporary/long.csv --checklist bench" true
    "$bin/bench_data" stores 2000000 >twice.csv
    export BENCH_BEFORE='cp empty.db imported.db'
    peak 'peak memory of store import' 192 112 "$bin/bench_pair" 1 "$(import_of twice)" true
    rm twice.csv
    export BENCH_BEFORE=true
    peak 'peak memory of report month' 64 32 "$bin/bench_pair" 1 "$ours report month 2024-11 --json" true
    unset BENCH_BEFORE
}

# Stores with 13 and with 25 months of visits, most issues put right, in $keep.
histories() {
    if [[ -f $keep/25.db ]]; then
        return
    fi
    echo "making 25 months of visits in $keep"
    cp base.db "$keep/making.db"
    local n
    for n in {0..24}; do
        "$bin/bench_data" long "$n" >month.csv
        DUDAO_NOW="$(month $((n + 1)))-02T09:00" in_store "$keep/making.db" inspect import "$temporary/month.csv" \
            --checklist bench >/dev/null
        "$bin/bench_settle" "$keep/making.db" "$(month "$n")"
        if [[ $n -ge 2 ]]; then
            "$bin/bench_settle" "$keep/making.db" "$(month $((n - 2)))" rest
        fi
        if [[ $n -eq 12 ]]; then
            cp "$keep/making.db" "$keep/13.db"
        fi
    done
    mv "$keep/making.db" "$keep/25.db"
    rm month.csv
}

# The peer keeps a row an answer, as integers: the months that the report compares.
rows() {
    if [[ -f $keep/rows.db ]]; then
        return
    fi
    rm -f "$keep/making.db"
    sqlite3 "$keep/making.db" 'CREATE TABLE visit(id INTEGER PRIMARY KEY, store INTEGER, region INTEGER, day INTEGER);
        CREATE TABLE fact(inspection INTEGER, item INTEGER, result INTEGER, score INTEGER,
        PRIMARY KEY(inspection, item)) WITHOUT ROWID; CREATE INDEX visit_day ON visit(day)'
    local n
    for n in 12 23 24; do
        "$bin/bench_data" visits "$n" | sqlite3 "$keep/making.db" '.import --csv /dev/stdin visit'
        "$bin/bench_data" facts "$n" | sqlite3 "$keep/making.db" '.import --csv /dev/stdin fact'
    done
    mv "$keep/making.db" "$keep/rows.db"
}
# sum_of N: region by item for one month.
sum_of() {
    local from to
    from=$(($(date -u -d "$(month "$1")-01" +%s) / 86400))
    to=$(($(date -u -d "$(month $(($1 + 1)))-01" +%s) / 86400))
    echo "SELECT region, item, result, count(*), sum(score) FROM visit JOIN fact ON inspection = id
        WHERE day >= $from AND day < $to GROUP BY region, item, result;"
}

# report_of STORE N: the command for the report of the month with this number.
report_of() {
    echo "$dudao -q -C $temporary/shop --db $keep/$1.db --now $(month $(($2 + 1)))-02T09:00 report month $(month "$2") --json"
}

report() {
    histories
    rows
    { sum_of 24 && sum_of 23 && sum_of 12; } >compared.sql
    sum_of 24 >alone.sql
    ratio 'report month / GROUP BY of 3 months compared' 0.1 0.04 "$pairs" "$(report_of 25 24)" \
        "sqlite3 $keep/rows.db <compared.sql"
    ratio 'the same / GROUP BY of the month alone' - - "$pairs" "$(report_of 25 24)" \
        "sqlite3 $keep/rows.db <alone.sql"
}

# instructions STORE N
instructions() {
    local command
    read -ra command <<<"$(report_of "$1" "$2")"
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "${command[@]}" 2>&1 >/dev/null |
        sed -n 's/.*Collected : //p'
}
history() {
    histories
    local long short
    long=$(instructions 25 24)
    short=$(instructions 13 12)
    line 'report month after 25 months / after 13' 1.25 1.05 \
        "$(awk -v long="$long" -v short="$short" 'BEGIN { printf "%.3f (instructions: %.0f, %.0f)", long / short, long, short }')"
}

# What must hold: 2,000 visits within 2 s, 100,000 within 60 s of CPU and 1 GB.
assign() {
    "$bin/assign_bench"
}

# What must hold: 0.5 s of CPU by each method, and 50 ms.
score() {
    "$bin/score_bench"
}

echo "dudao $("$dudao" --version | tail -1), sqlite3 $(sqlite3 --version | cut -d' ' -f1), $(nproc) processors, $(date -u +%F)"
prepare
for figure in "${figures[@]}"; do
    case $figure in
        export) export_ ;;  # the name alone is the shell's own
        *) "$figure" ;;
    esac
done
