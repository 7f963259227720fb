# A round in the terminal, with its keys from a pipe: every answer is kept at once, and the same command
# goes on where it was left.
$ . "$FIXTURES/shop.sh"
$ dudao inspect rounds
[1]
$ dudao inspect rounds --json
{"schema_version":1,"rounds":[],"truncated":false}
[1]
$ printf 'px?F没有标签\n' | at '2026-11-05 10:00' Z01 dudao inspect start S001 --checklist tea --shift 早班
S001 静安寺店 · Tea shop patrol · 5 items
? for the keys; every answer is kept at once, q goes on another time

\[1/5] Food safety · -
F01 All ingredients are within date [veto]
  p pass  f fail
\>   pass

\[2/5] Food safety · 100.0%
F02 Opened ingredients carry a label
  p pass  m partial  f fail  n na
\>   x means nothing here; ? shows the keys

\[2/5] Food safety · 100.0%
F02 Opened ingredients carry a label
  p pass  m partial  f fail  n na
\> 
  p pass, f fail, m partial, n not applicable; digits for scales and options
  F, M: fail or partial, and then a remark
  r remark, e photo or file, b back, s skip, g go to an item
  i the issue that a failure raises: amend it, or say why there is none
  h how to look at it, / search, l what is open, u take back
  q quit: everything is kept

\[2/5] Food safety · 100.0%
F02 Opened ingredients carry a label
  p pass  m partial  f fail  n na
\>   fail
  issue: medium · 7 days · 运营部 (i: change it)
  remark: 
\[3/5] Food safety · 50.0%
F03 Temperature of the refrigerator
  number ℃ (0…5)  n na
\> 
! kept; the same command goes on
$ dudao inspect rounds
Store  Begun             Inspector  At item
-----  ----------------  ---------  -------
S001   2026-11-05 10:00  Z01              3
$ dudao inspect rounds --json
{"schema_version":1,"rounds":[{"id":"01M6MPYD809SQ3WWNYBAHDR6FH","unit":"S001","at":"2026-11-05T02:00:00Z","inspector":"Z01","position":2}],"truncated":false}
$ printf 'l\n9.5\n7' | at '2026-11-05 10:20' Z01 dudao inspect start S001
S001 静安寺店 · Tea shop patrol · going on, 2 of 5 answered
? for the keys; every answer is kept at once, q goes on another time

\[3/5] Food safety · 50.0%
F03 Temperature of the refrigerator
  number ℃ (0…5)  n na
\>   open: F03 S01 S02

\[3/5] Food safety · 50.0%
F03 Temperature of the refrigerator
  number ℃ (0…5)  n na
\>   fail 9.5
  issue: high · 2 days · 工程部 (i: change it)

\[4/5] Service and surroundings · 33.3%
S01 The hall is clean
  1–5 value  n na
\>   7 is no answer here

\[4/5] Service and surroundings · 33.3%
S01 The hall is clean
  1–5 value  n na
\> 
! kept; the same command goes on
$ printf '3b?s2uu1gF02\nry\nl' | at '2026-11-05 10:30' Z01 dudao inspect start S001
S001 静安寺店 · Tea shop patrol · going on, 3 of 5 answered
? for the keys; every answer is kept at once, q goes on another time

\[4/5] Service and surroundings · 33.3%
S01 The hall is clean
  1–5 value  n na
\>   partial

\[5/5] Service and surroundings · 44.0%
S02 State of the equipment
  1 All in order  2 A fault is reported  3 A fault is not reported  n na
\> 
\[4/5] Service and surroundings · 44.0%
S01 The hall is clean
  so far: 3
  1–5 value  n na
\> 
  p pass, f fail, m partial, n not applicable; digits for scales and options
  F, M: fail or partial, and then a remark
  r remark, e photo or file, b back, s skip, g go to an item
  i the issue that a failure raises: amend it, or say why there is none
  h how to look at it, / search, l what is open, u take back
  q quit: everything is kept

\[4/5] Service and surroundings · 44.0%
S01 The hall is clean
  so far: 3
  1–5 value  n na
\> 
\[5/5] Service and surroundings · 44.0%
S02 State of the equipment
  1 All in order  2 A fault is reported  3 A fault is not reported  n na
\>   partial

5 of 5 answered · 44.0%
  nothing is open
  y submit, b back, g go to an item, q quit and keep
\> 
5 of 5 answered · 44.0%
  nothing is open
  y submit, b back, g go to an item, q quit and keep
\> 
5 of 5 answered · 44.0%
  nothing is open
  y submit, b back, g go to an item, q quit and keep
\> 
5 of 5 answered · 44.0%
  nothing is open
  y submit, b back, g go to an item, q quit and keep
\> 
  number or id of the item: 
\[2/5] Food safety · 44.0%
F02 Opened ingredients carry a label
  so far: F
  remark: 没有标签
  issue: medium · 7 days · 运营部 (i: change it)
  p pass  m partial  f fail  n na
\> 
  remark: 
\[2/5] Food safety · 44.0%
F02 Opened ingredients carry a label
  so far: F
  remark: y
  issue: medium · 7 days · 运营部 (i: change it)
  p pass  m partial  f fail  n na
\> 
  nothing is open

\[2/5] Food safety · 44.0%
F02 Opened ingredients carry a label
  so far: F
  remark: y
  issue: medium · 7 days · 运营部 (i: change it)
  p pass  m partial  f fail  n na
\> 
! kept; the same command goes on
$ printf 'ssssy' | at '2026-11-05 10:30' Z01 dudao inspect start S001 | tail -2
  number ℃ (0…5)  n na
\> 
! kept; the same command goes on
$ at '2026-11-05 11:00' Z02 dudao inspect start S003 </dev/null >/dev/null
! kept; the same command goes on
$ dudao inspect rounds
Store  Begun             Inspector  At item
-----  ----------------  ---------  -------
S001   2026-11-05 10:00  Z01              3
S003   2026-11-05 11:00  Z02              1
$ dudao --actor Z01 inspect discard S001 --checklist tea
! round thrown away
$ dudao --actor Z01 inspect discard S003 --checklist tea
! dudao: error E3039: you have no round in progress in S003
!   dudao inspect rounds shows them.
[3]
$ dudao --actor Z02 inspect discard S003 --checklist tea
! round thrown away
$ dudao inspect rounds
[1]
$ dudao inspect start S001 --checklist coffee
! dudao: error E3032: no checklist 'coffee' is published
!   dudao checklist list shows them.
[3]
$ dudao inspect start S009
! dudao: error E3030: there is no store 'S009'
!   dudao store list shows them.
[3]
$ dudao --actor Y01 inspect start S001
! dudao: error E4009: Y01 may not inspect
!   People with one of these roles may: supervisor, manager.
[4]
$ dudao inspect start S001 --at yesterday
! dudao: error E3002: 'yesterday' is not a date and time
!   Write YYYY-MM-DD HH:MM, with an offset such as +08:00 if it is not local.
[2]
$ dudao inspect start S001 --kind surprise
! dudao: error E3010: 'surprise' is no visit kind
!   Allowed are: routine, special, unannounced, mystery, self, coaching, recheck, formal.
[2]
