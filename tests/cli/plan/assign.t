# Who visits which shop on which day, and what cannot be placed, with what stands in its way.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null
$ export DUDAO_ACTOR=M01 DUDAO_NOW='2026-11-02 09:00'
$ put() { dudao -q --actor admin store edit "$1" --set "lat=$2" --set "lon=$3" >/dev/null; }
$ put S001 31.2 121.4 && put S002 31.3 121.5 && put S003 30.2 120.1 && put S004 29.8 121.5
$ dudao plan assign 2026-11 --dry-run --explain
4 visits: 4 would be placed, 4 of them anew or elsewhere, 0 cannot be

Inspector  Visits  Days out  Most a day  Longest day, minutes   km
---------  ------  --------  ----------  --------------------  ---
Z01             2         2           1                    60  0.0
Z02             2         2           1                    60  0.0

Each visit
Day         Inspector  Store            km  Why
----------  ---------  ---------------  --  --------------------------
2026-11-06  Z01        S001 静安寺店     -  the store's own supervisor
2026-11-20  Z01        S002 五角场店     -  the store's own supervisor
2026-11-06  Z02        S003 西湖银泰店   -  the store's own supervisor
2026-11-20  Z02        S004 宁波天一店   -  the store's own supervisor
$ dudao plan visits 2026-11 --json | grep -c '"day":"'
0
[1]
$ dudao plan assign 2026-11
4 visits: 4 placed, 4 of them anew or elsewhere, 0 could not be

Inspector  Visits  Days out  Most a day  Longest day, minutes   km
---------  ------  --------  ----------  --------------------  ---
Z01             2         2           1                    60  0.0
Z02             2         2           1                    60  0.0
$ dudao plan visits 2026-11
Id     Day         Store            Inspector  Window              Standing
-----  ----------  ---------------  ---------  ------------------  --------
TB5TD  2026-11-06  S001 静安寺店    Z01        2026-11-01 … 11-30  open
2YJ43  2026-11-20  S002 五角场店    Z01        2026-11-01 … 11-30  open
QQ922  2026-11-06  S003 西湖银泰店  Z02        2026-11-01 … 11-30  open
CDB1P  2026-11-20  S004 宁波天一店  Z02        2026-11-01 … 11-30  open
$ dudao plan replan 2026-11
4 visits: 4 placed, 0 of them anew or elsewhere, 0 could not be

Inspector  Visits  Days out  Most a day  Longest day, minutes   km
---------  ------  --------  ----------  --------------------  ---
Z01             2         2           1                    60  0.0
Z02             2         2           1                    60  0.0
$ dudao plan matrix 2026-11
2026-11-06 … 2026-11-20
         6  20  All
Z01      1   1  2
Z02      1   1  2
All      2   2  4
# Somebody is on leave: his shops have nobody else.
$ printf 'staff:\n  - person: Z02\n    leave:\n      - {from: 2026-11-01, to: 2026-11-30, reason: 产假}\n' > staff.yaml
$ dudao plan replan 2026-11 --explain
4 visits: 2 placed, 0 of them anew or elsewhere, 2 could not be

Inspector  Visits  Days out  Most a day  Longest day, minutes   km
---------  ------  --------  ----------  --------------------  ---
Z01             2         2           1                    60  0.0

Each visit
Day         Inspector  Store          km  Why
----------  ---------  -------------  --  ------------------
2026-11-06  Z01        S001 静安寺店   -  stays where it was
2026-11-20  Z01        S002 五角场店   -  stays where it was

Not placed
Id     Store            Window              Why
-----  ---------------  ------------------  ----------------------------
QQ922  S003 西湖银泰店  2026-11-01 … 11-30  whoever could go is on leave
CDB1P  S004 宁波天一店  2026-11-01 … 11-30  whoever could go is on leave
[5]
$ dudao plan replan 2026-11 --dry-run --json
{"schema_version":1,"plan":"01M6ADBH80SK291A34V40MZ99N","placed":2,"kept":0,"changed":0,"dry_run":true,"inspectors":[{"inspector":"Z01","visits":2,"days":2,"most_a_day":1,"longest_minutes":60,"metres":0}],"visits":[{"id":"01M6A6FT00F4R8DGK25RNTB5TD","unit":"S001","unit_name":"静安寺店","day":"2026-11-06","inspector":"Z01","order":1,"metres":null,"choice":"stayed"},{"id":"01M6A6FT00RZGT42EPQN32YJ43","unit":"S002","unit_name":"五角场店","day":"2026-11-20","inspector":"Z01","order":1,"metres":null,"choice":"stayed"}],"unplaced":[{"id":"01M6A6FT00EE95M6JZAFKQQ922","unit":"S003","unit_name":"西湖银泰店","from":"2026-11-01","to":"2026-11-30","obstacle":"away"},{"id":"01M6A6FT00VVJ29RE0ZJECDB1P","unit":"S004","unit_name":"宁波天一店","from":"2026-11-01","to":"2026-11-30","obstacle":"away"}]}
[5]
# Another supervisor works above them.
$ printf '工号,姓名,角色,单位\nZ03,周杰,督导,浙江省\n' | dudao -q --actor admin people import -
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
$ dudao plan replan 2026-11 --explain
4 visits: 4 placed, 2 of them anew or elsewhere, 0 could not be

Inspector  Visits  Days out  Most a day  Longest day, minutes   km
---------  ------  --------  ----------  --------------------  ---
Z01             2         2           1                    60  0.0
Z03             2         2           1                    60  0.0

Each visit
Day         Inspector  Store            km  Why
----------  ---------  ---------------  --  ------------------
2026-11-06  Z01        S001 静安寺店     -  stays where it was
2026-11-20  Z01        S002 五角场店     -  stays where it was
2026-11-06  Z03        S003 西湖银泰店   -  one of the region
2026-11-20  Z03        S004 宁波天一店   -  one of the region
$ dudao plan visits 2026-11
Id     Day         Store            Inspector  Window              Standing
-----  ----------  ---------------  ---------  ------------------  --------
TB5TD  2026-11-06  S001 静安寺店    Z01        2026-11-01 … 11-30  open
2YJ43  2026-11-20  S002 五角场店    Z01        2026-11-01 … 11-30  open
QQ922  2026-11-06  S003 西湖银泰店  Z03        2026-11-01 … 11-30  open
CDB1P  2026-11-20  S004 宁波天一店  Z03        2026-11-01 … 11-30  open
# What is moved by hand stays, even on a Sunday.
$ visit() { dudao plan visits 2026-11 --unit "$1" --json | sed -n 's/.*"visits":\[{"id":"[0-9A-Z]*\([0-9A-Z]\{5\}\)".*/\1/p'; }
$ dudao -q plan move "$(visit S001)" --to 2026-11-15 --reason 周末客流
TB5TD S001: 2026-11-15, Z01
$ dudao -q plan assign 2026-11 >/dev/null && dudao plan visits 2026-11 --unit S001
Id     Day         Store          Inspector  Window              Standing
-----  ----------  -------------  ---------  ------------------  --------
TB5TD  2026-11-15  S001 静安寺店  Z01        2026-11-01 … 11-30  open
# What is refused.
$ printf 'staff:\n  - person: Z09\n' > staff.yaml
$ dudao plan assign 2026-11
! dudao: $WORK/shop/staff.yaml:2:13: error E3031: there is no person 'Z09'
!   Import people first, or write the code.
[3]
$ printf 'staff:\n  - person: Z02\n    leave: [{from: 2026-11-10, to: 2026-11-09}]\n    home: {lat: 30}\n' > staff.yaml
$ dudao plan assign 2026-11
! dudao: $WORK/shop/staff.yaml:3:36: error E3321: a leave cannot last from 2026-11-10 to 2026-11-09
!   Swap the days.
! dudao: $WORK/shop/staff.yaml:4:11: error E3128: key 'lon' is missing
!   Add it.
[3]
$ rm staff.yaml
$ dudao --actor Z01 plan assign 2026-11
! dudao: error E4009: Z01 may not publish plans
!   People with one of these roles may: manager, approver.
[4]
$ dudao -q plan create 2026-12 --kind supervision >/dev/null && dudao plan assign 2026-12
! dudao: error E4015: the plan '2026-12' is no visit plan
!   Only visit plans have visits to generate.
[4]
$ dudao -q plan create 2027-01 --checklist tea >/dev/null && dudao plan assign 2027-01
! dudao: error E3011: the calendar 'cn' does not know the working days of 2027
!   Add the year to calendars/cn.yaml once it is announced, or count calendar days.
[3]
$ sed -i 's/visits_a_day: 6 .*/visits_a_day: 0/; s/km_per_hour/speed/' dudao.yaml
$ dudao plan assign 2026-11
! dudao: $WORK/shop/dudao.yaml:51:17: error E3131: '0' is not between 1 and 50
! dudao: $WORK/shop/dudao.yaml:54:3: error E3129: unknown key 'speed'
!   The keys known here are: visits_a_day, minutes_a_day, minutes_per_visit, km_per_hour.
[3]
