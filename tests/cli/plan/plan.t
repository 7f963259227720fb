# A plan from draft to review: the author cannot approve it, the chain of approvers is kept, and a refused
# step says which rule refuses and what is possible.
$ . "$FIXTURES/shop.sh"
$ dudao plan list
[1]
$ dudao plan list --json
{"schema_version":1,"plans":[],"truncated":false}
[1]
$ at '2026-11-01 10:00' M01 dudao plan create 2026-11 --checklist tea --title 11月巡检 --objectives 效期管理
MZ99N 2026-11 11月巡检: draft
$ dudao plan submit 2026-11
! dudao: error E4014: the plan '2026-11' has no visits
!   Make them with dudao plan generate.
[4]
$ dudao plan generate 2026-11 --dry-run
4 stores: 4 visits would be added, 0 are there already
$ dudao plan generate 2026-11 --dry-run --json
{"schema_version":1,"plan":{"id":"01M6ADBH80SK291A34V40MZ99N","kind":"visit","period":"2026-11","first_day":"2026-11-01","last_day":"2026-11-30","title":"11月巡检","objectives":"效期管理","status":"draft","author":"M01","scope":null,"checklist":"tea","visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":null},"units":4,"added":4,"unchanged":0,"unassigned":0,"closed":0,"dry_run":true,"rules":[{"rule":"tea","checklist":"tea","units":4,"visits":4,"closed":0}]}
$ dudao plan generate 2026-11
4 stores: 4 visits added, 0 were there already
$ dudao plan publish 2026-11
! dudao: error E4001: 'published' is not possible while the state is 'draft'
!   Possible now: submitted.
[4]
$ dudao plan submit 2026-11
MZ99N 2026-11 11月巡检: submitted
$ dudao plan approve 2026-11
! dudao: error E4006: M01 wrote this plan and cannot approve it
!   Someone else must approve it.
[4]
$ dudao --actor A01 plan approve 2026-11
! dudao: error E4012: A01 may not take this step of the approval
!   It is for a person with the role manager.
[4]
$ dudao --actor Z01 plan approve 2026-11
! dudao: error E4009: Z01 may not publish plans
!   People with one of these roles may: manager, approver.
[4]
$ dudao --actor M02 plan return 2026-11
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao --actor M02 plan return 2026-11 --reason 每店应查两次
MZ99N 2026-11 11月巡检: returned
$ dudao plan submit 2026-11 --note 已说明
MZ99N 2026-11 11月巡检: submitted
$ at '2026-11-02 09:00' M02 dudao plan approve 2026-11 --json
{"schema_version":1,"plan":{"id":"01M6ADBH80SK291A34V40MZ99N","kind":"visit","period":"2026-11","first_day":"2026-11-01","last_day":"2026-11-30","title":"11月巡检","objectives":"效期管理","status":"submitted","author":"M01","scope":null,"checklist":"tea","visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":null}}
$ dudao --actor M02 plan approve 2026-11
! dudao: error E4012: M02 may not take this step of the approval
!   It is for a person with the role approver.
[4]
$ at '2026-11-02 10:00' A01 dudao plan approve 2026-11 --note 同意
MZ99N 2026-11 11月巡检: approved
$ dudao --actor M01 plan generate 2026-11
! dudao: error E4013: the plan '2026-11' is approved: its visits are settled
!   Return it first, or make another plan.
[4]
$ dudao --actor Z01 plan publish 2026-11
! dudao: error E4009: Z01 may not publish plans
!   People with one of these roles may: manager, approver.
[4]
$ dudao --actor M01 plan publish 2026-11
MZ99N 2026-11 11月巡检: published
$ at '2026-11-06 08:00' Y01 dudao inspect import "$FIXTURES/answers.csv" --checklist tea
3 rows: 3 visits added, 0 unchanged, 0 rows rejected
15 answers, 5 issues raised, 3 planned visits fulfilled, 0 visits incomplete
! answers without a photo or file: 1
$ at '2026-12-01 09:00' M01 dudao plan show 2026-11
Plan              01M6ADBH80SK291A34V40MZ99N
Title             11月巡检
Kind              visit
Period            2026-11
Status            published
Objectives        效期管理
Author            M01
Checklist         tea
Unplanned visits  0

Progress
Supervisor  Planned  Done  Late  Open  Missed    Rate
----------  -------  ----  ----  ----  ------  ------
Z01               2     2     0     0       0  100.0%
Z02               2     1     0     0       1   50.0%
All               4     3     0     0       1   75.0%

History
When              Who   What       Note
----------------  ----  ---------  ------------
2026-11-01 10:00  王芳  submitted
2026-11-01 10:00  刘洋  returned   每店应查两次
2026-11-01 10:00  王芳  submitted  已说明
2026-11-02 09:00  刘洋  approved
2026-11-02 10:00  陈静  approved   同意
2026-11-02 10:00  王芳  published
$ dudao plan show 2026-11 --json
{"schema_version":1,"plan":{"id":"01M6ADBH80SK291A34V40MZ99N","kind":"visit","period":"2026-11","first_day":"2026-11-01","last_day":"2026-11-30","title":"11月巡检","objectives":"效期管理","status":"published","author":"M01","scope":null,"checklist":"tea","visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":null},"focus":null,"methods":null,"staffing":null,"targets":[],"plan_rules":[{"rule":"tea","checklist":"tea","kinds":[],"ownerships":[],"tags":[],"below":[],"risks":[],"rhythm":"spans","count":1,"span":"period","rrule":null,"starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0}],"progress":{"planned":4,"done":3,"late":0,"open":0,"missed":1,"cancelled":0,"unplanned":0},"supervisors":[{"supervisor":"Z01","planned":2,"done":2,"late":0,"open":0,"missed":0,"cancelled":0,"unplanned":0},{"supervisor":"Z02","planned":2,"done":1,"late":0,"open":0,"missed":1,"cancelled":0,"unplanned":0}],"events":[{"id":"01M6ADBH80X3STMTNBMTNBETDW","event":"submitted","at":"2026-11-01T02:00:00Z","day":"2026-11-01","actor":"M01","device":"D1","note":null,"cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true},{"id":"01M6ADBH80HSAWP2BAAKMS94PH","event":"returned","at":"2026-11-01T02:00:00Z","day":"2026-11-01","actor":"M02","device":"D1","note":"每店应查两次","cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true},{"id":"01M6ADBH80BRXCQ3874S4224YR","event":"submitted","at":"2026-11-01T02:00:00Z","day":"2026-11-01","actor":"M01","device":"D1","note":"已说明","cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true},{"id":"01M6CWACM06GCDTSATXDREAJP0","event":"approved","at":"2026-11-02T01:00:00Z","day":"2026-11-02","actor":"M02","device":"D1","note":null,"cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true},{"id":"01M6CZR880VAT80ZJ1BA8P14W9","event":"approved","at":"2026-11-02T02:00:00Z","day":"2026-11-02","actor":"A01","device":"D1","note":"同意","cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true},{"id":"01M6CZR880K2W4X5W5MK6CV8FV","event":"published","at":"2026-11-02T02:00:00Z","day":"2026-11-02","actor":"M01","device":"D1","note":null,"cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true}]}
$ dudao plan close 2026-11 --review 覆盖率达标
MZ99N 2026-11 11月巡检: closed
$ dudao plan close 2026-11 --review 再来
! dudao: error E4001: 'closed' is not possible while the state is 'closed'
!   Possible now: nothing.
[4]
$ dudao plan list
Id     Period   Kind   Title     Status  Author
-----  -------  -----  --------  ------  ------
MZ99N  2026-11  visit  11月巡检  closed  M01
$ dudao plan show 2026-12
! dudao: error E3033: there is no plan '2026-12'
!   dudao plan list shows them.
[3]
$ dudao plan show 99999
! dudao: error E3033: there is no plan '99999'
!   dudao plan list shows them.
[3]
$ dudao plan create 2026-13
! dudao: error E3007: '2026-13' is not a period
!   Write 2027, 2026-Q4, 2026-11 or 2026-W47.
[2]
$ dudao plan create 2026-12 --checklist coffee
! dudao: error E3032: no checklist 'coffee' is published
!   dudao checklist list shows them.
[3]
$ dudao plan create 2026-12 --checklist tea --per-store 40
! dudao: error E4017: 40 visits to a store are not possible in this period
!   Write 1 to 31.
[4]
$ dudao plan create 2026-12 --checklist tea --scope 四川省
! dudao: error E3030: there is no store '四川省'
!   dudao store list shows them.
[3]
$ dudao plan create 2026-12 --kind supervision --json
{"schema_version":1,"plan":{"id":"01M8QHV7M0G2VY8JCFNZHA9N34","kind":"supervision","period":"2026-12","first_day":"2026-12-01","last_day":"2026-12-31","title":"2026-12 supervision","objectives":null,"status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":null}}
$ dudao plan generate 2026-12
! dudao: error E4015: the plan '2026-12' is no visit plan
!   Only visit plans have visits to generate.
[4]
