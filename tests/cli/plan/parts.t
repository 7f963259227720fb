# Plans within plans: what they say, their shares of the targets, and what has been reached.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null
$ visited >/dev/null 2>&1
$ export DUDAO_ACTOR=M01 DUDAO_NOW='2026-11-20 09:00'
$ cat > year.yaml <<'END'
> title: 2026 督导计划
> objectives: 零重大食安问题
> focus: |
>   冷链
>   效期
> methods: 明查与暗访
> staffing: 督导两人
> targets:
>   - {metric: visits, value: 1000}
>   - {metric: visits, region: 浙江省, value: 400}
>   - {metric: mean_score, value: 88.5}
>   - {metric: sales, adds: sum, value: 1200000}
> END
$ cat > wrong.yaml <<'END'
> focuss: 冷链
> targets:
>   - {metric: 销售, adds: sum, value: 1}
>   - {metric: sales, value: 1}
>   - {metric: visits, adds: sum, value: 1}
> END
$ dudao plan create 2026 --kind supervision --from wrong.yaml
! dudao: wrong.yaml:1:1: error E3130: unknown key 'focuss'
!   Did you mean 'focus'?
! dudao: wrong.yaml:3:14: error E3500: '销售' cannot be the name of a metric
!   Use small letters, digits and underscores, a letter first.
! dudao: wrong.yaml:4:5: error E3501: how 'sales' adds up is missing
!   Write adds: sum for amounts, adds: mean for rates. Metrics of dudao need none: visits, visit_rate, store_coverage, mean_score, pass_rate, closing_rate, on_time_rate.
! dudao: wrong.yaml:5:28: error E3502: how 'visits' adds up is known: it is a metric of dudao
!   Leave out adds.
[3]
$ printf 'targets:\n  - {metric: visits, region: X9, value: 1}\n' > wrong.yaml
$ dudao plan create 2026 --kind supervision --from wrong.yaml
! dudao: wrong.yaml:2:30: error E3030: there is no store 'X9'
!   dudao store list shows them.
[3]
$ dudao plan create 2026 --kind supervision --from year.yaml
MQ3RJ 2026 2026 督导计划: draft
$ dudao plan show 2026
Plan              01M7V7FAM0CQEJMXD47N0MQ3RJ
Title             2026 督导计划
Kind              supervision
Period            2026
Status            draft
Objectives        零重大食安问题
Focus             冷链
                  效期
Methods           明查与暗访
Staffing          督导两人
Author            M01
Unplanned visits  0

Targets
Metric          Target
-------------  -------
visits            1000
visits 浙江省      400
mean score       88.5%
sales          1200000
$ dudao plan show 2026 --json
{"schema_version":1,"plan":{"id":"01M7V7FAM0CQEJMXD47N0MQ3RJ","kind":"supervision","period":"2026","first_day":"2026-01-01","last_day":"2026-12-31","title":"2026 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":null},"focus":"冷链\n效期","methods":"明查与暗访","staffing":"督导两人","targets":[{"metric":"visits","region":null,"adds":"sum","target":1000},{"metric":"visits","region":"浙江省","adds":"sum","target":400},{"metric":"mean_score","region":null,"adds":"mean","target":88.5},{"metric":"sales","region":null,"adds":"sum","target":1200000}],"plan_rules":[],"progress":{"planned":0,"done":0,"late":0,"open":0,"missed":0,"cancelled":0,"unplanned":0},"supervisors":[],"events":[]}
$ dudao plan decompose 2026 --by last-year
! dudao: error E4303: there were no visits from 2025-01-01 to 2025-12-31 that tell of a season
!   Use --by equal or --by working-days.
[4]
$ dudao plan decompose 2026 --dry-run | head -8
16 plans would be drafted
Period     Metric         Target
---------  -------------  ------
2026-Q1    visits            250
           visits 浙江省     100
           mean score      88.5%
           sales          300000
  2026-01  visits             84
$ dudao plan list
Id     Period   Kind         Title          Status     Author
-----  -------  -----------  -------------  ---------  ------
MZ99N  2026-11  visit        11月巡检       published  M01
MQ3RJ  2026     supervision  2026 督导计划  draft      M01
$ dudao plan decompose 2026 --by working-days | tail -12
  2026-10  visits             72
           visits 浙江省      29
           mean score      88.5%
           sales           87097
  2026-11  visits             85
           visits 浙江省      34
           mean score      88.5%
           sales          101613
  2026-12  visits             93
           visits 浙江省      37
           mean score      88.5%
           sales          111290
$ dudao plan decompose 2026
! dudao: error E4300: the plan '2026' has 4 parts already
!   dudao plan tree shows them.
[4]
$ dudao plan decompose 2026-11
! dudao: error E3036: '2026-11' may be any of MZ99N, GHMN4
!   Type more characters.
[3]
$ dudao plan check 2026
17 plans add up
$ dudao plan check 2026 --json
{"schema_version":1,"plans":17,"misfits":[]}
$ dudao plan tree 2026-Q4
Period     Status  Metric         Target  Actual  Difference
---------  ------  -------------  ------  ------  ----------
2026-Q4    draft   visits            250       3        -247
                   visits 浙江省     100       1         -99
                   mean score      88.5%   56.7%       -31.8
                   sales          300000       -           -
  2026-10  draft   visits             72       0         -72
                   visits 浙江省      29       0         -29
                   mean score      88.5%       -           -
                   sales           87097       -           -
  2026-11  draft   visits             85       3         -82
                   visits 浙江省      34       1         -33
                   mean score      88.5%   56.7%       -31.8
                   sales          101613       -           -
  2026-12  draft   visits             93       -           -
                   visits 浙江省      37       -           -
                   mean score      88.5%       -           -
                   sales          111290       -           -
$ dudao plan tree 2026-Q4 --json
{"schema_version":1,"plans":[{"plan":{"id":"01M7V7FAM0Y6ZR8B5AR72GHMN2","kind":"supervision","period":"2026-Q4","first_day":"2026-10-01","last_day":"2026-12-31","title":"2026-Q4 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0CQEJMXD47N0MQ3RJ"},"depth":0,"targets":[{"metric":"visits","region":null,"adds":"sum","target":250,"actual":3,"difference":-247},{"metric":"visits","region":"浙江省","adds":"sum","target":100,"actual":1,"difference":-99},{"metric":"mean_score","region":null,"adds":"mean","target":88.5,"actual":56.7,"difference":-31.8},{"metric":"sales","region":null,"adds":"sum","target":300000,"actual":null,"difference":null}]},{"plan":{"id":"01M7V7FAM0Y6ZR8B5AR72GHMN3","kind":"supervision","period":"2026-10","first_day":"2026-10-01","last_day":"2026-10-31","title":"2026-10 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0Y6ZR8B5AR72GHMN2"},"depth":1,"targets":[{"metric":"visits","region":null,"adds":"sum","target":72,"actual":0,"difference":-72},{"metric":"visits","region":"浙江省","adds":"sum","target":29,"actual":0,"difference":-29},{"metric":"mean_score","region":null,"adds":"mean","target":88.5,"actual":null,"difference":null},{"metric":"sales","region":null,"adds":"sum","target":87097,"actual":null,"difference":null}]},{"plan":{"id":"01M7V7FAM0Y6ZR8B5AR72GHMN4","kind":"supervision","period":"2026-11","first_day":"2026-11-01","last_day":"2026-11-30","title":"2026-11 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0Y6ZR8B5AR72GHMN2"},"depth":1,"targets":[{"metric":"visits","region":null,"adds":"sum","target":85,"actual":3,"difference":-82},{"metric":"visits","region":"浙江省","adds":"sum","target":34,"actual":1,"difference":-33},{"metric":"mean_score","region":null,"adds":"mean","target":88.5,"actual":56.7,"difference":-31.8},{"metric":"sales","region":null,"adds":"sum","target":101613,"actual":null,"difference":null}]},{"plan":{"id":"01M7V7FAM0Y6ZR8B5AR72GHMN5","kind":"supervision","period":"2026-12","first_day":"2026-12-01","last_day":"2026-12-31","title":"2026-12 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0Y6ZR8B5AR72GHMN2"},"depth":1,"targets":[{"metric":"visits","region":null,"adds":"sum","target":93,"actual":null,"difference":null},{"metric":"visits","region":"浙江省","adds":"sum","target":37,"actual":null,"difference":null},{"metric":"mean_score","region":null,"adds":"mean","target":88.5,"actual":null,"difference":null},{"metric":"sales","region":null,"adds":"sum","target":111290,"actual":null,"difference":null}]}]}
$ printf 'targets:\n  - {metric: visits, value: 20}\n  - {metric: visits, region: 浙江省, value: 21}\n' > week.yaml
$ dudao plan create 2026-W52 --kind supervision --from week.yaml --parent 2026-Q4
BEEW7 2026-W52 2026-W52 supervision: draft
$ dudao plan check 2026-Q4
2026-W52 visits: 1 regions come to 21, the target of all is 20
[1]
$ dudao plan create 2026-12 --kind supervision --from week.yaml
60HPA 2026-12 2026-12 supervision: draft
$ dudao plan check 2026-Q4
2026-Q4 visits: 4 parts (month) come to 270, the target is 250
2026-Q4 visits 浙江省: 4 parts (month) come to 121, the target is 100
2026-12 visits: 1 regions come to 21, the target of all is 20
2026-W52 visits: 1 regions come to 21, the target of all is 20
[1]
$ dudao plan check 2026-Q4 --json
{"schema_version":1,"plans":6,"misfits":[{"plan":{"id":"01M7V7FAM0Y6ZR8B5AR72GHMN2","kind":"supervision","period":"2026-Q4","first_day":"2026-10-01","last_day":"2026-12-31","title":"2026-Q4 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0CQEJMXD47N0MQ3RJ"},"metric":"visits","region":null,"adds":"sum","target":250,"parts":"month","count":4,"found":270},{"plan":{"id":"01M7V7FAM0Y6ZR8B5AR72GHMN2","kind":"supervision","period":"2026-Q4","first_day":"2026-10-01","last_day":"2026-12-31","title":"2026-Q4 督导计划","objectives":"零重大食安问题","status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0CQEJMXD47N0MQ3RJ"},"metric":"visits","region":"浙江省","adds":"sum","target":100,"parts":"month","count":4,"found":121},{"plan":{"id":"01M7V7FAM00GW7TAK2MV060HPA","kind":"supervision","period":"2026-12","first_day":"2026-12-01","last_day":"2026-12-31","title":"2026-12 supervision","objectives":null,"status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0Y6ZR8B5AR72GHMN2"},"metric":"visits","region":null,"adds":"sum","target":20,"parts":null,"count":1,"found":21},{"plan":{"id":"01M7V7FAM04P1VPJQZAPABEEW7","kind":"supervision","period":"2026-W52","first_day":"2026-12-21","last_day":"2026-12-27","title":"2026-W52 supervision","objectives":null,"status":"draft","author":"M01","scope":null,"checklist":null,"visit_kind":"routine","visits_per_unit":1,"rules":null,"parent":"01M7V7FAM0Y6ZR8B5AR72GHMN2"},"metric":"visits","region":null,"adds":"sum","target":20,"parts":null,"count":1,"found":21}]}
[1]
$ dudao plan create 2026-W52 --kind operations --from week.yaml --parent 2026-Q4
! dudao: error E3503: the plan '2026-Q4' cannot hold a plan for 2026-W52
!   It must be of the same kind, and its period must hold the other and be longer.
[3]
$ dudao plan decompose 2026-W52
! dudao: error E4301: the plan '2026-W52' cannot be divided
!   Operations and supervision plans of a year or a quarter can.
[4]
$ dudao --lang zh-CN plan tree 2026-Q4
周期        状态  指标               目标   实际   差额
----------  ----  ---------------  ------  -----  -----
2026-Q4     草稿  巡检次数            250      3   -247
                  巡检次数 浙江省     100      1    -99
                  平均得分率        88.5%  56.7%  -31.8
                  sales            300000      -      -
  2026-10   草稿  巡检次数             72      0    -72
                  巡检次数 浙江省      29      0    -29
                  平均得分率        88.5%      -      -
                  sales             87097      -      -
  2026-11   草稿  巡检次数             85      3    -82
                  巡检次数 浙江省      34      1    -33
                  平均得分率        88.5%  56.7%  -31.8
                  sales            101613      -      -
  2026-12   草稿  巡检次数             20      -      -
                  巡检次数 浙江省      21      -      -
  2026-12   草稿  巡检次数             93      -      -
                  巡检次数 浙江省      37      -      -
                  平均得分率        88.5%      -      -
                  sales            111290      -      -
  2026-W52  草稿  巡检次数             20      -      -
                  巡检次数 浙江省      21      -      -
$ dudao --lang zh-CN plan check 2026-Q4
2026-Q4 巡检次数：4 个下级计划（月份）合计为 270，目标是 250
2026-Q4 巡检次数 浙江省：4 个下级计划（月份）合计为 121，目标是 100
2026-12 巡检次数：1 个区域合计为 21，总目标是 20
2026-W52 巡检次数：1 个区域合计为 21，总目标是 20
[1]
