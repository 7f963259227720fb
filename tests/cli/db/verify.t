# The store: verified, its journal read; what was changed behind the program's back is found (exit 8).
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null
! answers without a photo or file: 1
$ dudao db verify
5 entries and 98 rows are as they were written
chain head D1:5 2a454df3c6fe3b55ee2967c2a6b048bc1f5dc6382993e63c6e99e2d8682a3790
! without --head it cannot be excluded that the last entries were cut off
$ dudao db verify --json
{"schema_version":1,"entries":5,"rows":98,"discrepancies":[],"heads":[{"device":"D1","sequence":5,"hash":"2a454df3c6fe3b55ee2967c2a6b048bc1f5dc6382993e63c6e99e2d8682a3790"}],"head_found":false}
$ dudao db log --limit 2
When              Who    Command            What      Device  No.
----------------  -----  -----------------  --------  ------  ---
2026-11-06 08:00  Y01    inspect import     3 visits  D1        5
2026-11-01 09:00  admin  checklist publish  tea@1     D1        4
! there are more than the 2 shown
$ dudao db log --limit 1 --json
{"schema_version":1,"entries":[{"device":"D1","sequence":5,"at":"2026-11-06T00:00:00Z","actor":"Y01","command":"inspect import","summary":"3 visits","hash":"2a454df3c6fe3b55ee2967c2a6b048bc1f5dc6382993e63c6e99e2d8682a3790"}],"truncated":true}
$ head=$(dudao db log --limit 1 --json | sed 's/.*"hash":"\([0-9a-f]*\)".*/\1/')
$ dudao db verify --head "$head" | tail -1
chain head D1:5 2a454df3c6fe3b55ee2967c2a6b048bc1f5dc6382993e63c6e99e2d8682a3790
$ dudao db verify --head "$(echo "$head" | tr 0-9a-f a-f0-9)" --json
{"schema_version":1,"entries":5,"rows":98,"discrepancies":[{"id":"E8010","message":"no entry of the journal has the hash c4efe79d6098d5ff88c3016c405ae256b9f760d2c33d80d608338c7202c4d13a"}],"heads":[{"device":"D1","sequence":5,"hash":"2a454df3c6fe3b55ee2967c2a6b048bc1f5dc6382993e63c6e99e2d8682a3790"}],"head_found":false}
[8]
$ dudao db verify --head xyz
! dudao: error E3006: 'xyz' is not a hash
!   A hash has 64 digits from 0 to 9 and a to f.
[2]
$ dudao db conflicts
[1]
$ dudao db conflicts --json
{"schema_version":1,"conflicts":[]}
[1]
$ dudao db migrate
the store has schema 1
$ sqlite3 dudao.db "UPDATE inspection SET results = 'PPP5a' WHERE results = 'PFF3b'"
$ dudao db verify
chain head D1:5 2a454df3c6fe3b55ee2967c2a6b048bc1f5dc6382993e63c6e99e2d8682a3790
! dudao: error E8007: table inspection is not as entry D1:5 wrote it: 3 rows then, 3 now
!   A row was changed, added or taken away without dudao.
! without --head it cannot be excluded that the last entries were cut off
[8]
