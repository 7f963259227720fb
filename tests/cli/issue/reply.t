# What the head of the store replies to an issue: he agrees or objects, the last counts.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ issue=$(issue_of S002 F03)
$ at '2026-11-06 09:00' H002 dudao issue object "$issue" --reason 当时正在除霜
2B6E8 S002 冷藏柜温度: open
$ dudao issue list --objected
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     工程部
$ dudao issue agree "$issue" --cause 密封条老化 --measure 更换密封条 --by 2026-11-08 --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":"agreed","responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}
$ dudao issue list --objected
[1]
$ dudao issue show "$issue"
Issue               01M6JM02J0GVKN67NMS0M2B6E8
What is wrong       Temperature of the refrigerator
Store               S002 五角场店
Status              open
Urgency             high
Category            resource
Department          工程部
Responsibility      proposed
Raised              2026-11-04  Z01
Due                 2026-11-06
Reply of the store  agreed
Cause               密封条老化
Promised measure    更换密封条
Promised by         2026-11-08
Checklist item      tea F03
Visit               01M6JM02J0NTXQVCSD9W7ZDP2K
Playbook            cross-department  Conflict between departments
Next                assigned, planned, cancelled, duplicated

History
When              Who   What      Note
----------------  ----  --------  -----------------------
2026-11-06 09:00  周强  objected  当时正在除霜
2026-11-06 09:00  周强  agreed    密封条老化 · 更换密封条
$ dudao issue show "$issue" --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":"agreed","responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},"remark":null,"evidence":[],"measure":null,"measure_due":null,"root_cause":null,"urgency_raised":"high","extension_asked":null,"extension_asked_by":null,"extension_reason":null,"reply_note":"更换密封条","cause":"密封条老化","promised_by":"2026-11-08","dispute":null,"manifestation":null,"containment":null,"whys":[],"clock":[],"recurring":false,"training":false,"before":[],"playbook":"cross-department","tasks":[],"allowed":["assigned","planned","cancelled","duplicated"],"events":[{"id":"01M6Q5X8M0PKC6KD15KWW7T8DG","event":"objected","at":"2026-11-06T01:00:00Z","day":"2026-11-06","actor":"H002","device":"D1","note":"当时正在除霜","cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true},{"id":"01M6Q5X8M06RZ0H6DHJ6J6ZQ33","event":"agreed","at":"2026-11-06T01:00:00Z","day":"2026-11-06","actor":"H002","device":"D1","note":"更换密封条","cause":"密封条老化","person":null,"due":"2026-11-08","number":null,"other":null,"evidence":[],"changes":{},"applied":true}]}
$ dudao issue object "$issue"
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao issue object "$(issue_of S003 F01)" --reason 不是本店
! dudao: error E4011: H002 heads neither S003 nor a unit above it
!   Heads act for their own unit and those below it.
[4]
$ dudao --actor Z01 issue agree "$(issue_of S002 F02)"
4W5W5 S002 开封原料贴效期标签: open
$ dudao --actor Z01 issue cancel "$(issue_of S002 F02)" --reason 标签在背面
4W5W5 S002 开封原料贴效期标签: cancelled
$ dudao issue agree "$(issue_of S002 F02)"
! dudao: error E4001: 'agreed' is not possible while the state is 'cancelled'
!   Possible now: nothing.
[4]
$ dudao --lang zh-CN issue show "$issue"
问题编号      01M6JM02J0GVKN67NMS0M2B6E8
问题描述      冷藏柜温度
门店          S002 五角场店
状态          待整改
紧急程度      高
问题类别      资源不足
责任部门      工程部
责任认定      待认定
提出时间      2026-11-04  Z01
整改期限      2026-11-06
门店反馈      认可
原因          密封条老化
承诺措施      更换密封条
承诺期限      2026-11-08
检查项        tea F03
巡检编号      01M6JM02J0NTXQVCSD9W7ZDP2K
处理指南      cross-department  跨部门冲突协调
可执行的操作  指派、制定措施、撤销、标记重复

处理记录
时间              操作人  操作      说明
----------------  ------  --------  -----------------------
2026-11-06 09:00  周强    提出异议  当时正在除霜
2026-11-06 09:00  周强    认可      密封条老化 · 更换密封条
$ dudao rectify ledger --store S002
Issue,Region,Store code,Store name,Checklist item,What is wrong,Category,Urgency,Raised on,Raised by,Responsible department,Responsible person,Measure,Due on,Progress (%),Status,Overdue (days),Submitted on,Closed on,Accepted by,Cycle,Last note,Source,Reference,Reply of the store,Agreed cause,Promised measure or objection,Due on at first,Extensions,Responsibility,Assisting departments,Impact scope,Manifestation,Done at once,Whys,Cause class,Risk,Labels,Channel,Received,First response,Solved,Call-back
01M6JM02J0GVKN67NMS0M2B6E8,上海市 / 上海市,S002,五角场店,F03,冷藏柜温度,resource,high,2026-11-04,Z01,工程部,,,2026-11-06,0,open,,,,,1,更换密封条,item,,agreed,密封条老化,更换密封条,,0,proposed,,,,,,,,,,,,,
01M6JM02J03X4FSJ6GMQM4W5W5,上海市 / 上海市,S002,五角场店,F02,开封原料贴效期标签,execution,medium,2026-11-04,Z01,运营部,,,2026-11-11,0,cancelled,,,2026-11-06,,1,标签在背面,item,,agreed,,,,0,proposed,,,,,,,,,,,,,
