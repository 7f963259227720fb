# A workbook as head office sends it: a title, two header lines with merged cells, codes as texts
# and as numbers with a format, days in Chinese.
$ . "$FIXTURES/shop.sh"
$ dudao store import "$FIXTURES/lists.xlsx" --header-row 3
3 rows: 3 added, 0 changed, 0 unchanged, 0 rejected
! read sheet 门店 of 2
$ dudao store list --json --search 滨江 | tr '{' '\n' | sed -n 's/"name".*"lat":\(.*\),"status".*"opened_on":\("[^"]*"\).*/\1 \2/p'
"code":"00123",30.2084,"lon":120.211 "2024-06-01"
"code":"00124",30.2101,"lon":120.2155 "2025-01-15"
$ dudao store list --json --search 滨江 | grep -o '"商圈":"[^"]*"'
"商圈":"A"
# The same again changes nothing.
$ dudao store import "$FIXTURES/lists.xlsx" --header-row 3 --json
{"schema_version":1,"rows":3,"rejected":0,"format":"xlsx","sheet":"门店","encoding":null,"delimiter":null,"dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":0,"changed":0,"unchanged":3,"regions_made":[],"changes":[],"changes_truncated":false}
! read sheet 门店 of 2
# Another sheet, by its name or number; numbers where codes belong are told.
$ dudao people import "$FIXTURES/lists.xlsx" --sheet 人员 --dry-run
2 rows: 2 would be added, 0 changed, 0 unchanged, 0 rejected
! dudao: $FIXTURES/lists.xlsx:2:1: warning E3290: column '工号' holds numbers where texts belong: what began with a zero has lost it
!   Format the column as text before the codes go in.
! read sheet 人员 of 2
$ dudao people import "$FIXTURES/lists.xlsx" --sheet 2 --dry-run --quiet
2 rows: 2 would be added, 0 changed, 0 unchanged, 0 rejected
! dudao: $FIXTURES/lists.xlsx:2:1: warning E3290: column '工号' holds numbers where texts belong: what began with a zero has lost it
!   Format the column as text before the codes go in.
$ dudao people import "$FIXTURES/lists.xlsx" --sheet 员工
! dudao: $FIXTURES/lists.xlsx: error E3265: there is no sheet '员工'; there are: 门店, 人员
!   Choose one with --sheet, by its name or its number.
[3]
# Without the row of the names the title is taken for one.
$ dudao store import "$FIXTURES/lists.xlsx"
! dudao: $FIXTURES/lists.xlsx:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
! dudao: $FIXTURES/lists.xlsx:1: error E3230: no column for 'name'
!   Add a column 'name', or name the right one with --column name=HEADER.
[3]
$ dudao store import "$FIXTURES/lists.xlsx" --header-row 99
! dudao: $FIXTURES/lists.xlsx: error E3236: there is no row 99 for the column names
!   Say with --header-row where the column names stand.
[3]
$ dudao store import "$FIXTURES/lists.xlsx" --header-row 0
! dudao: error E2008: '0' is no value for --header-row
!   See --help.
[2]
# From standard input it is known by its first bytes, too.
$ dudao store import - --header-row 3 --dry-run <"$FIXTURES/lists.xlsx"
3 rows: 0 would be added, 0 changed, 3 unchanged, 0 rejected
! read sheet 门店 of 2
# What is damaged or no workbook.
$ head -c 3000 "$FIXTURES/lists.xlsx" >cut.xlsx; dudao store import cut.xlsx
! dudao: cut.xlsx: error E3260: the workbook is damaged (Not a zip archive)
!   Open it in a spreadsheet program and save it once more.
[3]
$ printf '\320\317\021\340\241\261\032\341' >old.xls; dudao store import old.xls
! dudao: old.xls: error E3262: the workbook has a password, or is in the old format .xls
!   Save it as XLSX without a password.
[3]
$ printf 'code,name\nA1,一\n' | dudao store import - --format xlsx
! dudao: -: error E3260: the workbook is damaged (Not a zip archive)
!   Open it in a spreadsheet program and save it once more.
[3]
