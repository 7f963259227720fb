# Two reports in JSON side by side: what differs is told by where it stands.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null; visited >/dev/null
! answers without a photo or file: 1
$ at '2026-11-06 18:00' Y01 dudao -q report month 2026-11 -o before.json
$ at '2026-11-06 19:00' Y01 dudao -q report month 2026-11 -o again.json
$ dudao report diff before.json again.json
the two say the same
$ at '2026-11-07 10:00' H002 dudao rectify plan "$(issue_of S002 F03)" --measure 换密封条 --owner H002
2B6E8 S002 冷藏柜温度: planned
$ at '2026-11-08 18:00' Y01 dudao -q report month 2026-11 -o after.json
$ dudao report diff before.json after.json
Figure                            Before        After
--------------------------------  ------------  --------------------------------
today                             "2026-11-06"  "2026-11-08"
organised_on                      "2026-11-06"  "2026-11-08"
regions[上海市].overdue           0             1
regions[浙江省].overdue           0             1
issues.overdue                    0             2
issues.by_age[not_due].count      5             3
issues.by_age[1-7].count          0             2
issues.by_status[open].count      5             4
rectification.on_time.whole       0             2
rectification.on_time.percent     null          0
issues.by_status[planned]                       {"name":"planned","count":1}
overdue[01M6JM02J0GVKN67NMS0M2B…                {"id":"01M6JM02J0GVKN67NMS0M2B6…
overdue[01M6MMC0H041M7RM989XZ4K…                {"id":"01M6MMC0H041M7RM989XZ4KR…
[1]
$ dudao report diff before.json after.json --json | jq -c '.same, (.changes[] | select(.figure | startswith("issues.")))'
false
{"figure":"issues.overdue","before":0,"after":2}
{"figure":"issues.by_age[not_due].count","before":5,"after":3}
{"figure":"issues.by_age[1-7].count","before":0,"after":2}
{"figure":"issues.by_status[open].count","before":5,"after":4}
{"figure":"issues.by_status[planned]","before":null,"after":{"name":"planned","count":1}}
$ echo '{}' > other.json; dudao report diff before.json other.json
! dudao: error E3251: 'other.json' is no report in JSON
!   Make one with dudao report month --json.
[3]
$ dudao report diff before.json nothing.json
! dudao: error E3050: there is no file 'nothing.json'
!   Check the name and the folder.
[3]
