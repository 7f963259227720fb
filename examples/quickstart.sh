#!/bin/bash
# Installs what is missing, builds dudao (release), and walks one month of a chain of 7,209 shops: from
# the store list to the monthly report. Every command is printed before it runs; the folder with the
# reports is named at the end. May be run again and again. DUDAO_DB=postgresql://… does the same there.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
source cmake/packages.sh
sed -n '2,4s/^# //p' "$0"

install_packages build
mkdir -p build
launcher=()
if command -v ccache >/dev/null; then
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
echo "building (the log is in build/quickstart.log) …"
if ! { cmake --preset release "${launcher[@]}" && cmake --build build/release --target dudao dudao-example; } \
    >build/quickstart.log 2>&1; then
    tail -40 build/quickstart.log
    exit 1
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/dudao-quickstart.XXXXXX")
cd "$work"
export PATH="$root/build/release/apps:$PATH"
# Fixed, so that each run makes the same ids, the same figures and the same report.
export DUDAO_SEED=1 DUDAO_DEVICE=QUICKSTART DUDAO_LANG=${DUDAO_LANG:-zh-CN}
unset DUDAO_ACTOR

# at TIME ACTOR COMMAND …: who does it when, printed and done.
at() {
    export DUDAO_NOW=$1 DUDAO_ACTOR=$2
    shift 2
    printf '\n\033[1m%s %s $ %s\033[0m\n' "$DUDAO_NOW" "$DUDAO_ACTOR" "$*"
    "$@"
}
# The end of the id of the first issue that a listing gives.
first_issue() {
    dudao issue list "$@" --limit 1 --json | sed -n 's/.*"issues":\[{"id":"[0-9A-Z]*\([0-9A-Z]\{5\}\)".*/\1/p'
}

echo
echo "making up the people and the visits of the chain:"
dudao-example() { "$root/build/release/examples/dudao-example" "$@"; }
dudao-example "$root/examples/starbucks-cn/stores.csv" "$root/config/checklists/qsc-store.yaml" .

# --- set up
at '2025-10-20 09:00' admin dudao init shop --name 示例连锁
cd shop
at '2025-10-20 09:10' admin dudao people import ../people.csv
at '2025-10-20 09:20' admin dudao store import ../stores.csv
at '2025-10-20 09:30' admin dudao checklist publish ../qsc-store-2025.yaml
at '2026-10-20 09:00' admin dudao checklist publish checklists/qsc-store.yaml
# twelve months of earlier visits, by the edition of the checklist that was in force
at '2026-10-20 10:00' Y01 dudao inspect import ../history.csv --checklist qsc-store@2025.1

# --- plan
at '2026-10-21 09:00' M01 dudao plan create 2026-11 --checklist qsc-store --per-store 1 \
    --title 11月门店巡检计划 --objectives '效期管理与清洁，薄弱区域加强辅导'
at '2026-10-21 09:05' M01 dudao plan generate 2026-11
at '2026-10-21 09:10' M01 dudao plan submit 2026-11
at '2026-10-22 10:00' M02 dudao plan approve 2026-11 --note 同意
at '2026-10-23 16:00' A01 dudao plan approve 2026-11
at '2026-10-24 09:00' M01 dudao plan publish 2026-11

# --- inspect: one shop in the terminal, a key an answer; the others come as a file
shop=$(sed -n '2s/,.*//p' ../stores.csv)
supervisor=$(awk -F, -v OFS=, 'NR == 2 { print $(NF - 1) }' ../stores.csv)
at '2026-11-12 10:05' "$supervisor" dudao inspect start "$shop" --checklist qsc-store <../keys.txt \
    >round.txt
tail -3 round.txt
at '2026-11-28 08:00' Y01 dudao inspect import ../answers.csv --checklist qsc-store
at '2026-11-28 08:10' Y01 dudao inspect list --store "$shop"
visit=$(dudao inspect list --store "$shop" --limit 1 --json | sed -n 's/.*"inspections":\[{"id":"[0-9A-Z]*\([0-9A-Z]\{5\}\)".*/\1/p')
at '2026-11-28 08:15' Y01 dudao inspect explain "$visit"

# --- issues and rectification
at '2026-11-28 09:00' M01 dudao issue list --overdue --limit 10
issue=$(first_issue --overdue)
head=$(dudao issue show "$issue" --json | sed -n 's/.*"unit":"\([^"]*\)".*/H\1/p')
at '2026-11-28 09:05' M01 dudao issue show "$issue"
at '2026-11-28 09:30' "$head" dudao rectify plan "$issue" --measure '清理并重新培训当班人员，每日自查' \
    --owner "$head" --by 2026-11-30
at '2026-11-28 15:00' "$head" dudao rectify progress "$issue" --percent 60 --note 已清理，培训安排在明早
at '2026-11-29 10:00' "$head" dudao rectify submit "$issue" --note 培训已完成
at '2026-11-29 14:00' M02 dudao rectify reject "$issue" --reason 复查时夜班人员仍不清楚要求
at '2026-11-29 15:00' "$head" dudao rectify plan "$issue" --measure '夜班补训，张贴操作卡' --owner "$head" \
    --by 2026-11-30
at '2026-11-30 09:00' "$head" dudao rectify submit "$issue" --note 夜班已补训
at '2026-11-30 11:00' M02 dudao rectify accept "$issue" --note 现场抽查合格
at '2026-11-30 11:05' M02 dudao issue show "$issue"

# --- report
at '2026-11-30 18:00' Y01 dudao report month 2026-11 \
    -o november.html -o november.md -o november.json -o november.txt
at '2026-11-30 18:00' Y01 dudao report month 2026-11
at '2026-11-30 18:05' Y01 dudao db verify

echo
echo "the workspace with the reports november.html, .md, .json and .txt: $work/shop"
