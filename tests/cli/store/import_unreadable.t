# What is no list: an error each that says what and what to do.
$ . "$FIXTURES/shop.sh"
$ dudao store import nowhere.csv
! dudao: error E3050: there is no file 'nowhere.csv'
!   Check the name and the folder.
[3]
$ mkdir folder; dudao store import folder
! dudao: error E3052: 'folder' is a folder
!   Name a file.
[3]
$ : >empty.csv; dudao store import empty.csv
! dudao: empty.csv:1:1: error E3219: there is nothing in the file
!   A list begins with a row of column names.
[3]
$ echo 'code,name' >header.csv; dudao store import header.csv
! dudao: header.csv: error E3237: the list has column names, but not one row
!   If the column names stand further down, say so with --header-row.
[3]
$ echo '[]' >empty.json; dudao store import empty.json
! dudao: empty.json: error E3219: there is nothing in the file
!   A list begins with a row of column names.
[3]
$ mkfifo pipe; printf 'code,name\nF1,一\n' >pipe & dudao store import pipe --dry-run
1 rows: 1 would be added, 0 changed, 0 unchanged, 0 rejected
$ seq -s, 2000000 >wide.csv; dudao store import wide.csv
! dudao: wide.csv:1:19373: error E3217: more than 4096 columns
!   Check the delimiter and the line breaks of the file.
[3]
$ printf 'code,name\nA1,一\n' >list.csv; dudao store import list.csv --sheet 门店 --dry-run
1 rows: 1 would be added, 0 changed, 0 unchanged, 0 rejected
! this is no workbook: --sheet was left aside
$ printf 'code,name,status\nA1,一,open\nA1,二,open\nA2,三,opened\n' >rows.csv; dudao store import rows.csv
! dudao: rows.csv:3:1: error E3041: the code 'A1' stands on line 2 already
!   Each code may stand in a list once.
! dudao: rows.csv:4:6: error E3010: 'opened' is no unit status
!   Did you mean 'open'? Allowed are: preparing, open, suspended, closed.
[3]
