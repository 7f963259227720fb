# What the command line says when it is wrong: exit 2, what is wrong, and what to do.
$ dudao
! dudao: error E2010: 'dudao' needs a command
!   See --help for them.
[2]
$ dudao store
! dudao: error E2010: 'store' needs a command
!   See --help for them.
[2]
$ dudao stroe
! dudao: error E2002: there is no command 'stroe'
!   Did you mean 'store'?
[2]
$ dudao store lst
! dudao: error E2002: there is no command 'lst'
!   Did you mean 'list'?
[2]
$ dudao store list --jsn
! dudao: error E2003: there is no option '--jsn'
!   Did you mean '--json'?
[2]
$ dudao store show
! dudao: error E2011: CODE is missing
!   See --help.
[2]
$ dudao store show S001 S002
! dudao: error E2012: 'S002' is one word too many
!   See --help.
[2]
$ dudao rectify reject 2B6E8
! dudao: error E2011: --reason is missing
!   See --help.
[2]
$ dudao store list
! dudao: error E2004: there is no workspace in '$WORK' or above it
!   Make one with dudao init, or name a store with --db.
[2]
$ dudao -C nowhere store list
! dudao: error E2013: there is no folder 'nowhere'
!   Check -C.
[2]
