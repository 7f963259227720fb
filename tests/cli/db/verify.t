# The store: verified, its journal read; what was changed behind the program's back is found (exit 8).
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null
$ dudao db verify
5 entries and 98 rows are as they were written
chain head D1:5 36981e23f5e923d0018067cf19b1c24691ef385cacfb914de55a0fd6a82d67a5
! without --head it cannot be excluded that the last entries were cut off
$ dudao db verify --json
{"schema_version":1,"entries":5,"rows":98,"discrepancies":[],"heads":[{"device":"D1","sequence":5,"hash":"36981e23f5e923d0018067cf19b1c24691ef385cacfb914de55a0fd6a82d67a5"}],"head_found":false}
$ dudao db log --limit 2
When              Who    Command            What      Device  No.
----------------  -----  -----------------  --------  ------  ---
2026-11-06 08:00  Y01    inspect import     3 visits  D1        5
2026-11-01 09:00  admin  checklist publish  tea@1     D1        4
! there are more than the 2 shown
$ dudao db log --limit 1 --json
{"schema_version":1,"entries":[{"device":"D1","sequence":5,"at":"2026-11-06T00:00:00Z","actor":"Y01","command":"inspect import","summary":"3 visits","hash":"36981e23f5e923d0018067cf19b1c24691ef385cacfb914de55a0fd6a82d67a5"}],"truncated":true}
$ head=$(dudao db log --limit 1 --json | sed 's/.*"hash":"\([0-9a-f]*\)".*/\1/')
$ dudao db verify --head "$head" | tail -1
chain head D1:5 36981e23f5e923d0018067cf19b1c24691ef385cacfb914de55a0fd6a82d67a5
$ dudao db verify --head "$(echo "$head" | tr 0-9a-f a-f0-9)" --json
{"schema_version":1,"entries":5,"rows":98,"discrepancies":[{"id":"E8010","message":"no entry of the journal has the hash d032b8cd9f83cd7aab2a0169b35b6ce03b89d2f646953be78ff4a97042c7014f"}],"heads":[{"device":"D1","sequence":5,"hash":"36981e23f5e923d0018067cf19b1c24691ef385cacfb914de55a0fd6a82d67a5"}],"head_found":false}
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
chain head D1:5 36981e23f5e923d0018067cf19b1c24691ef385cacfb914de55a0fd6a82d67a5
! dudao: error E8007: table inspection is not as entry D1:5 wrote it: 3 rows then, 3 now
!   A row was changed, added or taken away without dudao.
! without --head it cannot be excluded that the last entries were cut off
[8]
