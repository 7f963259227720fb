# What others are to do for an issue, by hand and from a playbook.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ issue=$(issue_of S002 F03)
$ DUDAO_NOW='2026-11-06 09:00' DUDAO_ACTOR=H002
$ dudao issue task
! dudao: error E2010: 'task' needs a command
!   See --help for them.
[2]
$ dudao issue task add "$issue"
! dudao: error E2011: TEXT is missing
!   See --help.
[2]
$ dudao issue task add "$issue" 联系供应商备件 --department 工程部 --person Z01 --due 2026-11-05
! dudao: error E2008: '2026-11-05' is no value for --due
!   See --help.
[2]
$ dudao issue task add "$issue" 联系供应商备件 --department 工程部 --person Z01 --due 2026-11-08 --blocking
7T8DG S002 联系供应商备件: open
$ dudao issue task add "$issue" 拍照留存 --json
{"schema_version":1,"task":{"id":"01M6Q5X8M06RZ0H6DHJ6J6ZQ33","issue":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","text":"拍照留存","department":null,"person":null,"due":null,"blocking":false,"playbook":null,"added_by":"H002","added_on":"2026-11-06","status":"open","closed_on":null}}
$ dudao issue tasks
Id     Due         Status    What is to be done  Department  Person  Issue
-----  ----------  --------  ------------------  ----------  ------  -----
7T8DG  2026-11-08  blocking  联系供应商备件      工程部      张伟    2B6E8
6ZQ33  -           open      拍照留存                                2B6E8
$ dudao issue tasks --mine --actor Z01
Id     Due         Status    What is to be done  Department  Person  Issue
-----  ----------  --------  ------------------  ----------  ------  -----
7T8DG  2026-11-08  blocking  联系供应商备件      工程部      张伟    2B6E8
$ at '2026-11-09 09:00' H002 dudao issue tasks --overdue --json
{"schema_version":1,"tasks":[{"id":"01M6Q5X8M0PKC6KD15KWW7T8DG","issue":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","text":"联系供应商备件","department":"工程部","person":"Z01","due":"2026-11-08","blocking":true,"playbook":null,"added_by":"H002","added_on":"2026-11-06","status":"open","closed_on":null}],"truncated":false}
$ dudao issue tasks --person Z01 --mine
! dudao: error E2008: 'Z01' is no value for --person
!   See --help.
[2]
$ dudao issue tasks --person A01
[1]
$ dudao rectify plan "$issue" --measure 换密封条 --owner H002 >/dev/null
$ dudao rectify submit "$issue"
! dudao: error E4130: tasks must be done first: 7T8DG 联系供应商备件
!   Close them with dudao issue task done, or drop them with a reason.
[4]
$ task=$(dudao issue tasks --person Z01 --json | grep -o '"id":"[0-9A-Z]*"' | sed 's/.*\(.....\)"/\1/')
$ dudao issue task drop "$task"
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao issue task done "$task" --note 明日到货 --actor Z01
7T8DG S002 联系供应商备件: done
$ dudao issue task done "$task" --actor Z01
! dudao: error E4132: 'done' is not possible for a task that is 'done'
[4]
$ dudao issue task done 00000
! dudao: error E3340: there is no task '00000'
!   dudao issue tasks shows them.
[3]
$ dudao rectify submit "$issue"
2B6E8 S002 冷藏柜温度: submitted
$ dudao issue show "$issue" | sed -n '/^Tasks/,$p'
Tasks
Id     Due         Status  What is to be done  Department  Person
-----  ----------  ------  ------------------  ----------  ------
7T8DG  2026-11-08  done    联系供应商备件      工程部      张伟
6ZQ33  -           open    拍照留存

History
When              Who   What       Note
----------------  ----  ---------  ---------------
2026-11-09 09:00  周强  planned    换密封条 (H002)
2026-11-09 09:00  周强  submitted
$ COLUMNS=40 dudao --lang zh-CN issue tasks --all
编号   整改期限    状态    措施内容        责任部门  责任人  问题编号
-----  ----------  ------  --------------  --------  ------  --------
7T8DG  2026-11-08  已完成  联系供应商备件  工程部    张伟    2B6E8
6ZQ33  -           未完成  拍照留存                          2B6E8
$ other=$(issue_of S003 F01)
$ dudao issue show "$other" | grep Playbook
Playbook           execution-deviation  Deviation in execution
$ dudao issue playbook "$other"
Deviation in execution (execution-deviation)
 1. Put it right on the spot and take a photo
    2026-11-09
 2. Find out whether people cannot, have no time, or do not want to; write down
    the root cause
    2026-11-11 · blocking
 3. Go through the standard with the shift and practise it
    2026-11-12 · blocking
 4. Check three shifts to see that it is done
    2026-11-16 · Z02
$ dudao issue playbook "$other" --take
! dudao: error E4011: H002 heads neither S003 nor a unit above it
!   Heads act for their own unit and those below it.
[4]
$ dudao --actor Z02 issue playbook "$other" --take
Deviation in execution (execution-deviation)
 1. Put it right on the spot and take a photo
    2026-11-09 · 48J1M open
 2. Find out whether people cannot, have no time, or do not want to; write down
    the root cause
    2026-11-11 · blocking · ZR1ZA open
 3. Go through the standard with the shift and practise it
    2026-11-12 · blocking · VA8QD open
 4. Check three shifts to see that it is done
    2026-11-16 · Z02 · Z02GE open
! tasks added: 4
$ dudao --actor Z02 --lang zh-CN issue playbook "$other" --take
执行偏差处理 (execution-deviation)
 1. Put it right on the spot and take a photo
    2026-11-09 · 48J1M 未完成
 2. Find out whether people cannot, have no time, or do not want to; write down
    the root cause
    2026-11-11 · 必办 · ZR1ZA 未完成
 3. Go through the standard with the shift and practise it
    2026-11-12 · 必办 · VA8QD 未完成
 4. Check three shifts to see that it is done
    2026-11-16 · Z02 · Z02GE 未完成
! 新增任务：0
$ dudao issue playbook "$other" fridge
! dudao: error E3341: there is no playbook 'fridge', but complaint, cross-department, data-anomaly, execution-deviation, food-safety-incident
!   Name one of these, or none for the one that fits.
[3]
$ dudao issue playbook "$other" complaint --json
{"schema_version":1,"issue":"01M6MMC0H041M7RM989XZ4KRXA","playbook":"complaint","title":"客诉处理","added":0,"steps":[{"step":1,"text":"联系顾客致歉，了解经过","department":null,"person":null,"due":"2026-11-09","blocking":true,"task":null,"status":null},{"step":2,"text":"核对监控、单据、当班记录，查清事实","department":null,"person":null,"due":"2026-11-10","blocking":false,"task":null,"status":null},{"step":3,"text":"提出解决办法并兑现","department":null,"person":null,"due":"2026-11-11","blocking":true,"task":null,"status":null},{"step":4,"text":"回访顾客，记下是否满意","department":null,"person":"Z02","due":"2026-11-14","blocking":true,"task":null,"status":null}]}
$ dudao issue tasks "$other"
Id     Due         Status    What is to be done   Person  Issue  Store
-----  ----------  --------  -------------------  ------  -----  ---------------
48J1M  2026-11-09  open      Put it right on th…          4KRXA  S003 西湖银泰店
ZR1ZA  2026-11-11  blocking  Find out whether p…          4KRXA  S003 西湖银泰店
VA8QD  2026-11-12  blocking  Go through the sta…          4KRXA  S003 西湖银泰店
Z02GE  2026-11-16  open      Check three shifts…  李娜    4KRXA  S003 西湖银泰店
$ sed -i 's/who: supervisor/who: boss/' playbooks/complaint.yaml
$ dudao issue playbook "$other"
! dudao: $WORK/shop/playbooks/complaint.yaml:19:10: error E3010: 'boss' is no step role
!   Allowed are: head, supervisor, owner, department.
[3]
$ cp playbooks/data-anomaly.yaml playbooks/complaint.yaml
$ dudao issue playbook "$other"
! dudao: $WORK/shop/playbooks/data-anomaly.yaml: error E3342: the playbook 'data-anomaly' stands in complaint.yaml already
!   Give each its own code.
[3]
$ rm -r playbooks
$ dudao issue playbook "$other"
[1]
