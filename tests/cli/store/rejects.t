# All or nothing by default; --keep-going takes the good rows and leaves the others in a file that can be
# corrected and imported again.
$ . "$FIXTURES/shop.sh"
$ cat > list.csv <<END
> 门店编号,门店名称,经营模式,纬度,经度,开业日期,督导,状态
> S020,好店,直营,31.2,121.4,2020-01-01,Z01,营业
> S 21,编号有空格,直营,,,,,
> S022,坐标出界,直营,95,121.4,,,
> S023,日期不对,直营,,,2020-02-30,,
> S024,没有这个人,直营,,,,Z99,
> S025,怎么经营,代理,,,,,
> S026,,直营,,,,,
> S020,又一次,直营,,,,,
> S027,少了列
> END
$ dudao store import list.csv
! dudao: list.csv:4:14: error E3009: '95' is not a coordinate
!   Write degrees between -90 and 90, such as 31.2304.
! dudao: list.csv:5:16: error E3001: '2020-02-30' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
! dudao: list.csv:6:18: error E3031: there is no person 'Z99'
!   Import people first, or write the code.
! dudao: list.csv:7:11: error E3010: '代理' is no ownership
!   Allowed are: owned, franchise, joint, managed.
! dudao: list.csv:8:6: error E3013: '' is not a name
!   Write at least one character.
! dudao: list.csv:9:1: error E3041: the code 'S020' stands on line 2 already
!   Each code may stand in a list once.
! dudao: list.csv:10:9: error E3210: the row has 2 cells, the header 8
!   Put cells that contain the delimiter into double quotes.
[3]
$ dudao store list --json | grep -c S020
0
[1]
$ dudao store import list.csv --keep-going --rejects left.csv
9 rows: 2 added, 0 changed, 0 unchanged, 7 rejected
! dudao: list.csv:4:14: error E3009: '95' is not a coordinate
!   Write degrees between -90 and 90, such as 31.2304.
! dudao: list.csv:5:16: error E3001: '2020-02-30' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
! dudao: list.csv:6:18: error E3031: there is no person 'Z99'
!   Import people first, or write the code.
! dudao: list.csv:7:11: error E3010: '代理' is no ownership
!   Allowed are: owned, franchise, joint, managed.
! dudao: list.csv:8:6: error E3013: '' is not a name
!   Write at least one character.
! dudao: list.csv:9:1: error E3041: the code 'S020' stands on line 2 already
!   Each code may stand in a list once.
! dudao: list.csv:10:9: error E3210: the row has 2 cells, the header 8
!   Put cells that contain the delimiter into double quotes.
! rejected rows are in left.csv
[5]
$ cat left.csv
门店编号,门店名称,经营模式,纬度,经度,开业日期,督导,状态,dudao:line,dudao:column,dudao:error,dudao:reason
S022,坐标出界,直营,95,121.4,,,,4,14,E3009,'95' is not a coordinate
S023,日期不对,直营,,,2020-02-30,,,5,16,E3001,'2020-02-30' is not a day
S024,没有这个人,直营,,,,Z99,,6,18,E3031,there is no person 'Z99'
S025,怎么经营,代理,,,,,,7,11,E3010,'代理' is no ownership
S026,,直营,,,,,,8,6,E3013,'' is not a name
S020,又一次,直营,,,,,,9,1,E3041,the code 'S020' stands on line 2 already
S027,少了列,,,,,,,10,9,E3210,"the row has 2 cells, the header 8"
$ cat > left.csv <<END
> dudao:line,dudao:column,dudao:error,dudao:reason,门店编号,门店名称,经营模式,纬度,经度,开业日期,督导,状态
> 3,1,E3008,…,S021,编号改好了,直营,,,,,
> END
$ dudao store import left.csv
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
$ dudao store import left.csv --json
{"schema_version":1,"rows":1,"rejected":0,"format":"csv","sheet":null,"encoding":"utf-8","delimiter":",","dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":0,"changed":0,"unchanged":1,"regions_made":[],"changes":[],"changes_truncated":false}
$ ls *.rejects.csv
! ls: cannot access '*.rejects.csv': No such file or directory
[2]
