# A plan by rules: its file is checked in one go, each rule says what it brings, and the plan keeps its text.
$ . "$FIXTURES/shop.sh"
$ cat > rules.yaml <<'END'
> name: 十二月巡检频次
> rules:
>   - id: shanghai
>     checklist: tea
>     units: {below: 上海市}
>     frequency: weekly
>     working_days: true
>   - id: ten-days
>     checklist: tea
>     every: 10 days
>     starting: 2026-12-01
>     window: 3 days
>     visit_kind: unannounced
> END
$ at '2026-11-25 10:00' M01 dudao plan create 2026-12 --rules rules.yaml --title 12月巡检
HXSQ4 2026-12 12月巡检: draft
$ dudao plan generate 2026-12 --dry-run
4 stores: 18 visits would be added, 0 are there already
Rule      Checklist  Stores  Visits
--------  ---------  ------  ------
shanghai  tea             2      10
ten-days  tea             2       8
$ dudao plan generate 2026-12 --dry-run --json
{"schema_version":1,"plan":{"id":"01M886WS80ABHT4SDYAD4HXSQ4","kind":"visit","period":"2026-12","first_day":"2026-12-01","last_day":"2026-12-31","title":"12月巡检","objectives":null,"status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":"name: 十二月巡检频次\nrules:\n  - id: shanghai\n    checklist: tea\n    units: {below: 上海市}\n    frequency: weekly\n    working_days: true\n  - id: ten-days\n    checklist: tea\n    every: 10 days\n    starting: 2026-12-01\n    window: 3 days\n    visit_kind: unannounced\n","parent":null},"units":4,"added":18,"unchanged":0,"unassigned":0,"closed":0,"dry_run":true,"rules":[{"rule":"shanghai","checklist":"tea","units":2,"visits":10,"closed":0},{"rule":"ten-days","checklist":"tea","units":2,"visits":8,"closed":0}]}
$ dudao plan generate 2026-12
4 stores: 18 visits added, 0 were there already
Rule      Checklist  Stores  Visits
--------  ---------  ------  ------
shanghai  tea             2      10
ten-days  tea             2       8
$ dudao plan generate 2026-12
4 stores: 0 visits added, 18 were there already
Rule      Checklist  Stores  Visits
--------  ---------  ------  ------
shanghai  tea             2      10
ten-days  tea             2       8
$ dudao plan show 2026-12
Plan              01M886WS80ABHT4SDYAD4HXSQ4
Title             12月巡检
Kind              visit
Period            2026-12
Status            draft
Author            M01
Unplanned visits  0

Rules
Rule      Checklist  How often
--------  ---------  ---------------------------
shanghai  tea        every week, on working days
ten-days  tea        every 10 days

Progress
Supervisor  Planned  Done  Late  Open  Missed  Rate
----------  -------  ----  ----  ----  ------  ----
Z01              10     0     0    10       0  0.0%
Z02               8     0     0     8       0  0.0%
All              18     0     0    18       0  0.0%
$ DUDAO_LANG=zh-CN dudao plan show 2026-12
计划编号    01M886WS80ABHT4SDYAD4HXSQ4
名称        12月巡检
类型        巡检计划
周期        2026-12
状态        草稿
编制人      M01
计划外巡检  0

规则
规则      检查表  频次
--------  ------  --------------
shanghai  tea     每周，限工作日
ten-days  tea     每 10 天

进度
督导  计划  完成  延期  待检  漏检  完成率
----  ----  ----  ----  ----  ----  ------
Z01     10     0     0    10     0    0.0%
Z02      8     0     0     8     0    0.0%
全部    18     0     0    18     0    0.0%
$ dudao plan create 2026-12 --rules rules.yaml --checklist tea
! dudao: error E2001: the command line is wrong: --checklist excludes --rules
!   See --help.
[2]
$ dudao plan create 2026-12 --rules rules.yaml --kind operations
! dudao: error E4100: only a visit plan can have rules
!   Leave out --rules, or draft a visit plan.
[4]
$ : > empty.yaml; dudao plan create 2026-12 --rules empty.yaml
! dudao: empty.yaml:1:1: error E3120: keys with values are expected here
!   Write KEY: VALUE, with a blank after the colon.
[3]
$ dudao plan create 2026-12 --rules none.yaml
! dudao: error E3050: there is no file 'none.yaml'
!   Check the name and the folder.
[3]
# All mistakes of a file, and what it names that is not there.
$ cat > wrong.yaml <<'END'
> rules:
>   - id: a
>     checklist: tea
>     frequency: yearly
>   - id: a
>     every: ten days
>     rrule: FREQ=MONTHLY;BYDAY=6TU
>   - id: c
>     checklist: tea
>     on_opening: {week: [1]}
> END
$ dudao plan create 2026-12 --rules wrong.yaml
! dudao: wrong.yaml:4:16: error E3010: 'yearly' is no frequency
!   Allowed are: daily, weekly, monthly.
! dudao: wrong.yaml:5:5: error E3128: key 'checklist' is missing
!   Add it.
! dudao: wrong.yaml:5:5: error E3301: a rule says in one way how often
!   Give one of the keys frequency, every, at_least, rrule, on_opening and after_change_of.
! dudao: wrong.yaml:5:9: error E3127: 'a' is here a second time
!   Remove one of the two.
! dudao: wrong.yaml:6:12: error E3300: 'ten days' is no number of days from 1 to 366
!   Write 10 days.
! dudao: wrong.yaml:7:12: error E3302: 'BYDAY=6TU' is not possible in a recurrence of days
!   Write it as RFC 5545 does, such as FREQ=MONTHLY;BYDAY=2TU.
! dudao: wrong.yaml:10:17: error E3128: key 'weeks' is missing
!   Add it.
! dudao: wrong.yaml:10:18: error E3130: unknown key 'week'
!   Did you mean 'weeks'?
[3]
$ DUDAO_LANG=zh-TW dudao plan create 2026-12 --rules wrong.yaml
! dudao: wrong.yaml:4:16: 錯誤 E3010: 「yearly」不是有效的頻次
!   可以填寫：daily, weekly, monthly。
! dudao: wrong.yaml:5:5: 錯誤 E3128: 缺少鍵「checklist」
!   請補上。
! dudao: wrong.yaml:5:5: 錯誤 E3301: 一條規則只用一種方式說明頻次
!   請在 frequency、every、at_least、rrule、on_opening、after_change_of 中寫一個。
! dudao: wrong.yaml:5:9: 錯誤 E3127: 「a」重複出現
!   請刪除其中一個。
! dudao: wrong.yaml:6:12: 錯誤 E3300: 「ten days」不是 1 到 366 的天數
!   請寫成 10 days。
! dudao: wrong.yaml:7:12: 錯誤 E3302: 以日為單位的重複規則中不能有「BYDAY=6TU」
!   請依 RFC 5545 書寫，如 FREQ=MONTHLY;BYDAY=2TU。
! dudao: wrong.yaml:10:17: 錯誤 E3128: 缺少鍵「weeks」
!   請補上。
! dudao: wrong.yaml:10:18: 錯誤 E3130: 未知的鍵「week」
!   您要寫的是「weeks」嗎？
[3]
$ printf 'rules:\n  - {id: a, checklist: coffee, frequency: daily, units: {below: [S001, S999]}}\n  - {id: b, checklist: tea, rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30}\n' > wrong.yaml
$ dudao plan create 2026-12 --rules wrong.yaml
! dudao: wrong.yaml:2:24: error E3032: no checklist 'coffee' is published
!   dudao checklist list shows them.
! dudao: wrong.yaml:2:72: error E3030: there is no store 'S999'
!   dudao store list shows them.
! dudao: wrong.yaml:3:24: error E3302: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' is not possible in a recurrence of days
!   Write it as RFC 5545 does, such as FREQ=MONTHLY;BYDAY=2TU.
[3]
# Recurrences, and a year that no calendar knows.
$ printf 'rules:\n  - {id: second-tuesday, checklist: tea, rrule: FREQ=MONTHLY;BYDAY=2TU}\n' > rrule.yaml
$ dudao plan create 2027-Q1 --rules rrule.yaml && dudao plan generate 2027-Q1
3RQW0 2027-Q1 2027-Q1 visit: draft
4 stores: 12 visits added, 0 were there already
Rule            Checklist  Stores  Visits
--------------  ---------  ------  ------
second-tuesday  tea             4      12
$ printf 'rules:\n  - {id: each, checklist: tea, frequency: daily, working_days: true}\n' > daily.yaml
$ dudao plan create 2027-01 --rules daily.yaml && dudao plan generate 2027-01
3AWA4 2027-01 2027-01 visit: draft
! dudao: error E3011: the calendar 'cn' does not know the working days of 2027
!   Add the year to calendars/cn.yaml once it is announced, or count calendar days.
[3]
# The example of a new workspace, and the rhythm of food safety.
$ dudao checklist copy food-daily food-weekly food-monthly >/dev/null && dudao checklist publish checklists/food-*.yaml >/dev/null 2>&1
$ at '2026-11-25 11:00' M01 dudao plan create 2026-W50 --rules rules/food-safety.yaml && dudao plan generate 2026-W50
TZ17F 2026-W50 2026-W50 visit: draft
4 stores: 32 visits added, 0 were there already
Rule     Checklist     Stores  Visits
-------  ------------  ------  ------
daily    food-daily         4      28
weekly   food-weekly        4       4
monthly  food-monthly       4       0
$ dudao checklist publish checklists/qsc-store.yaml >/dev/null; dudao plan create 2026-W51 --rules rules/frequency.yaml && dudao plan generate 2026-W51
XK9ZM 2026-W51 2026-W51 visit: draft
4 stores: 4 visits added, 0 were there already
Rule     Checklist  Stores  Visits
-------  ---------  ------  ------
monthly  qsc-store       4       4
$ dudao db verify 2>/dev/null | head -1 | sed 's/[0-9][0-9]* entries and [0-9]* rows/all/'
all are as they were written
