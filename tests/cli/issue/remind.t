# A digest for everybody who is to be told, once.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ DUDAO_NOW='2026-11-06 09:00' DUDAO_ACTOR=M01
$ dudao issue remind --dry-run
周强 (H002)
Id     Reminder   Urgency  Store          What is wrong
-----  ---------  -------  -------------  -------------
2B6E8  due today  high     S002 五角场店  冷藏柜温度
$ dudao issue remind --to H002
周强 (H002)
Id     Reminder   Urgency  Store          What is wrong
-----  ---------  -------  -------------  -------------
2B6E8  due today  high     S002 五角场店  冷藏柜温度
$ dudao issue remind --to H002
[1]
$ dudao issue remind --to nobody
! dudao: error E3031: there is no person 'nobody'
!   Import people first, or write the code.
[3]
$ dudao --actor H002 issue remind
! dudao: error E4009: H002 may not judge rectifications
!   People with one of these roles may: supervisor, manager, approver.
[4]
$ DUDAO_NOW='2026-11-07 09:00'
$ dudao issue remind
周强 (H002)
Id     Reminder         Urgency  Store          What is wrong
-----  ---------------  -------  -------------  -------------
2B6E8  days overdue: 1  high     S002 五角场店  冷藏柜温度

张伟 (Z01)
Id     Reminder         Urgency  Store          What is wrong
-----  ---------------  -------  -------------  -------------
2B6E8  days overdue: 1  high     S002 五角场店  冷藏柜温度

李娜 (Z02)
Id     Reminder         Urgency   Store            What is wrong
-----  ---------------  --------  ---------------  ------------------
4KRXA  days overdue: 1  critical  S003 西湖银泰店  原料全部在有效期内
$ dudao issue remind
[1]
$ DUDAO_NOW='2026-11-09 09:00'
$ COLUMNS=40 dudao --lang zh-CN issue remind --dry-run
周强 (H002)
编号   催办          紧急程度  门店           问题描述
-----  ------------  --------  -------------  ------------------
2B6E8  5 天没有进展  紧急      S002 五角场店  冷藏柜温度
4W5W5  5 天没有进展  中        S002 五角场店  开封原料贴效期标签

王芳 (M01)
编号   催办       紧急程度  门店             问题描述
-----  ---------  --------  ---------------  ------------------
2B6E8  逾期 3 天  紧急      S002 五角场店    冷藏柜温度
4KRXA  逾期 3 天  紧急      S003 西湖银泰店  原料全部在有效期内

刘洋 (M02)
编号   催办       紧急程度  门店             问题描述
-----  ---------  --------  ---------------  ------------------
2B6E8  逾期 3 天  紧急      S002 五角场店    冷藏柜温度
4KRXA  逾期 3 天  紧急      S003 西湖银泰店  原料全部在有效期内

张伟 (Z01)
编号   催办          紧急程度  门店           问题描述
-----  ------------  --------  -------------  ------------------
2B6E8  逾期 3 天     紧急      S002 五角场店  冷藏柜温度
4W5W5  5 天没有进展  中        S002 五角场店  开封原料贴效期标签

李娜 (Z02)
编号   催办       紧急程度  门店             问题描述
-----  ---------  --------  ---------------  ------------------
4KRXA  逾期 3 天  紧急      S003 西湖银泰店  原料全部在有效期内

admin (admin)
编号   催办       紧急程度  门店             问题描述
-----  ---------  --------  ---------------  ------------------
2B6E8  逾期 3 天  紧急      S002 五角场店    冷藏柜温度
4KRXA  逾期 3 天  紧急      S003 西湖银泰店  原料全部在有效期内

紧急程度已提高
2B6E8 S002 冷藏柜温度: 高 → 紧急
$ dudao issue remind --json
{"schema_version":1,"digests":[{"recipient":"H002","name":"周强","issues":[{"reminder":"silent","days":5,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}},{"reminder":"silent","days":5,"issue":{"id":"01M6JM02J03X4FSJ6GMQM4W5W5","unit":"S002","unit_name":"五角场店","status":"open","category":"execution","urgency":"medium","department":"运营部","text":"开封原料贴效期标签","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F02","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-11","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}]},{"recipient":"M01","name":"王芳","issues":[{"reminder":"overdue","days":3,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}},{"reminder":"overdue","days":3,"issue":{"id":"01M6MMC0H041M7RM989XZ4KRXA","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"critical","department":"运营部","text":"原料全部在有效期内","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"F01","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}]},{"recipient":"M02","name":"刘洋","issues":[{"reminder":"overdue","days":3,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}},{"reminder":"overdue","days":3,"issue":{"id":"01M6MMC0H041M7RM989XZ4KRXA","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"critical","department":"运营部","text":"原料全部在有效期内","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"F01","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}]},{"recipient":"Z01","name":"张伟","issues":[{"reminder":"overdue","days":3,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}},{"reminder":"silent","days":5,"issue":{"id":"01M6JM02J03X4FSJ6GMQM4W5W5","unit":"S002","unit_name":"五角场店","status":"open","category":"execution","urgency":"medium","department":"运营部","text":"开封原料贴效期标签","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F02","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-11","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}]},{"recipient":"Z02","name":"李娜","issues":[{"reminder":"overdue","days":3,"issue":{"id":"01M6MMC0H041M7RM989XZ4KRXA","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"critical","department":"运营部","text":"原料全部在有效期内","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"F01","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}]},{"recipient":"admin","name":"admin","issues":[{"reminder":"overdue","days":3,"issue":{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}},{"reminder":"overdue","days":3,"issue":{"id":"01M6MMC0H041M7RM989XZ4KRXA","unit":"S003","unit_name":"西湖银泰店","status":"open","category":"execution","urgency":"critical","department":"运营部","text":"原料全部在有效期内","inspection":"01M6MMC0H0G3CQF7ADFP3J0YTK","checklist":"tea","item":"F01","source":"item","ref":null,"raised_by":"Z02","raised_on":"2026-11-05","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}}]}],"escalated":[{"issue":"01M6JM02J0GVKN67NMS0M2B6E8","before":"high","urgency":"critical"}]}
$ dudao issue show "$(issue_of S002 F03)" | sed -n '/^Urgency/p;/^History/,$p'
Urgency         critical (raised as high)
History
When              Who   What       Note
----------------  ----  ---------  --------------------
2026-11-09 09:00  王芳  escalated  critical · overdue:3
$ printf 'rules:\n  - {tell: [boss]}\n' > rules/escalation.yaml
$ dudao issue remind
! dudao: $WORK/shop/rules/escalation.yaml:2:5: error E3344: the rule does not say when it holds
!   Add due_in, overdue, silent, raised or another one with a number of days.
! dudao: $WORK/shop/rules/escalation.yaml:2:13: error E3010: 'boss' is no recipient
!   Allowed are: owner, head, supervisor, department, manager.
[3]
$ rm rules/escalation.yaml
$ dudao issue remind
[1]
