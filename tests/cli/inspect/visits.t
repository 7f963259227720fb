# Visits: shown, explained, approved, received. Issues bind when the kind of the visit says so.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null
! answers without a photo or file: 1
$ visit=$(visit_of S002)
$ dudao inspect show "$visit"
Visit      01M6JM02J0NTXQVCSD9W7ZDP2K
Store      S002 五角场店
Checklist  tea@1 Tea shop patrol
Kind       routine
When       2026-11-04 14:30
Inspector  Z01 张伟
Planned    no
Score      11 / 25  44%  failed  C

Findings
Item  What to look at                   Answer   Lost  Remark
----  --------------------------------  -------  ----  ----------------
F02   Opened ingredients carry a label  fail        5  2 瓶糖浆没有标签
F03   Temperature of the refrigerator   fail        5
S01   The hall is clean                 partial     2
S02   State of the equipment            partial     2

Issues
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
4W5W5  2026-11-11  medium   open    S002 五角场…  开封原料贴效期标签  运营部
2B6E8  2026-11-06  high     open    S002 五角场…  冷藏柜温度          工程部
$ dudao inspect show "$visit" --json
{"schema_version":1,"inspection":{"id":"01M6JM02J0NTXQVCSD9W7ZDP2K","unit":"S002","unit_name":"五角场店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-04T06:30:00Z","day":"2026-11-04","inspector":"Z01","score":11,"max_score":25,"percentage":44,"grade":"C","verdict":"failed","planned":false,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Y01","results":"PFF3b"},"answers":[{"item":"F01","answer":"P","result":"pass","points":5,"max_points":5,"value":null,"remark":null,"evidence":[],"issue":null},{"item":"F02","answer":"F","result":"fail","points":0,"max_points":5,"value":null,"remark":"2 瓶糖浆没有标签","evidence":[],"issue":null},{"item":"F03","answer":"7.5","result":"fail","points":0,"max_points":5,"value":7.5,"remark":null,"evidence":[],"issue":null},{"item":"S01","answer":"3","result":"partial","points":3,"max_points":5,"value":null,"remark":null,"evidence":[],"issue":null},{"item":"S02","answer":"reported","result":"partial","points":3,"max_points":5,"value":null,"remark":null,"evidence":[],"issue":null}],"corrected_by":null,"facts":null,"issues":[{"id":"01M6JM02J03X4FSJ6GMQM4W5W5","unit":"S002","unit_name":"五角场店","status":"open","category":"execution","urgency":"medium","department":"运营部","text":"开封原料贴效期标签","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F02","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-11","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},{"id":"01M6JM02J0GVKN67NMS0M2B6E8","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"high","department":"工程部","text":"冷藏柜温度","inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-04","due":"2026-11-06","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null}],"events":[]}
$ dudao inspect explain "$visit"
Visit    01M6JM02J0NTXQVCSD9W7ZDP2K
Store    S002 五角场店
Scoring  weighted sections

Sections
Section                   Points  Of  Share  Counts for
------------------------  ------  --  -----  ----------
Food safety                    5  15  33.3%       60.00
Service and surroundings       6  10  60.0%       40.00

Where points went
Item  What to look at                   Answer   Points    Cost
----  --------------------------------  -------  ------  ------
F02   Opened ingredients carry a label  fail        0/5  -20.00
F03   Temperature of the refrigerator   fail        0/5  -20.00
S01   The hall is clean                 partial     3/5   -8.00
S02   State of the equipment            partial     3/5   -8.00

Result
Before gates and rounding  44.0000%
Percentage                 44%
Verdict                    failed
Grade                      C
Not A                      percentage
Not B                      percentage
$ dudao inspect explain "$visit" --json
{"schema_version":1,"inspection":{"id":"01M6JM02J0NTXQVCSD9W7ZDP2K","unit":"S002","unit_name":"五角场店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-04T06:30:00Z","day":"2026-11-04","inspector":"Z01","score":11,"max_score":25,"percentage":44,"grade":"C","verdict":"failed","planned":false,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Y01","results":"PFF3b"},"method":"weighted_sections","raw_percentage":44,"score":11,"max_score":25,"percentage":44,"grade":"C","verdict":"failed","sections":[{"id":"F","score":5,"max_score":15,"percentage":33.333,"counts_for":60,"parent":null,"repeat":null,"forfeited":0,"cost":0,"below_pass":false},{"id":"S","score":6,"max_score":10,"percentage":60,"counts_for":40,"parent":null,"repeat":null,"forfeited":0,"cost":0,"below_pass":false}],"items":[{"item":"F01","result":"pass","points":5,"max_points":5,"cost":0},{"item":"F02","result":"fail","points":0,"max_points":5,"cost":20},{"item":"F03","result":"fail","points":0,"max_points":5,"cost":20},{"item":"S01","result":"partial","points":3,"max_points":5,"cost":8},{"item":"S02","result":"partial","points":3,"max_points":5,"cost":8}],"critical":[],"missed_grades":[{"grade":"A","reason":"percentage","at":null},{"grade":"B","reason":"percentage","at":null}]}
$ dudao inspect explain "$(visit_of S003)"
Visit    01M6MMC0H0G3CQF7ADFP3J0YTK
Store    S003 西湖银泰店
Scoring  weighted sections

Sections
Section                   Points  Of  Share  Counts for
------------------------  ------  --  -----  ----------
Food safety                    3  10  30.0%       60.00
Service and surroundings       2  10  20.0%       40.00

Where points went
Item  What to look at                   Answer        Points    Cost
----  --------------------------------  -------  -----------  ------
F01   All ingredients are within date   fail             0/5  -30.00
F02   Opened ingredients carry a label  partial          3/5  -12.00
F03   Temperature of the refrigerator   na       not counted
S01   The hall is clean                 fail             2/5  -12.00
S02   State of the equipment            fail             0/5  -20.00

Result
Before gates and rounding  26.0000%
Critical item failed       F01: fail
Percentage                 26%
Verdict                    gate failed
Grade                      C
Not A                      percentage
Not B                      percentage
$ dudao inspect show ABCDE
! dudao: error E3034: there is no visit 'ABCDE'
!   dudao inspect list shows them.
[3]
$ dudao inspect show xy
! dudao: error E3005: 'xy' is not the end of an id
!   Type five characters or more of it, as listings print them.
[2]
$ printf 'unit,at,inspector,kind,F01,F02,F03,S01,S02\nS004,2026-11-06 07:00,Z02,mystery,P,F,4,5,all\n' > mystery.csv
$ dudao inspect import mystery.csv --checklist tea
1 rows: 1 visits added, 0 unchanged, 0 rows rejected
5 answers, 1 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ dudao issue list --store S004
[1]
$ dudao issue list --store S004 --all
Id     Due  Urgency  Status    Store            What is wrong       Department
-----  ---  -------  --------  ---------------  ------------------  ----------
GQ3ZY  -    medium   proposed  S004 宁波天一店  开封原料贴效期标签  运营部
$ visit=$(visit_of S004)
$ dudao --actor Z02 inspect approve "$visit"
! dudao: error E4009: Z02 may not approve visits
!   People with one of these roles may: manager, approver.
[4]
$ dudao --actor H001 inspect approve "$visit"
! dudao: error E4009: H001 may not approve visits
!   People with one of these roles may: manager, approver.
[4]
$ at '2026-11-08 09:00' M01 dudao inspect approve "$visit" --note 属实
NXCSH S004: approved, 1 issues are binding now
$ dudao issue list --store S004
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
GQ3ZY  2026-11-15  medium   open    S004 宁波天…  开封原料贴效期标签  运营部
$ dudao --actor M01 inspect approve "$visit"
! dudao: error E4002: 'approved' is not possible for this visit any more
[4]
$ at '2026-11-08 10:00' M02 dudao inspect receive "$visit" --json
{"schema_version":1,"inspection":{"id":"01M6PZ1HC0A305B5GZEBMNXCSH","unit":"S004","unit_name":"宁波天一店","checklist":"tea","version":"1","kind":"mystery","at":"2026-11-05T23:00:00Z","day":"2026-11-06","inspector":"Z02","score":20,"max_score":25,"percentage":80,"grade":"B","verdict":"passed","planned":false,"counts":true,"approved":true,"received":true,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Y01","results":"PFP5a"},"issues_bound":0,"issues_cancelled":0}
