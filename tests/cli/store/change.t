# What a list changes, field by field, and what it lacks.
$ . "$FIXTURES/shop.sh"
$ printf '门店编号,门店名称,地址,督导,营业面积,租金\nS001,静安寺店,南京西路1728号,Z01,130,9万\nS002,五角场一店,,Z02,86,\n' >new.csv
$ dudao store import new.csv --dry-run
S001 attributes.营业面积: 120 → 130
S001 attributes.租金: - → 9万
S002 name: 五角场店 → 五角场一店
S002 supervisor: Z01 → Z02
S002 address: 邯郸路600号 → -
2 rows: 0 would be added, 2 changed, 0 unchanged, 0 rejected
$ dudao store import new.csv --dry-run --json | grep -o '"changes":.*'
"changes":[{"code":"S001","fields":[{"field":"attributes.营业面积","before":"120","after":"130"},{"field":"attributes.租金","before":null,"after":"9万"}]},{"code":"S002","fields":[{"field":"name","before":"五角场店","after":"五角场一店"},{"field":"supervisor","before":"Z01","after":"Z02"},{"field":"address","before":"邯郸路600号","after":null}]}],"changes_truncated":false}
$ dudao store import new.csv
2 rows: 0 added, 2 changed, 0 unchanged, 0 rejected
$ dudao store import new.csv
2 rows: 0 added, 0 changed, 2 unchanged, 0 rejected
# A list changes only what it has columns for.
$ dudao store list --search S001 --json | grep -o '"attributes":{[^}]*}'
"attributes":{"租金":"9万","营业面积":"130"}
# Stores that a whole list lacks are told; closed only when that is asked for.
$ dudao store import new.csv --complete
2 rows: 0 added, 0 changed, 2 unchanged, 0 rejected
! 2 stores are missing from the list: S003 S004
! to close them, import again with --close-missing
$ dudao store import new.csv --complete --close-missing --dry-run
2 rows: 0 would be added, 0 changed, 2 unchanged, 0 rejected
! 2 stores are missing from the list: S003 S004
! 2 of them would be closed
$ dudao store import new.csv --complete --close-missing --as-of 2026-11-01 --json | grep -o '"missing":.*'
"missing":["S003","S004"],"closed":2}
$ dudao store list --unit-status closed
Code  Name        Region           Ownership  Status  Supervisor  Address
----  ----------  ---------------  ---------  ------  ----------  -------------
S003  西湖银泰店  浙江省 / 杭州市  franchise  closed  Z02         延安路98号
S004  宁波天一店  浙江省 / 宁波市  owned      closed  Z02         中山东路188号
$ dudao store import new.csv --complete
2 rows: 0 added, 0 changed, 2 unchanged, 0 rejected
! no store is missing from the list
$ dudao store import new.csv --close-missing
! dudao: error E2001: the command line is wrong: --close-missing requires --complete
!   See --help.
[2]
# Nothing is closed when the list could not be read as a whole.
$ printf '门店编号,门店名称,开业日期\nS001,静安寺店,never\n' >bad.csv; dudao store import bad.csv --complete --close-missing --keep-going
1 rows: 0 added, 0 changed, 0 unchanged, 1 rejected
! dudao: bad.csv:2:11: error E3001: 'never' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
! rejected rows are in bad.csv.rejects.csv
! 1 stores are missing from the list: S002
! none was closed, since rows of the list were rejected
[5]
# One store by hand.
$ dudao store edit S003 --set status=open --set 租金=7万 --set 营业面积= --as-of 2026-11-05
S003 status: closed → open
S003 attributes.营业面积: 64 → -
S003 attributes.租金: - → 7万
$ dudao store edit S003 --set status=open
! S003 is like this already: nothing was changed
$ dudao store edit S003 --set opened_on=never
! dudao: error E3001: 'never' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
[3]
$ dudao store edit S003 --set supervisor=nobody
! dudao: error E3031: there is no person 'nobody'
!   Import people first, or write the code.
[3]
$ dudao store edit S099 --set status=open
! dudao: error E3030: there is no store 'S099'
!   dudao store list shows them.
[3]
$ dudao store edit S003 --set status
! dudao: error E2008: 'status' is no value for --set
!   See --help.
[2]
$ dudao store close S003 --as-of 2026-11-20 --dry-run
S003 status: open → closed
$ dudao store close S003 --as-of 2026-11-20
S003 status: open → closed
$ dudao store history S003
From        Until       Region         Ownership  Status  Supervisor
----------  ----------  -------------  ---------  ------  ----------
            2026-11-01  浙江省/杭州市  franchise  open    Z02
2026-11-01  2026-11-05  浙江省/杭州市  franchise  closed  Z02
2026-11-05  2026-11-20  浙江省/杭州市  franchise  open    Z02
2026-11-20              浙江省/杭州市  franchise  closed  Z02
$ dudao store history S003 --json
{"schema_version":1,"history":[{"from":null,"until":"2026-11-01","parent":"浙江省/杭州市","ownership":"franchise","status":"open","head":null,"supervisor":"Z02"},{"from":"2026-11-01","until":"2026-11-05","parent":"浙江省/杭州市","ownership":"franchise","status":"closed","head":null,"supervisor":"Z02"},{"from":"2026-11-05","until":"2026-11-20","parent":"浙江省/杭州市","ownership":"franchise","status":"open","head":null,"supervisor":"Z02"},{"from":"2026-11-20","until":null,"parent":"浙江省/杭州市","ownership":"franchise","status":"closed","head":null,"supervisor":"Z02"}],"truncated":false}
$ dudao store list --as-of 2026-11-10 --search S003
Code  Name        Region           Ownership  Status  Supervisor  Address
----  ----------  ---------------  ---------  ------  ----------  ----------
S003  西湖银泰店  浙江省 / 杭州市  franchise  open    Z02         延安路98号
$ dudao db verify --quiet
8 entries and 85 rows are as they were written
chain head D1:8 0688ec0ce3b7ddade202218eefdd1e806cb6c469e22a4a1f2b37f5bd4db21de0
