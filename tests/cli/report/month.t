# The month's report in four formats, to a file or to standard output; the same data give the same bytes.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null; visited >/dev/null
! answers without a photo or file: 1
$ DUDAO_NOW='2026-11-30 18:00' DUDAO_ACTOR=Y01
$ dudao report month 2026-11 --format md
\# Monthly supervision report, November 2026

- **Chain** 鲜果时光
- **Scope** All shops
- **As of** 2026-11-30
- **Made at** 2026-11-30 18:00 (Asia/Shanghai)

\## Key figures

| Figure | This month | Month before | Year before | Basis |
| --- | ---: | ---: | ---: | --- |
| Mean score | 56.7% | – | – | 3 scored visits |
| Pass rate | 33.3% | – | – | 1 of 3 scored |
| Visits | 3 | +3 | +3 | 0 unplanned |
| Plan completed | 75.0% | – | – | 3 of 4 planned |
| Shops visited | 75.0% | – | – | 3 of 4 open shops |
| Issues raised | 5 | – | – | 5 open, 5 overdue |
| Issues closed | 0.0% | – | – | 0 of 5 closed |
| Closed on time | 0.0% | – | – | 0 of 5 due by now |

\## Highlights and suggestions

| Suggestions | What to do |
| --- | --- |
| 5 of 5 open issues are overdue. | Remind the owners, the most urgent first. |
| All ingredients are within date: critical, failed in 1 of 3 answers. | Check it in every visit until it passes. |

\## Plan and coverage

3 of 4 open shops were visited at least once (75.0%).

| Planned visits | Visits | Share |
| --- | ---: | ---: |
| Planned | 4 | 100.0% |
| Done in time | 3 | 75.0% |
| Done late | 0 | 0.0% |
| Still open | 1 | 25.0% |
| Missed | 0 | 0.0% |
| Cancelled | 0 |  |
| Unplanned | 0 |  |

\## Scores and grades

The mean of visits counts each scored visit once; pooled points are all points got, of all that could be got. Visits without a score and incomplete ones enter neither.

| Figure | Value | Basis |
| --- | ---: | --- |
| Mean of visits | 56.7% |  |
| Pooled points | 58.6% |  |
| Pass rate | 33.3% | 1 of 3 scored |
| Scored visits | 100.0% | 3 of 3 visits |

| Grade | Visits | Share |
| --- | ---: | ---: |
| A | 1 | 33.3% |
| B | 0 | 0.0% |
| C | 2 | 66.7% |

| Verdict | Visits | Share |
| --- | ---: | ---: |
| passed | 1 | 33.3% |
| failed | 1 | 33.3% |
| gate failed | 1 | 33.3% |

\## Trend

| Month | Visits | Mean score | A | B | C |
| --- | ---: | ---: | ---: | ---: | ---: |
| 2025-11 | 0 | – | 0 | 0 | 0 |
| 2025-12 | 0 | – | 0 | 0 | 0 |
| 2026-01 | 0 | – | 0 | 0 | 0 |
| 2026-02 | 0 | – | 0 | 0 | 0 |
| 2026-03 | 0 | – | 0 | 0 | 0 |
| 2026-04 | 0 | – | 0 | 0 | 0 |
| 2026-05 | 0 | – | 0 | 0 | 0 |
| 2026-06 | 0 | – | 0 | 0 | 0 |
| 2026-07 | 0 | – | 0 | 0 | 0 |
| 2026-08 | 0 | – | 0 | 0 | 0 |
| 2026-09 | 0 | – | 0 | 0 | 0 |
| 2026-10 | 0 | – | 0 | 0 | 0 |
| 2026-11 | 3 | 56.7% | 1 | 0 | 2 |

\## Regions

| Region | Shops | Plan done | Visits | Mean | Passed | Issues | Overdue |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 上海市 | 2 | 100.0% | 2 | 72.0% | 50.0% | 2 | 2 |
| 浙江省 | 2 | 50.0% | 1 | 26.0% | 0.0% | 3 | 3 |

\## Sections by region

**Tea shop patrol**

| Region | Food safety | Service and surroundings |
| --- | ---: | ---: |
| 上海市 | 66.7% | 80.0% |
| 浙江省 | 30.0% | 20.0% |

\## Best and worst shops

**Highest scores**

| Shop | Mean | Grade | Open issues | Visits | Region | Code |
| --- | ---: | --- | ---: | ---: | --- | --- |
| 静安寺店 | 100.0% | A | 0 | 1 | 上海市 / 上海市 | S001 |
| 五角场店 | 44.0% | C | 2 | 1 | 上海市 / 上海市 | S002 |
| 西湖银泰店 | 26.0% | C | 3 | 1 | 浙江省 / 杭州市 | S003 |

**Lowest scores**

| Shop | Mean | Grade | Open issues | Visits | Region | Code |
| --- | ---: | --- | ---: | ---: | --- | --- |
| 西湖银泰店 | 26.0% | C | 3 | 1 | 浙江省 / 杭州市 | S003 |
| 五角场店 | 44.0% | C | 2 | 1 | 上海市 / 上海市 | S002 |
| 静安寺店 | 100.0% | A | 0 | 1 | 上海市 / 上海市 | S001 |

\## Items that failed most

5 answers failed in this period; the shares are of these.

| Item | Failed | Failure rate | Partial | Share | Cumulative | Critical | Section |
| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |
| All ingredients are within date | 1 | 33.3% | 0 | 20.0% | 20.0% | critical | Food safety |
| Opened ingredients carry a label | 1 | 33.3% | 1 | 20.0% | 40.0% |  | Food safety |
| Temperature of the refrigerator | 1 | 50.0% | 0 | 20.0% | 60.0% |  | Food safety |
| The hall is clean | 1 | 33.3% | 1 | 20.0% | 80.0% |  | Service and surroundings |
| State of the equipment | 1 | 33.3% | 1 | 20.0% | 100.0% |  | Service and surroundings |

\## Issues

5 issues were raised in this period. On 2026-11-30, 5 were open, whenever raised; 5 of these were overdue.

| Status | Issues | Share |
| --- | ---: | ---: |
| open | 5 | 100.0% |

| Category | Issues | Share |
| --- | ---: | ---: |
| execution | 4 | 80.0% |
| resource | 1 | 20.0% |

| Urgency | Issues | Share |
| --- | ---: | ---: |
| critical | 1 | 20.0% |
| high | 1 | 20.0% |
| medium | 3 | 60.0% |

| Open, overdue for | Issues | Share |
| --- | ---: | ---: |
| not due yet | 0 | 0.0% |
| 1 to 7 days | 0 | 0.0% |
| 8 to 30 days | 5 | 100.0% |
| 31 to 90 days | 0 | 0.0% |
| more than 90 days | 0 | 0.0% |

\## Overdue issues

| Issue | Days | Shop | What is wrong | Urgency | Owner | Due | Status | Category |
| --- | ---: | --- | --- | --- | --- | --- | --- | --- |
| 2B6E8 | 24 | 五角场店 | Temperature of the refrigerator | high | nobody yet | 2026-11-06 | open | resource |
| 4KRXA | 24 | 西湖银泰店 | All ingredients are within date | critical | nobody yet | 2026-11-06 | open | execution |
| 4W5W5 | 19 | 五角场店 | Opened ingredients carry a label | medium | nobody yet | 2026-11-11 | open | execution |
| AHJ5N | 18 | 西湖银泰店 | State of the equipment | medium | nobody yet | 2026-11-12 | open | execution |
| GTFPK | 18 | 西湖银泰店 | The hall is clean | medium | nobody yet | 2026-11-12 | open | execution |

\## Rectification

Of the issues raised in this period, without the cancelled ones and duplicates.

| Figure | Value | Basis |
| --- | ---: | --- |
| Issues closed | 0.0% | 0 of 5 closed |
| Closed on time | 0.0% | 0 of 5 due by now |
| Accepted at once | – | 0 of 0 accepted |
| Median time to close | – |  |
| 90% closed within | – |  |
| Closed in this period | 0 | whenever raised |
$ dudao report month 2026-11 --json | cut -c 1-400
{"schema_version":1,"report":"month","month":"2026-11","period":{"text":"2026-11","first":"2026-11-01","last":"2026-11-30"},"today":"2026-11-30","made_at":"2026-11-30T10:00:00Z","timezone":"Asia/Shanghai","chain":"鲜果时光","scope":null,"units":{"kind":null,"ownership":null,"status":null,"tag":null,"supervisor":null},"organised_on":"2026-11-30","remarks":[{"name":"overdue_many","rule":"overdue
$ dudao report month 2026-11 -o a.html -o a.md -o a.json -o a.txt
! written: a.html
! written: a.md
! written: a.json
! written: a.txt
$ for format in html md json; do dudao report month 2026-11 --format $format | cmp - a.$format; done
$ dudao --lang zh-CN report month 2026-11 --region 浙江省 --format md | sed -n '1,20p'
\# 2026年11月督导月报

- **品牌** 鲜果时光
- **范围** 浙江省
- **数据截至** 2026-11-30
- **生成时间** 2026-11-30 18:00 (Asia/Shanghai)

\## 核心指标

| 指标 | 本月 | 较上月 | 较去年同期 | 说明 |
| --- | ---: | ---: | ---: | --- |
| 平均得分率 | 26.0% | – | – | 有效评分 1 次 |
| 合格率 | 0.0% | – | – | 1 次评分，0 次合格 |
| 巡检次数 | 1 | +1 | +1 | 其中计划外 0 次 |
| 计划完成率 | 50.0% | – | – | 计划 2 次，完成 1 次 |
| 门店覆盖率 | 50.0% | – | – | 营业 2 家，巡到 1 家 |
| 新增问题 | 3 | – | – | 未销号 3 项，逾期 3 项 |
| 整改完成率 | 0.0% | – | – | 应整改 3 项，已销号 0 项 |
| 整改及时率 | 0.0% | – | – | 到期 3 项，按期销号 0 项 |

# The web page needs nothing from elsewhere, and runs nothing.
$ grep -c -e '<script' -e 'src="http' -e 'href="http' a.html
0
[1]
$ grep -o '<html[^>]*>' a.html; dudao --lang zh-TW report month 2026-11 --format html | grep -o '<html[^>]*>'
<html lang="en">
<html lang="zh-TW">
$ LC_ALL=zh_CN.UTF-8 dudao report month 2026-11 --json | cmp - a.json
# A month without visits has a report, too.
$ dudao report month 2026-10 --format md | head -12
\# Monthly supervision report, October 2026

- **Chain** 鲜果时光
- **Scope** All shops
- **As of** 2026-11-30
- **Made at** 2026-11-30 18:00 (Asia/Shanghai)

\## Key figures

| Figure | This month | Month before | Year before | Basis |
| --- | ---: | ---: | ---: | --- |
| Mean score | – | – | – | 0 scored visits |
$ dudao report month 2026
! dudao: error E2015: '2026' is not a month
!   Write it as 2026-11, or give a day in it.
[2]
$ dudao report month november
! dudao: error E2015: 'november' is not a month
!   Write it as 2026-11, or give a day in it.
[2]
$ dudao report month 2026-11 -o a.docx
! dudao: error E2014: the name 'a.docx' does not say a format
!   End it with one of .txt, .md, .html, .json, .csv, .xlsx, .pdf.
[2]
$ dudao report month 2026-11 --format docx
! dudao: error E3010: 'docx' is no format
!   Allowed are: text, md, html, json, xlsx, csv, csv-excel, pdf.
[2]
$ dudao report month 2026-11 -o nowhere/a.md
! dudao: error E6050: 'nowhere/a.md' cannot be written: No such file or directory
!   Check permissions and free space.
[6]
$ dudao report month 2026-11 --region 四川省
! dudao: error E3030: there is no store '四川省'
!   dudao store list shows them.
[3]
# For scripts: all regions in one pass, with a page that leads to them; limits that figures must not meet.
$ dudao report month 2026-11 --each region --formats html,json,xlsx
! dudao: error E2018: several reports need a folder
!   Name it with one -o DIR.
[2]
$ dudao report month 2026-11 --each region --formats html,json,xlsx -o out/
! written: 9 reports in out/
$ ls out
2026-11-上海市.html
2026-11-上海市.json
2026-11-上海市.xlsx
2026-11-浙江省.html
2026-11-浙江省.json
2026-11-浙江省.xlsx
2026-11.html
2026-11.json
2026-11.xlsx
index.html
$ dudao report month 2026-11 --region 浙江省 --json | cmp - out/2026-11-浙江省.json
$ grep -o '<tr><th.*</tr>' out/index.html
<tr><th scope="col" class="text">Region</th><th scope="col" class="right">Shops</th><th scope="col" class="right">Plan done</th><th scope="col" class="right">Visits</th><th scope="col" class="right">Mean</th><th scope="col" class="right">Passed</th><th scope="col" class="right">Issues</th><th scope="col" class="right">Overdue</th><th scope="col" class="text">Reports</th></tr>
<tr><th scope="row" class="text">All shops</th><td class="right">4</td><td class="right">75.0%</td><td class="right">3</td><td class="right bad">56.7%</td><td class="right">33.3%</td><td class="right">5</td><td class="right">5</td><td class="files"><a href="2026-11.html">html</a> <a href="2026-11.json">json</a> <a href="2026-11.xlsx">xlsx</a> </td></tr>
<tr><th scope="row" class="text">上海市</th><td class="right">2</td><td class="right">100.0%</td><td class="right">2</td><td class="right warn">72.0%</td><td class="right">50.0%</td><td class="right">2</td><td class="right">2</td><td class="files"><a href="2026-11-%E4%B8%8A%E6%B5%B7%E5%B8%82.html">html</a> <a href="2026-11-%E4%B8%8A%E6%B5%B7%E5%B8%82.json">json</a> <a href="2026-11-%E4%B8%8A%E6%B5%B7%E5%B8%82.xlsx">xlsx</a> </td></tr>
<tr><th scope="row" class="text">浙江省</th><td class="right">2</td><td class="right">50.0%</td><td class="right">1</td><td class="right bad">26.0%</td><td class="right">0.0%</td><td class="right">3</td><td class="right">3</td><td class="files"><a href="2026-11-%E6%B5%99%E6%B1%9F%E7%9C%81.html">html</a> <a href="2026-11-%E6%B5%99%E6%B1%9F%E7%9C%81.json">json</a> <a href="2026-11-%E6%B5%99%E6%B1%9F%E7%9C%81.xlsx">xlsx</a> </td></tr>
$ grep -o 'href="[^"]*"' out/index.html | head -3
href="2026-11.html"
href="2026-11.json"
href="2026-11.xlsx"
$ dudao report month 2026-11 --json --fail-on 'overdue > 5' --fail-on 'coverage<75' | cmp - out/2026-11.json
$ dudao report month 2026-11 --each region -o out --fail-on 'overdue>0' --fail-on 'mean<50'
! written: 3 reports in out
! All shops: overdue is 5 (overdue>0)
! 上海市: overdue is 2 (overdue>0)
! 浙江省: overdue is 3 (overdue>0)
! 浙江省: mean is 26 (mean<50)
[1]
$ dudao report month 2026-11 --fail-on 'overdue'
! dudao: error E2017: 'overdue' sets no limit
!   Write a figure, one of > >= < <= and a number: overdue>0.
[2]
$ dudao report month 2026-11 --fail-on 'lateness>1'
! dudao: error E3010: 'lateness' is no figure
!   Allowed are: visits, mean, passed, coverage, units, missed, late, incomplete, raised, open, overdue, closed, on_time, first_pass.
[2]
$ "$FIXTURES/../../../examples/schedule/dudao-month" . later 2026-11
! written: 9 reports in later
! All shops: overdue is 5 (overdue>0)
! All shops: coverage is 75 (coverage<95)
! 上海市: overdue is 2 (overdue>0)
! 浙江省: overdue is 3 (overdue>0)
! 浙江省: coverage is 50 (coverage<95)
[1]
$ ls later | wc -l
10
