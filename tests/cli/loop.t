# The whole loop of a small chain, from the store list to the monthly report.
$ export DUDAO_SEED=1 DUDAO_DEVICE=D1 DUDAO_NOW='2026-11-01 09:00'
$ dudao --actor admin init shop --name 鲜果时光 && cd shop
workspace $WORK/shop is ready; admin may do everything in it
$ dudao --actor admin people import "$FIXTURES/people.csv"
8 rows: 8 added, 0 changed, 0 unchanged, 0 rejected
$ dudao --actor admin store import "$FIXTURES/stores.csv"
4 rows: 4 added, 0 changed, 0 unchanged, 0 rejected
! 5 regions were made, such as 上海市
$ dudao --actor admin checklist publish "$FIXTURES/tea.yaml"
tea@1 published: 茶饮店巡检表, 5 items
! department 工程部 did not exist and was made
! department 运营部 did not exist and was made
# Plan: the author cannot approve, and the chain of approvers is kept.
$ dudao --actor M01 plan create 2026-11 --checklist tea --title 11月巡检
C09NP 2026-11 11月巡检: draft
$ dudao --actor M01 plan generate 2026-11
4 stores: 4 visits added, 0 were there already
$ dudao --actor M01 plan generate 2026-11
4 stores: 0 visits added, 4 were there already
$ dudao --actor M01 plan submit 2026-11
C09NP 2026-11 11月巡检: submitted
$ dudao --actor M01 plan approve 2026-11
! dudao: error E4006: M01 wrote this plan and cannot approve it
!   Someone else must approve it.
[4]
$ dudao --actor M02 plan approve 2026-11 --note 同意
C09NP 2026-11 11月巡检: submitted
$ dudao --actor A01 plan approve 2026-11
C09NP 2026-11 11月巡检: approved
$ dudao --actor M01 plan publish 2026-11
C09NP 2026-11 11月巡检: published
# Inspect: three shops by a list, one in a round whose keys come through a pipe.
$ export DUDAO_NOW='2026-11-06 08:00'
$ dudao --actor Y01 inspect import "$FIXTURES/answers.csv" --checklist tea
3 rows: 3 visits added, 0 unchanged, 0 rows rejected
15 answers, 5 issues raised, 3 planned visits fulfilled, 0 visits incomplete
! answers without a photo or file: 1
$ dudao --actor Y01 inspect import "$FIXTURES/answers.csv" --checklist tea
3 rows: 0 visits added, 3 unchanged, 0 rows rejected
15 answers, 0 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ export DUDAO_NOW='2026-11-07 10:00'
$ printf 'ppp4.5\n42y' | sed 's/ppp/pp/' | dudao --actor Z02 inspect start S004 | tail -4
5 of 5 answered · 88.0%
  nothing is open
  y submit, b back, g go to an item, q quit and keep
\> submitted as 96MTB: 88.0%, passed, B; 0 issues raised
$ dudao inspect list --json
{"schema_version":1,"inspections":[{"id":"01M6SVQV808KQ8GCSZETG96MTB","unit":"S004","unit_name":"宁波天一店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-07T02:00:00Z","day":"2026-11-07","inspector":"Z02","score":22,"max_score":25,"percentage":88,"grade":"B","verdict":"passed","planned":true,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Z02","results":"PPP4b"},{"id":"01M6MMC0H0G3CQF7ADFP3J0YTK","unit":"S003","unit_name":"西湖银泰店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-05T01:15:00Z","day":"2026-11-05","inspector":"Z02","score":5,"max_score":20,"percentage":26,"grade":"C","verdict":"gate_failed","planned":true,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Y01","results":"FMN2c"},{"id":"01M6JM02J0NTXQVCSD9W7ZDP2K","unit":"S002","unit_name":"五角场店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-04T06:30:00Z","day":"2026-11-04","inspector":"Z01","score":11,"max_score":25,"percentage":44,"grade":"C","verdict":"failed","planned":true,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Y01","results":"PFF3b"},{"id":"01M6FJ4Z80QQ0C7T6W7FZY1AXH","unit":"S001","unit_name":"静安寺店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-03T02:00:00Z","day":"2026-11-03","inspector":"Z01","score":25,"max_score":25,"percentage":100,"grade":"A","verdict":"passed","planned":true,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Y01","results":"PPP5a"}],"truncated":false}
$ dudao plan show 2026-11
Plan              01M6A9XNM0QTKXBDH8BQHC09NP
Title             11月巡检
Kind              visit
Period            2026-11
Status            published
Author            M01
Checklist         tea
Unplanned visits  0

Progress
Supervisor  Planned  Done  Late  Open  Missed    Rate
----------  -------  ----  ----  ----  ------  ------
Z01               2     2     0     0       0  100.0%
Z02               2     2     0     0       0  100.0%
All               4     4     0     0       0  100.0%

History
When              Who   What       Note
----------------  ----  ---------  ----
2026-11-01 09:00  王芳  submitted
2026-11-01 09:00  刘洋  approved   同意
2026-11-01 09:00  陈静  approved
2026-11-01 09:00  王芳  published
$ dudao issue list
Id     Due         Urgency   Status  Store            What is wrong
-----  ----------  --------  ------  ---------------  ------------------
2B6E8  2026-11-06  high      open    S002 五角场店    冷藏柜温度
4KRXA  2026-11-06  critical  open    S003 西湖银泰店  原料全部在有效期内
4W5W5  2026-11-11  medium    open    S002 五角场店    开封原料贴效期标签
AHJ5N  2026-11-12  medium    open    S003 西湖银泰店  设备状况
GTFPK  2026-11-12  medium    open    S003 西湖银泰店  大厅清洁
# Rectify: whoever did the work cannot accept it; a rejection leads to a new plan.
$ export DUDAO_NOW='2026-11-08 09:00'
$ id() { dudao issue list --all --store "$1" --json | tr '{' '\n' | sed -n 's/^"id":"[0-9A-Z]*\([0-9A-Z]\{5\}\)".*"item":"'"$2"'".*/\1/p'; }
$ issue=$(id S002 F03)
$ dudao --actor H002 rectify plan "$issue" --measure 更换密封条 --owner H002 --by 2026-11-09
2B6E8 S002 冷藏柜温度: planned
$ dudao --actor H002 rectify progress "$issue" --percent 50 --note 配件已到
2B6E8 S002 冷藏柜温度: in progress
$ dudao --actor H002 rectify submit "$issue" --note 温度正常
2B6E8 S002 冷藏柜温度: submitted
$ dudao --actor H002 rectify accept "$issue"
! dudao: error E4009: H002 may not judge rectifications
!   People with one of these roles may: supervisor, manager, approver.
[4]
$ dudao --actor Z01 rectify reject "$issue" --reason 复查仍超标
2B6E8 S002 冷藏柜温度: rejected
$ dudao --actor H002 rectify plan "$issue" --measure 更换压缩机 --owner H002 --by 2026-11-10
2B6E8 S002 冷藏柜温度: planned
$ dudao --actor H002 rectify submit "$issue"
2B6E8 S002 冷藏柜温度: submitted
$ dudao --actor M01 rectify accept "$issue" --note 现场合格
2B6E8 S002 冷藏柜温度: accepted
$ dudao issue show "$issue"
Issue           01M6JM02J0GVKN67NMS0M2B6E8
What is wrong   Temperature of the refrigerator
Store           S002 五角场店
Status          accepted
Urgency         high
Category        resource
Department      工程部
Responsibility  proposed
Raised          2026-11-04  Z01
Due             2026-11-06
Owner           H002
Measure         更换压缩机
Measure due     2026-11-10
Cycle           2
Checklist item  tea F03
Visit           01M6JM02J0NTXQVCSD9W7ZDP2K

History
When              Who   What        Note
----------------  ----  ----------  -----------------
2026-11-08 09:00  周强  planned     更换密封条 (H002)
2026-11-08 09:00  周强  progressed  50% 配件已到
2026-11-08 09:00  周强  submitted   温度正常
2026-11-08 09:00  张伟  rejected    复查仍超标
2026-11-08 09:00  周强  planned     更换压缩机 (H002)
2026-11-08 09:00  周强  submitted
2026-11-08 09:00  王芳  accepted    现场合格
$ dudao issue list --overdue
Id     Due         Urgency   Status  Store            What is wrong
-----  ----------  --------  ------  ---------------  ------------------
4KRXA  2026-11-06  critical  open    S003 西湖银泰店  原料全部在有效期内
# Report.
$ export DUDAO_NOW='2026-11-30 18:00'
$ dudao --lang en report month 2026-11
鲜果时光
Monthly supervision report, November 2026
================================================================================
Scope    All shops
As of    2026-11-30
Made at  2026-11-30 18:00 (Asia/Shanghai)

Key figures
===========

Figure          This month  Month before  Year before  Basis
--------------  ----------  ------------  -----------  -----------------
Mean score           64.5%             -            -  4 scored visits
Pass rate            50.0%             -            -  2 of 4 scored
Visits                   4            +4           +4  0 unplanned
Plan completed      100.0%             -            -  4 of 4 planned
Shops visited       100.0%             -            -  4 of 4 open shops
Issues raised            5             -            -  4 open, 4 overdue
Issues closed        20.0%             -            -  1 of 5 closed
Closed on time        0.0%             -            -  0 of 5 due by now

Highlights and suggestions
==========================

Highlights
- All 4 planned visits were made.

Suggestions
- All ingredients are within date: critical, failed in 1 of 4 answers. Check it
in every visit until it passes.

Plan and coverage
=================
4 of 4 open shops were visited at least once (100.0%).

Planned visits  Visits   Share
--------------  ------  ------  -------------
Planned              4  100.0%  █████████████
Done in time         4  100.0%  █████████████
Done late            0    0.0%
Still open           0    0.0%
Missed               0    0.0%
Cancelled            0
Unplanned            0

Scores and grades
=================
The mean of visits counts each scored visit once; pooled points are all points
got, of all that could be got. Visits without a score and incomplete ones enter
neither.

Figure           Value  Basis
--------------  ------  -------------
Mean of visits   64.5%
Pooled points    66.3%
Pass rate        50.0%  2 of 4 scored
Scored visits   100.0%  4 of 4 visits

Grade  Visits  Share
-----  ------  -----  -------
A           1  25.0%  ███▎
B           1  25.0%  ███▎
C           2  50.0%  ██████▌

Verdict      Visits  Share
-----------  ------  -----  -------
passed            2  50.0%  ██████▌
failed            1  25.0%  ███▎
gate failed       1  25.0%  ███▎

Trend
=====

Figure      2025-11 to 2026-11  Lowest  Highest  This month
----------  ------------------  ------  -------  ----------
Mean score              ▄        64.5%    64.5%       64.5%
Visits      ▁▁▁▁▁▁▁▁▁▁▁▁█            0        4           4

Regions
=======

Region  Shops  Plan done  Visits   Mean  Passed  Issues  Overdue
------  -----  ---------  ------  -----  ------  ------  -------
上海市      2     100.0%       2  72.0%   50.0%       2        1
浙江省      2     100.0%       2  57.0%   50.0%       3        3

Sections by region
==================

Tea shop patrol

Region  Food safety  Service and surroundings
------  -----------  ------------------------
上海市        66.7%                     80.0%
浙江省        72.0%                     45.0%

Best and worst shops
====================

Highest scores

Shop          Mean  Grade  Open issues  Visits  Region           Code
----------  ------  -----  -----------  ------  ---------------  ----
静安寺店    100.0%  A                0       1  上海市 / 上海市  S001
宁波天一店   88.0%  B                0       1  浙江省 / 宁波市  S004
五角场店     44.0%  C                1       1  上海市 / 上海市  S002
西湖银泰店   26.0%  C                3       1  浙江省 / 杭州市  S003

Lowest scores

Shop          Mean  Grade  Open issues  Visits  Region           Code
----------  ------  -----  -----------  ------  ---------------  ----
西湖银泰店   26.0%  C                3       1  浙江省 / 杭州市  S003
五角场店     44.0%  C                1       1  上海市 / 上海市  S002
宁波天一店   88.0%  B                0       1  浙江省 / 宁波市  S004
静安寺店    100.0%  A                0       1  上海市 / 上海市  S001

Items that failed most
======================
5 answers failed in this period; the shares are of these.

Item                Failed  Share  Cumulative  Critical  Section
------------------  ------  -----  ----------  --------  --------  -------------
All ingredients a…       1  20.0%       20.0%  critical  Food sa…  █████████████
Opened ingredient…       1  20.0%       40.0%            Food sa…  █████████████
Temperature of th…       1  20.0%       60.0%            Food sa…  █████████████
The hall is clean        1  20.0%       80.0%            Service…  █████████████
State of the equi…       1  20.0%      100.0%            Service…  █████████████

Issues
======
5 issues were raised in this period. On 2026-11-30, 4 were open, whenever
raised; 4 of these were overdue.

Status    Issues  Share
--------  ------  -----  -----------
open           4  80.0%  ██████████▍
accepted       1  20.0%  ██▋

Category   Issues  Share
---------  ------  -----  -----------
execution       4  80.0%  ██████████▍
resource        1  20.0%  ██▋

Urgency   Issues  Share
--------  ------  -----  --------
critical       1  20.0%  ██▋
high           1  20.0%  ██▋
medium         3  60.0%  ███████▊

Open, overdue for  Issues   Share
-----------------  ------  ------  -------------
not due yet             0    0.0%
1 to 7 days             0    0.0%
8 to 30 days            4  100.0%  █████████████
31 to 90 days           0    0.0%
more than 90 days       0    0.0%

Overdue issues
==============

Issue  Days  Shop        What is wrong          Urgency   Owner       Due
-----  ----  ----------  ---------------------  --------  ----------  ----------
4KRXA    24  西湖银泰店  All ingredients are …  critical  nobody yet  2026-11-06
4W5W5    19  五角场店    Opened ingredients c…  medium    nobody yet  2026-11-11
AHJ5N    18  西湖银泰店  State of the equipme…  medium    nobody yet  2026-11-12
GTFPK    18  西湖银泰店  The hall is clean      medium    nobody yet  2026-11-12

Rectification
=============
Of the issues raised in this period, without the cancelled ones and duplicates.

Figure                  Value  Basis
---------------------  ------  -----------------
Issues closed           20.0%  1 of 5 closed
Closed on time           0.0%  0 of 5 due by now
Accepted at once         0.0%  0 of 1 accepted
Median time to close   4 days
90% closed within      4 days
Closed in this period       1  whenever raised
$ dudao report month 2026-11 -o november.html -o november.md -o november.json
! written: november.html
! written: november.md
! written: november.json
$ head -3 november.md; grep -c '<svg' november.html; grep -o '"schema_version":[0-9]*' november.json
\# Monthly supervision report, November 2026

- **Chain** 鲜果时光
20
"schema_version":1
$ dudao db verify
19 entries and 117 rows are as they were written
chain head D1:19 57ff65d28ada9586e505fc5378e201c8dc1dbc00280514b5e0460261abffbf61
! without --head it cannot be excluded that the last entries were cut off
