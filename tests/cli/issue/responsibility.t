# Who is responsible: proposed, disputed, moved, confirmed.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ DUDAO_NOW='2026-11-06 09:00' DUDAO_ACTOR=M01
$ issue=$(issue_of S002 F03)
$ dudao issue dispute "$issue" --reason 保修期内，应由供应商负责 --actor H002
! dudao: error E4011: H002 heads neither 工程部 nor a unit above it
!   Heads act for their own unit and those below it.
[4]
$ dudao issue dispute "$issue" --reason 保修期内，应由供应商负责 --actor Z01
2B6E8 S002 冷藏柜温度: open
$ dudao issue list --responsibility disputed
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     工程部
$ dudao issue reassign "$issue" --reason 设备故障
! dudao: error E4241: nobody is named who is to be responsible
!   Name a department, a store or a person, or who helps.
[4]
$ dudao issue reassign "$issue" --reason 设备故障 --department 采购处
! dudao: error E3030: there is no store '采购处'
!   dudao store list shows them.
[3]
$ dudao issue reassign "$issue" --reason 设备故障 --actor H002 --department 运营部
! dudao: error E4009: H002 may not judge rectifications
!   People with one of these roles may: supervisor, manager, approver.
[4]
$ dudao issue reassign "$issue" --reason 采购的冷柜，由运营部处理 --department 运营部 --assist 工程部 --assist S002 --owner H002
2B6E8 S002 冷藏柜温度: open
$ dudao issue reassign "$issue" --reason 再说一遍 --to 运营部
! dudao: error E4242: they are responsible already
[4]
$ dudao issue list --department 运营部 --assist S002
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     运营部
$ dudao issue confirm "$issue"
2B6E8 S002 冷藏柜温度: open
$ dudao issue confirm "$issue"
! dudao: error E4240: responsibility is confirmed already
[4]
$ dudao issue show "$issue" | grep -v '^Issue'
What is wrong   Temperature of the refrigerator
Store           S002 五角场店
Status          open
Urgency         high
Category        resource
Department      运营部
Assisting       工程部, S002
Responsibility  confirmed
Raised          2026-11-04  Z01
Due             2026-11-06
Owner           H002
Checklist item  tea F03
Visit           01M6JM02J0NTXQVCSD9W7ZDP2K
Playbook        cross-department  Conflict between departments
Next            assigned, planned, cancelled, duplicated

History
When              Who   What        Note
----------------  ----  ----------  --------------------------------------------
2026-11-06 09:00  张伟  disputed    保修期内，应由供应商负责
2026-11-06 09:00  王芳  reassigned  department 运营部 · assisting 工程部,S002 ·…
2026-11-06 09:00  王芳  confirmed
$ dudao --lang zh-CN issue show "$issue" | sed -n '/^责任/p;/^协办/p;/^历史\|^办理/,$p'
责任部门      运营部
协办          工程部, S002
责任认定      已认定
责任人        H002
$ dudao issue show "$issue" --json | jq -c '.issue.responsibility, .issue.department, .issue.assisting, .dispute, [.events[] | [.event, .changes]]'
"confirmed"
"运营部"
\["工程部","S002"]
null
\[["disputed",{}],["reassigned",{"department":"运营部","assisting":"工程部,S002"}],["confirmed",{}]]
$ dudao rectify ledger --responsibility confirmed | grep -o '运营部.*\|confirmed,.*'
运营部,H002,,2026-11-06,0,open,,,,,1,采购的冷柜，由运营部处理,item,,,,,,0,confirmed,"工程部, S002",,,,,,,,,,,,
$ dudao issue cancel "$issue" --reason 误报
2B6E8 S002 冷藏柜温度: cancelled
$ dudao issue dispute "$issue" --reason 迟了
! dudao: error E4001: 'disputed' is not possible while the state is 'cancelled'
!   Possible now: nothing.
[4]
$ dudao db verify
9 entries and 102 rows are as they were written
chain head D1:9 57ad4e486cc5eedc70a36f6249ac3764d2e2fba82aaffa9ecfb5becca1c80c4c
! without --head it cannot be excluded that the last entries were cut off
