# People come in lists; what is wrong is told with line and column, and nothing is written then.
$ . "$FIXTURES/shop.sh"
$ dudao people list
Code   Name   Roles                                            Unit  Phone
-----  -----  -----------------------------------------------  ----  -----------
A01    陈静   approver
H001   孙丽   head                                             S001  13800000011
H002   周强   head                                             S002
M01    王芳   manager
M02    刘洋   manager
Y01    赵磊   analyst
Z01    张伟   supervisor                                             13800000001
Z02    李娜   supervisor                                             13800000002
admin  admin  supervisor, head, manager, approver, analyst, …
$ dudao people list --role head --json
{"schema_version":1,"people":[{"code":"H001","name":"孙丽","roles":["head"],"unit":"S001","phone":"13800000011","email":null},{"code":"H002","name":"周强","roles":["head"],"unit":"S002","phone":null,"email":null},{"code":"admin","name":"admin","roles":["supervisor","head","manager","approver","analyst","admin","service"],"unit":null,"phone":null,"email":null}],"truncated":false}
$ dudao people import "$FIXTURES/people.csv" --json
{"schema_version":1,"rows":8,"rejected":0,"format":"csv","sheet":null,"encoding":"utf-8","delimiter":",","dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":0,"changed":0,"unchanged":8,"regions_made":[],"changes":[],"changes_truncated":false}
$ dudao people list --role chef
! dudao: error E3010: 'chef' is no role
!   Allowed are: supervisor, head, manager, approver, analyst, admin, service.
[2]
$ printf '工号,姓名,角色\nZ03,钱多,督导\nZ 4,坏编号,督导\nZ05,,店长\nZ06,吴用,大厨\nZ03,重复,督导\n' > bad.csv
$ dudao people import bad.csv
! dudao: bad.csv:4:5: error E3013: '' is not a name
!   Write at least one character.
! dudao: bad.csv:5:8: error E3010: '大厨' is no role
!   Allowed are: supervisor, head, manager, approver, analyst, admin, service.
! dudao: bad.csv:6:1: error E3041: the code 'Z03' stands on line 2 already
!   Each code may stand in a list once.
[3]
$ dudao people import bad.csv --dry-run --keep-going
5 rows: 2 would be added, 0 changed, 0 unchanged, 3 rejected
! dudao: bad.csv:4:5: error E3013: '' is not a name
!   Write at least one character.
! dudao: bad.csv:5:8: error E3010: '大厨' is no role
!   Allowed are: supervisor, head, manager, approver, analyst, admin, service.
! dudao: bad.csv:6:1: error E3041: the code 'Z03' stands on line 2 already
!   Each code may stand in a list once.
[5]
$ dudao people import bad.csv --keep-going --json
{"schema_version":1,"rows":5,"rejected":3,"format":"csv","sheet":null,"encoding":"utf-8","delimiter":",","dry_run":false,"seconds":0.000,"rows_per_second":null,"unused_columns":[],"added":2,"changed":0,"unchanged":0,"regions_made":[],"changes":[],"changes_truncated":false}
! dudao: bad.csv:4:5: error E3013: '' is not a name
!   Write at least one character.
! dudao: bad.csv:5:8: error E3010: '大厨' is no role
!   Allowed are: supervisor, head, manager, approver, analyst, admin, service.
! dudao: bad.csv:6:1: error E3041: the code 'Z03' stands on line 2 already
!   Each code may stand in a list once.
! rejected rows are in bad.csv.rejects.csv
[5]
$ cat bad.csv.rejects.csv
工号,姓名,角色,dudao:line,dudao:column,dudao:error,dudao:reason
Z05,,店长,4,5,E3013,'' is not a name
Z06,吴用,大厨,5,8,E3010,'大厨' is no role
Z03,重复,督导,6,1,E3041,the code 'Z03' stands on line 2 already
# The rows that were refused, corrected, go in alone.
$ sed -i -e 's/Z 4/Z04/' -e 's/Z05,,/Z05,孙五,/' -e 's/大厨/客服/' -e '/重复/d' bad.csv.rejects.csv
$ dudao people import bad.csv.rejects.csv
2 rows: 2 added, 0 changed, 0 unchanged, 0 rejected
$ dudao people import bad.csv.rejects.csv
2 rows: 0 added, 0 changed, 2 unchanged, 0 rejected
$ dudao people list --role service
Code   Name   Roles
-----  -----  ------------------------------------------------------------
Z06    吴用   service
admin  admin  supervisor, head, manager, approver, analyst, admin, service
# Only those who may set up.
$ dudao --actor Z01 people import "$FIXTURES/people.csv"
! dudao: error E4009: Z01 may not set up
!   People with one of these roles may: admin, manager.
[4]
$ dudao people import nowhere.csv
! dudao: error E3050: there is no file 'nowhere.csv'
!   Check the name and the folder.
[3]
