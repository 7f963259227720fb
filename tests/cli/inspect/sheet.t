# Forms for rounds that are done on paper or in a spreadsheet.
$ . "$FIXTURES/shop.sh"
$ dudao inspect sheet S001 --checklist tea --inspector Z01 --at '2026-11-03 10:00'
\# Tea shop patrol

S001 静安寺店　Time: 2026-11-03 10:00　Inspector: Z01 张伟　tea@1

\## Food safety

| Item | What to look at | Answer | Remark |
| --- | --- | --- | --- |
| F01 | All ingredients are within date<br>veto | ☐ pass　☐ fail | |
| F02 | Opened ingredients carry a label | ☐ pass　☐ partial　☐ fail　☐ na | |
| F03 | Temperature of the refrigerator<br>number ℃ (0…5) | ＿＿＿＿ | |

\## Service and surroundings

| Item | What to look at | Answer | Remark |
| --- | --- | --- | --- |
| S01 | The hall is clean | ☐ 1　☐ 2　☐ 3　☐ 4　☐ 5　☐ na | |
| S02 | State of the equipment | ☐ All in order　☐ A fault is reported　☐ A fault is not reported　☐ na | |

Manager on duty: ＿＿＿＿＿＿＿＿　Inspector: ＿＿＿＿＿＿＿＿
$ at '2026-11-03 09:00' Z01 dudao --lang zh-CN inspect sheet S001 S004 --checklist tea -o rounds.md
! rounds.md：2 次巡检，每次 5 项
$ grep -c '☐ 合格' rounds.md
4
$ sed -n '/S004/p' rounds.md
S004 宁波天一店　时间：＿＿＿＿＿＿＿＿　督导：Z01 张伟　tea@1
$ dudao inspect sheet S001 --checklist tea -o form.pdf
! dudao: error E2014: the name 'form.pdf' does not say a format
!   End it with one of .xlsx, .md.
[2]
$ dudao inspect sheet S001 --checklist none
! dudao: error E3032: no checklist 'none' is published
!   dudao checklist list shows them.
[3]
$ dudao inspect sheet S099 --checklist tea
! dudao: error E3030: there is no store 'S099'
!   dudao store list shows them.
[3]
$ dudao inspect sheet S001 --checklist tea --inspector nobody
! dudao: error E3031: there is no person 'nobody'
!   Import people first, or write the code.
[3]
$ dudao inspect sheet S001 --checklist tea --profile express
! dudao: error E3185: checklist 'tea' has no profile 'express', but full
!   Name one of these, or none for the whole checklist.
[3]
$ dudao inspect sheet S001 --checklist tea --at tomorrow
! dudao: error E3002: 'tomorrow' is not a date and time
!   Write YYYY-MM-DD HH:MM, with an offset such as +08:00 if it is not local.
[2]
$ dudao inspect sheet S001
! dudao: error E2011: --checklist is missing
!   See --help.
[2]
