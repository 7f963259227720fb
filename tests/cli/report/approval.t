# A report is submitted, reviewed, approved, sent and signed for; then it can be told from any other.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null; visited >/dev/null
! answers without a photo or file: 1
$ at '2026-11-07 09:00' Y01 dudao report submit 2026-11
SXGZ4 2026-11 (1): submitted
$ dudao report submit 2026-11
! dudao: error E4204: revision 1 of this report (SXGZ4) is not decided yet
!   Have it approved or returned first: dudao report show SXGZ4.
[4]
$ at '2026-11-07 09:30' Y01 dudao report review 2026-11
! dudao: error E4012: Y01 may not take this step of the approval
!   It is for a person with the role manager.
[4]
$ at '2026-11-07 10:00' M01 dudao report review 2026-11 --note 数据已核对
SXGZ4 2026-11 (1): reviewed
$ at '2026-11-07 11:00' A01 dudao report approve 2026-11 --with-changes 补充杭州的说明
SXGZ4 2026-11 (1): changes asked
$ at '2026-11-07 12:00' Y01 dudao report submit 2026-11
HV42R 2026-11 (2): submitted
$ at '2026-11-07 13:00' A01 dudao report approve 2026-11
HV42R 2026-11 (2): approved
$ at '2026-11-07 14:00' M01 dudao report send 2026-11
! dudao: error E4203: the report has nobody to go to: what it is about has no head
!   Name whoever is to sign for it with --to.
[4]
$ at '2026-11-07 14:00' M01 dudao report send 2026-11 --to H001
HV42R 2026-11 (2): sent
$ at '2026-11-07 15:00' H002 dudao report receipt 2026-11
! dudao: error E4202: H002 may not sign for this report: it was sent to H001
!   H001 signs for it.
[4]
$ at '2026-11-07 15:00' H001 dudao report receipt 2026-11 --feedback 已阅，按期整改
HV42R 2026-11 (2): received
$ dudao report list
Id     Period   Revision  Status         Author
-----  -------  --------  -------------  ------
SXGZ4  2026-11         1  changes asked  Y01
HV42R  2026-11         2  received       Y01
$ dudao report show 2026-11 -o approved.json
! written: approved.json
$ at '2026-11-07 16:00' H001 dudao report show 2026-11
Report    01M6T2KJG02XB72GRADDGHV42R
Period    2026-11
Revision  2
Status    received
Sent to   H001
Author    Y01
SHA-256   3e266d1734e138fde903573df97b393d7b970153d7f9e64de567c94a385eebb8
Journal   D1 14 f46ad1762b17e26eb0314a0b82070b8bebde0e94e9f59ff3c1996b1af91e5fde

History
When              Who   What      Note
----------------  ----  --------  --------------
2026-11-07 13:00  陈静  approved
2026-11-07 14:00  王芳  sent       (H001)
2026-11-07 15:00  孙丽  received  已阅，按期整改
$ sha256sum approved.json | cut -c1-12
3e266d1734e1
$ dudao report list --json | jq -c '.reports[] | [.revision, .status, .approvers, .sha256[:12]]'
\[1,"changes_asked",["manager","approver"],"0885cb89a619"]
\[2,"received",["approver"],"3e266d1734e1"]
# The file is what was approved, and the figures hold; an altered one is found out.
$ dudao report verify approved.json
this is the approved report HV42R 2026-11 (2)
the store still gives the figures of that report
$ sed 's/"visits":[0-9]*/"visits":9/' approved.json >altered.json; dudao report verify altered.json
this is not what was approved; most like it is HV42R 2026-11 (2):
Figure         Before  After
-------------  ------  -----
scores.visits  3       9
the store still gives the figures of that report
[8]
$ dudao report show 2026-11 --json | jq -r .report.revises >first; dudao report show "$(cat first)" -q -o first.json; dudao report verify first.json
this is the report SXGZ4 2026-11 (1), which is not approved
the store still gives the figures of that report
[8]
$ echo '{}' >other.json; dudao report verify other.json
! dudao: error E3251: 'other.json' is no report in JSON
!   Make one with dudao report month --json.
[3]
# What comes later changes figures of then: which, and by which facts.
$ at '2026-11-08 09:00' A01 dudao inspect void "$(visit_of S002)" --reason 录错门店
ZDP2K S002: voided, 2 issues are cancelled
$ dudao report verify approved.json
this is the approved report HV42R 2026-11 (2)
the store gives other figures now:
Figure                     Before                     After
-------------------------  -------------------------  --------------------------
remarks[item_critical:te…  3                          2
coverage.done              3                          2
coverage.open              1                          2
coverage.completion        75                         50
coverage.units.part        3                          2
coverage.units.percent     75                         50
scores.visits              3                          2
scores.scored              3                          2
scores.mean.now            56.7                       63
scores.pooled              58.6                       66.7
scores.passed.whole        3                          2
scores.passed.percent      33.3                       50
scores.grades[C].visits    2                          1
scores.verdicts[failed].…  1                          0
trend[2026-11].visits      3                          2
trend[2026-11].mean        56.7                       63
trend[2026-11].grades[C]…  2                          1
regions[上海市].coverage…  2                          1
regions[上海市].coverage…  100                        50
regions[上海市].visits     2                          1
regions[上海市].mean       72                         100
regions[上海市].passed.w…  2                          1
regions[上海市].passed.p…  50                         100
regions[上海市].overdue    1                          0
best[S002]                 {"code":"S002","name":"…
worst[S002]                {"code":"S002","name":"…
matrices[tea@1][上海市][…  66.7                       100
matrices[tea@1][上海市][…  80                         100
failed_items[tea/F01].as…  3                          2
failed_items[tea/F01].sh…  20                         33.3
failed_items[tea/F01].cu…  20                         33.3
failed_items[tea/F02]      {"checklist":"tea","item…
failed_items[tea/F03]      {"checklist":"tea","item…
failed_items[tea/S01].as…  3                          2
failed_items[tea/S01].pa…  1                          0
failed_items[tea/S01].sh…  20                         33.3
failed_items[tea/S01].cu…  80                         66.7
failed_items[tea/S02].as…  3                          2
failed_items[tea/S02].pa…  1                          0
failed_items[tea/S02].sh…  20                         33.3
all_failures               5                          3
issues.open                5                          3
issues.overdue             2                          1
issues.by_age[not_due].c…  3                          2
issues.by_age[1-7].count   2                          1
issues.by_status[open].c…  5                          3
overdue[01M6JM02J0GVKN67…  {"id":"01M6JM02J0GVKN67N…
rectification.closed.who…  5                          3
rectification.on_time.wh…  2                          1
issues.by_status[cancell…                             {"name":"cancelled","coun…
came later: 3 steps (CB2HM, CB2HN, CB2HP)
[1]
$ dudao report verify approved.json --json | jq -c '.approved, .same_bytes, (.moved | length > 0), [.later[] | [.table, .count]]'
true
true
true
\[["event",3]]
# A report of one region goes to its head; all can be verified.
$ at '2026-11-08 10:00' Z01 dudao report submit 2026-11 --region 浙江省
NW4SF 2026-11 浙江省 (1): submitted
$ at '2026-11-08 10:30' H001 dudao report submit 2026-10
! dudao: error E4009: H001 may not submit reports
!   People with one of these roles may: supervisor, manager, analyst, approver.
[4]
$ dudao report show 2026-11
! dudao: error E3036: '2026-11' may be any of HV42R, NW4SF
!   Type more characters.
[3]
$ at '2026-11-08 11:00' M01 dudao report return "$(dudao report list --json | jq -r '.reports[] | select(.scope == "浙江省").id')" --reason 漏了门店
NW4SF 2026-11 浙江省 (1): returned
$ dudao db verify | head -1
21 entries and 119 rows are as they were written
! without --head it cannot be excluded that the last entries were cut off
