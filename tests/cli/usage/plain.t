# Nothing but text when standard output is no terminal; and what names hold cannot steer one.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null
! answers without a photo or file: 1
$ for each in 'store list' 'issue list' 'inspect list' 'report month 2026-11' 'store show S9' '--help'; do TERM=xterm-256color dudao $each 2>&1 | grep -c "$(printf '\033')"; done | sort -u
0
$ printf 'code,name,address\nS030,\033[31mred\033[0m,x\n' > escape.csv; dudao --actor admin store import escape.csv
! dudao: escape.csv:2:6: error E3214: the control character U+001B may not stand in a list
!   Remove it: it cannot be seen, and is left over from another program.
[3]
$ printf 'code,name\nS031,a\302\233b\n' > c1.csv; dudao --actor admin store import c1.csv
! dudao: c1.csv:2:7: error E3214: the control character U+009B may not stand in a list
!   Remove it: it cannot be seen, and is left over from another program.
[3]
$ printf 'code,name\nS032,a\342\200\256b\n' > bidi.csv; dudao --actor admin store import bidi.csv; dudao store show S032 | od -c | sed -n 's/.*\(342\|<\).*/&/p'
! dudao: bidi.csv:2:6: error E3012: 'a�b' holds characters that are no plain text
!   Take out control characters.
! dudao: error E3030: there is no store 'S032'
!   dudao store list shows them.
$ dudao store show "$(printf 'S\033[31m')"
! dudao: error E3030: there is no store 'S�[31m'
!   dudao store list shows them.
[3]
$ dudao "$(printf 'st\033[31mre')"
! dudao: error E2002: there is no command 'st�[31mre'
!   See --help.
[2]
$ dudao issue list --status "$(printf 'op\ten')"
! dudao: error E3010: 'op en' is no issue status
!   Did you mean 'open'? Allowed are: proposed, open, planned, in_progress, submitted, accepted, rejected, cancelled, duplicate.
[2]
