# A submitted visit is sent back, corrected, approved, voided: what it was is kept, what counts is the newest.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null
$ visited >/dev/null
! answers without a photo or file: 1
$ dudao inspect list --store S003
Id     Day         Store         Checklist  Inspector  Score  Grade  Verdict
-----  ----------  ------------  ---------  ---------  -----  -----  -----------
J0YTK  2026-11-05  S003 西湖银…  tea        李娜       26.0%  C      gate failed
$ at '2026-11-06 09:00' Z01 dudao inspect revise J0YTK F01=P --reason 看错
! dudao: error E4009: Z01 may not correct visits
!   People with one of these roles may: manager, approver.
[4]
$ at '2026-11-06 09:00' M01 dudao inspect return J0YTK --reason 请补充 --item F01=照片看不清日期 --item F9=没有
! dudao: error E3043: the checklist has no item 'F9'
!   dudao checklist show lists its items.
[3]
$ at '2026-11-06 09:00' M01 dudao inspect return J0YTK --reason 请补充 --item F01=照片看不清日期 --item S02=哪一台没有报
J0YTK S003: returned
$ dudao inspect list --returned
Id     Day         Store         Checklist  Inspector  Score  Grade  Verdict
-----  ----------  ------------  ---------  ---------  -----  -----  -----------
J0YTK  2026-11-05  S003 西湖银…  tea        李娜       26.0%  C      gate failed
$ at '2026-11-06 09:30' Z02 dudao inspect today
Store            Checklist  Until       Last visit  Open issues
---------------  ---------  ----------  ----------  -----------
S004 宁波天一店  tea        2026-11-30  -           0
! visits of yours that are to be corrected: 1 (dudao inspect list --returned)
$ at '2026-11-06 10:00' Z02 dudao inspect revise J0YTK F01=P Q99=P --reason 看错批次
! dudao: error E3043: the checklist has no item 'Q99'
!   dudao checklist show lists its items.
[3]
$ at '2026-11-06 10:00' Z02 dudao inspect revise J0YTK F01=P --remark F01=新批次 --reason 看错批次 --dry-run
! 0 issues would be raised, 1 cancelled; nothing is written
$ at '2026-11-06 10:00' Z02 dudao inspect revise J0YTK F01=P --remark F01=新批次 --reason 看错批次
Visit      01M6Q9B4801V4DTQGC8JZ4NASQ
Store      S003 西湖银泰店
Checklist  tea@1 Tea shop patrol
Kind       routine
When       2026-11-05 09:15
Inspector  Z02 李娜
Planned    yes
Score      10 / 20  56%  failed  C
Corrects   J0YTK: 看错批次 (Z02, 2026-11-06 10:00)

Findings
Item  What to look at                   Answer   Lost
----  --------------------------------  -------  ----
F02   Opened ingredients carry a label  partial     2
S01   The hall is clean                 fail        3
S02   State of the equipment            fail        5

Issues
Id     Due         Urgency   Status     Store            What is wrong
-----  ----------  --------  ---------  ---------------  ------------------
4KRXA  2026-11-06  critical  cancelled  S003 西湖银泰店  原料全部在有效期内
GTFPK  2026-11-12  medium    open       S003 西湖银泰店  大厅清洁
AHJ5N  2026-11-12  medium    open       S003 西湖银泰店  设备状况

History
When              Who   What      Note
----------------  ----  --------  ----------------------------------------------
2026-11-06 09:00  王芳  returned  请补充; F01: 照片看不清日期; S02: 哪一台没有报
! 0 issues raised, 1 cancelled
$ dudao inspect list --returned
[1]
$ dudao inspect list --store S003 --all
Id     Day         Store           Checklist  Inspector  Score  Grade  Verdict
-----  ----------  --------------  ---------  ---------  -----  -----  ---------
J0YTK  2026-11-05  S003 西湖银泰…  tea        李娜       26.0%  C      corrected
4NASQ  2026-11-05  S003 西湖银泰…  tea        李娜       56.0%  C      failed
$ dudao inspect show J0YTK
Visit         01M6MMC0H0G3CQF7ADFP3J0YTK
Store         S003 西湖银泰店
Checklist     tea@1 Tea shop patrol
Kind          routine
When          2026-11-05 09:15
Inspector     Z02 李娜
Planned       yes
Score         5 / 20  26%  gate failed  C
Corrected by  4NASQ

Findings
Item  What to look at                   Answer   Lost
----  --------------------------------  -------  ----
F01   All ingredients are within date   fail        5
F02   Opened ingredients carry a label  partial     2
S01   The hall is clean                 fail        3
S02   State of the equipment            fail        5

Issues
Id     Due         Urgency   Status     Store            What is wrong
-----  ----------  --------  ---------  ---------------  ------------------
4KRXA  2026-11-06  critical  cancelled  S003 西湖银泰店  原料全部在有效期内
GTFPK  2026-11-12  medium    open       S003 西湖银泰店  大厅清洁
AHJ5N  2026-11-12  medium    open       S003 西湖银泰店  设备状况

History
When              Who   What      Note
----------------  ----  --------  ----------------------------------------------
2026-11-06 09:00  王芳  returned  请补充; F01: 照片看不清日期; S02: 哪一台没有报
$ at '2026-11-06 11:00' M01 dudao inspect approve J0YTK
! dudao: error E4031: the visit J0YTK was corrected
!   4NASQ stands in its place.
[4]
$ at '2026-11-06 11:00' M01 dudao inspect approve "$(visit_of S003)" --json | sed 's/.*"approved":\([a-z]*\).*/\1/'
true
$ at '2026-11-06 11:30' Z02 dudao inspect revise "$(visit_of S003)" F01=F --reason 又看错
! dudao: error E4009: Z02 may not correct visits
!   People with one of these roles may: manager, approver.
[4]
# From a file; what it does not name stays.
$ echo '{F02: P}' > mended.yaml
$ at '2026-11-06 12:00' M02 dudao inspect revise "$(visit_of S003)" --answers mended.yaml --reason 复核照片 --json | sed 's/.*"score":\([0-9]*\).*"results":"\([^"]*\)".*/\1 \2/'
12 PPN2c
! 0 issues raised, 0 cancelled
$ at '2026-11-06 12:00' M02 dudao inspect revise "$(visit_of S003)" F02=P --reason 复核照片
! these answers are recorded already: nothing is written
$ dudao inspect show "$(visit_of S003)" | sed -n '/^History/,$p'
History
When              Who   What      Note
----------------  ----  --------  ----------------------------------------------
2026-11-06 09:00  王芳  returned  请补充; F01: 照片看不清日期; S02: 哪一台没有报
2026-11-06 11:00  王芳  approved
$ at '2026-11-06 13:00' M02 dudao inspect void "$(visit_of S003)" --reason ''
! dudao: error E4003: 'voided' needs a reason
!   Add --reason.
[4]
$ at '2026-11-06 13:00' M02 dudao inspect void "$(visit_of S003)" --reason 录错门店 | cut -d' ' -f2-
S003: voided, 2 issues are cancelled
$ dudao inspect list --store S003
[1]
$ dudao inspect list --store S003 --all | cut -c8-
Day         Store           Checklist  Inspector  Score  Grade  Verdict
----------  --------------  ---------  ---------  -----  -----  ---------
2026-11-05  S003 西湖银泰…  tea        李娜       26.0%  C      corrected
2026-11-05  S003 西湖银泰…  tea        李娜       56.0%  C      corrected
2026-11-05  S003 西湖银泰…  tea        李娜       68.0%  C      voided
$ dudao db verify
16 entries and 120 rows are as they were written
chain head D1:16 377dc5df08b177aab7c4772189fdd8e2d9ea86463207320e031bbf43ce74ee46
! without --head it cannot be excluded that the last entries were cut off
