# Lists as offices send them: with a byte order mark, in GB18030, in UTF-16, in Big5, tab-separated.
$ . "$FIXTURES/shop.sh"
$ (printf '\357\273\277'; printf '门店编号,门店名称\r\nS010,外滩店\r\n') > bom.csv; dudao store import bom.csv
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
$ printf '门店编号,门店名称,地址\nS011,徐家汇店,肇嘉浜路1111号\n' | iconv -t GB18030 > gb.csv; dudao store import gb.csv
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
! read as gb18030
$ dudao store import gb.csv --json
{"schema_version":1,"rows":1,"rejected":0,"format":"csv","sheet":null,"encoding":"gb18030","delimiter":",","dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":0,"changed":0,"unchanged":1,"regions_made":[],"changes":[],"changes_truncated":false}
! read as gb18030
$ printf '门店编号\t门店名称\nS012\t淮海路店\n' > wide.txt; dudao store import wide.txt
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
$ (printf '\377\376'; printf '门店编号,门店名称\nS013,陆家嘴店\n' | iconv -t UTF-16LE) > utf16.csv; dudao store import utf16.csv
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
! read as utf-16le
$ printf '門市代號,門市名稱\nT001,臺北站前店\n' | iconv -t BIG5 > big5.csv; dudao store import big5.csv --encoding big5
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
! read as big5
$ dudao store list --json | tr '{' '\n' | sed -n 's/"code":"\([ST]01[0-9]\|T001\)","name":"\([^"]*\)".*/\1 \2/p'
S010 外滩店
S011 徐家汇店
S012 淮海路店
S013 陆家嘴店
T001 臺北站前店
# What is broken is not guessed at.
$ printf 'code,name\nS014,\377\n' > broken.csv; dudao store import broken.csv --encoding utf-8
! dudao: broken.csv:2:6: error E3205: this is not utf-8 (byte 15 of the file)
!   Check the encoding, and name the right one with --encoding.
[3]
$ : > empty.csv; dudao store import empty.csv
! dudao: empty.csv:1:1: error E3219: there is nothing in the file
!   A list begins with a row of column names.
[3]
$ printf 'code,name\nS015,"open\n' > open.csv; dudao store import open.csv
! dudao: open.csv:2:6: error E3213: the double quote that begins here is never closed
!   Close it, or double the quotes inside the cell.
[3]
