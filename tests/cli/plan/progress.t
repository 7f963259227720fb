# How a plan is doing, on each day and on paper.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null
$ put() { dudao -q store edit "$1" --set "lat=$2" --set "lon=$3" >/dev/null; }
$ put S001 31.2 121.4 && put S002 31.3 121.5 && put S003 30.2 120.1 && put S004 29.8 121.5
$ dudao plan matrix 2026-11
! no visit has a day yet: dudao plan assign gives them
$ at '2026-11-02 09:00' M01 dudao -q plan assign 2026-11 >/dev/null
$ visited >/dev/null 2>&1
$ at '2026-11-13 09:00' M01 dudao plan progress 2026-11
Title         11月巡检
Period        2026-11
Status        published
Done          3 of 4 (75.0%)
Working days  10 gone, 11 left
Forecast      4 of 4 (100.0%) by 2026-11-30

By supervisor
Supervisor  Planned  Done  Late  Open  Missed  Cancelled  Unplanned    Rate
----------  -------  ----  ----  ----  ------  ---------  ---------  ------
Z01 张伟          2     2     0     0       0          0          0  100.0%
Z02 李娜          2     1     0     1       0          0          0   50.0%

By region
Region           Planned  Done  Late  Open  Missed  Cancelled  Unplanned    Rate
---------------  -------  ----  ----  ----  ------  ---------  ---------  ------
上海市 / 上海市        2     2     0     0       0          0          0  100.0%
浙江省 / 宁波市        1     0     0     1       0          0          0    0.0%
浙江省 / 杭州市        1     1     0     0       0          0          0  100.0%
$ at '2026-11-13 09:00' M01 dudao plan progress 2026-11 --json
{"schema_version":1,"plan":"01M6ADBH80SK291A34V40MZ99N","day":"2026-11-13","progress":{"planned":4,"done":3,"late":0,"open":1,"missed":0,"cancelled":0,"unplanned":0},"working_days":{"gone":10,"left":11},"forecast":4,"supervisors":[{"supervisor":"Z01","name":"张伟","planned":2,"done":2,"late":0,"open":0,"missed":0,"cancelled":0,"unplanned":0},{"supervisor":"Z02","name":"李娜","planned":2,"done":1,"late":0,"open":1,"missed":0,"cancelled":0,"unplanned":0}],"regions":[{"region":"上海市/上海市","name":"上海市 / 上海市","planned":2,"done":2,"late":0,"open":0,"missed":0,"cancelled":0,"unplanned":0},{"region":"浙江省/宁波市","name":"浙江省 / 宁波市","planned":1,"done":0,"late":0,"open":1,"missed":0,"cancelled":0,"unplanned":0},{"region":"浙江省/杭州市","name":"浙江省 / 杭州市","planned":1,"done":1,"late":0,"open":0,"missed":0,"cancelled":0,"unplanned":0}]}
$ dudao plan matrix 2026-11
2026-11-03 … 2026-11-20
         3   4   5  20  All
Z01      1   1   ·   ·  2
Z02      ·   ·   1   1  2
All      1   1   1   1  4
$ dudao plan matrix 2026-11 --json
{"schema_version":1,"inspectors":[{"inspector":"Z01","days":[{"day":"2026-11-03","visits":1},{"day":"2026-11-04","visits":1}],"without_day":0},{"inspector":"Z02","days":[{"day":"2026-11-05","visits":1},{"day":"2026-11-20","visits":1}],"without_day":0}]}
$ dudao plan progress 2026-12
! dudao: error E3033: there is no plan '2026-12'
!   dudao plan list shows them.
[3]
# For the way.
$ printf 'staff:\n  - {person: Z02, home: {lat: 29.9, lon: 121.6}}\n' > staff.yaml
$ dudao plan sheet --inspector Z02 --day 2026-11-20
2026-11-20 Z02 李娜
1 visits, 38.3 km, about 152 minutes

1. S004 宁波天一店
   Address: 中山东路188号
   Way: 19.1 km
   Checklist: tea
   Until: 2026-11-30
$ dudao plan sheet --inspector Z02 --day 2026-11-20 --format md
\# 2026-11-20 Z02 李娜

1 visits, 38.3 km, about 152 minutes

\## 1. S004 宁波天一店

- Address: 中山东路188号
- Way: 19.1 km
- Checklist: tea
- Until: 2026-11-30
$ dudao plan sheet --inspector Z02 --day 2026-11-20 --json
{"schema_version":1,"day":"2026-11-20","inspector":"Z02","metres":38270,"minutes":152,"stops":[{"id":"01M6A6FT00VVJ29RE0ZJECDB1P","unit":"S004","unit_name":"宁波天一店","address":"中山东路188号","phone":null,"head":null,"metres":19135,"checklist":"tea","to":"2026-11-30","issues":[]}],"later":0,"waiting":[]}
$ dudao plan sheet --inspector Z01 --day 2026-11-20
2026-11-20 Z01 张伟
0 visits, 0.0 km, about 0 minutes
! no plan has a visit for this person that could be made on 2026-11-20
[1]
$ dudao plan sheet --inspector X99
! dudao: error E3031: there is no person 'X99'
!   Import people first, or write the code.
[3]
$ dudao plan calendar 2026-11 --inspector Z02 | tr -d '\r'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//dudao//dudao//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:11月巡检 李娜
BEGIN:VEVENT
UID:01M6A6FT00EE95M6JZAFKQQ922@dudao
DTSTAMP:20261113T010000Z
SEQUENCE:2
DTSTART;VALUE=DATE:20261105
DTEND;VALUE=DATE:20261106
SUMMARY:Visit S003 西湖银泰店
LOCATION:延安路98号
DESCRIPTION:Checklist: tea\nWindow: 2026-11-01 … 11-30
GEO:30.2;120.1
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:01M6A6FT00VVJ29RE0ZJECDB1P@dudao
DTSTAMP:20261113T010000Z
SEQUENCE:1
DTSTART;VALUE=DATE:20261120
DTEND;VALUE=DATE:20261121
SUMMARY:Visit S004 宁波天一店
LOCATION:中山东路188号
DESCRIPTION:Checklist: tea\nWindow: 2026-11-01 … 11-30
GEO:29.8;121.5
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
$ dudao plan calendar 2026-11 -o all.ics && grep -c BEGIN:VEVENT all.ics
4
! 4 visits are in all.ics
$ dudao plan calendar 2026-11 --inspector X99
! dudao: error E3031: there is no person 'X99'
!   Import people first, or write the code.
[3]
# What waits for the publication of its plan is said.
$ at '2026-11-20 09:00' M01 dudao -q plan create 2026-12 --checklist tea >/dev/null
$ at '2026-11-20 09:01' M01 dudao -q plan generate 2026-12 >/dev/null
$ dudao plan sheet --inspector Z02 --day 2026-12-02
2026-12-02 Z02 李娜
0 visits, 0.0 km, about 0 minutes
! 2 visits wait: the plan 2026-12 (WH304) is not published
[1]
$ dudao plan sheet --inspector Z02 --day 2026-12-02 --json
{"schema_version":1,"day":"2026-12-02","inspector":"Z02","metres":0,"minutes":0,"stops":[],"later":0,"waiting":[{"plan":"01M7V7FAM0H0SSSDDHRQFWH304","period":"2026-12","visits":2}]}
[1]
$ dudao inspect today --inspector Z02 --day 2026-12-02
! 2 visits wait: the plan 2026-12 (WH304) is not published
[1]
$ dudao inspect today --inspector Z02 --day 2027-03-02
! no plan has a visit for this person that could be made on 2027-03-02
[1]
