# Answers of rounds done elsewhere: a row a visit, a row an answer, or an object a line; all give the same.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null
$ at '2026-11-06 08:00' Y01 dudao inspect import "$FIXTURES/answers.csv" --checklist tea --dry-run
3 rows: 3 visits would be added, 0 unchanged, 0 rows rejected
15 answers, 5 issues would be raised, 3 planned visits fulfilled, 0 visits incomplete
! answers without a photo or file: 1
$ dudao inspect import "$FIXTURES/answers.csv" --checklist tea --json
{"schema_version":1,"rows":3,"rejected":0,"format":"csv","sheet":null,"encoding":"utf-8","delimiter":",","dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":3,"corrected":0,"unchanged":0,"answers":15,"waived":0,"findings":8,"issues":5,"fulfilled":3,"incomplete":0,"missing_evidence":1,"cancelled":0}
$ cat > long.csv <<END
> 门店编号,检查时间,检查人,检查项,结果,数值,备注
> S001,2026-11-03 10:00,Z01,F01,P,,
> S001,2026-11-03 10:00,Z01,F02,P,,
> S001,2026-11-03 10:00,Z01,F03,,4,
> S001,2026-11-03 10:00,Z01,S01,5,,
> S001,2026-11-03 10:00,Z01,S02,all,,
> S004,2026-11-06 07:00,Z02,F01,P,,
> S004,2026-11-06 07:00,Z02,F03,,9.5,门封条坏
> S004,2026-11-06 07:00,Z02,F02,P,,
> S004,2026-11-06 07:00,Z02,S02,reported,,
> S004,2026-11-06 07:00,Z02,S01,4,,
> END
$ dudao inspect import long.csv --checklist tea
10 rows: 1 visits added, 1 unchanged, 0 rows rejected
10 answers, 1 issues raised, 1 planned visits fulfilled, 0 visits incomplete
$ cat > lines.jsonl <<END
> {"unit":"S001","at":"2026-11-03 10:00","inspector":"Z01","answers":{"F01":"P","F02":"P","F03":{"value":4},"S01":"5","S02":"all"}}
> {"unit":"S004","at":"2026-11-06 07:30","inspector":"Z02","answers":{"F01":"P","F02":{"answer":"F","remark":"没有标签"}}}
> END
$ dudao inspect import lines.jsonl --checklist tea
2 rows: 1 visits added, 1 unchanged, 0 rows rejected
7 answers, 1 issues raised, 0 planned visits fulfilled, 1 visits incomplete
$ dudao inspect list
Id     Day         Store        Checklist  Inspector   Score  Grade  Verdict
-----  ----------  -----------  ---------  ---------  ------  -----  -----------
NKTHB  2026-11-06  S004 宁波…   tea        李娜        50.0%         incomplete
NXCSH  2026-11-06  S004 宁波…   tea        李娜        68.0%  C      failed
J0YTK  2026-11-05  S003 西湖…   tea        李娜        26.0%  C      gate failed
ZDP2K  2026-11-04  S002 五角…   tea        张伟        44.0%  C      failed
Y1AXH  2026-11-03  S001 静安…   tea        张伟       100.0%  A      passed
$ dudao inspect list --json | tr '{' '\n' | sed -n 's/.*"unit":"\(S...\)".*"at":"\([^"]*\)".*"verdict":"\([a-z_]*\)","planned":\([a-z]*\).*"results":"\(.*\)"}.*/\1 \2 \3 \4 \5/p'
S004 2026-11-05T23:30:00Z incomplete false PF---
S004 2026-11-05T23:00:00Z failed true PPF4b
S003 2026-11-05T01:15:00Z gate_failed true FMN2c
S002 2026-11-04T06:30:00Z failed true PFF3b
S001 2026-11-03T02:00:00Z passed true PPP5a
$ dudao inspect list --verdict passed --from 2026-11-01 --to 2026-11-03
Id     Day         Store          Checklist  Inspector   Score  Grade  Verdict
-----  ----------  -------------  ---------  ---------  ------  -----  -------
Y1AXH  2026-11-03  S001 静安寺店  tea        张伟       100.0%  A      passed
$ dudao inspect list --verdict good
! dudao: error E3010: 'good' is no verdict
!   Allowed are: no_score, incomplete, gate_failed, capped, failed, passed.
[2]
# The same visit with other answers is refused: a submitted visit is not overwritten.
$ sed 's/S001,2026-11-03 10:00,Z01,P,P/S001,2026-11-03 10:00,Z01,P,F/' "$FIXTURES/answers.csv" > other.csv
$ dudao inspect import other.csv --checklist tea
! dudao: other.csv:2: error E3047: the visit to S001 on 2026-11-03 (line 2) is recorded as Y1AXH with other answers
!   A submitted visit is not overwritten: correct it with dudao inspect revise, or import with --revise REASON.
[3]
$ dudao inspect import "$FIXTURES/answers.csv"
! dudao: error E3049: nothing says which checklist the answers are for
!   Add --checklist CODE or a column checklist.
[3]
$ dudao inspect import "$FIXTURES/answers.csv" --checklist coffee
! dudao: error E3032: no checklist 'coffee' is published
!   dudao checklist list shows them.
[3]
$ dudao --actor H001 inspect import "$FIXTURES/answers.csv" --checklist tea
! dudao: error E4009: H001 may not import answers
!   People with one of these roles may: supervisor, manager, analyst, admin.
[4]
