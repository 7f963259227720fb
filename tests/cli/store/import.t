# A list of stores: tried first, then imported; a second time changes nothing.
$ . "$FIXTURES/shop.sh"
$ dudao store import "$FIXTURES/stores.csv"
4 rows: 0 added, 0 changed, 4 unchanged, 0 rejected
$ sed -e 's/五角场店/五角场万达店/' -e '$d' "$FIXTURES/stores.csv" > new.csv
$ printf 'S005,苏州观前店,江苏省,苏州市,观前街1号,直营,,Z02,,,\n' >> new.csv
$ dudao store import new.csv --dry-run
S002 name: 五角场店 → 五角场万达店
4 rows: 1 would be added, 1 changed, 2 unchanged, 0 rejected
! 2 regions would be made, such as 江苏省
$ dudao store import new.csv --dry-run --json
{"schema_version":1,"rows":4,"rejected":0,"format":"csv","sheet":null,"encoding":"utf-8","delimiter":",","dry_run":true,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":1,"changed":1,"unchanged":2,"regions_made":["江苏省","江苏省/苏州市"],"changes":[{"code":"S002","fields":[{"field":"name","before":"五角场店","after":"五角场万达店"}]}],"changes_truncated":false}
$ dudao store import new.csv
4 rows: 1 added, 1 changed, 2 unchanged, 0 rejected
! 2 regions were made, such as 江苏省
$ dudao store import new.csv
4 rows: 0 added, 0 changed, 4 unchanged, 0 rejected
$ dudao store import - < new.csv
4 rows: 0 added, 0 changed, 4 unchanged, 0 rejected
# A list of the user's own, with headers that nobody could guess.
$ printf '代号x;店面\nS006;南京新街口店\n' > own.csv
$ dudao store import own.csv
! dudao: own.csv:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
! dudao: own.csv:1: error E3230: no column for 'name'
!   Add a column 'name', or name the right one with --column name=HEADER.
[3]
$ dudao store import own.csv --column code=代号x --column name=店面
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
$ dudao store import own.csv --column code=代号y --column name=店面
! dudao: own.csv:1: error E3234: no column is called '代号y'
!   Did you mean 代号x?
! dudao: own.csv:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
[3]
$ dudao store import own.csv --column cod=代号x
! dudao: own.csv:1: error E3233: there is no field 'cod'; there are: code, name, kind, parent, province, city, district, address, postcode, lat, lon, datum, opened_on, status, ownership, head, supervisor, franchisee, phone, zone, tags
!   Did you mean 'code'?
! dudao: own.csv:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
! dudao: own.csv:1: error E3230: no column for 'name'
!   Add a column 'name', or name the right one with --column name=HEADER.
[3]
$ dudao store import own.csv --column code
! dudao: error E2008: 'code' is no value for --column
!   See --help.
[2]
$ dudao store import own.csv --delimiter x
! dudao: error E2008: 'x' is no value for --delimiter
!   See --help.
[2]
$ dudao store import own.csv --encoding latin9
! dudao: error E3010: 'latin9' is no encoding
!   Allowed are: utf-8, utf-16le, utf-16be, gb18030, big5.
[2]
$ dudao store import own.csv --as-of 2026-13-01
! dudao: error E3001: '2026-13-01' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
[2]
