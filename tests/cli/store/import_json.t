# JSON Lines and arrays of objects are lists as well; so is what gzip has packed.
$ . "$FIXTURES/shop.sh"
$ cat >stores.jsonl <<END
> {"code":"00501","name":"一店","status":"open","lat":30.25,"lon":120.16,"tags":["商圈","社区"],"attributes":{"面积":80}}
> {"code":"00502","name":"二店"}
> END
$ dudao store import stores.jsonl
2 rows: 2 added, 0 changed, 0 unchanged, 0 rejected
$ dudao store import stores.jsonl --json
{"schema_version":1,"rows":2,"rejected":0,"format":"json","sheet":null,"encoding":"utf-8","delimiter":null,"dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":0,"changed":0,"unchanged":2,"regions_made":[],"changes":[],"changes_truncated":false}
$ printf '[{"code":"00502","name":"二店改"},\n {"code":"00503","name":"三店"}]\n' >stores.json
$ dudao store import stores.json --dry-run
00502 name: 二店 → 二店改
2 rows: 1 would be added, 1 changed, 0 unchanged, 0 rejected
$ gzip -n stores.json; dudao store import stores.json.gz
2 rows: 1 added, 1 changed, 0 unchanged, 0 rejected
$ printf '{"code":"P9","name":"王五","roles":["head","supervisor"]}\n' | dudao people import -
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
# Every object that cannot be used is told with its line and column.
$ cat >bad.jsonl <<END
> {"code":"1","name":"x"}
> {"code":"2","name":{"zh":"x"}}
> {"code":"3","name":"y"
> [1]
> {"code":"4","code":"5","name":"z"}
> END
$ dudao store import bad.jsonl
! dudao: bad.jsonl:2:13: error E3242: 'name' must be a JSON text
! dudao: bad.jsonl:3:23: error E3240: this is not JSON
!   Each line must hold one whole object, or the file one array of objects.
! dudao: bad.jsonl:4:1: error E3241: this is not a JSON object
!   Each row must be one whole object, from { to }.
! dudao: bad.jsonl:5:13: error E3244: the key 'code' is here a second time
[3]
$ dudao store import bad.jsonl --keep-going --rejects left.csv
5 rows: 1 added, 0 changed, 0 unchanged, 4 rejected
! dudao: bad.jsonl:2:13: error E3242: 'name' must be a JSON text
! dudao: bad.jsonl:3:23: error E3240: this is not JSON
!   Each line must hold one whole object, or the file one array of objects.
! dudao: bad.jsonl:4:1: error E3241: this is not a JSON object
!   Each row must be one whole object, from { to }.
! dudao: bad.jsonl:5:13: error E3244: the key 'code' is here a second time
! rejected rows are in left.csv
[5]
$ cut -d, -f1,3-5 left.csv
code,dudao:line,dudao:column,dudao:error
,2,13,E3242
,3,23,E3240
,4,1,E3241
4,5,13,E3244
$ printf '[{"code":"1","name":"x"}' | dudao store import -
! dudao: -:1:25: error E3240: this is not JSON
!   Each line must hold one whole object, or the file one array of objects.
[3]
$ printf '{"code":"1","name":"x"}\n' | head -c 3 | gzip -nc | head -c 12 >short.gz; dudao store import short.gz
! dudao: short.gz: error E3248: the packed file is damaged (unexpected end of file)
!   Pack it anew with gzip, or fetch it once more.
[3]
