# Reports of other periods than months, and of a part of the chain.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null; visited >/dev/null
! answers without a photo or file: 1
$ DUDAO_NOW='2026-11-30 18:00' DUDAO_ACTOR=Y01
$ dudao report day 2026-11-05 --format md | sed -n '1,20p'
\# Daily supervision report, 2026-11-05

- **Chain** 鲜果时光
- **Scope** All shops
- **As of** 2026-11-30
- **Made at** 2026-11-30 18:00 (Asia/Shanghai)

\## Key figures

| Figure | This day | Day before | Year before | Basis |
| --- | ---: | ---: | ---: | --- |
| Mean score | 26.0% | −18.0 pp | – | 1 scored visit |
| Pass rate | 0.0% | – | – | 0 of 1 scored |
| Visits | 1 | unchanged | +1 | 0 unplanned |
| Plan completed | – | – | – | 0 of 0 planned |
| Shops visited | 25.0% | – | – | 1 of 4 open shops |
| Issues raised | 3 | – | – | 5 open, 5 overdue |
| Issues closed | 0.0% | – | – | 0 of 3 closed |
| Closed on time | 0.0% | – | – | 0 of 3 due by now |

$ dudao report week 2026-W45 --format md | sed -n '1,20p;/^## Trend/,/^## Reg/p'
\# Weekly supervision report, week 45 of 2026 (2026-11-02 to 2026-11-08)

- **Chain** 鲜果时光
- **Scope** All shops
- **As of** 2026-11-30
- **Made at** 2026-11-30 18:00 (Asia/Shanghai)

\## Key figures

| Figure | This week | Week before | Year before | Basis |
| --- | ---: | ---: | ---: | --- |
| Mean score | 56.7% | – | – | 3 scored visits |
| Pass rate | 33.3% | – | – | 1 of 3 scored |
| Visits | 3 | +3 | +3 | 0 unplanned |
| Plan completed | – | – | – | 0 of 0 planned |
| Shops visited | 75.0% | – | – | 3 of 4 open shops |
| Issues raised | 5 | – | – | 5 open, 5 overdue |
| Issues closed | 0.0% | – | – | 0 of 5 closed |
| Closed on time | 0.0% | – | – | 0 of 5 due by now |

\## Trend

| Week | Visits | Mean score | A | B | C |
| --- | ---: | ---: | ---: | ---: | ---: |
| 2026-W33 | 0 | – | 0 | 0 | 0 |
| 2026-W34 | 0 | – | 0 | 0 | 0 |
| 2026-W35 | 0 | – | 0 | 0 | 0 |
| 2026-W36 | 0 | – | 0 | 0 | 0 |
| 2026-W37 | 0 | – | 0 | 0 | 0 |
| 2026-W38 | 0 | – | 0 | 0 | 0 |
| 2026-W39 | 0 | – | 0 | 0 | 0 |
| 2026-W40 | 0 | – | 0 | 0 | 0 |
| 2026-W41 | 0 | – | 0 | 0 | 0 |
| 2026-W42 | 0 | – | 0 | 0 | 0 |
| 2026-W43 | 0 | – | 0 | 0 | 0 |
| 2026-W44 | 0 | – | 0 | 0 | 0 |
| 2026-W45 | 3 | 56.7% | 1 | 0 | 2 |

\## Regions
$ dudao report week 2026-11-05 --format md | head -1
\# Weekly supervision report, week 45 of 2026 (2026-11-02 to 2026-11-08)
$ dudao report quarter 2026-11-05 --format md | sed -n '1p;/^## Trend/,/^## Reg/p'
\# Quarterly supervision report, quarter 4 of 2026
\## Trend

| Quarter | Visits | Mean score | A | B | C |
| --- | ---: | ---: | ---: | ---: | ---: |
| 2024-Q4 | 0 | – | 0 | 0 | 0 |
| 2025-Q1 | 0 | – | 0 | 0 | 0 |
| 2025-Q2 | 0 | – | 0 | 0 | 0 |
| 2025-Q3 | 0 | – | 0 | 0 | 0 |
| 2025-Q4 | 0 | – | 0 | 0 | 0 |
| 2026-Q1 | 0 | – | 0 | 0 | 0 |
| 2026-Q2 | 0 | – | 0 | 0 | 0 |
| 2026-Q3 | 0 | – | 0 | 0 | 0 |
| 2026-Q4 | 3 | 56.7% | 1 | 0 | 2 |

\## Regions
$ dudao report year 2026 --format md | sed -n '1p;8,12p'
\# Yearly supervision report, 2026
\## Key figures

| Figure | This year | Year before | Basis |
| --- | ---: | ---: | --- |
| Mean score | 56.7% | – | 3 scored visits |
$ dudao report range 2026-11-01 2026-11-15 --format md | sed -n '1p;/^## Trend/,/^## Reg/p'
\# Supervision report, 2026-11-01 to 2026-11-15
\## Trend

| Period | Visits | Mean score | A | B | C |
| --- | ---: | ---: | ---: | ---: | ---: |
| 2026-08-18..2026-09-01 | 0 | – | 0 | 0 | 0 |
| 2026-09-02..2026-09-16 | 0 | – | 0 | 0 | 0 |
| 2026-09-17..2026-10-01 | 0 | – | 0 | 0 | 0 |
| 2026-10-02..2026-10-16 | 0 | – | 0 | 0 | 0 |
| 2026-10-17..2026-10-31 | 0 | – | 0 | 0 | 0 |
| 2026-11-01..2026-11-15 | 3 | 56.7% | 1 | 0 | 2 |

\## Regions
$ dudao --lang zh-CN report week 2026-W45 --format md | sed -n '1,20p'
\# 2026年第45周（2026-11-02 至 2026-11-08）督导周报

- **品牌** 鲜果时光
- **范围** 全部门店
- **数据截至** 2026-11-30
- **生成时间** 2026-11-30 18:00 (Asia/Shanghai)

\## 核心指标

| 指标 | 本周 | 较上周 | 较去年同期 | 说明 |
| --- | ---: | ---: | ---: | --- |
| 平均得分率 | 56.7% | – | – | 有效评分 3 次 |
| 合格率 | 33.3% | – | – | 3 次评分，1 次合格 |
| 巡检次数 | 3 | +3 | +3 | 其中计划外 0 次 |
| 计划完成率 | – | – | – | 计划 0 次，完成 0 次 |
| 门店覆盖率 | 75.0% | – | – | 营业 4 家，巡到 3 家 |
| 新增问题 | 5 | – | – | 未销号 5 项，逾期 5 项 |
| 整改完成率 | 0.0% | – | – | 应整改 5 项，已销号 0 项 |
| 整改及时率 | 0.0% | – | – | 到期 5 项，按期销号 0 项 |

$ dudao report range 2026-11-15 2026-11-01
! dudao: error E2019: 2026-11-15 is after 2026-11-01
!   The first day comes first.
[2]
$ dudao report week 2026-11
! dudao: error E2015: '2026-11' is not a week
!   Write it as 2026-W45, or give a day in it.
[2]
$ dudao report day 2026-11
! dudao: error E3001: '2026-11' is not a day
!   Write YYYY-MM-DD, such as 2026-11-05.
[2]
$ dudao report quarter someday
! dudao: error E2015: 'someday' is not a quarter
!   Write it as 2026-Q4, or give a day in it.
[2]
$ dudao report month 2026-11 --ownership franchise --format md | sed -n '3,16p'
- **Chain** 鲜果时光
- **Scope** All shops, franchise
- **As of** 2026-11-30
- **Made at** 2026-11-30 18:00 (Asia/Shanghai)

\## Key figures

| Figure | This month | Month before | Year before | Basis |
| --- | ---: | ---: | ---: | --- |
| Mean score | 35.0% | – | – | 2 scored visits |
| Pass rate | 0.0% | – | – | 0 of 2 scored |
| Visits | 2 | +2 | +2 | 0 unplanned |
| Plan completed | 100.0% | – | – | 2 of 2 planned |
| Shops visited | 100.0% | – | – | 2 of 2 open shops |
$ dudao report month 2026-11 --supervisor D01 --tag 商场 --format md | sed -n '4p'
- **Scope** All shops, tag 商场, supervisor D01
$ dudao report month 2026-11 --as-of 2026-11-01 --format md | sed -n '4p'
- **Scope** All shops, as organised on 2026-11-01
$ dudao report month 2026-11 --as-of today --format md | sed -n '4p'
- **Scope** All shops
$ dudao report week 2026-W45 --json | jq -c '[.report,.month,.period,.units,.organised_on,.scores.visits_year_before]'
\["week",null,{"text":"2026-W45","first":"2026-11-02","last":"2026-11-08"},{"kind":null,"ownership":null,"status":null,"tag":null,"supervisor":null},"2026-11-08",0]
