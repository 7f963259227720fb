# Why a store is visited as it is: which rule it follows, when, and why the others do not hold.
$ . "$FIXTURES/shop.sh"
$ cat > rules.yaml <<'END'
> rules:
>   - {id: opening, checklist: tea, on_opening: {weeks: [1, 2]}}
>   - {id: head, checklist: tea, after_change_of: head, within: 14 days}
>   - {id: franchise, checklist: tea, units: {ownerships: [franchise]}, at_least: 2, per: month}
>   - {id: flagship, checklist: tea, units: {tags: [旗舰]}, frequency: weekly}
>   - {id: zhejiang, checklist: tea, units: {below: 浙江省}, frequency: monthly}
>   - {id: online, checklist: tea, units: {kinds: [online]}, frequency: daily}
>   - {id: rest, checklist: tea, rrule: 'FREQ=MONTHLY;BYDAY=1MO,3MO'}
> END
$ dudao plan why S001
Unit    S001 静安寺店
Opened  2019-05-01
! no visit plan is for today or later
[1]
$ at '2026-11-25 10:00' M01 dudao plan create 2026-12 --rules rules.yaml --title 12月巡检
HXSQ4 2026-12 12月巡检: draft
$ cat > closed-days.yaml <<'END'
> closed_days:
>   - {unit: S001, from: 2026-12-05, to: 2026-12-15, reason: 装修}
>   - {unit: 浙江省, from: 2026-12-31, reason: 盘点}
> END
$ dudao plan why S001 --plan 2026-12
Unit    S001 静安寺店
Opened  2019-05-01

2026-12 12月巡检 (draft)
Rule       Checklist  How often                   Visits  Why
---------  ---------  --------------------------  ------  ---------------------
opening    tea        opening: week 1, 2               0  nothing is due
head       tea        new head: 14 days                0  no new head
franchise  tea        2 times a month                  0  for another ownership
flagship   tea        every week                       4  followed
zhejiang   tea        every month                      0  for other regions
online     tea        every day                        0  for other kinds
rest       tea        FREQ=MONTHLY;BYDAY=1MO,3MO       0  flagship comes first

Planned visits
From        To          Checklist  Rule      Remark
----------  ----------  ---------  --------  ----------------
2026-12-01  2026-12-04  tea        flagship
2026-12-07  2026-12-13  tea        flagship  left out: closed
2026-12-16  2026-12-20  tea        flagship
2026-12-21  2026-12-27  tea        flagship
2026-12-28  2026-12-31  tea        flagship
$ dudao plan why S002
Unit    S002 五角场店
Opened  2021-03-15

2026-12 12月巡检 (draft)
Rule       Checklist  How often                   Visits  Why
---------  ---------  --------------------------  ------  ---------------------
opening    tea        opening: week 1, 2               0  nothing is due
head       tea        new head: 14 days                0  no new head
franchise  tea        2 times a month                  2  followed
flagship   tea        every week                       0  for other tags
zhejiang   tea        every month                      0  for other regions
online     tea        every day                        0  for other kinds
rest       tea        FREQ=MONTHLY;BYDAY=1MO,3MO       0  franchise comes first

Planned visits
From        To          Checklist  Rule
----------  ----------  ---------  ---------
2026-12-01  2026-12-15  tea        franchise
2026-12-16  2026-12-31  tea        franchise
$ dudao plan why S003
Unit    S003 西湖银泰店
Opened  2022-09-09

2026-12 12月巡检 (draft)
Rule       Checklist  How often                   Visits  Why
---------  ---------  --------------------------  ------  ---------------------
opening    tea        opening: week 1, 2               0  nothing is due
head       tea        new head: 14 days                0  no new head
franchise  tea        2 times a month                  2  followed
flagship   tea        every week                       0  for other tags
zhejiang   tea        every month                      0  franchise comes first
online     tea        every day                        0  for other kinds
rest       tea        FREQ=MONTHLY;BYDAY=1MO,3MO       0  franchise comes first

Planned visits
From        To          Checklist  Rule
----------  ----------  ---------  ---------
2026-12-01  2026-12-15  tea        franchise
2026-12-16  2026-12-30  tea        franchise
$ DUDAO_LANG=zh-CN dudao plan why S001
所属单位  S001 静安寺店
开业日期  2019-05-01

2026-12 12月巡检 (草稿)
规则       检查表  频次                        巡检次数  原因
---------  ------  --------------------------  --------  -----------------------
opening    tea     开业后第 1, 2 周                   0  本期无到期
head       tea     换负责人后 14 天内                 0  负责人没有更换过
franchise  tea     每月 2 次                          0  只用于其他经营性质
flagship   tea     每周                               4  适用
zhejiang   tea     每月                               0  只用于其他区域或单位
online     tea     每天                               0  只用于其他类型的单位
rest       tea     FREQ=MONTHLY;BYDAY=1MO,3MO         0  已按前面的规则 flagship

计划巡检
起          止          检查表  规则      备注
----------  ----------  ------  --------  ------------------
2026-12-01  2026-12-04  tea     flagship
2026-12-07  2026-12-13  tea     flagship  未安排：停业或休息
2026-12-16  2026-12-20  tea     flagship
2026-12-21  2026-12-27  tea     flagship
2026-12-28  2026-12-31  tea     flagship
$ DUDAO_LANG=zh-TW dudao plan why S003
所屬單位  S003 西湖银泰店
開店日期  2022-09-09

2026-12 12月巡检 (草稿)
規則       檢核表  頻次                       巡店次數  原因
---------  ------  -------------------------  --------  ------------------------
opening    tea     開店後第 1, 2 週                  0  本期無到期
head       tea     換負責人後 14 天內                0  負責人未曾更換
franchise  tea     每月 2 次                         2  適用
flagship   tea     每週                              0  僅用於帶其他標籤的單位
zhejiang   tea     每月                              0  已依前面的規則 franchise
online     tea     每天                              0  僅用於其他類型的單位
rest       tea     FREQ=MONTHLY;BYDAY=1MO,3…         0  已依前面的規則 franchise

計畫巡店
起          迄          檢核表  規則
----------  ----------  ------  ---------
2026-12-01  2026-12-15  tea     franchise
2026-12-16  2026-12-30  tea     franchise
$ dudao plan why S002 --json
{"schema_version":1,"unit":"S002","unit_name":"五角场店","opened_on":"2021-03-15","plans":[{"plan":"01M886WS80ABHT4SDYAD4HXSQ4","period":"2026-12","title":"12月巡检","status":"draft","in_scope":true,"head_since":null,"risk":null,"rules":[{"rule":"opening","checklist":"tea","kinds":[],"ownerships":[],"tags":[],"below":[],"risks":[],"rhythm":"on_opening","count":1,"span":null,"rrule":null,"starting":"2024-01-01","weeks":[1,2],"working_days":false,"visit_kind":null,"window_days":0,"fit":"follows","earlier":null,"windows":[],"closed":[]},{"rule":"head","checklist":"tea","kinds":[],"ownerships":[],"tags":[],"below":[],"risks":[],"rhythm":"after_change","count":14,"span":null,"rrule":null,"starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0,"fit":"no_change","earlier":null,"windows":[],"closed":[]},{"rule":"franchise","checklist":"tea","kinds":[],"ownerships":["franchise"],"tags":[],"below":[],"risks":[],"rhythm":"spans","count":2,"span":"month","rrule":null,"starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0,"fit":"follows","earlier":null,"windows":[{"number":1,"from":"2026-12-01","to":"2026-12-15"},{"number":2,"from":"2026-12-16","to":"2026-12-31"}],"closed":[]},{"rule":"flagship","checklist":"tea","kinds":[],"ownerships":[],"tags":["旗舰"],"below":[],"risks":[],"rhythm":"spans","count":1,"span":"week","rrule":null,"starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0,"fit":"other_tags","earlier":null,"windows":[],"closed":[]},{"rule":"zhejiang","checklist":"tea","kinds":[],"ownerships":[],"tags":[],"below":["浙江省"],"risks":[],"rhythm":"spans","count":1,"span":"month","rrule":null,"starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0,"fit":"elsewhere","earlier":null,"windows":[],"closed":[]},{"rule":"online","checklist":"tea","kinds":["online"],"ownerships":[],"tags":[],"below":[],"risks":[],"rhythm":"spans","count":1,"span":"day","rrule":null,"starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0,"fit":"other_kind","earlier":null,"windows":[],"closed":[]},{"rule":"rest","checklist":"tea","kinds":[],"ownerships":[],"tags":[],"below":[],"risks":[],"rhythm":"recurrence","count":1,"span":null,"rrule":"FREQ=MONTHLY;BYDAY=1MO,3MO","starting":"2024-01-01","weeks":[],"working_days":false,"visit_kind":null,"window_days":0,"fit":"earlier_rule","earlier":"franchise","windows":[],"closed":[]}]}]}
$ at '2026-12-03 10:00' M01 dudao store edit S004 --set head=H001
S004 head: - → H001
$ at '2026-12-05 10:00' M01 dudao store edit S004 --set head=H002
S004 head: H001 → H002
$ dudao --now 2026-12-06 plan why S004
Unit  S004 宁波天一店

2026-12 12月巡检 (draft)
Rule       Checklist  How often                   Visits  Why
---------  ---------  --------------------------  ------  ---------------------
opening    tea        opening: week 1, 2               0  opening day not known
head       tea        new head: 14 days                1  followed
franchise  tea        2 times a month                  0  for another ownership
flagship   tea        every week                       0  for other tags
zhejiang   tea        every month                      1  followed
online     tea        every day                        0  for other kinds
rest       tea        FREQ=MONTHLY;BYDAY=1MO,3MO       0  zhejiang comes first

Planned visits
From        To          Checklist  Rule
----------  ----------  ---------  --------
2026-12-01  2026-12-30  tea        zhejiang
2026-12-05  2026-12-19  tea        head
$ dudao plan generate 2026-12
4 stores: 10 visits added, 0 were there already
Rule       Checklist  Stores  Visits
---------  ---------  ------  ------
opening    tea             3       0
head       tea             1       1
franchise  tea             2       4
flagship   tea             1       4
zhejiang   tea             1       1
online     tea             0       0
rest       tea             0       0
! 1 visits are left out: all of their days are closed
$ dudao plan why S999
! dudao: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ dudao plan why S001 --plan 2026-11
! dudao: error E3033: there is no plan '2026-11'
!   dudao plan list shows them.
[3]
$ dudao --now 2027-01-01 plan why S001
Unit    S001 静安寺店
Opened  2019-05-01
! no visit plan is for today or later
[1]
$ printf 'closed_days:\n  - {unit: S999, from: 2026-12-05, reason: x}\n' > closed-days.yaml; dudao plan why S001
! dudao: $WORK/shop/closed-days.yaml:2:12: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ printf 'closed_days:\n  - {unit: S001, from: 2026-12-05, to: 2026-12-01}\n' > closed-days.yaml; dudao plan generate 2026-12
! dudao: $WORK/shop/closed-days.yaml:2:5: error E3128: key 'reason' is missing
!   Add it.
! dudao: $WORK/shop/closed-days.yaml:2:40: error E3303: a closing cannot last from 2026-12-05 to 2026-12-01
!   Swap the days.
[3]
$ rm closed-days.yaml; dudao plan create 2026-12 --scope 浙江省 --checklist tea --per-store 2 >/dev/null; dudao plan why S001 | tail -3

2026-12 2026-12 visit (draft)
The plan is about other stores.
# The risk of a store, with its figures, decides which rule it follows.
$ visited | head -1
3 rows: 3 visits added, 0 unchanged, 0 rows rejected
! answers without a photo or file: 1
$ cat > risk.yaml <<'END'
> risk: {checklist: tea, visits: 1, critical: 20, tightened: 30}
> rules:
>   - {id: strict, checklist: tea, units: {risk: [tightened]}, frequency: weekly}
>   - {id: seldom, checklist: tea, units: {risk: [reduced]}, at_least: 1, per: quarter}
>   - {id: usual, checklist: tea, frequency: monthly}
> END
$ at '2026-11-25 10:00' M01 dudao plan create 2026-Q4 --rules risk.yaml
PG0TS 2026-Q4 2026-Q4 visit: draft
$ for store in S001 S002 S003; do DUDAO_NOW='2026-11-25 10:00' dudao plan why $store --plan 2026-Q4 | head -14; done
Unit    S001 静安寺店
Opened  2019-05-01

2026-Q4 2026-Q4 visit (draft)
Risk                       reduced: 0 points
Last visits                1, 100% on average: 0 points
Open critical issues       0: 0 points
Days since the last visit  22: 0 points

Rule    Checklist  How often      Visits  Why
------  ---------  -------------  ------  ------------------
strict  tea        every week          0  for another risk
seldom  tea        every quarter       1  followed
usual   tea        every month         0  seldom comes first
Unit    S002 五角场店
Opened  2021-03-15

2026-Q4 2026-Q4 visit (draft)
Risk                       tightened: 56 points
Last visits                1, 44% on average: 56 points
Open critical issues       0: 0 points
Days since the last visit  21: 0 points

Rule    Checklist  How often      Visits  Why
------  ---------  -------------  ------  ------------------
strict  tea        every week         14  followed
seldom  tea        every quarter       0  for another risk
usual   tea        every month         0  strict comes first
Unit    S003 西湖银泰店
Opened  2022-09-09

2026-Q4 2026-Q4 visit (draft)
Risk                       tightened: 94 points
Last visits                1, 26% on average: 74 points
Open critical issues       1: 20 points
Days since the last visit  20: 0 points

Rule    Checklist  How often      Visits  Why
------  ---------  -------------  ------  ------------------
strict  tea        every week         14  followed
seldom  tea        every quarter       0  for another risk
usual   tea        every month         0  strict comes first
$ DUDAO_NOW='2026-11-25 10:00' DUDAO_LANG=zh-CN dudao plan why S002 --plan 2026-Q4 | head -12
所属单位  S002 五角场店
开业日期  2021-03-15

2026-Q4 2026-Q4 visit (草稿)
风险              加严：56 分
最近巡检          1 次，平均得分率 44%：56 分
未关闭的紧急问题  0：0 分
距上次巡检天数    21：0 分

规则    检查表  频次    巡检次数  原因
------  ------  ------  --------  ---------------------
strict  tea     每周          14  适用
$ dudao plan why S002 --plan 2026-Q4 --json | sed 's/.*"risk":/"risk":/; s/},"rules.*/}/'
"risk":{"score":56,"watch":"tightened","visits":1,"average":44,"days":21,"critical":0,"lost_points":56,"critical_points":0,"idle_points":0,"series_tightened":false}
$ sed -i '1d' risk.yaml; dudao plan create 2026-Q4 --rules risk.yaml
! dudao: risk.yaml:2:48: error E3128: key 'risk' is missing
!   Add it.
! dudao: risk.yaml:3:48: error E3128: key 'risk' is missing
[3]
