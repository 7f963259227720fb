#!/bin/bash
# Compares docs/json.md with what --json prints: json_members.sh PROGRAM SOURCE
#     Every member of every object is named in the page, and every member that the page names is printed
#     by some command.
set -euo pipefail
program=$1
SOURCE=$2
PATH=$(dirname "$program"):$PATH
source "$SOURCE/tests/docs/workspace.sh"
make_workspace >/dev/null

# say COMMAND …: one command with --json; listings may find nothing.
say() {
    local code=0
    dudao -q "$@" --json >>"$scratch/objects" || code=$?
    [[ $code -le 1 || ($2 == replan && $code -eq 5) || ($1 == checklist && $2 == lint && $code -eq 3) ]]
}

say init ../another --actor someone
say people import people.csv
say people list
say store import stores.csv
say store import stores.csv --complete
say store edit S0002 --set address=解放路1号 --dry-run
say store history S0002
say store list
say store show S0002
sed '/^scoring:/s/s/x/' opening.yaml >draft.yaml
say checklist lint draft.yaml
say checklist publish opening.yaml
say checklist try opening.yaml --rest P A3=7
sed 's/points: 4/points: 3/' opening.yaml >other.yaml
say checklist diff opening.yaml other.yaml
say checklist list
say checklist show opening
printf 'waivers:\n  - {unit: S0003, item: A1, reason: 装修, until: 2026-12-31}\n' >waivers.yaml
say checklist waivers
say checklist library
say checklist copy fire-safety
say plan create 2026-12 --checklist opening --actor M01
say plan generate 2026-12 --actor M01
say plan why S0001 --plan 2026-12
say plan submit 2026-12 --actor M01
say plan show 2026-12
say plan list
printf 'targets:\n  - {metric: visits, value: 100}\n' >plan.yaml
say plan create 2025 --kind operations --from plan.yaml --actor M01
say plan decompose 2025 --actor M01
printf 'targets:\n  - {metric: visits, value: 1}\n' >plan.yaml
say plan create 2025-Q4 --kind operations --from plan.yaml --actor M01
say plan check 2025
say plan tree 2025
printf 'closed_days:\n  - {unit: S0001, from: 2027-01-01, to: 2027-01-31, reason: 装修}\n' >closed-days.yaml
printf 'risk: {checklist: opening}\nrules:\n  - {id: w, checklist: opening, frequency: weekly}\n' >rules.yaml
say plan create 2027-01 --rules rules.yaml --actor M01
say plan generate 2027-01 --dry-run --actor M01
say plan why S0001 --plan 2027-01
rm closed-days.yaml
say inspect import answers.jsonl
say inspect sample answers-long.csv --size 2 --by 检查项
say inspect list
say inspect show SHEW1
say inspect explain SHEW1
dudao -q plan approve 2026-12 --actor M02 >/dev/null && dudao -q plan approve 2026-12 --actor A01 >/dev/null
dudao -q plan publish 2026-12 --actor M01 >/dev/null
say plan assign 2026-12 --actor M01
say plan visits 2026-12
visit=$(dudao plan visits 2026-12 --json | jq -r '.visits[0].id')
say plan move "$visit" --to 2026-12-10 --reason 店长外出 --actor M01
say plan history "$visit"
printf 'staff:\n  - {person: S01, leave: [{from: 2026-12-01, to: 2026-12-31}]}\n' >staff.yaml
say plan replan 2026-12 --dry-run --actor M01
rm staff.yaml
say plan progress 2026-12
say plan matrix 2026-12
say plan sheet --inspector S01 --day 2026-12-10
say inspect today --inspector S01 --day 2026-12-10
say inspect approve SHEW1 --actor M02
dudao -q inspect start S0001 --checklist opening --actor S01 </dev/null >/dev/null
say inspect rounds
printf 'pp4\n15y' | dudao -q inspect start S0001 --checklist opening --actor S01 >/dev/null
say inspect show "$(dudao inspect list --store S0001 --json | jq -r '.inspections[0].id')"
printf '%%PDF-1.4' >log.pdf
printf 'unit,at,inspector,item,value,evidence\nS0002,2026-11-19 15:00,S01,A3,7.5,log.pdf\n' >fridge.csv
say inspect import fridge.csv --checklist opening@2026.1
say evidence check --all
say issue raise S0002 --text 奶茶有异物 --source complaint --urgency high --channel 美团 --actor S01
complaint=$(dudao issue list --source complaint --json | jq -r '.issues[0].id')
say issue edit --all --set risk=R-07 --set category=process --set scope=region --set manifestation=x --set containment=x \
    --set why=x --set cause-class=people --add-label x --set assist=S0003 --set urgency=critical --reason x --dry-run --actor M01
say issue edit "$complaint" --set risk=R-07 --set category=process --set scope=region --set manifestation=x --set containment=x \
    --set why=x --set cause-class=people --add-label x --set assist=S0003 --set urgency=critical --actor M01
say issue reassign "$complaint" --department S0003 --reason x --actor M01
say issue solve "$complaint" --at "2026-11-20 09:00" --actor S01
say issue call-back "$complaint" --actor S01
say issue show "$complaint"
say issue edit "$complaint" 3SGDT --set risk=R-07 --dry-run --actor M01
say issue list
say issue search 异物
say inspect summary SHEW1
say rectify plan 3SGDT --measure 更换冷柜密封条 --owner H0002 --actor H0002
say issue agree 3SGDT --cause 密封条老化 --measure 更换密封条 --by 2026-11-20 --actor H0002
say issue task add 3SGDT 联系供应商 --person H0002 --due 2026-12-01 --actor S01
say issue tasks
say issue playbook 3SGDT
say issue similar 3SGDT
say issue remind --dry-run
say issue show 3SGDT
say issue stats --by region,category
printf 'code,name,address\nS9001,天一店,中山东路1号\nS9002,天一店,中山东路1号\n' >twins.csv
say store import twins.csv
say store duplicates
dudao -q report month 2026-11 -o then.json
sed 's/"visits":[0-9]*/"visits":99/' then.json >now.json
say report diff then.json now.json
say report submit 2026-11 --actor M01
dudao -q report show 2026-11 -o submitted.json
dudao -q report verify submitted.json --json >>"$scratch/objects" || test $? -eq 8
say report review 2026-11 --actor M02
say report approve 2026-11 --actor A01
say report send 2026-11 --to M01 --actor M01
say report receipt 2026-11 --actor M01
say report list
say report show 2026-11
say issue raise S0001 --text 门头灯不亮 --actor M01
say report verify submitted.json
say report why 2026-11
say report why 2026-11 scores.visits
say report why 2026-12 coverage.planned
say report why 2026-11 coverage.units.whole
say report why 2026-11 all_failures
say db log
say db conflicts
say db verify
# a difference, to see what it looks like
sqlite3 dudao.db "UPDATE person SET name = 'x' WHERE code = 'S01'"
dudao -q db verify --json >>"$scratch/objects" || true

jq -r 'del(.. | .attributes? | select(. != null) | .[]) | [paths | .[] | strings] | unique[]' \
    "$scratch/objects" | sort -u >"$scratch/printed"
# The first columns of the tables, and what stands beside the commands.
awk '/^\|/' "$SOURCE/docs/json.md" >"$scratch/tables"
awk -F'|' '/^## Commands/ { commands = 1 } /^## Imports/ { commands = 0 }
    /^\| `/ { print commands ? $3 : $2 }' "$SOURCE/docs/json.md" |
    grep -oE '`[a-z0-9_]+`' | tr -d '`' | sort -u >"$scratch/named"
grep -oE '`[a-z0-9_]+`' "$scratch/tables" | tr -d '`' | sort -u >"$scratch/mentioned"

missing=$(comm -23 "$scratch/printed" "$scratch/mentioned" | grep -v '^schema_version$' || true)
unknown=$(comm -13 "$scratch/printed" "$scratch/named" || true)
if [[ -n $missing ]]; then
    echo "docs/json.md does not name: $missing"
fi
if [[ -n $unknown ]]; then
    echo "docs/json.md names what no command prints: $unknown"
fi
[[ -z $missing && -z $unknown ]]
