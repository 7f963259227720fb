# A workspace: made by init, found upward, or named with -C. Files that are there stay as they are.
# env: DUDAO_NOW=2026-11-01T09:00:00+08:00
# env: DUDAO_SEED=1
# env: DUDAO_DEVICE=D1
$ dudao store list
! dudao: error E2004: there is no workspace in '$WORK' or above it
!   Make one with dudao init, or name a store with --db.
[2]
$ dudao --actor zhang.wei init shop --name '鲜果"时\光'
workspace $WORK/shop is ready; zhang.wei may do everything in it
$ ls shop shop/*/
shop:
calendars
checklists
closed-days.yaml
dudao.db
dudao.yaml
evidence
headers.yaml
playbooks
rules
staff.yaml
waivers.yaml

shop/calendars/:
cn.yaml
hk.yaml
mo.yaml
tw.yaml

shop/checklists/:
qsc-store.yaml

shop/evidence/:

shop/playbooks/:
complaint.yaml
cross-department.yaml
data-anomaly.yaml
execution-deviation.yaml
food-safety-incident.yaml

shop/rules/:
causes.yaml
escalation.yaml
food-safety.yaml
frequency.yaml
recurrence.yaml
response.yaml
$ grep -e '^chain' -e '^actor' -e '^store' shop/dudao.yaml
chain: "鲜果\"时\\光"
store: "dudao.db"
actor: "zhang.wei"
$ cd shop && dudao people list
Code       Name       Roles
---------  ---------  ----------------------------------------------------------
zhang.wei  zhang.wei  supervisor, head, manager, approver, analyst, admin, serv…
$ mkdir -p deep/er && cd deep/er && dudao people list --json
{"schema_version":1,"people":[{"code":"zhang.wei","name":"zhang.wei","roles":["supervisor","head","manager","approver","analyst","admin","service"],"unit":null,"phone":null,"email":null}],"truncated":false}
$ cd / && dudao -C "$OLDPWD" people list; cd "$OLDPWD/../.."
Code       Name       Roles
---------  ---------  ----------------------------------------------------------
zhang.wei  zhang.wei  supervisor, head, manager, approver, analyst, admin, serv…
# A second time is refused and changes nothing.
$ dudao --actor li init .
! dudao: error E6004: there is a store already
!   Use it, or choose another folder or data base.
[6]
$ rm dudao.db; echo '# mine' >> dudao.yaml; dudao init --json
{"schema_version":1,"workspace":"$WORK/shop","store":"dudao.db","actor":"admin"}
! kept as it is: $WORK/shop/dudao.yaml
! kept as it is: $WORK/shop/calendars/cn.yaml
! kept as it is: $WORK/shop/calendars/hk.yaml
! kept as it is: $WORK/shop/calendars/mo.yaml
! kept as it is: $WORK/shop/calendars/tw.yaml
! kept as it is: $WORK/shop/checklists/qsc-store.yaml
! kept as it is: $WORK/shop/closed-days.yaml
! kept as it is: $WORK/shop/headers.yaml
! kept as it is: $WORK/shop/playbooks/complaint.yaml
! kept as it is: $WORK/shop/playbooks/cross-department.yaml
! kept as it is: $WORK/shop/playbooks/data-anomaly.yaml
! kept as it is: $WORK/shop/playbooks/execution-deviation.yaml
! kept as it is: $WORK/shop/playbooks/food-safety-incident.yaml
! kept as it is: $WORK/shop/rules/causes.yaml
! kept as it is: $WORK/shop/rules/escalation.yaml
! kept as it is: $WORK/shop/rules/food-safety.yaml
! kept as it is: $WORK/shop/rules/frequency.yaml
! kept as it is: $WORK/shop/rules/recurrence.yaml
! kept as it is: $WORK/shop/rules/response.yaml
! kept as it is: $WORK/shop/staff.yaml
! kept as it is: $WORK/shop/waivers.yaml
$ tail -1 dudao.yaml
\# mine
$ dudao --actor "$(printf 'a\033b')" init ../other; ls ../other
! dudao: error E3008: 'a�b' is not a code
!   A code is a line of 1 to 64 characters, without blanks at its ends.
! ls: cannot access '../other': No such file or directory
[2]
