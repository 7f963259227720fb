# Answers with mistakes: each told with its place; --keep-going takes the good visits and rejects the others
# whole, to be corrected and imported again.
$ . "$FIXTURES/shop.sh"
$ cat > bad.csv <<END
> unit,at,inspector,F01,F02,F03,S01,S02
> S001,2026-11-03 10:00,Z01,P,P,4,5,all
> S009,2026-11-03 10:00,Z01,P,P,4,5,all
> S002,2026-11-03 25:00,Z01,P,P,4,5,all
> S002,2026-11-03 10:00,Z99,P,P,4,5,all
> S002,2026-11-03 11:00,Z01,X,P,4,5,all
> S002,2026-11-03 12:00,Z01,P,P,warm,5,all
> S002,2026-11-03 13:00,Z01,N,P,4,6,all
> S003,2026-11-03 13:00,Z02,P,P,4,5,some
> END
$ dudao inspect import bad.csv --checklist tea
! dudao: bad.csv:3:1: error E3030: there is no store 'S009'
!   dudao store list shows them.
! dudao: bad.csv:4:6: error E3002: '2026-11-03 25:00' is not a date and time
!   Write YYYY-MM-DD HH:MM, with an offset such as +08:00 if it is not local.
! dudao: bad.csv:5:23: error E3031: there is no person 'Z99'
!   Import people first, or write the code.
! dudao: bad.csv:7:31: error E3020: 'warm' is no answer to F03
!   Allowed are: 3.5, N.
! dudao: bad.csv:8:27: error E3021: F01 cannot be answered with 'not applicable'
!   Give a result.
! dudao: bad.csv:9:35: error E3020: 'some' is no answer to S02
!   Allowed are: all, reported, open, N.
[3]
$ dudao inspect list
[1]
$ dudao inspect import bad.csv --checklist tea --keep-going
8 rows: 2 visits added, 0 unchanged, 6 rows rejected
10 answers, 1 issues raised, 0 planned visits fulfilled, 0 visits incomplete
! dudao: bad.csv:3:1: error E3030: there is no store 'S009'
!   dudao store list shows them.
! dudao: bad.csv:4:6: error E3002: '2026-11-03 25:00' is not a date and time
!   Write YYYY-MM-DD HH:MM, with an offset such as +08:00 if it is not local.
! dudao: bad.csv:5:23: error E3031: there is no person 'Z99'
!   Import people first, or write the code.
! dudao: bad.csv:7:31: error E3020: 'warm' is no answer to F03
!   Allowed are: 3.5, N.
! dudao: bad.csv:8:27: error E3021: F01 cannot be answered with 'not applicable'
!   Give a result.
! dudao: bad.csv:9:35: error E3020: 'some' is no answer to S02
!   Allowed are: all, reported, open, N.
! rejected rows are in bad.csv.rejects.csv
! answers without a photo or file: 1
[5]
$ cat bad.csv.rejects.csv
unit,at,inspector,F01,F02,F03,S01,S02,dudao:line,dudao:column,dudao:error,dudao:reason
S009,2026-11-03 10:00,Z01,P,P,4,5,all,3,1,E3030,there is no store 'S009'
S002,2026-11-03 25:00,Z01,P,P,4,5,all,4,6,E3002,'2026-11-03 25:00' is not a date and time
S002,2026-11-03 10:00,Z99,P,P,4,5,all,5,23,E3031,there is no person 'Z99'
S002,2026-11-03 12:00,Z01,P,P,warm,5,all,7,31,E3020,'warm' is no answer to F03
S002,2026-11-03 13:00,Z01,N,P,4,6,all,8,27,E3021,F01 cannot be answered with 'not applicable'
S003,2026-11-03 13:00,Z02,P,P,4,5,some,9,35,E3020,'some' is no answer to S02
$ sed -i -e 's/^S009/S004/' -e 's/ 25:00/ 09:00/' -e 's/Z99/Z01/' -e 's/,X,/,P,/' -e 's/warm/5/' -e 's/,N,P,4,6/,P,P,4,4/' -e 's/some/open/' bad.csv.rejects.csv
$ dudao inspect import bad.csv.rejects.csv --checklist tea
6 rows: 6 visits added, 0 unchanged, 0 rows rejected
30 answers, 1 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ dudao inspect import bad.csv --checklist tea --keep-going --json
{"schema_version":1,"rows":8,"rejected":6,"format":"csv","sheet":null,"encoding":"utf-8","delimiter":",","dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":0,"corrected":0,"unchanged":2,"answers":10,"waived":0,"findings":0,"issues":0,"fulfilled":0,"incomplete":0,"missing_evidence":0,"cancelled":0}
! dudao: bad.csv:3:1: error E3030: there is no store 'S009'
!   dudao store list shows them.
! dudao: bad.csv:4:6: error E3002: '2026-11-03 25:00' is not a date and time
!   Write YYYY-MM-DD HH:MM, with an offset such as +08:00 if it is not local.
! dudao: bad.csv:5:23: error E3031: there is no person 'Z99'
!   Import people first, or write the code.
! dudao: bad.csv:7:31: error E3020: 'warm' is no answer to F03
!   Allowed are: 3.5, N.
! dudao: bad.csv:8:27: error E3021: F01 cannot be answered with 'not applicable'
!   Give a result.
! dudao: bad.csv:9:35: error E3020: 'some' is no answer to S02
!   Allowed are: all, reported, open, N.
! rejected rows are in bad.csv.rejects.csv
[5]
# In the long form a visit goes or stays as a whole.
$ cat > long.csv <<END
> unit,at,inspector,item,answer
> S001,2026-11-04 10:00,Z01,F01,P
> S001,2026-11-04 10:00,Z01,F02,Q
> S002,2026-11-04 10:00,Z01,F01,P
> S001,2026-11-04 10:00,Z01,F03,4
> S002,2026-11-04 10:00,Z01,F01,F
> S003,2026-11-04 10:00,Z02,F99,P
> END
$ dudao inspect import long.csv --checklist tea --keep-going --rejects left.csv
6 rows: 0 visits added, 0 unchanged, 6 rows rejected
0 answers, 0 issues raised, 0 planned visits fulfilled, 0 visits incomplete
! dudao: long.csv:3:31: error E3020: 'Q' is no answer to F02
!   Allowed are: P, M, F, N.
! dudao: long.csv:6:27: error E3044: F01 is answered twice in the visit that begins on line 4
!   Tell visits that are alike apart with a column ref.
! dudao: long.csv:7:27: error E3043: the checklist has no item 'F99'
!   dudao checklist show lists its items.
! rejected rows are in left.csv
[5]
$ cat left.csv
unit,at,inspector,item,answer,dudao:line,dudao:column,dudao:error,dudao:reason
S001,2026-11-04 10:00,Z01,F01,P,2,,E3046,another row of this visit is refused
S001,2026-11-04 10:00,Z01,F02,Q,3,31,E3020,'Q' is no answer to F02
S002,2026-11-04 10:00,Z01,F01,P,4,,E3046,another row of this visit is refused
S001,2026-11-04 10:00,Z01,F03,4,5,,E3046,another row of this visit is refused
S002,2026-11-04 10:00,Z01,F01,F,6,27,E3044,F01 is answered twice in the visit that begins on line 4
S003,2026-11-04 10:00,Z02,F99,P,7,27,E3043,the checklist has no item 'F99'
$ cat > bad.jsonl <<END
> {"unit":"S001","at":"2026-11-05 10:00","inspector":"Z01","answers":{"F01":"P"}}
> {"unit":"S002","at":"2026-11-05 10:00","inspector":"Z01","answers":{"F01":"maybe"}}
> {"unit":"S003","at":"2026-11-05 10:00","inspector":"Z02","answers":{"F01":"P"}
> {"unit":"S003","at":"2026-11-05 10:00","inspector":"Z02","anwsers":{"F01":"P"}}
> END
$ dudao inspect import bad.jsonl --checklist tea
! dudao: bad.jsonl:2:69: error E3020: 'maybe' is no answer to F01
!   Allowed are: P, F.
! dudao: bad.jsonl:3:79: error E3240: this is not JSON
!   Each line must hold one whole object, or the file one array of objects.
! dudao: bad.jsonl:4:58: error E3243: the key 'anwsers' is not known
!   Did you mean answers?
[3]
$ dudao inspect import bad.jsonl --checklist tea --keep-going; cat bad.jsonl.rejects.jsonl
4 rows: 1 visits added, 0 unchanged, 3 rows rejected
1 answers, 0 issues raised, 0 planned visits fulfilled, 1 visits incomplete
{"unit":"S002","at":"2026-11-05 10:00","inspector":"Z01","answers":{"F01":"maybe"}}
{"unit":"S003","at":"2026-11-05 10:00","inspector":"Z02","answers":{"F01":"P"}
{"unit":"S003","at":"2026-11-05 10:00","inspector":"Z02","anwsers":{"F01":"P"}}
! dudao: bad.jsonl:2:69: error E3020: 'maybe' is no answer to F01
!   Allowed are: P, F.
! dudao: bad.jsonl:3:79: error E3240: this is not JSON
!   Each line must hold one whole object, or the file one array of objects.
! dudao: bad.jsonl:4:58: error E3243: the key 'anwsers' is not known
!   Did you mean answers?
! rejected rows are in bad.jsonl.rejects.jsonl
