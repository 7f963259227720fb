# The clock of complaints and incidents.
$ . "$FIXTURES/shop.sh"
$ export DUDAO_ACTOR=M01
$ DUDAO_NOW='2026-11-05 10:00'
$ dudao issue raise S002 --text 奶茶有异物 --source complaint --urgency high --channel 美团 --ref 5501 --received '2026-11-05 09:30'
5469Y S002 奶茶有异物: open, due 2026-11-08
to be told at once: 周强 (H002), 王芳 (M01), 刘洋 (M02), 张伟 (Z01), admin (admin)
$ issue=$(dudao issue list --source complaint --json | jq -r '.issues[0].id')
$ dudao issue raise S003 --text 店内停电 --source incident --urgency critical --json | jq -c '.told, .issue.received_at'
\["M01","M02","Z02","admin"]
"2026-11-05T02:00:00Z"
$ dudao issue raise S003 --text 地滑 --received '2026-11-05 09:30'
! dudao: error E4243: an issue from 'manual' has no customer to answer
!   Only complaints and incidents have these steps.
[4]
$ dudao issue raise S003 --text 地滑
W8H2G S003 地滑: open, due 2026-11-12
$ dudao issue list --late respond
[1]
$ DUDAO_NOW='2026-11-05 12:00'
$ dudao issue list --late respond --columns id,urgency,store,source,received
id     urgency   store            source     received
-----  --------  ---------------  ---------  ----------------
5GC8Y  critical  S003 西湖银泰店  incident   2026-11-05 10:00
5469Y  high      S002 五角场店    complaint  2026-11-05 09:30
$ dudao issue remind --dry-run
周强 (H002)
Id     Reminder                Urgency  Store          What is wrong
-----  ----------------------  -------  -------------  -------------
5469Y  first response is late  high     S002 五角场店  奶茶有异物

张伟 (Z01)
Id     Reminder                Urgency  Store          What is wrong
-----  ----------------------  -------  -------------  -------------
5469Y  first response is late  high     S002 五角场店  奶茶有异物

李娜 (Z02)
Id     Reminder                       Urgency   Store            What is wrong
-----  -----------------------------  --------  ---------------  -------------
5GC8Y  report to authorities is late  critical  S003 西湖银泰店  店内停电
$ dudao issue respond "$issue" --note 已致歉 --at '2026-11-05 13:00'
! dudao: error E4246: 2026-11-05T05:00:00Z does not fit: the step before it, or the present, is 2026-11-05T01:30:00Z
!   Name a moment after the step before it that is not yet to come.
[4]
$ dudao issue call-back "$issue"
! dudao: error E4245: it is not solved yet
!   Record the solution with dudao issue solve first.
[4]
$ dudao issue respond "$issue" --note 已致歉 --at '2026-11-05 11:00'
5469Y S002 奶茶有异物: open
$ dudao issue respond "$issue"
! dudao: error E4244: 'responded' is recorded already, at 2026-11-05T03:00:00Z
!   The first time holds.
[4]
$ dudao issue respond "$(dudao issue list --source manual --json | jq -r '.issues[0].id')"
! dudao: error E4243: an issue from 'manual' has no customer to answer
!   Only complaints and incidents have these steps.
[4]
$ dudao issue solve "$issue" --note 已退款
5469Y S002 奶茶有异物: open
$ DUDAO_NOW='2026-11-06 10:00'
$ dudao issue call-back "$issue" --unsatisfied --note 要求当面道歉
5469Y S002 奶茶有异物: open
$ dudao issue solve "$issue" --note 店长已登门致歉
5469Y S002 奶茶有异物: open
$ DUDAO_NOW='2026-11-09 10:00'
$ dudao issue list --late call_back
Id     Due         Urgency  Status  Store          What is wrong
-----  ----------  -------  ------  -------------  -------------
5469Y  2026-11-08  high     open    S002 五角场店  奶茶有异物
$ dudao issue call-back "$issue" --note 满意
5469Y S002 奶茶有异物: open
$ dudao issue show "$issue"
Issue           01M6MPYD80AMTK4KG2B705469Y
What is wrong   奶茶有异物
Store           S002 五角场店
Status          open · overdue
Urgency         high
Category        execution
Responsibility  proposed
Source          complaint
Reference       5501
Raised          2026-11-05  M01
Received        2026-11-05 09:30
First response  2026-11-05 11:00  M01
Solved          2026-11-06 10:00  M01
Call-back       2026-11-09 10:00  M01 · late
Due             2026-11-08
Channel         美团
Playbook        complaint  Complaint of a customer
Next            assigned, planned, cancelled, duplicated

History
When              Who   What         Note
----------------  ----  -----------  -------------------------------------------
2026-11-05 10:00  王芳  amended      channel 美团 · received at 2026-11-05 09:30
2026-11-05 12:00  王芳  responded    at 2026-11-05 11:00 · 已致歉
2026-11-05 12:00  王芳  done         已退款
2026-11-06 10:00  王芳  called back  outcome unsatisfied · 要求当面道歉
2026-11-06 10:00  王芳  done         店长已登门致歉
2026-11-09 10:00  王芳  called back  outcome satisfied · 满意
$ dudao --lang zh-CN issue show "$issue"
问题编号      01M6MPYD80AMTK4KG2B705469Y
问题描述      奶茶有异物
门店          S002 五角场店
状态          待整改 · 逾期
紧急程度      高
问题类别      执行偏差
责任认定      待认定
来源          客诉
关联单号      5501
提出时间      2026-11-05  M01
受理          2026-11-05 09:30
首次响应      2026-11-05 11:00  M01
解决          2026-11-06 10:00  M01
回访          2026-11-09 10:00  M01 · 超时
整改期限      2026-11-08
渠道          美团
处理指南      complaint  客诉处理
可执行的操作  指派、制定措施、撤销、标记重复

处理记录
时间              操作人  操作      说明
----------------  ------  --------  -------------------------------------
2026-11-05 10:00  王芳    修改      渠道 美团 · 受理时间 2026-11-05 09:30
2026-11-05 12:00  王芳    首次响应  时间 2026-11-05 11:00 · 已致歉
2026-11-05 12:00  王芳    完成      已退款
2026-11-06 10:00  王芳    回访      结果 不满意 · 要求当面道歉
2026-11-06 10:00  王芳    完成      店长已登门致歉
2026-11-09 10:00  王芳    回访      结果 满意 · 满意
$ dudao --lang zh-TW issue show "$issue" | sed -n '/^受理/,/^改善期限/p'
受理          2026-11-05 09:30
首次回覆      2026-11-05 11:00  M01
解決          2026-11-06 10:00  M01
回訪          2026-11-09 10:00  M01 · 逾時
改善期限      2026-11-08
$ dudao issue show "$issue" --json | jq -c '.clock[], [.events[] | [.event, .changes]]'
{"step":"respond","due_at":"2026-11-05T03:30:00Z","done_at":"2026-11-05T03:00:00Z","by":"M01","late":false}
{"step":"solve","due_at":"2026-11-07T01:30:00Z","done_at":"2026-11-06T02:00:00Z","by":"M01","late":false}
{"step":"call_back","due_at":"2026-11-08T02:00:00Z","done_at":"2026-11-09T02:00:00Z","by":"M01","late":true}
\[["amended",{"channel":"美团","received_at":"2026-11-05T01:30:00Z"}],["responded",{"at":"2026-11-05T03:00:00Z"}],["done",{}],["called_back",{"outcome":"unsatisfied"}],["done",{}],["called_back",{"outcome":"satisfied"}]]
$ dudao issue stats --by source
source     Raised  Open  Overdue  Closed  On time  Response (h)  Solved (h)
---------  ------  ----  -------  ------  -------  ------------  ----------
complaint       1     1        1    0.0%     0.0%           1.5        24.5
incident        1     1        1    0.0%     0.0%
manual          1     1        0    0.0%        –
$ dudao issue stats --by source --json
{"schema_version":1,"stats":[{"source":"complaint","raised":1,"open":1,"overdue":1,"extended":0,"closed":{"part":0,"whole":1,"percent":0},"on_time":{"part":0,"whole":1,"percent":0},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":1,"response_minutes":90,"solved":1,"solution_minutes":1470},{"source":"incident","raised":1,"open":1,"overdue":1,"extended":0,"closed":{"part":0,"whole":1,"percent":0},"on_time":{"part":0,"whole":1,"percent":0},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null},{"source":"manual","raised":1,"open":1,"overdue":0,"extended":0,"closed":{"part":0,"whole":1,"percent":0},"on_time":{"part":0,"whole":0,"percent":null},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null}]}
$ printf 'complaint: {respond: {urgent: 1}}\n' > rules/response.yaml
$ dudao issue list --late respond
! dudao: $WORK/shop/rules/response.yaml:1:23: error E3129: unknown key 'urgent'
!   The keys known here are: low, medium, high, critical.
[3]
$ rm rules/response.yaml
$ dudao issue list --late respond
[1]
$ dudao db verify
14 entries and 99 rows are as they were written
chain head D1:14 0af24d53a98cc019b57a7de15b3efa2689ce97c4f1833ddee8f16a4d2380d9d2
! without --head it cannot be excluded that the last entries were cut off
