# Who acts, on which store: the command line, then the environment, then dudao.yaml, then the user's file.
# env: DUDAO_NOW=2026-11-01T09:00:00+08:00
# env: DUDAO_SEED=1
# env: DUDAO_DEVICE=D1
$ for each in option environment project user; do dudao --actor "$each" init "$each" >/dev/null; done
$ who() { dudao "$@" people list --json | sed 's/.*"code":"\([a-z]*\)".*/\1/'; }
$ mkdir -p "$XDG_CONFIG_HOME/dudao" && echo "store: $PWD/user/dudao.db" > "$XDG_CONFIG_HOME/dudao/config.yaml"
$ who
user
$ cd project && who
project
$ export DUDAO_DB="$PWD/../environment/dudao.db"; who
environment
$ who --db ../option/dudao.db
option
# A relative name stands for a file seen from where the command works.
$ DUDAO_DB=../option/dudao.db who
option
$ cd .. && DUDAO_DB=environment/dudao.db who -C .
environment
$ DUDAO_DB=dudao.db who -C option
option
$ unset DUDAO_DB
# The person who acts, likewise; one who is not known may do nothing.
$ cd project && printf '编号,名称\nS1,一店\n' > list.csv
$ dudao store import list.csv
1 rows: 1 added, 0 changed, 0 unchanged, 0 rejected
$ DUDAO_ACTOR=environment dudao store import list.csv
! dudao: error E4010: there is no person 'environment' who could act
!   Name yourself with --actor or DUDAO_ACTOR.
[4]
$ DUDAO_ACTOR=environment dudao --actor option store import list.csv
! dudao: error E4010: there is no person 'option' who could act
!   Name yourself with --actor or DUDAO_ACTOR.
[4]
$ sed -i 's/^actor:.*/actor: ""/' dudao.yaml; dudao store import list.csv
! dudao: error E2009: nobody is named who acts
!   Name yourself with --actor, DUDAO_ACTOR or actor: in dudao.yaml.
[2]
$ echo 'actor: project' >> "$XDG_CONFIG_HOME/dudao/config.yaml"; dudao store import list.csv
1 rows: 0 added, 0 changed, 1 unchanged, 0 rejected
# Settings with mistakes say where.
$ printf 'chian: A\ntimezone: Asia/Shangai\n' > dudao.yaml; dudao store list
! dudao: $WORK/project/dudao.yaml:1:1: error E3130: unknown key 'chian'
!   Did you mean 'chain'?
[3]
