# The same month in a file and on PostgreSQL: the reports, and what scripts read, are the same to the byte.
$ month() {
>     . "$FIXTURES/shop.sh"
>     planned; visited
>     printf 'pp4.5\n42y' | at '2026-11-07 10:00' Z02 dudao inspect start S004
>     issue=$(issue_of S002 F03)
>     at '2026-11-07 11:00' H002 dudao rectify plan "$issue" --measure 更换密封条 --owner H002 --by 2026-11-09
>     at '2026-11-08 09:00' H002 dudao rectify submit "$issue"
>     at '2026-11-08 10:00' Z02 dudao rectify accept "$issue"
>     DUDAO_NOW='2026-11-30 18:00'
>     dudao report month 2026-11 -o month.json -o month.md -o month.html -o month.txt
>     dudao --lang zh-CN report month 2026-11 --format html > zh.html
>     dudao store list --json > stores.json; dudao issue list --all --json > issues.json
>     dudao issue show "$issue" --json > issue.json; dudao inspect list --json > visits.json
>     dudao plan show 2026-11 --json > plan.json; dudao people list --json > people.json
>     dudao db log --json > log.json; dudao db verify --json > verify.json
> } >/dev/null 2>&1
$ mkdir file postgres
$ (cd postgres; month); (cd file; unset DUDAO_DB; month)
$ ls file/shop/*.db postgres/shop/*.db
file/shop/dudao.db
! ls: cannot access 'postgres/shop/*.db': No such file or directory
[2]
$ cd file/shop; for each in month.* *.json *.html; do cmp "$each" ../../postgres/shop/"$each"; done
$ ls *.json *.html *.md; grep -c '"due":"2026-11-06"' issues.json
issue.json
issues.json
log.json
month.html
month.json
month.md
people.json
plan.json
stores.json
verify.json
visits.json
zh.html
1
