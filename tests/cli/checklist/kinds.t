# Items that are counted, walked through, timed, asked and written down; conditions; shared answers.
$ . "$FIXTURES/shop.sh"
$ cat > kinds.yaml <<END
> code: kinds
> version: "1"
> title: 全部题型
> response_sets:
>   clean:
>     - {value: good, label: 洁净, result: pass}
>     - {value: fair, label: 一般, result: partial, share: 50}
>     - {value: bad, label: 脏污, result: fail}
> sections:
>   - id: A
>     title: 现场
>     items:
>       - {id: T1, text: 冷柜温度, type: number, unit: ℃, accept: {min: 0, max: 5}, tolerate: {max: 7}, partial_points: 2, points: 4}
>       - {id: T2, text: 超温食材已处理, points: 2, when: {item: T1, is: fail}}
>       - {id: C1, text: 台面, type: choice, options: clean, points: 4}
>       - {id: C2, text: 地面, type: choice, options: clean, points: 4}
>       - id: V1
>         text: 虫害迹象
>         type: choices
>         points: 6
>         options:
>           - {value: droppings, label: 鼠粪, result: fail, deduct: 6}
>           - {value: flies, label: 飞虫, result: partial, deduct: 2}
>           - {value: gaps, label: 门缝过大, result: partial, deduct: 1}
>       - {id: P1, text: 抽查 20 张价签的差错数, type: count, points: 5, deduct: {per: 2, most: 4}}
>   - id: B
>     title: 服务
>     when: {unit: kind, is: store}
>     items:
>       - {id: S1, text: 迎宾问候, type: step, points: 3, partial_points: 1}
>       - {id: W1, text: 出杯时间, type: stopwatch, standard: 90, samples: 2, slow_to: 120, partial_points: 2, points: 5}
>       - id: K1
>         text: 食安抽问
>         type: knowledge
>         ask: 2
>         points: 4
>         questions: [{text: 生熟为何分开}, {text: 效期标签写什么}, {text: 几度以下冷藏}]
>       - {id: N1, text: 店长意见, type: text, required: false}
>       - {id: D1, text: 上次消杀日期, type: date, required: false}
>       - {id: H1, text: 闭店时间, type: time, required: false}
>       - {id: G1, text: 门头照片, type: photo, required: false}
>       - {id: G2, text: 店长签字, type: signature, required: false}
> END
$ dudao checklist lint kinds.yaml
! kinds.yaml: no errors
$ dudao checklist publish kinds.yaml
kinds@1 published: 全部题型, 14 items
$ dudao checklist try kinds.yaml --rest P T1=6 C1=fair C2=洁净 'V1=flies;gaps' P1=1 S1=M 'W1=80;1:50' K1=1 N1=好 D1=2026-11-01 H1=22:30
Checklist  kinds@1
Scoring    points

Sections
Section  Points  Of  Share  Counts for
-------  ------  --  -----  ----------
现场         14  23  60.9%       65.71
服务          5  12  41.7%       34.29

Where points went
Item  What to look at         Answer        Points   Cost
----  ----------------------  -------  -----------  -----
T1    冷柜温度                partial          2/4  -5.71
T2    超温食材已处理          hidden   not counted
C1    台面                    partial          2/4  -5.71
V1    虫害迹象                partial          3/6  -8.57
P1    抽查 20 张价签的差错数  fail             3/5  -5.71
S1    迎宾问候                partial          1/3  -5.71
W1    出杯时间                partial          2/5  -8.57
K1    食安抽问                fail             2/4  -5.71

Result
Before gates and rounding  54.2857%
Percentage                 54.3%
Verdict                    passed
# A condition shows an item only where it is asked for.
$ dudao checklist try kinds.yaml T1=8 C1=good C2=good V1=none P1=0 S1=P 'W1=60;70' K1=2 --json | grep -o '"item":"T2","result":"[a-z_]*"'
"item":"T2","result":"not_checked"
$ dudao checklist try kinds.yaml T1=4 C1=good C2=good V1=none P1=0 S1=P 'W1=60;70' K1=2 --json | grep -o '"item":"T2","result":"[a-z_]*"'
"item":"T2","result":"hidden"
# What is no answer to them.
$ dudao checklist try kinds.yaml V1=mice
! dudao: error E3020: 'mice' is no answer to V1
!   Allowed are: droppings, flies, gaps, none, N.
[2]
$ dudao checklist try kinds.yaml P1=-1
! dudao: error E3020: '-1' is no answer to P1
!   Allowed are: 0 …, N.
[2]
$ dudao checklist try kinds.yaml W1=80
! dudao: error E3020: '80' is no answer to W1
!   Allowed are: 95; 102, N.
[2]
$ dudao checklist try kinds.yaml K1=3
! dudao: error E3020: '3' is no answer to K1
!   Allowed are: 0 … 2, N.
[2]
$ dudao checklist try kinds.yaml D1=soon
! dudao: error E3020: 'soon' is no answer to D1
!   Allowed are: 2026-11-05, N.
[2]
$ dudao checklist try kinds.yaml H1=25:00
! dudao: error E3020: '25:00' is no answer to H1
!   Allowed are: 22:30, N.
[2]
# Answers from elsewhere.
$ cat > kinds.csv <<END
> 门店编号,检查时间,检查人,T1,T2,C1,C2,V1,P1,S1,W1,K1,N1,D1,H1,G1,G2
> S001,2026-11-03 10:00,Z01,8,P,good,fair,none,3,P,80;85,2,人手不足,2026-11-01,22:30,√,√
> S002,2026-11-03 10:00,Z01,4,F,洁净,bad,flies;gaps,0,M,95;130,1,,,,,
> END
$ dudao inspect import kinds.csv --checklist kinds
2 rows: 2 visits added, 0 unchanged, 0 rows rejected
23 answers, 0 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ dudao inspect import kinds.csv --checklist kinds
2 rows: 0 visits added, 2 unchanged, 0 rows rejected
23 answers, 0 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ dudao inspect list --checklist kinds
Id     Day         Store          Checklist  Inspector  Score  Verdict
-----  ----------  -------------  ---------  ---------  -----  -------
KKT4V  2026-11-03  S002 五角场店  kinds      张伟       60.0%  passed
F03AQ  2026-11-03  S001 静安寺店  kinds      张伟       73.0%  passed
$ dudao inspect show "$(visit_of S001)" --json | tr '{' '\n' | grep -o '"item":"[A-Z0-9]*","answer":[^}]*'
"item":"T1","answer":"8","result":"fail","points":0,"max_points":4,"value":8,"remark":null,"evidence":[],"issue":null
"item":"T2","answer":"P","result":"pass","points":2,"max_points":2,"value":null,"remark":null,"evidence":[],"issue":null
"item":"C1","answer":"good","result":"pass","points":4,"max_points":4,"value":null,"remark":null,"evidence":[],"issue":null
"item":"C2","answer":"fair","result":"partial","points":2,"max_points":4,"value":null,"remark":null,"evidence":[],"issue":null
"item":"V1","answer":"none","result":"pass","points":6,"max_points":6,"value":null,"remark":null,"evidence":[],"issue":null
"item":"P1","answer":"3","result":"fail","points":1,"max_points":5,"value":null,"remark":null,"evidence":[],"issue":null
"item":"S1","answer":"P","result":"pass","points":3,"max_points":3,"value":null,"remark":null,"evidence":[],"issue":null
"item":"W1","answer":"80;85","result":"pass","points":5,"max_points":5,"value":82.5,"remark":null,"evidence":[],"issue":null
"item":"K1","answer":"2","result":"pass","points":4,"max_points":4,"value":null,"remark":null,"evidence":[],"issue":null
"item":"N1","answer":"人手不足","result":"pass","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"D1","answer":"2026-11-01","result":"pass","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"H1","answer":"22:30","result":"pass","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"G1","answer":"P","result":"pass","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"G2","answer":"P","result":"pass","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
$ dudao inspect show "$(visit_of S002)" --json | tr '{' '\n' | grep -o '"item":"[A-Z0-9]*","answer":[^}]*'
"item":"T1","answer":"4","result":"pass","points":4,"max_points":4,"value":4,"remark":null,"evidence":[],"issue":null
"item":"T2","answer":".","result":"hidden","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"C1","answer":"good","result":"pass","points":4,"max_points":4,"value":null,"remark":null,"evidence":[],"issue":null
"item":"C2","answer":"bad","result":"fail","points":0,"max_points":4,"value":null,"remark":null,"evidence":[],"issue":null
"item":"V1","answer":"flies;gaps","result":"partial","points":3,"max_points":6,"value":null,"remark":null,"evidence":[],"issue":null
"item":"P1","answer":"0","result":"pass","points":5,"max_points":5,"value":null,"remark":null,"evidence":[],"issue":null
"item":"S1","answer":"M","result":"partial","points":1,"max_points":3,"value":null,"remark":null,"evidence":[],"issue":null
"item":"W1","answer":"95;130","result":"partial","points":2,"max_points":5,"value":112.5,"remark":null,"evidence":[],"issue":null
"item":"K1","answer":"1","result":"fail","points":2,"max_points":4,"value":null,"remark":null,"evidence":[],"issue":null
"item":"N1","answer":"-","result":"not_checked","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"D1","answer":"-","result":"not_checked","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"H1","answer":"-","result":"not_checked","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"G1","answer":"-","result":"not_checked","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
"item":"G2","answer":"-","result":"not_checked","points":0,"max_points":0,"value":null,"remark":null,"evidence":[],"issue":null
$ dudao db verify --quiet
6 entries and 160 rows are as they were written
chain head D1:6 bd4c1caf394c7be88e666ff5f2c38a7a9abb1baac233d29b7b069d6d54447225
# In the terminal hidden items are passed over.
$ printf '4\n12flies;gaps\n1\nm80;95\n2人手不足\ns\n22:30\n√\n√\ny' | dudao inspect start S003 --checklist kinds --actor Z01
S003 西湖银泰店 · 全部题型 · 13 items
? for the keys; every answer is kept at once, q goes on another time

\[1/14] 现场 · -
T1 冷柜温度
  number ℃ (0…5)  n na
\>   pass 4

\[3/14] 现场 · 100.0%
C1 台面
  1 洁净  2 一般  3 脏污  n na
\>   pass

\[4/14] 现场 · 100.0%
C2 地面
  1 洁净  2 一般  3 脏污  n na
\>   partial

\[5/14] 现场 · 83.3%
V1 虫害迹象
  droppings 鼠粪  flies 飞虫  gaps 门缝过大  none none of them  n na
\>   partial

\[6/14] 现场 · 72.2%
P1 抽查 20 张价签的差错数
  0… number of defects  n na
\>   fail

\[7/14] 服务 · 69.6%
S1 迎宾问候
  p done  m slow  f omitted  n na
\>   partial

\[8/14] 服务 · 65.4%
W1 出杯时间
  95; 102; 2:05 (×2) ≤ 90 s  n na
\>   pass 87.5

\[9/14] 服务 · 71.0%
K1 食安抽问
  ? 效期标签写什么
  ? 几度以下冷藏
  0–2 value  n na
\>   pass

\[10/14] 服务 · 74.3%
N1 店长意见
  … text  n na
\>   pass

\[11/14] 服务 · 74.3%
D1 上次消杀日期
  2026-11-05 date  n na
\> 
\[12/14] 服务 · 74.3%
H1 闭店时间
  22:30 time  n na
\>   pass

\[13/14] 服务 · 74.3%
G1 门头照片
  … photo  n na
\>   pass

\[14/14] 服务 · 74.3%
G2 店长签字
  … signature  n na
\>   pass

12 of 13 answered · 74.3%
  nothing is open
  y submit, b back, g go to an item, q quit and keep
\> submitted as VNHHS: 74.3%, passed; 0 issues raised
# Mistakes in them.
$ sed -e 's/item: T1, is: fail/item: C1, is: good/' -e 's/unit: kind, is: store/unit: kind, is: shop/' -e 's/options: clean, points: 4}/options: clear, points: 4}/' -e 's/type: text,/type: text, points: 2,/' kinds.yaml > wrong.yaml; dudao checklist lint wrong.yaml
! dudao: wrong.yaml:14:57: error E3177: item 'C1' does not come before what depends on it
!     …食材已处理, points: 2, when: {item: C1, is: good}}
!                                          ^
!   Conditions look at earlier items only: move one of the two.
! dudao: wrong.yaml:15:51: error E3169: there is no response set 'clear'
!     …, text: 台面, type: choice, options: clear, points: 4}
!                                           ^
!   Did you mean 'clean'?
! dudao: wrong.yaml:16:51: error E3169: there is no response set 'clear'
!     …, text: 地面, type: choice, options: clear, points: 4}
!                                           ^
!   Did you mean 'clean'?
! dudao: wrong.yaml:28:28: error E3010: 'shop' is no unit kind
!         when: {unit: kind, is: shop}
!                                ^
!   Allowed are: store, department, warehouse, project, online, branch, region, headquarters.
! dudao: wrong.yaml:38:42: error E3151: key 'points' does not belong to an item of type 'text'
!     …{id: N1, text: 店长意见, type: text, points: 2, required: false}
!                                           ^
!   Remove the key, or change the type.
! dudao: wrong.yaml:6:5: warning E3196: no item uses the response set 'clean'
!         - {value: good, label: 洁净, result: pass}
!         ^
!   Remove it, or name it in the options of an item.
[3]
$ sed 's/is: fail}}/is: [fail, partial]}}/' kinds.yaml > wider.yaml; dudao checklist diff kinds.yaml wider.yaml
Change   Where    Key   Before                 After                     Affects
-------  -------  ----  ---------------------  ------------------------  -------
changed  item T2  when  (item "T1" is "fail")  (item "T1" is "fail" "p…  score
scores are not comparable: a trend breaks here
[1]
# A section that is gone through once for each thing: three cabinets, two of at most six employees.
$ dudao checklist lint "$FIXTURES/cabinets.yaml"
! $FIXTURES/cabinets.yaml: no errors
# More were asked than the list has parts for; nothing assessed is no score of 0.
$ dudao checklist try "$FIXTURES/cabinets.yaml" S.n=9
! dudao: error E3020: '9' is no answer to S.n
!   Allowed are: 0 … 6.
[2]
$ dudao checklist try "$FIXTURES/tea.yaml" --json | grep -o '"raw_percentage":[^,]*'
"raw_percentage":null
$ dudao checklist try "$FIXTURES/cabinets.yaml" F1.1=3 F2.1=P F1.2=8 F2.2=F F1.3=3 F2.3=P S.n=2 S1.1=P S1.2=F
Checklist  cold@1
Scoring    points

Sections
Section          Points  Of   Share  Counts for
---------------  ------  --  ------  ----------
冷柜                  0   6    0.0%       75.00
  冷柜 · 冷藏柜       6   6  100.0%        0.00
  冷柜 · 冷冻柜       0   6    0.0%       75.00
  冷柜 · 展示柜       6   6  100.0%        0.00
员工抽问              1   2   50.0%       25.00
  员工抽问 · 1        2   2  100.0%       12.50
  员工抽问 · 2        0   2    0.0%       12.50

Where points went
Item  What to look at          Answer  Points    Cost
----  -----------------------  ------  ------  ------
F1.2  实测温度 · 冷冻柜        fail       0/4  -50.00
F2.2  柜内码放不超线 · 冷冻柜  fail       0/2  -25.00
S1.2  能说出洗手步骤 · 2       fail       0/2  -12.50

Result
Before gates and rounding  12.5000%
Repeated section           F: worst
Repeated section           S: mean
Percentage                 12.5%
Verdict                    failed
