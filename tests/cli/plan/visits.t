# The visits of a plan: who makes them and when, moved by hand, exchanged, called off, with their history.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null
$ export DUDAO_ACTOR=M01 DUDAO_NOW='2026-11-02 09:00'
$ dudao plan visits 2026-11
Id     Day  Store            Inspector  Window              Standing
-----  ---  ---------------  ---------  ------------------  --------
TB5TD  -    S001 静安寺店    Z01        2026-11-01 … 11-30  open
2YJ43  -    S002 五角场店    Z01        2026-11-01 … 11-30  open
QQ922  -    S003 西湖银泰店  Z02        2026-11-01 … 11-30  open
CDB1P  -    S004 宁波天一店  Z02        2026-11-01 … 11-30  open
$ dudao plan visits 2026-11 --inspector Z02 --json
{"schema_version":1,"visits":[{"id":"01M6A6FT00EE95M6JZAFKQQ922","unit":"S003","unit_name":"西湖银泰店","checklist":"tea","kind":"routine","number":1,"from":"2026-11-01","to":"2026-11-30","day":null,"inspector":"Z02","standing":"open","fixed":false,"done_on":null},{"id":"01M6A6FT00VVJ29RE0ZJECDB1P","unit":"S004","unit_name":"宁波天一店","checklist":"tea","kind":"routine","number":1,"from":"2026-11-01","to":"2026-11-30","day":null,"inspector":"Z02","standing":"open","fixed":false,"done_on":null}],"truncated":false}
$ visit() { dudao plan visits 2026-11 --unit "$1" --json | sed -n 's/.*"visits":\[{"id":"[0-9A-Z]*\([0-9A-Z]\{5\}\)".*/\1/p'; }
$ dudao plan move "$(visit S001)" --to 2026-11-12 --reason 店长外出
TB5TD S001: 2026-11-12, Z01
$ dudao plan move "$(visit S001)" --to 2026-11-12 --reason 店长外出
! dudao: error E4116: the visit TB5TD is on this day and with this person already
!   Name another day or another inspector.
[4]
$ dudao plan move "$(visit S003)" --to 2026-11-12 --inspector Z01 --reason 李娜请假 --json
{"schema_version":1,"visits":[{"id":"01M6A6FT00EE95M6JZAFKQQ922","unit":"S003","unit_name":"西湖银泰店","checklist":"tea","kind":"routine","number":1,"from":"2026-11-01","to":"2026-11-30","day":"2026-11-12","inspector":"Z01","standing":"open","fixed":true,"done_on":null}]}
$ dudao plan swap "$(visit S001)" "$(visit S002)"
! dudao: error E4117: the visit 2YJ43 has no day yet
!   Give it one with dudao plan move or dudao plan assign.
[4]
$ dudao plan move "$(visit S002)" --to 2026-11-16 --reason 顺路
2YJ43 S002: 2026-11-16, Z01
$ dudao plan swap "$(visit S001)" "$(visit S002)" --reason 对调
TB5TD S001: 2026-11-16, Z01
2YJ43 S002: 2026-11-12, Z01
$ dudao plan cancel "$(visit S004)" --reason 停业装修
CDB1P S004: cancelled
$ dudao plan cancel "$(visit S004)" --reason 停业装修
! dudao: error E4111: the visit CDB1P is cancelled
[4]
$ dudao plan visits 2026-11
Id     Day         Store            Inspector  Window              Standing
-----  ----------  ---------------  ---------  ------------------  ---------
TB5TD  2026-11-16  S001 静安寺店    Z01        2026-11-01 … 11-30  open
2YJ43  2026-11-12  S002 五角场店    Z01        2026-11-01 … 11-30  open
QQ922  2026-11-12  S003 西湖银泰店  Z01        2026-11-01 … 11-30  open
CDB1P  -           S004 宁波天一店  Z02        2026-11-01 … 11-30  cancelled
$ dudao plan visits 2026-11 --day 2026-11-16
Id     Day         Store          Inspector  Window              Standing
-----  ----------  -------------  ---------  ------------------  --------
TB5TD  2026-11-16  S001 静安寺店  Z01        2026-11-01 … 11-30  open
$ dudao plan visits 2026-11 --day 2026-11-17
[1]
$ dudao plan history "$(visit S001)"
Visit      01M6A6FT00F4R8DGK25RNTB5TD
Store      S001 静安寺店
Checklist  tea
Window     2026-11-01 … 11-30
Day        2026-11-16
Inspector  Z01
Standing   open

History
When              Who   What   Note
----------------  ----  -----  ---------------------------
2026-11-02 09:00  王芳  moved  2026-11-12 · 店长外出 (Z01)
2026-11-02 09:00  王芳  moved  2026-11-16 · 对调 (Z01)
$ dudao plan history "$(visit S004)" --json
{"schema_version":1,"visit":{"id":"01M6A6FT00VVJ29RE0ZJECDB1P","unit":"S004","unit_name":"宁波天一店","checklist":"tea","kind":"routine","number":1,"from":"2026-11-01","to":"2026-11-30","day":null,"inspector":"Z02","standing":"cancelled","fixed":false,"done_on":null},"events":[{"id":"01M6CWACM0ATDFW3SR834A05KV","event":"cancelled","at":"2026-11-02T01:00:00Z","day":"2026-11-02","actor":"M01","device":"D1","note":"停业装修","cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true}]}
# What would not count, is past, or may not be.
$ dudao plan move "$(visit S001)" --to 2026-12-01 --reason 太晚
! dudao: error E4112: on 2026-12-01 the visit would not count for its plan
!   Name a day from 2026-11-01 to 2026-11-30.
[4]
$ dudao plan move "$(visit S001)" --to 2026-11-01 --reason 太早
! dudao: error E4113: 2026-11-01 is past
!   Name today or a later day.
[4]
$ dudao plan move "$(visit S001)" --to 2026-11-13 --inspector H001 --reason 换人
! dudao: error E4009: H001 may not inspect
!   People with one of these roles may: supervisor, manager.
[4]
$ dudao plan move "$(visit S001)" --to 2026-11-13 --inspector X99 --reason 换人
! dudao: error E3031: there is no person 'X99'
!   Import people first, or write the code.
[3]
$ dudao plan move "$(visit S001)" --to 2026-11-13
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao plan move 99999 --to 2026-11-13 --reason 没有
! dudao: error E3320: there is no planned visit '99999'
!   dudao plan visits shows them.
[3]
$ dudao plan swap "$(visit S001)" "$(visit S001)"
! dudao: error E4114: the visit TB5TD cannot be exchanged with itself
!   Name another one.
[4]
$ dudao --actor Z01 plan move "$(visit S001)" --to 2026-11-13 --reason 自己改
! dudao: error E4009: Z01 may not publish plans
!   People with one of these roles may: manager, approver.
[4]
$ dudao plan visits 2026-11 --unit S999
! dudao: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ visited >/dev/null 2>&1
$ at '2026-11-09 09:00' M01 dudao plan move "$(visit S001)" --to 2026-11-18 --reason 已做
! dudao: error E4110: the visit TB5TD was made on 2026-11-03
!   What is done stays as it is.
[4]
$ at '2026-11-09 09:00' Z01 dudao inspect today --day 2026-11-12
! no plan has a visit for this person that could be made on 2026-11-12
[1]
$ at '2026-11-30 09:00' M01 dudao plan visits 2026-11
Id     Day         Store            Inspector  Window              Standing
-----  ----------  ---------------  ---------  ------------------  ---------
TB5TD  2026-11-03  S001 静安寺店    Z01        2026-11-01 … 11-30  done
2YJ43  2026-11-04  S002 五角场店    Z01        2026-11-01 … 11-30  done
QQ922  2026-11-05  S003 西湖银泰店  Z01        2026-11-01 … 11-30  done
CDB1P  -           S004 宁波天一店  Z02        2026-11-01 … 11-30  cancelled
$ at '2026-12-01 09:00' M01 dudao plan close 2026-11 --review 覆盖率达标
MZ99N 2026-11 11月巡检: closed
$ at '2026-12-01 09:00' M01 dudao plan cancel "$(visit S003)" --reason 已关闭
! dudao: error E4115: the plan '2026-11' is closed
!   Its visits stay as they are.
[4]
$ dudao -q db verify >/dev/null
