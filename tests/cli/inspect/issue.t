# The issue at a failure: amended or declined in the round and in files.
$ . "$FIXTURES/shop.sh"
$ printf 'fi两袋已当场封存\nfi\n\nproc\nsoon\nh\nS999\nS001\n-1\n3\n没有标签\n补贴标签\n9\ni\n\n\n\n\n\n\nq' | at '2026-11-05 10:00' Z01 dudao inspect start S001 --checklist tea
S001 静安寺店 · Tea shop patrol · 5 items
? for the keys; every answer is kept at once, q goes on another time

\[1/5] Food safety · -
F01 All ingredients are within date [veto]
  p pass  f fail
\>   fail (asks for a photo or file: b, e)
  issue: critical · 1 days · 运营部 (i: change it)

\[2/5] Food safety · 0.0%
F02 Opened ingredients carry a label
  p pass  m partial  f fail  n na
\> 
  issue of F01: Enter keeps what is in brackets, - is as the checklist says
  none, because: 
  no issue: 两袋已当场封存

\[2/5] Food safety · 0.0%
F02 Opened ingredients carry a label
  p pass  m partial  f fail  n na
\>   fail
  issue: medium · 7 days · 运营部 (i: change it)

\[3/5] Food safety · 0.0%
F03 Temperature of the refrigerator
  number ℃ (0…5)  n na
\>   issue of F02: Enter keeps what is in brackets, - is as the checklist says
  none, because: 
  execution, process, resource
  category [execution]: 
  low, medium, high, critical
  urgency [medium]: 
  soon is no answer here
  urgency [medium]: 
  department [运营部]: 
  S999 is no answer here
  department [运营部]: 
  days to rectify [3]: 
  -1 is no answer here
  days to rectify [3]: 
  what is wrong [Opened ingredients carry a label]: 
  suggested measure: 
  issue: high · 3 days (i: change it)

\[3/5] Food safety · 0.0%
F03 Temperature of the refrigerator
  number ℃ (0…5)  n na
\>   fail 9
  issue: high · 2 days · 工程部 (i: change it)

\[4/5] Service and surroundings · 0.0%
S01 The hall is clean
  1–5 value  n na
\> 
  issue of F03: Enter keeps what is in brackets, - is as the checklist says
  none, because: 
  execution, process, resource
  category [resource]: 
  low, medium, high, critical
  urgency [high]: 
  department [工程部]: 
  days to rectify [2]: 
  what is wrong [Temperature of the refrigerator]: 
  suggested measure: 
  issue: high · 2 days · 工程部 (i: change it)

\[4/5] Service and surroundings · 0.0%
S01 The hall is clean
  1–5 value  n na
\> 
! kept; the same command goes on
$ printf 'bb\nbi-\n\n\n\n\n\n\nufss\n53i误判\ny' | at '2026-11-05 10:20' Z01 dudao inspect start S001
S001 静安寺店 · Tea shop patrol · going on, 3 of 5 answered
? for the keys; every answer is kept at once, q goes on another time

\[4/5] Service and surroundings · 0.0%
S01 The hall is clean
  1–5 value  n na
\> 
\[3/5] Food safety · 0.0%
F03 Temperature of the refrigerator
  so far: 9
  issue: high · 2 days · 工程部 (i: change it)
  number ℃ (0…5)  n na
\> 
\[2/5] Food safety · 0.0%
F02 Opened ingredients carry a label
  so far: F
  issue: high · 3 days (i: change it)
  p pass  m partial  f fail  n na
\> 
\[1/5] Food safety · 0.0%
F01 All ingredients are within date [veto]
  so far: F
  no issue: 两袋已当场封存
  p pass  f fail
\> 
  issue of F01: Enter keeps what is in brackets, - is as the checklist says
  none, because [两袋已当场封存]: 
  execution, process, resource
  category [execution]: 
  low, medium, high, critical
  urgency [critical]: 
  department [运营部]: 
  days to rectify [1]: 
  what is wrong [All ingredients are within date]: 
  suggested measure [立即下架封存]: 
  issue: critical · 1 days · 运营部 (i: change it)

\[1/5] Food safety · 0.0%
F01 All ingredients are within date [veto]
  so far: F
  issue: critical · 1 days · 运营部 (i: change it)
  p pass  f fail
\> 
\[1/5] Food safety · 0.0%
F01 All ingredients are within date [veto]
  p pass  f fail
\>   fail (asks for a photo or file: b, e)
  issue: critical · 1 days · 运营部 (i: change it)

\[2/5] Food safety · 0.0%
F02 Opened ingredients carry a label
  so far: F
  issue: high · 3 days (i: change it)
  p pass  m partial  f fail  n na
\> 
\[3/5] Food safety · 0.0%
F03 Temperature of the refrigerator
  so far: 9
  issue: high · 2 days · 工程部 (i: change it)
  number ℃ (0…5)  n na
\> 
\[4/5] Service and surroundings · 0.0%
S01 The hall is clean
  1–5 value  n na
\>   pass

\[5/5] Service and surroundings · 40.0%
S02 State of the equipment
  1 All in order  2 A fault is reported  3 A fault is not reported  n na
\>   fail
  issue: medium · 7 days · 运营部 (i: change it)

5 of 5 answered · 20.0%
  nothing is open
  without a photo or file: F01
  y submit, b back, g go to an item, q quit and keep
\> 
  issue of S02: Enter keeps what is in brackets, - is as the checklist says
  none, because: 
  no issue: 误判

5 of 5 answered · 20.0%
  nothing is open
  without a photo or file: F01
  y submit, b back, g go to an item, q quit and keep
\> submitted as DR6FH: 20.0%, gate failed, C; 3 issues raised
$ dudao inspect show "$(visit_of S001)"
Visit      01M6MPYD809SQ3WWNYBAHDR6FH
Store      S001 静安寺店
Checklist  tea@1 Tea shop patrol
Kind       routine
When       2026-11-05 10:00
Inspector  Z01 张伟
Departed   2026-11-05 10:20
Planned    no
Score      5 / 25  20%  gate failed  C

Findings
Item  What to look at                   Answer  Lost
----  --------------------------------  ------  ----
F01   All ingredients are within date   fail       5
F02   Opened ingredients carry a label  fail       5
F03   Temperature of the refrigerator   fail       5
S02   State of the equipment            fail       5

No issue raised
S02  误判

Issues
Id     Due         Urgency   Status  Store          What is wrong
-----  ----------  --------  ------  -------------  ------------------
D8RT8  2026-11-06  critical  open    S001 静安寺店  原料全部在有效期内
ER6N1  2026-11-08  high      open    S001 静安寺店  没有标签
2634W  2026-11-07  high      open    S001 静安寺店  冷藏柜温度
$ dudao inspect explain "$(visit_of S001)" | tail -4
Not B                      percentage

No issue raised
S02  误判
$ dudao inspect show "$(visit_of S001)" --json | jq -c '.answers[].issue, (.issues[] | [.item, .category, .urgency, .department, .text, .due])'
null
{"declined":null,"category":"process","urgency":"high","department":"","days":3,"text":"没有标签","measure":"补贴标签"}
null
null
{"declined":"误判","category":null,"urgency":null,"department":null,"days":null,"text":null,"measure":null}
\["F01","execution","critical","运营部","原料全部在有效期内","2026-11-06"]
\["F02","process","high",null,"没有标签","2026-11-08"]
\["F03","resource","high","工程部","冷藏柜温度","2026-11-07"]
$ dudao issue show "$(issue_of S001 F02)" | grep -i measure
Suggested measure  补贴标签
$ cat > visit.yaml <<END
> unit: S002
> at: 2026-11-05 10:00
> inspector: Z01
> answers:
>   F01: {answer: F, issue: {declined: 供应商已召回}}
>   F02: {answer: F, issue: {urgency: high, department: S003, days: 2, text: 标签不全, measure: 补贴}}
>   F03: {value: 4.5, issue: {declined: 无}}
>   S01: 4
>   S02: all
> END
$ sed 's/S003/S999/;s/days: 2/days: many/' visit.yaml | dudao inspect record --answers - --checklist tea
! dudao: -:6:67: error E3125: 'many' is not a whole number
!   Write digits only.
[3]
$ sed 's/S003/S999/' visit.yaml | dudao inspect record --answers - --checklist tea
! dudao: -:6:27: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ dudao inspect record --answers visit.yaml --checklist tea
Visit      01M6MPYD80TYNK780AKWGYCX9B
Store      S002 五角场店
Checklist  tea@1 Tea shop patrol
Kind       routine
When       2026-11-05 10:00
Inspector  Z01 张伟
Planned    no
Score      14 / 25  56%  gate failed  C

Findings
Item  What to look at                   Answer  Lost
----  --------------------------------  ------  ----
F01   All ingredients are within date   fail       5
F02   Opened ingredients carry a label  fail       5

No issue raised
F01  供应商已召回

Issues
Id     Due         Urgency  Status  Store          What is wrong  Department
-----  ----------  -------  ------  -------------  -------------  ----------
4Z6JE  2026-11-07  high     open    S002 五角场店  标签不全       S003
$ dudao --now '2026-11-06 09:00' inspect summary "$(visit_of S002)"
Closing meeting
Store            S002 五角场店
Checklist        tea@1 Tea shop patrol
When             2026-11-05 10:00
Inspector        Z01 张伟
Score            14 / 25 · 56% · gate failed · C

Sections, the best first
 1. Service and surroundings · 90.0%
 2. Food safety · 33.3%

Findings
 1. F01 All ingredients are within date · -5
    fail: no remark
    No issue raised: 供应商已召回
 2. F02 Opened ingredients carry a label · -5
    fail: no remark
    Issue: 4Z6JE · high · by 2026-11-07
    Suggested measure: 补贴

From before
Issues still open: 0; overdue: 0

Signatures

Inspector        ________________

Manager on duty  ________________
$ dudao db verify
6 entries and 96 rows are as they were written
chain head D1:6 65d08b8decb2d160c93ee1612c649bdba9f0b30f71e44b3a9b145a174dce0368
! without --head it cannot be excluded that the last entries were cut off
