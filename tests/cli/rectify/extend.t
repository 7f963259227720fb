# A later deadline: asked for, granted or refused by someone else, the one at first stays visible.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ issue=$(issue_of S002 F03)
$ DUDAO_NOW='2026-11-06 09:00' DUDAO_ACTOR=H002
$ dudao rectify plan "$issue" --measure 换密封条 --owner H002
2B6E8 S002 冷藏柜温度: planned
$ dudao rectify grant "$issue" --actor M01
! dudao: error E4127: nobody asks for a later deadline
!   Ask with dudao rectify extend.
[4]
$ dudao rectify extend "$issue" --to 2026-11-06 --reason 配件缺货
! dudao: error E4126: 2026-11-06 is not later than the deadline 2026-11-06
!   Ask for a later day.
[4]
$ dudao rectify extend "$issue" --to 2026-11-10
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao rectify extend "$issue" --to 2026-11-10 --reason 配件缺货
2B6E8 S002 冷藏柜温度: planned
$ dudao issue list --extension-asked
Id     Due         Urgency  Status   Store          What is wrong  Department
-----  ----------  -------  -------  -------------  -------------  ----------
2B6E8  2026-11-06  high     planned  S002 五角场店  冷藏柜温度     工程部
$ dudao issue show "$issue" | sed -n '/^Due/,/^Owner/p'
Due             2026-11-06
Asked for       2026-11-10  H002  配件缺货
Owner           H002
$ dudao rectify grant "$issue"
! dudao: error E4009: H002 may not grant extensions
!   People with one of these roles may: manager.
[4]
$ dudao --actor Z01 rectify grant "$issue"
! dudao: error E4009: Z01 may not grant extensions
!   People with one of these roles may: manager.
[4]
$ dudao --actor M01 rectify refuse "$issue"
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao --actor M01 rectify refuse "$issue" --reason 可先用备用冷柜
2B6E8 S002 冷藏柜温度: planned
$ dudao --actor Z01 rectify extend "$issue" --to 2026-11-12 --reason 备用冷柜也坏了
2B6E8 S002 冷藏柜温度: planned
$ dudao --actor M01 rectify grant "$issue" --note 供应商已确认 --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"planned","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-12","original_due":"2026-11-06","extensions":1,"owner":"H002","percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}
$ dudao issue list --extension-asked
[1]
$ dudao issue show "$issue"
Issue           01M6JM02J0GVKN67NMS0M2B6E8
What is wrong   Temperature of the refrigerator
Store           S002 五角场店
Status          planned
Urgency         high
Category        resource
Department      工程部
Responsibility  proposed
Raised          2026-11-04  Z01
Due             2026-11-12 (at first 2026-11-06)
Owner           H002
Measure         换密封条
Checklist item  tea F03
Visit           01M6JM02J0NTXQVCSD9W7ZDP2K
Playbook        cross-department  Conflict between departments
Next            assigned, planned, progressed, submitted, cancelled, duplicated

History
When              Who   What               Note
----------------  ----  -----------------  ---------------------------
2026-11-06 09:00  周强  planned            换密封条 (H002)
2026-11-06 09:00  周强  extension asked    2026-11-10 · 配件缺货
2026-11-06 09:00  王芳  extension refused  可先用备用冷柜
2026-11-06 09:00  张伟  extension asked    2026-11-12 · 备用冷柜也坏了
2026-11-06 09:00  王芳  extended           2026-11-12 · 供应商已确认
$ COLUMNS=40 dudao --lang zh-CN issue show "$issue"
问题编号      01M6JM02J0GVKN67NMS0M2B6E8
问题描述      冷藏柜温度
门店          S002 五角场店
状态          已定计划
紧急程度      高
问题类别      资源不足
责任部门      工程部
责任认定      待认定
提出时间      2026-11-04  Z01
整改期限      2026-11-12（原期限 2026-11-06）
责任人        H002
整改措施      换密封条
检查项        tea F03
巡检编号      01M6JM02J0NTXQVCSD9W7ZDP2K
处理指南      cross-department  跨部门冲突协调
可执行的操作  指派、制定措施、更新进度、提交、撤销、标记重复

处理记录
时间              操作人  操作      说明
----------------  ------  --------  ---------------------------
2026-11-06 09:00  周强    制定措施  换密封条 (H002)
2026-11-06 09:00  周强    申请延期  2026-11-10 · 配件缺货
2026-11-06 09:00  王芳    驳回延期  可先用备用冷柜
2026-11-06 09:00  张伟    申请延期  2026-11-12 · 备用冷柜也坏了
2026-11-06 09:00  王芳    批准延期  2026-11-12 · 供应商已确认
$ dudao issue stats
category   Raised  Open  Overdue  Closed  On time  First pass  Median days
---------  ------  ----  -------  ------  -------  ----------  -----------
execution       4     4        0    0.0%        –           –            –
resource        1     1        0    0.0%        –           –            –
$ at '2026-11-11 09:00' H002 dudao rectify submit "$issue" >/dev/null
$ at '2026-11-12 09:00' Z02 dudao rectify accept "$issue" >/dev/null
$ at '2026-11-13 09:00' M01 dudao issue stats --by category --category resource --json
{"schema_version":1,"stats":[{"category":"resource","raised":1,"open":0,"overdue":0,"extended":1,"closed":{"part":1,"whole":1,"percent":100},"on_time":{"part":1,"whole":1,"percent":100},"first_pass":{"part":1,"whole":1,"percent":100},"median_days":8,"p90_days":8,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null}]}
# Another role decides where the settings name it.
$ printf 'approval: {extension: [approver]}\n' >> dudao.yaml; sed -i '/^approval:$/,/^$/d' dudao.yaml
$ other=$(issue_of S003 F01)
$ dudao --actor Z02 rectify extend "$other" --to 2026-11-20 --reason 停电
4KRXA S003 原料全部在有效期内: open
$ dudao --actor M01 rectify grant "$other"
! dudao: error E4009: M01 may not grant extensions
!   People with one of these roles may: approver.
[4]
$ dudao --actor A01 rectify grant "$other"
4KRXA S003 原料全部在有效期内: open
