# A store that is missing, foreign, newer or not to be written to: exit 6 and 7, and what to do.
$ . "$FIXTURES/shop.sh"
$ dudao --db nowhere.db store list
! dudao: error E6001: there is no data store '$WORK/shop/nowhere.db'
!   Make a workspace with dudao init, or name the store with --db.
[6]
$ : > empty.db; dudao --db empty.db store list
! dudao: error E6002: the data base is empty
!   Make a store in it with dudao init.
[6]
$ echo 'no data base' > text.db; dudao --db text.db store list
! dudao: error E6003: this is not a store of dudao
!   Name another file or data base with --db.
[6]
$ sqlite3 other.db 'CREATE TABLE x (y)'; dudao --db other.db store list
! dudao: error E6003: this is not a store of dudao
!   Name another file or data base with --db.
[6]
$ cp dudao.db newer.db; sqlite3 newer.db 'PRAGMA user_version = 999'; dudao --db newer.db store list
! dudao: error E7001: the store has schema 999, this program knows up to 1
!   Install the newer dudao.
[7]
$ dudao --db newer.db db migrate
! dudao: error E7001: the store has schema 999, this program knows up to 1
!   Install the newer dudao.
[7]
$ dudao --db 'postgresql://%2Fnowhere/none' store list 2>&1 | sed -n '1s/: connection.*//p'
dudao: error E6013: no connection to 'postgresql://%2Fnowhere/none'
$ dudao --db . store list
! dudao: error E6010: the store '$WORK/shop/' may not be opened: unable to open database file
!   Check the permissions of the file and its folder.
[6]
# Reading leaves the file as it is.
$ cp dudao.db before.db
$ dudao store list >/dev/null; dudao db verify >/dev/null 2>&1; dudao report month 2026-11 >/dev/null
$ cmp dudao.db before.db; ls
before.db
calendars
checklists
closed-days.yaml
dudao.db
dudao.yaml
empty.db
evidence
headers.yaml
newer.db
other.db
playbooks
rules
staff.yaml
text.db
waivers.yaml
# A full disk: nothing is half done, and the program says so.
$ (ulimit -f 100; dudao checklist publish checklists/qsc-store.yaml --json)
! dudao: error E6011: the store '$WORK/shop/dudao.db' failed: disk I/O error
[6]
$ dudao db verify | head -1
4 entries and 80 rows are as they were written
! without --head it cannot be excluded that the last entries were cut off
