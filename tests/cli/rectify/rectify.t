# Rectification: whoever did some of the work can neither accept nor reject it, and heads act for their own
# unit.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null
! answers without a photo or file: 1
$ issue=$(issue_of S002 F03)
$ DUDAO_NOW='2026-11-07 09:00' DUDAO_ACTOR=H002
$ dudao rectify submit "$issue"
! dudao: error E4001: 'submitted' is not possible while the state is 'open'
!   Possible now: assigned, planned, cancelled, duplicated.
[4]
$ dudao rectify accept "$issue"
! dudao: error E4009: H002 may not judge rectifications
!   People with one of these roles may: supervisor, manager, approver.
[4]
$ dudao --actor Z01 rectify accept "$issue"
! dudao: error E4001: 'accepted' is not possible while the state is 'open'
!   Possible now: assigned, planned, cancelled, duplicated.
[4]
$ dudao --actor H001 rectify plan "$issue" --measure 换密封条 --owner H001 --by 2026-11-09
! dudao: error E4011: H001 heads neither S002 nor a unit above it
!   Heads act for their own unit and those below it.
[4]
$ dudao --actor A01 rectify plan "$issue" --measure 换密封条 --owner H002 --by 2026-11-09
! dudao: error E4009: A01 may not rectify
!   People with one of these roles may: head, supervisor, manager, service.
[4]
$ dudao rectify plan "$issue" --owner H002
! dudao: error E2011: --measure is missing
!   See --help.
[2]
$ dudao rectify plan "$issue" --measure 换密封条 --owner H002 --by 昨天
! dudao: error E3001: '昨天' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
[2]
$ dudao rectify plan "$issue" --measure 换密封条 --owner H002 --by 2026-11-09
2B6E8 S002 冷藏柜温度: planned
$ dudao rectify progress "$issue" --percent 120
! dudao: error E4008: 120 is no percentage
!   Write 0 to 100.
[4]
$ dudao rectify progress "$issue" --percent half
! dudao: error E2008: 'half' is no value for --percent
!   See --help.
[2]
$ dudao rectify progress "$issue" --percent 60 --note 配件已到
2B6E8 S002 冷藏柜温度: in progress
$ dudao --actor Z01 rectify progress "$issue" --percent 90 --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"in_progress","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":"H002","percent":90,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}
$ dudao rectify submit "$issue" --note 温度正常
2B6E8 S002 冷藏柜温度: submitted
$ dudao --actor H001 rectify reject "$issue" --reason 不行
! dudao: error E4009: H001 may not judge rectifications
!   People with one of these roles may: supervisor, manager, approver.
[4]
$ dudao --actor Z01 rectify reject "$issue" --reason 我也动过手
! dudao: error E4005: Z01 did some of the work or owns the measure and cannot judge it
!   Someone else must accept or reject it.
[4]
$ dudao --actor Z02 rectify reject "$issue"
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao --actor Z02 rectify reject "$issue" --reason 复查仍超标
2B6E8 S002 冷藏柜温度: rejected
$ dudao --actor Z02 rectify reject "$issue" --reason 再退一次
! dudao: error E4001: 'rejected' is not possible while the state is 'rejected'
!   Possible now: assigned, planned, cancelled, duplicated.
[4]
$ dudao rectify plan "$issue" --measure 换压缩机 --owner H002 --by 2026-11-10
2B6E8 S002 冷藏柜温度: planned
$ dudao rectify submit "$issue"
2B6E8 S002 冷藏柜温度: submitted
$ dudao --actor M01 rectify accept "$issue" --note 现场合格 --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"accepted","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":"H002","percent":0,"cycle":2,"closed_on":"2026-11-07","recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}
$ dudao rectify progress "$issue" --percent 10
! dudao: error E4001: 'progressed' is not possible while the state is 'accepted'
!   Possible now: nothing.
[4]
$ dudao issue show "$issue"
Issue           01M6JM02J0GVKN67NMS0M2B6E8
What is wrong   Temperature of the refrigerator
Store           S002 五角场店
Status          accepted
Urgency         high
Category        resource
Department      工程部
Responsibility  proposed
Raised          2026-11-04  Z01
Due             2026-11-06
Owner           H002
Measure         换压缩机
Measure due     2026-11-10
Cycle           2
Checklist item  tea F03
Visit           01M6JM02J0NTXQVCSD9W7ZDP2K

History
When              Who   What        Note
----------------  ----  ----------  ---------------
2026-11-07 09:00  周强  planned     换密封条 (H002)
2026-11-07 09:00  周强  progressed  60% 配件已到
2026-11-07 09:00  张伟  progressed  90%
2026-11-07 09:00  周强  submitted   温度正常
2026-11-07 09:00  李娜  rejected    复查仍超标
2026-11-07 09:00  周强  planned     换压缩机 (H002)
2026-11-07 09:00  周强  submitted
2026-11-07 09:00  王芳  accepted    现场合格
$ dudao rectify accept
! dudao: error E2011: ISSUE is missing
!   See --help.
[2]
$ dudao rectify plan 00000 --measure x --owner H002
! dudao: error E3035: there is no issue '00000'
!   dudao issue list shows them.
[3]
# The ledger of all that was raised, and what came of it.
$ dudao rectify ledger
Issue,Region,Store code,Store name,Checklist item,What is wrong,Category,Urgency,Raised on,Raised by,Responsible department,Responsible person,Measure,Due on,Progress (%),Status,Overdue (days),Submitted on,Closed on,Accepted by,Cycle,Last note,Source,Reference,Reply of the store,Agreed cause,Promised measure or objection,Due on at first,Extensions,Responsibility,Assisting departments,Impact scope,Manifestation,Done at once,Whys,Cause class,Risk,Labels,Channel,Received,First response,Solved,Call-back
01M6JM02J0GVKN67NMS0M2B6E8,上海市 / 上海市,S002,五角场店,F03,冷藏柜温度,resource,high,2026-11-04,Z01,工程部,H002,换压缩机,2026-11-06,0,accepted,,2026-11-07,2026-11-07,王芳,2,现场合格,item,,,,,,0,proposed,,,,,,,,,,,,,
01M6MMC0H041M7RM989XZ4KRXA,浙江省 / 杭州市,S003,西湖银泰店,F01,原料全部在有效期内,execution,critical,2026-11-05,Z02,运营部,,,2026-11-06,0,open,1,,,,1,,item,,,,,,0,proposed,,,,,,,,,,,,,
01M6JM02J03X4FSJ6GMQM4W5W5,上海市 / 上海市,S002,五角场店,F02,开封原料贴效期标签,execution,medium,2026-11-04,Z01,运营部,,,2026-11-11,0,open,,,,,1,,item,,,,,,0,proposed,,,,,,,,,,,,,
01M6MMC0H0DYDD6K5VX95AHJ5N,浙江省 / 杭州市,S003,西湖银泰店,S02,设备状况,execution,medium,2026-11-05,Z02,运营部,,,2026-11-12,0,open,,,,,1,,item,,,,,,0,proposed,,,,,,,,,,,,,
01M6MMC0H0W56DDDCFW26GTFPK,浙江省 / 杭州市,S003,西湖银泰店,S01,大厅清洁,execution,medium,2026-11-05,Z02,运营部,,,2026-11-12,0,open,,,,,1,,item,,,,,,0,proposed,,,,,,,,,,,,,
$ dudao --lang zh-CN rectify ledger --open -o open.xlsx
! open.xlsx：共 4 项问题
$ dudao rectify ledger --store S001 --overdue
Issue,Region,Store code,Store name,Checklist item,What is wrong,Category,Urgency,Raised on,Raised by,Responsible department,Responsible person,Measure,Due on,Progress (%),Status,Overdue (days),Submitted on,Closed on,Accepted by,Cycle,Last note,Source,Reference,Reply of the store,Agreed cause,Promised measure or objection,Due on at first,Extensions,Responsibility,Assisting departments,Impact scope,Manifestation,Done at once,Whys,Cause class,Risk,Labels,Channel,Received,First response,Solved,Call-back
[1]
$ dudao rectify ledger -o ledger.pdf
! dudao: error E2014: the name 'ledger.pdf' does not say a format
!   End it with one of .xlsx, .csv.
[2]
