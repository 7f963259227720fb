# What was found before in the same store: linked, more urgent, and not planned without a root cause.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ first=$(issue_of S002 F03)
$ printf 'unit,at,inspector,item,value\nS002,2026-11-18 10:00,Z01,F03,12\n' > again.csv
$ at '2026-11-18 12:00' Y01 dudao inspect import again.csv --checklist tea
1 rows: 1 visits added, 0 unchanged, 0 rows rejected
1 answers, 1 issues raised, 0 planned visits fulfilled, 1 visits incomplete
$ at '2026-11-19 09:00' M01 dudao issue list --recurring --all
Id     Due         Urgency   Status  Store          What is wrong  Department
-----  ----------  --------  ------  -------------  -------------  ----------
G4HYW  2026-11-20  critical  open    S002 五角场店  冷藏柜温度     工程部
$ again=$(issue_of S002 F03 | grep -v "$first")
$ dudao issue show "$again"
Issue           01M7P63R80B68D4HV769JG4HYW
What is wrong   Temperature of the refrigerator
Store           S002 五角场店
Status          open
Urgency         critical
Category        resource
Department      工程部
Responsibility  proposed
Raised          2026-11-18  Z01
Due             2026-11-20
Checklist item  tea F03
Visit           01M7P63R80FA6XX0TJ86WZ93AG
Recurs          2B6E8  2026-11-04  open
Training        needed
Playbook        cross-department  Conflict between departments
Next            assigned, planned, cancelled, duplicated
$ DUDAO_NOW='2026-11-19 09:00' DUDAO_ACTOR=H002
$ dudao rectify plan "$again" --measure 换压缩机 --owner H002
! dudao: error E4129: this was found before, on 2026-11-04 (2B6E8), and its root cause is not named
!   Name it with dudao rectify plan --cause.
[4]
$ dudao rectify plan "$again" --measure 换压缩机 --owner H002 --cause 压缩机老化，只换了密封条
G4HYW S002 冷藏柜温度: planned
$ dudao issue show "$again" --json
{"schema_version":1,"issue":{"id":"01M7P63R80B68D4HV769JG4HYW","unit":"S002","unit_name":"五角场店","status":"planned","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M7P63R80FA6XX0TJ86WZ93AG","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-18","due":"2026-11-20","original_due":null,"extensions":0,"owner":"H002","percent":0,"cycle":1,"closed_on":null,"recurs":"01M6JM02J0GVKN67NMS0M2B6E8","reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},"remark":null,"evidence":[],"measure":"换压缩机","measure_due":null,"root_cause":"压缩机老化，只换了密封条","urgency_raised":"critical","extension_asked":null,"extension_asked_by":null,"extension_reason":null,"reply_note":null,"cause":null,"promised_by":null,"dispute":null,"manifestation":null,"containment":null,"whys":[],"clock":[],"recurring":true,"training":true,"before":["01M6JM02J0GVKN67NMS0M2B6E8"],"playbook":"cross-department","tasks":[],"allowed":["assigned","planned","progressed","submitted","cancelled","duplicated"],"events":[{"id":"01M7RN2KM0V6SP5X1CJBK7EHXP","event":"planned","at":"2026-11-19T01:00:00Z","day":"2026-11-19","actor":"H002","device":"D1","note":"换压缩机","cause":"压缩机老化，只换了密封条","person":"H002","due":null,"number":null,"other":null,"evidence":[],"changes":{},"applied":true}]}
$ COLUMNS=40 dudao --lang zh-CN issue show "$again"
问题编号      01M7P63R80B68D4HV769JG4HYW
问题描述      冷藏柜温度
门店          S002 五角场店
状态          已定计划
紧急程度      紧急
问题类别      资源不足
责任部门      工程部
责任认定      待认定
提出时间      2026-11-18  Z01
整改期限      2026-11-20
责任人        H002
根本原因      压缩机老化，只换了密封条
整改措施      换压缩机
检查项        tea F03
巡检编号      01M7P63R80FA6XX0TJ86WZ93AG
重复自        2B6E8  2026-11-04  待整改
培训          需要
处理指南      cross-department  跨部门冲突协调
可执行的操作  指派、制定措施、更新进度、提交、撤销、标记重复

处理记录
时间              操作人  操作      说明
----------------  ------  --------  ------------------------------------------
2026-11-19 09:00  周强    制定措施  压缩机老化，只换了密封条 · 换压缩机 (H002)
$ dudao issue similar "$again"
[1]
$ dudao issue similar "$(issue_of S003 F01)" --months 30
! dudao: error E2008: '30' is no value for --months
!   See --help.
[2]
$ dudao issue stats --by recurring
recurring  Raised  Open  Overdue  Closed  On time  First pass  Median days
---------  ------  ----  -------  ------  -------  ----------  -----------
–               5     5        5    0.0%     0.0%           –            –
recurring       1     1        0    0.0%        –           –            –
# Without the rules it stays linked and asks for nothing.
$ rm rules/recurrence.yaml
$ dudao issue list --recurring --all
[1]
$ dudao --lang zh-CN issue show "$again" | grep "$first"
以前出现过    2B6E8  2026-11-04  待整改
$ printf 'window: {months: 20}\n' > rules/recurrence.yaml
$ dudao issue list --recurring
! dudao: $WORK/shop/rules/recurrence.yaml:1:18: error E3131: '20' is not between 1 and 12
[3]
