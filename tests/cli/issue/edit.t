# What is said of issues, one by one and many at once.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ DUDAO_NOW='2026-11-06 09:00' DUDAO_ACTOR=M01
$ issue=$(issue_of S002 F03)
$ dudao issue edit "$issue"
! dudao: error E4250: it is not said what is to change
!   Use --set, --clear, --add-label or --remove-label.
[4]
$ dudao issue edit "$issue" --set scope=moon
! dudao: error E3010: 'moon' is no impact scope
!   Allowed are: store, stores, region, chain.
[2]
$ dudao issue edit "$issue" --set colour=red
! dudao: error E3010: 'colour' is no issue field
!   Allowed are: department, owner, category, urgency, assist, label, channel, scope, manifestation, containment, cause-class, why, risk.
[3]
$ dudao issue edit "$issue" --set cause-class=machine.maintainance
! dudao: error E3010: 'machine.maintainance' is no cause class
!   Did you mean 'machine.maintenance'? Allowed are: people, people.training, people.awareness, people.staffing, people.turnover, machine, machine.broken, machine.maintenance, machine.missing, machine.system, material, material.supplier, material.storage, material.shortage, method, method.none, method.unsuitable, method.ignored, method.supervision, environment, environment.premises, environment.weather, environment.outside.
[3]
$ dudao issue edit "$issue" --set scope=region --set cause-class=machine.maintenance --set containment=食品已转移 --set manifestation=柜温12度 --set risk=R-07 --set why=密封条老化 --set why=没有保养 --set why=保养没有排进计划
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     工程部
! 1 issues changed, 0 stay as they are
$ dudao issue edit "$issue" --set scope=region
! dudao: error E4247: it says so already
[4]
$ dudao issue show "$issue" | sed -n '/^Status/,/^Guidance/p'
Status          open
Urgency         high
Category        resource
Department      工程部
Responsibility  proposed
Raised          2026-11-04  Z01
Due             2026-11-06
Impact scope    region
Manifestation   柜温12度
Done at once    食品已转移
Risk            R-07
Whys            1. 密封条老化
                2. 没有保养
                3. 保养没有排进计划
Cause class     Machines / Maintenance
Root cause      保养没有排进计划
Checklist item  tea F03
Visit           01M6JM02J0NTXQVCSD9W7ZDP2K
Playbook        cross-department  Conflict between departments
Next            assigned, planned, cancelled, duplicated

History
When              Who   What     Note
----------------  ----  -------  -----------------------------------------------
2026-11-06 09:00  王芳  amended  scope region · manifestation 柜温12度 · contai…
$ dudao --lang zh-CN issue show "$issue" | sed -n '/^影响范围/,/^处理指南/p'
影响范围      区域
表现形式      柜温12度
临时措施      食品已转移
风险          R-07
五个为什么    1. 密封条老化
              2. 没有保养
              3. 保养没有排进计划
原因分类      机 / 保养不到位
根本原因      保养没有排进计划
检查项        tea F03
巡检编号      01M6JM02J0NTXQVCSD9W7ZDP2K
处理指南      cross-department  跨部门冲突协调
$ dudao issue edit "$issue" --clear risk --clear why --clear category
! dudao: error E2008: 'category' is no value for --clear
!   See --help.
[2]
$ dudao issue edit "$issue" --clear risk --clear why --json | jq -c '.changed[].risk, .left_alone'
null
\[]
$ dudao issue list --cause-class machine --columns id,store,scope,cause_class
id     store          scope   cause class
-----  -------------  ------  -------------------
2B6E8  S002 五角场店  region  machine.maintenance
$ dudao issue edit --set urgency=critical --add-label 节前
! dudao: error E4249: 5 issues would change
!   Look with --dry-run, then say --yes 5.
[4]
$ dudao issue edit --urgency medium --set urgency=high --add-label 节前 --dry-run
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场…  冷藏柜温度          工程部
4KRXA  2026-11-06  high     open    S003 西湖银…  原料全部在有效期内  运营部
4W5W5  2026-11-11  high     open    S002 五角场…  开封原料贴效期标签  运营部
AHJ5N  2026-11-12  high     open    S003 西湖银…  设备状况            运营部
GTFPK  2026-11-12  high     open    S003 西湖银…  大厅清洁            运营部
! 5 issues would change, 0 would stay as they are
$ dudao issue edit --urgency medium --set urgency=high --add-label 节前 --yes 99
! dudao: error E4248: 5 issues would change, not 99
!   Nothing is changed. Look again with --dry-run.
[4]
$ count=$(dudao issue edit --urgency medium --set urgency=high --add-label 节前 --dry-run --json | jq '.changed | length')
$ dudao issue edit --urgency medium --set urgency=high --add-label 节前 --yes "$count"
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场…  冷藏柜温度          工程部
4KRXA  2026-11-06  high     open    S003 西湖银…  原料全部在有效期内  运营部
4W5W5  2026-11-11  high     open    S002 五角场…  开封原料贴效期标签  运营部
AHJ5N  2026-11-12  high     open    S003 西湖银…  设备状况            运营部
GTFPK  2026-11-12  high     open    S003 西湖银…  大厅清洁            运营部
! 5 issues changed, 0 stay as they are
$ dudao issue edit --urgency medium --set urgency=high --add-label 节前 --yes 0

Left alone
2B6E8 S002: it says so already
4KRXA S003: it says so already
4W5W5 S002: it says so already
AHJ5N S003: it says so already
GTFPK S003: it says so already
! 0 issues changed, 5 stay as they are
[1]
$ dudao issue edit --label 节前 --set department=运营部 --yes 1
! dudao: error E4003: 'reassigned' needs a reason
!   Add --reason.
[4]
$ dudao issue list --label 节前 --sort urgency,-raised --columns id,urgency,labels,text
id     urgency  labels  text
-----  -------  ------  ------------------
4KRXA  high     节前    原料全部在有效期内
AHJ5N  high     节前    设备状况
GTFPK  high     节前    大厅清洁
2B6E8  high     节前    冷藏柜温度
4W5W5  high     节前    开封原料贴效期标签
$ printf 'views:\n  节前:\n    label: 节前\n    sort: store\n    columns: id,store,labels\n    all: true\n  错:\n    labels: x\n  又错:\n    urgency: huge\n' >> dudao.yaml
$ dudao issue list --view 节前
id     store            labels
-----  ---------------  ------
2B6E8  S002 五角场店    节前
4W5W5  S002 五角场店    节前
4KRXA  S003 西湖银泰店  节前
AHJ5N  S003 西湖银泰店  节前
GTFPK  S003 西湖银泰店  节前
$ dudao issue list --view 节前 --columns id,due --limit 1
id     due
-----  ----------
2B6E8  2026-11-06
! there are more than the 1 shown
$ dudao issue list --view 错
! dudao: $WORK/shop/dudao.yaml:62:5: error E3442: a view has no 'labels'
!   Write options of dudao issue list, without their dashes.
[3]
$ dudao issue list --view 又错
! dudao: $WORK/shop/dudao.yaml:64:5: error E3010: 'huge' is no urgency
!   Allowed are: low, medium, high, critical.
[3]
$ dudao issue list --view 没有
! dudao: error E3441: there is no view '没有' in dudao.yaml, but 节前, 错, 又错
!   Write it there, below views.
[3]
$ dudao issue list --sort colour
! dudao: error E3010: 'colour' is no issue column
!   Allowed are: id, due, urgency, status, store, text, department, owner, category, source, raised, raised_by, ref, responsibility, assisting, labels, channel, scope, cause_class, risk, percent, cycle, closed, received, responded, solved, called_back.
[2]
$ dudao issue search 保养没有排进计划
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场店  冷藏柜温度     工程部
$ dudao issue search 转移 --columns id,text
id     text
-----  ----------
2B6E8  冷藏柜温度
$ dudao db verify
8 entries and 105 rows are as they were written
chain head D1:8 40f2bc67e9ce8ec855810a21f78f4f83224b88f09d039de478fc15e96499cd59
! without --head it cannot be excluded that the last entries were cut off
