# Issues that no visit found: raised by hand, with where they come from.
$ . "$FIXTURES/shop.sh"
$ dudao issue raise S002 --text 顾客反映奶茶有异物 --source complaint --ref 订单5501 --urgency high
X5Q34 S002 顾客反映奶茶有异物: open, due 2026-11-04
to be told at once: 周强 (H002), 王芳 (M01), 刘洋 (M02), 张伟 (Z01), admin (admin)
$ export DUDAO_ACTOR=M01
$ dudao issue raise S002 --text 顾客反映奶茶有异物 --source complaint --ref 订单5501 --urgency high
DRKXJ S002 顾客反映奶茶有异物: open, due 2026-11-04
to be told at once: 周强 (H002), 王芳 (M01), 刘洋 (M02), 张伟 (Z01), admin (admin)
$ printf '店长群\r\n王五：冰柜不制冷，已报修\r\n李四：收到\r\n' | dudao issue raise S003 --text - --source feedback --owner H002 --json
{"schema_version":1,"issue":{"id":"01M6A9XNM02SC8B9W24RC9QH7G","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"medium","department":null,"text":"店长群\n王五：冰柜不制冷，已报修\n李四：收到","inspection":null,"checklist":null,"item":null,"source":"feedback","ref":null,"raised_by":"M01","raised_on":"2026-11-01","due":"2026-11-08","original_due":null,"extensions":0,"owner":"H002","percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},"told":[]}
$ printf '\261\371\271\361\262\273\326\306\300\344\n' | dudao issue raise S003 --text - --days 2
E8B3R S003 冰柜不制冷: open, due 2026-11-03
$ dudao issue raise S001 --text 出杯时长超标 --source metric --category process --by 2026-11-30 --department 运营部
MMREZ S001 出杯时长超标: open, due 2026-11-30
$ printf '%%PDF-1.4 a letter' >letter.pdf
$ dudao issue raise S001 --text 招牌松动 --source risk --evidence letter.pdf
CJAMN S001 招牌松动: open, due 2026-11-08
$ dudao issue list
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
E8B3R  2026-11-03  medium   open    S003 西湖银…  冰柜不制冷
X5Q34  2026-11-04  high     open    S002 五角场…  顾客反映奶茶有异物
DRKXJ  2026-11-04  high     open    S002 五角场…  顾客反映奶茶有异物
9QH7G  2026-11-08  medium   open    S003 西湖银…  店长群 王五：冰柜…
CJAMN  2026-11-08  medium   open    S001 静安寺…  招牌松动
MMREZ  2026-11-30  medium   open    S001 静安寺…  出杯时长超标        运营部
$ dudao issue list --source feedback
Id     Due         Urgency  Status  Store            What is wrong         Owner
-----  ----------  -------  ------  ---------------  --------------------  -----
9QH7G  2026-11-08  medium   open    S003 西湖银泰店  店长群 王五：冰柜不…  H002
$ issue=$(dudao issue list --source complaint --json | jq -r '.issues[0].id')
$ dudao issue show "$issue" --json
{"schema_version":1,"issue":{"id":"01M6A9XNM049PFSY5BVPGX5Q34","unit":"S002","unit_name":"五角场店","status":"open","category":"execution","urgency":"high","department":null,"text":"顾客反映奶茶有异物","inspection":null,"checklist":null,"item":null,"source":"complaint","ref":"订单5501","raised_by":"admin","raised_on":"2026-11-01","due":"2026-11-04","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":"2026-11-01T01:00:00Z","responded_at":null,"solved_at":null,"called_back_at":null},"remark":null,"evidence":[],"measure":null,"measure_due":null,"root_cause":null,"urgency_raised":"high","extension_asked":null,"extension_asked_by":null,"extension_reason":null,"reply_note":null,"cause":null,"promised_by":null,"dispute":null,"manifestation":null,"containment":null,"whys":[],"clock":[{"step":"respond","due_at":"2026-11-01T03:00:00Z","done_at":null,"by":null,"late":false},{"step":"solve","due_at":"2026-11-03T01:00:00Z","done_at":null,"by":null,"late":false}],"recurring":false,"training":false,"before":[],"playbook":"complaint","tasks":[],"allowed":["assigned","planned","cancelled","duplicated"],"events":[]}
$ dudao --lang zh-CN issue show "$issue"
问题编号      01M6A9XNM049PFSY5BVPGX5Q34
问题描述      顾客反映奶茶有异物
门店          S002 五角场店
状态          待整改
紧急程度      高
问题类别      执行偏差
责任认定      待认定
来源          客诉
关联单号      订单5501
提出时间      2026-11-01  admin
受理          2026-11-01 09:00
首次响应      应于 2026-11-01 11:00 前
解决          应于 2026-11-03 09:00 前
整改期限      2026-11-04
处理指南      complaint  客诉处理
可执行的操作  指派、制定措施、撤销、标记重复
$ dudao issue show "$(dudao issue list --source risk --json | jq -r '.issues[0].id')"
Issue           01M6A9XNM073VZWWFB2DWCJAMN
What is wrong   招牌松动
Store           S001 静安寺店
Status          open
Urgency         medium
Category        execution
Responsibility  proposed
Source          risk
Raised          2026-11-01  M01
Due             2026-11-08
Playbook        execution-deviation  Deviation in execution
Next            assigned, planned, cancelled, duplicated

Evidence
Found  evidence/86/861e8bc5e68f55cc5d2b635ca7e5a79a942e3ef30a0e81c7bca73e4b68147df5.pdf
$ dudao issue show "$(dudao issue list --source feedback --json | jq -r '.issues[0].id')"
Issue           01M6A9XNM02SC8B9W24RC9QH7G
What is wrong   店长群
                王五：冰柜不制冷，已报修
                李四：收到
Store           S003 西湖银泰店
Status          open
Urgency         medium
Category        execution
Responsibility  proposed
Source          feedback
Raised          2026-11-01  M01
Due             2026-11-08
Owner           H002
Playbook        execution-deviation  Deviation in execution
Next            assigned, planned, cancelled, duplicated

History
When              Who   What      Note
----------------  ----  --------  -------
2026-11-01 09:00  王芳  assigned   (H002)
$ dudao issue stats --by source
source     Raised  Open  Overdue  Closed  On time  First pass  Median days
---------  ------  ----  -------  ------  -------  ----------  -----------
complaint       2     2        0    0.0%        –           –            –
feedback        1     1        0    0.0%        –           –            –
manual          1     1        0    0.0%        –           –            –
metric          1     1        0    0.0%        –           –            –
risk            1     1        0    0.0%        –           –            –
$ dudao --lang zh-CN issue stats --by source,category --source complaint
来源  类别      提出  未销号  逾期  完成率  及时率  一次通过率  用时中位（天）
----  --------  ----  ------  ----  ------  ------  ----------  --------------
客诉  执行偏差     2       2     0    0.0%       –           –               –
$ dudao rectify ledger
Issue,Region,Store code,Store name,Checklist item,What is wrong,Category,Urgency,Raised on,Raised by,Responsible department,Responsible person,Measure,Due on,Progress (%),Status,Overdue (days),Submitted on,Closed on,Accepted by,Cycle,Last note,Source,Reference,Reply of the store,Agreed cause,Promised measure or objection,Due on at first,Extensions,Responsibility,Assisting departments,Impact scope,Manifestation,Done at once,Whys,Cause class,Risk,Labels,Channel,Received,First response,Solved,Call-back
01M6A9XNM0M0DPQCF5Q4GE8B3R,浙江省 / 杭州市,S003,西湖银泰店,,冰柜不制冷,execution,medium,2026-11-01,M01,,,,2026-11-03,0,open,,,,,1,,manual,,,,,,0,proposed,,,,,,,,,,,,,
01M6A9XNM049PFSY5BVPGX5Q34,上海市 / 上海市,S002,五角场店,,顾客反映奶茶有异物,execution,high,2026-11-01,admin,,,,2026-11-04,0,open,,,,,1,,complaint,订单5501,,,,,0,proposed,,,,,,,,,,2026-11-01 09:00,,,
01M6A9XNM0HD94YEK8X27DRKXJ,上海市 / 上海市,S002,五角场店,,顾客反映奶茶有异物,execution,high,2026-11-01,M01,,,,2026-11-04,0,open,,,,,1,,complaint,订单5501,,,,,0,proposed,,,,,,,,,,2026-11-01 09:00,,,
01M6A9XNM02SC8B9W24RC9QH7G,浙江省 / 杭州市,S003,西湖银泰店,,"店长群
王五：冰柜不制冷，已报修
李四：收到",execution,medium,2026-11-01,M01,,H002,,2026-11-08,0,open,,,,,1,,feedback,,,,,,0,proposed,,,,,,,,,,,,,
01M6A9XNM073VZWWFB2DWCJAMN,上海市 / 上海市,S001,静安寺店,,招牌松动,execution,medium,2026-11-01,M01,,,,2026-11-08,0,open,,,,,1,,risk,,,,,,0,proposed,,,,,,,,,,,,,
01M6A9XNM0PNGDGWJBGDGMMREZ,上海市 / 上海市,S001,静安寺店,,出杯时长超标,process,medium,2026-11-01,M01,运营部,,,2026-11-30,0,open,,,,,1,,metric,,,,,,0,proposed,,,,,,,,,,,,,
$ dudao evidence check --all
Kind   Id     Store  Item  State  File
-----  -----  -----  ----  -----  ----------------------------------------------
issue  CJAMN  S001         kept   evidence/86/861e8bc5e68f55cc5d2b635ca7e5a79a9…
! files checked: 1
$ dudao db verify
12 entries and 99 rows are as they were written
chain head D1:12 b931368442e18cc646d88da40e03d10aef65dab99a441263088b6d8c1a075fd3
! without --head it cannot be excluded that the last entries were cut off
# What is refused, and leaves nothing.
$ dudao issue raise S002
! dudao: error E2011: --text is missing
!   See --help.
[2]
$ dudao issue raise S999 --text 漏水
! dudao: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ dudao issue raise S002 --text 漏水 --source item
! dudao: error E2008: 'item' is no value for --source
!   See --help.
[2]
$ dudao issue raise S002 --text 漏水 --source complain
! dudao: error E3010: 'complain' is no issue source
!   Did you mean 'complaint'? Allowed are: item, manual, complaint, metric, risk, meeting, feedback, incident.
[2]
$ dudao issue raise S002 --text 漏水 --category proces
! dudao: error E3010: 'proces' is no issue category
!   Did you mean 'process'? Allowed are: execution, process, resource.
[3]
$ dudao issue raise S002 --text 漏水 --department 无此部门
! dudao: error E3030: there is no store '无此部门'
!   dudao store list shows them.
[3]
$ dudao issue raise S002 --text 漏水 --owner H999
! dudao: error E3031: there is no person 'H999'
!   Import people first, or write the code.
[3]
$ dudao issue raise S002 --text 漏水 --by 2026-10-31
! dudao: error E2008: '2026-10-31' is no value for --by
!   See --help.
[2]
$ dudao issue raise S002 --text 漏水 --days 400
! dudao: error E2008: '400' is no value for --days
!   See --help.
[2]
$ dudao issue raise S002 --text 漏水 --days 2 --by 2026-11-30
! dudao: error E2001: the command line is wrong: --by excludes --days
!   See --help.
[2]
$ dudao issue raise S002 --text ' '
! dudao: error E3015: nothing says what is wrong
!   Write it after --text, or - to take it from standard input.
[3]
$ printf '\n' | dudao issue raise S002 --text -
! dudao: error E3015: nothing says what is wrong
!   Write it after --text, or - to take it from standard input.
[3]
$ head -c 40000 /dev/zero | tr '\0' a | dudao issue raise S002 --text -
! dudao: error E3054: '-' is too large
!   At most 32000 bytes are allowed here.
[3]
$ dudao issue raise S002 --text "$(printf '漏\033[31m水')"
! dudao: error E3012: '--text' holds characters that are no plain text
!   Take out control characters.
[3]
$ dudao issue raise S002 --text 漏水 --evidence missing.jpg
! dudao: error E3050: there is no file 'missing.jpg'
!   Check the name and the folder.
[3]
$ dudao --actor A01 issue raise S002 --text 漏水
! dudao: error E4009: A01 may not raise issues
!   People with one of these roles may: head, supervisor, manager, service, analyst.
[4]
$ dudao --actor H002 issue raise S003 --text 漏水
! dudao: error E4011: H002 heads neither S003 nor a unit above it
!   Heads act for their own unit and those below it.
[4]
$ dudao --actor H002 issue raise S002 --text 漏水 --owner H002
! dudao: error E4009: H002 may not judge rectifications
!   People with one of these roles may: supervisor, manager, approver.
[4]
$ dudao issue list --json | jq '.issues | length'
6
