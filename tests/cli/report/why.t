# The rows behind a figure of a report.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null; visited >/dev/null
! answers without a photo or file: 1
$ DUDAO_NOW='2026-11-30 18:00' DUDAO_ACTOR=Y01
$ dudao report why 2026-11 | head -20
Figure                                          Value
----------------------------------------------  --------------------------------
schema_version                                  1
report                                          "month"
month                                           "2026-11"
period.text                                     "2026-11"
period.first                                    "2026-11-01"
period.last                                     "2026-11-30"
today                                           "2026-11-30"
timezone                                        "Asia/Shanghai"
chain                                           "鲜果时光"
scope                                           null
units.kind                                      null
units.ownership                                 null
units.status                                    null
units.tag                                       null
units.supervisor                                null
organised_on                                    "2026-11-30"
remarks[overdue_many].name                      "overdue_many"
remarks[overdue_many].rule                      "overdue_many"
$ dudao report why 2026-11 scores.mean.now
scores.mean.now is 56.7, from 3 rows
Id     Day         Store        Checklist  Inspector   Score  Grade  Verdict
-----  ----------  -----------  ---------  ---------  ------  -----  -----------
J0YTK  2026-11-05  S003 西湖…   tea        李娜        26.0%  C      gate failed
ZDP2K  2026-11-04  S002 五角…   tea        张伟        44.0%  C      failed
Y1AXH  2026-11-03  S001 静安…   tea        张伟       100.0%  A      passed
$ dudao report why 2026-11 coverage.open
coverage.open is 1, from 1 row
Id     Day  Store            Inspector  Window              Standing
-----  ---  ---------------  ---------  ------------------  --------
CDB1P  -    S004 宁波天一店  Z02        2026-11-01 … 11-30  open
$ dudao report why 2026-11 coverage.units.whole
coverage.units.whole is 4, from 4 rows
Code  Name
----  ----------
S001  静安寺店
S002  五角场店
S003  西湖银泰店
S004  宁波天一店
$ dudao report why 2026-11 issues.overdue
issues.overdue is 5, from 5 rows
Id     Due         Urgency   Status  Store            What is wrong
-----  ----------  --------  ------  ---------------  ------------------
2B6E8  2026-11-06  high      open    S002 五角场店    冷藏柜温度
4KRXA  2026-11-06  critical  open    S003 西湖银泰店  原料全部在有效期内
4W5W5  2026-11-11  medium    open    S002 五角场店    开封原料贴效期标签
AHJ5N  2026-11-12  medium    open    S003 西湖银泰店  设备状况
GTFPK  2026-11-12  medium    open    S003 西湖银泰店  大厅清洁
$ dudao report why 2026-11 all_failures
all_failures is 5, from 5 rows
Visit  Day         Store            Who  Item  Result
-----  ----------  ---------------  ---  ----  ------
J0YTK  2026-11-05  S003 西湖银泰店  Z02  F01   fail
J0YTK  2026-11-05  S003 西湖银泰店  Z02  S01   fail
J0YTK  2026-11-05  S003 西湖银泰店  Z02  S02   fail
ZDP2K  2026-11-04  S002 五角场店    Z01  F02   fail
ZDP2K  2026-11-04  S002 五角场店    Z01  F03   fail
$ dudao report why 2026-11 'regions[上海市].visits'
regions[上海市].visits is 2, from 2 rows
Id     Day         Store          Checklist  Inspector   Score  Grade  Verdict
-----  ----------  -------------  ---------  ---------  ------  -----  -------
ZDP2K  2026-11-04  S002 五角场店  tea        张伟        44.0%  C      failed
Y1AXH  2026-11-03  S001 静安寺店  tea        张伟       100.0%  A      passed
$ dudao report why 2026-11 scores.mean.year_before
scores.mean.year_before is null, from 0 rows
[1]
$ dudao report why 2026-11 scores.mean.now --json | jq -c '[.figure,.value,.basis,.count,[.rows[].unit]]'
\["scores.mean.now",56.7,"visits",3,["S003","S002","S001"]]
$ dudao report why 2026-11-01..2026-11-30 scores.visits --json | jq .count
3
$ dudao report why 2026-11 scores.means.now
! dudao: error E3360: the report has no figure 'scores.means.now'
!   Perhaps scores.mean.now; dudao report why PERIOD lists them all.
[3]
$ dudao report why 2026-11 chain
! dudao: error E3361: 'chain' is no figure that rows are counted for
!   Ask for a count, a share or a mean.
[3]
$ dudao report why 2026-13 scores.visits
! dudao: error E3007: '2026-13' is not a period
!   Write 2027, 2026-Q4, 2026-11 or 2026-W47.
[2]
