# Issues: listed by need, shown with their history, assigned, closed without rectification.
$ . "$FIXTURES/shop.sh"
$ dudao issue list
[1]
$ dudao issue list --json
{"schema_version":1,"issues":[],"truncated":false}
[1]
$ visited >/dev/null
! answers without a photo or file: 1
$ dudao issue list --json
{"schema_version":1,"issues":[{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},{"id":"01M6MMC0H041M7RM989XZ4KRXA","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"critical","department":"运营部","text":"原料全部在有效期内","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"F01","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},{"id":"01M6JM02J03X4FSJ6GMQM4W5W5","unit":"S002","unit_name":"五角场店","status":"open","category":"execution","urgency":"medium","department":"运营部","text":"开封原料贴效期标签","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F02","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-11","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},{"id":"01M6MMC0H0DYDD6K5VX95AHJ5N","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"medium","department":"运营部","text":"设备状况","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"S02","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-12","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},{"id":"01M6MMC0H0W56DDDCFW26GTFPK","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"medium","department":"运营部","text":"大厅清洁","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"S01","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-12","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}],"truncated":false}
$ at '2026-11-07 09:00' M01 dudao issue list --overdue
Id     Due         Urgency   Status  Store            What is wrong
-----  ----------  --------  ------  ---------------  ------------------
2B6E8  2026-11-06  high      open    S002 五角场店    冷藏柜温度
4KRXA  2026-11-06  critical  open    S003 西湖银泰店  原料全部在有效期内
$ dudao issue list --urgency high
Id     Due         Urgency   Status  Store            What is wrong
-----  ----------  --------  ------  ---------------  ------------------
2B6E8  2026-11-06  high      open    S002 五角场店    冷藏柜温度
4KRXA  2026-11-06  critical  open    S003 西湖银泰店  原料全部在有效期内
$ dudao issue list --category resource --department 工程部 --store S002
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     工程部
$ dudao issue list --from 2026-11-05 --to 2026-11-05 --region 浙江省 --limit 2
Id     Due         Urgency   Status  Store            What is wrong
-----  ----------  --------  ------  ---------------  ------------------
4KRXA  2026-11-06  critical  open    S003 西湖银泰店  原料全部在有效期内
AHJ5N  2026-11-12  medium    open    S003 西湖银泰店  设备状况
! there are more than the 2 shown
$ dudao issue list --status accepted
[1]
$ dudao issue list --status done
! dudao: error E3010: 'done' is no issue status
!   Allowed are: proposed, open, planned, in_progress, submitted, accepted, rejected, cancelled, duplicate.
[2]
$ issue=$(issue_of S002 F03)
$ dudao issue show "$issue" --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},"remark":null,"evidence":[],"measure":null,"measure_due":null,"root_cause":null,"urgency_raised":"high","extension_asked":null,"extension_asked_by":null,"extension_reason":null,"reply_note":null,"cause":null,"promised_by":null,"dispute":null,"manifestation":null,"containment":null,"whys":[],"clock":[],"recurring":false,"training":false,"before":[],"playbook":"cross-department","tasks":[],"allowed":["assigned","planned","cancelled","duplicated"],"events":[]}
$ dudao issue assign "$issue" --owner H002
2B6E8 S002 冷藏柜温度: open
$ dudao issue assign "$issue" --owner H999
! dudao: error E3031: there is no person 'H999'
!   Import people first, or write the code.
[3]
$ dudao issue comment "$issue" --note 已电话告知店长 --json
{"schema_version":1,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":"H002","percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}
$ dudao issue show "$issue"
Issue           01M6JM02J0GVKN67NMS0M2B6E8
What is wrong   Temperature of the refrigerator
Store           S002 五角场店
Status          open · overdue
Urgency         high
Category        resource
Department      工程部
Responsibility  proposed
Raised          2026-11-04  Z01
Due             2026-11-06
Owner           H002
Checklist item  tea F03
Visit           01M6JM02J0NTXQVCSD9W7ZDP2K
Playbook        cross-department  Conflict between departments
Next            assigned, planned, cancelled, duplicated

History
When              Who   What       Note
----------------  ----  ---------  --------------
2026-11-07 09:00  王芳  assigned    (H002)
2026-11-07 09:00  王芳  commented  已电话告知店长
$ dudao issue list --owner H002
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     工程部
$ dudao issue cancel "$(issue_of S002 F02)"
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao issue cancel "$(issue_of S002 F02)" --reason 标签在背面
4W5W5 S002 开封原料贴效期标签: cancelled
$ dudao issue duplicate "$(issue_of S003 S02)" --of "$(issue_of S003 S02)"
! dudao: error E2008: 'AHJ5N' is no value for --of
!   See --help.
[2]
$ dudao issue duplicate "$(issue_of S003 S02)" --of "$(issue_of S003 S01)"
AHJ5N S003 设备状况: duplicate
$ dudao issue cancel "$(issue_of S002 F02)" --reason 再来
! dudao: error E4001: 'cancelled' is not possible while the state is 'cancelled'
!   Possible now: nothing.
[4]
$ dudao issue list --all
Id     Due         Urgency   Status     Store            What is wrong
-----  ----------  --------  ---------  ---------------  ------------------
2B6E8  2026-11-06  high      open       S002 五角场店    冷藏柜温度
4KRXA  2026-11-06  critical  open       S003 西湖银泰店  原料全部在有效期内
4W5W5  2026-11-11  medium    cancelled  S002 五角场店    开封原料贴效期标签
AHJ5N  2026-11-12  medium    duplicate  S003 西湖银泰店  设备状况
GTFPK  2026-11-12  medium    open       S003 西湖银泰店  大厅清洁
$ dudao --actor Z02 issue cancel "$issue" --reason 不是问题
2B6E8 S002 冷藏柜温度: cancelled
$ dudao --actor Y01 issue comment "$issue" --note 看看
! dudao: error E4009: Y01 may not rectify
!   People with one of these roles may: head, supervisor, manager, service.
[4]
$ dudao issue show 00000
! dudao: error E3035: there is no issue '00000'
!   dudao issue list shows them.
[3]
$ dudao issue show 1234
! dudao: error E3005: '1234' is not the end of an id
!   Type five characters or more of it, as listings print them.
[2]
# Counted by what is named.
$ dudao issue stats
category   Raised  Open  Overdue  Closed  On time  First pass  Median days
---------  ------  ----  -------  ------  -------  ----------  -----------
execution       4     2        1    0.0%     0.0%           –            –
resource        1     0        0       –        –           –            –
$ dudao --lang zh-CN issue stats --by region,urgency --open
区域             紧急程度  提出  未销号  逾期  完成率  及时率  一次通过率
---------------  --------  ----  ------  ----  ------  ------  ----------
浙江省 / 杭州市  紧急         1       1     1    0.0%    0.0%           –
浙江省 / 杭州市  中           1       1     0    0.0%       –           –
$ dudao issue stats --by item --json
{"schema_version":1,"stats":[{"item":"tea F01","raised":1,"open":1,"overdue":1,"extended":0,"closed":{"part":0,"whole":1,"percent":0},"on_time":{"part":0,"whole":1,"percent":0},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null},{"item":"tea F02","raised":1,"open":0,"overdue":0,"extended":0,"closed":{"part":0,"whole":0,"percent":null},"on_time":{"part":0,"whole":0,"percent":null},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null},{"item":"tea F03","raised":1,"open":0,"overdue":0,"extended":0,"closed":{"part":0,"whole":0,"percent":null},"on_time":{"part":0,"whole":0,"percent":null},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null},{"item":"tea S01","raised":1,"open":1,"overdue":0,"extended":0,"closed":{"part":0,"whole":1,"percent":0},"on_time":{"part":0,"whole":0,"percent":null},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null},{"item":"tea S02","raised":1,"open":0,"overdue":0,"extended":0,"closed":{"part":0,"whole":0,"percent":null},"on_time":{"part":0,"whole":0,"percent":null},"first_pass":{"part":0,"whole":0,"percent":null},"median_days":null,"p90_days":null,"responded":0,"response_minutes":null,"solved":0,"solution_minutes":null}]}
$ dudao issue stats --by store,item,month --store S001
[1]
$ dudao issue stats --by shop
! dudao: error E3010: 'shop' is no dimension
!   Allowed are: region, store, category, urgency, status, department, owner, checklist, item, month, source, recurring.
[2]
$ dudao issue stats --by store,item,month,status
! dudao: error E2008: 'store,item,month,status' is no value for --by
!   See --help.
[2]
# Who else fails this item.
$ dudao issue list --item S01 --all --json | jq -r '.issues[].unit'
S003
$ dudao issue list --item S01 --checklist other --all
[1]
$ dudao issue stats --by store --item S01
store  Raised  Open  Overdue  Closed  On time  First pass  Median days
-----  ------  ----  -------  ------  -------  ----------  -----------
S003        1     1        0    0.0%        –           –            –
