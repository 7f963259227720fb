# The page that is read out at the closing meeting.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ dudao --now '2026-11-20 09:00' --actor Z01 inspect record S002 --checklist tea --at '2026-11-19 09:00' --answers - <<END >/dev/null
> F01: {answer: F, remark: 两袋过期}
> F02: P
> F03: {answer: 9, remark: 封条破损}
> S01: 5
> S02: all
> END
$ visit=$(visit_of S002)
$ issue=$(dudao issue list --store S002 --from 2026-11-19 --json | jq -r '.issues[] | select(.item == "F03").id')
$ dudao --actor H002 --now '2026-11-20 09:30' issue agree "$issue" --cause 密封条老化 --measure 更换密封条 --by 2026-11-21 >/dev/null
$ dudao --now '2026-11-20 10:00' inspect summary "$visit"
Closing meeting
Store            S002 五角场店
Checklist        tea@1 Tea shop patrol
When             2026-11-19 09:00
Inspector        Z01 张伟
Score            15 / 25 · 60% · gate failed · C

Sections, the best first
 1. Service and surroundings · 100.0% · full marks
 2. Food safety · 33.3%

Findings
 1. F01 All ingredients are within date · -5
    fail: 两袋过期
    Issue: TVB1B · critical · by 2026-11-20
    Suggested measure: 立即下架封存
 2. F03 Temperature of the refrigerator · -5
    fail: 封条破损
    Issue: HM24T · critical · by 2026-11-21
    Reply of the store: agreed · Cause: 密封条老化 · Promised measure: 更换密封
    条 · by 2026-11-21

From before
Issues still open: 2; overdue: 2

Signatures

Inspector        ________________

Manager on duty  ________________
$ dudao --lang zh-CN inspect summary "$visit"
末次会议
门店        S002 五角场店
检查表      tea@1 茶饮店巡检表
时间        2026-11-19 09:00
巡检人      Z01 张伟
得分        15 / 25 · 60% · 一票否决 · C

各分区（从高到低）
 1. 服务与环境 · 100.0% · 满分
 2. 食品安全 · 33.3%

不合格项
 1. F01 原料全部在有效期内 · -5
    不合格：两袋过期
    问题编号：TVB1B · 紧急 · 2026-11-20 前
    建议措施：立即下架封存
 2. F03 冷藏柜温度 · -5
    不合格：封条破损
    问题编号：HM24T · 紧急 · 2026-11-21 前
    门店反馈：认可 · 原因：密封条老化 · 承诺措施：更换密封条 · 2026-11-21 前

以往问题
未销号 2 项，其中逾期 0 项

签字

督导        ________________

当班负责人  ________________
$ dudao inspect summary "$visit" --json
{"schema_version":1,"inspection":{"id":"01M7RN2KM0TTK8T7F9TZDRWHYA","unit":"S002","unit_name":"五角场店","checklist":"tea","version":"1","kind":"routine","at":"2026-11-19T01:00:00Z","day":"2026-11-19","inspector":"Z01","score":15,"max_score":25,"percentage":60,"grade":"C","verdict":"gate_failed","planned":false,"counts":true,"approved":false,"received":false,"returned":false,"voided":false,"revises":null,"reason":null,"recorded_by":"Z01","results":"FPF5a"},"facts":null,"sections":[{"id":"S","score":10,"max_score":10,"percentage":100},{"id":"F","score":5,"max_score":15,"percentage":33.333}],"findings":[{"item":"F01","text":"原料全部在有效期内","result":"fail","lost":5,"red_line":false,"remark":"两袋过期","declined":null,"suggested_measure":"立即下架封存","issue":{"id":"01M7RN2KM0Y3BVQFCDF3ZTVB1B","unit":"S002","unit_name":"五角场店","status":"open","category":"execution","urgency":"critical","department":"运营部","text":"原料全部在有效期内","inspection":"01M7RN2KM0TTK8T7F9TZDRWHYA","checklist":"tea","item":"F01","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-19","due":"2026-11-20","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":null,"reply":null,"responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},"reply_note":null,"cause":null,"promised_by":null},{"item":"F03","text":"冷藏柜温度","result":"fail","lost":5,"red_line":false,"remark":"封条破损","declined":null,"suggested_measure":null,"issue":{"id":"01M7RN2KM08117BRDPA6SHM24T","unit":"S002","unit_name":"五角场店","status":"open","category":"resource","urgency":"critical","department":"工程部","text":"冷藏柜温度","inspection":"01M7RN2KM0TTK8T7F9TZDRWHYA","checklist":"tea","item":"F03","source":"item","ref":null,"raised_by":"Z01","raised_on":"2026-11-19","due":"2026-11-21","original_due":null,"extensions":0,"owner":null,"percent":0,"cycle":1,"closed_on":null,"recurs":"01M6JM02J0GVKN67NMS0M2B6E8","reply":"agreed","responsibility":"proposed","assisting":[],"labels":[],"channel":null,"scope":null,"cause_class":null,"risk":null,"received_at":null,"responded_at":null,"solved_at":null,"called_back_at":null},"reply_note":"更换密封条","cause":"密封条老化","promised_by":"2026-11-21"}],"open_before":2,"overdue_before":0}
$ dudao --lang zh-CN inspect summary "$visit" -o 末次会议.md && cat 末次会议.md
\# 末次会议

- 门店：S002 五角场店
- 检查表：tea@1 茶饮店巡检表
- 时间：2026-11-19 09:00
- 巡检人：Z01 张伟
- 得分：15 / 25 · 60% · 一票否决 · C

\## 各分区（从高到低）

1. 服务与环境 · 100.0% · 满分
2. 食品安全 · 33.3%

\## 不合格项

1. F01 原料全部在有效期内 · -5
   - 不合格：两袋过期
   - 问题编号：TVB1B · 紧急 · 2026-11-20 前
   - 建议措施：立即下架封存
2. F03 冷藏柜温度 · -5
   - 不合格：封条破损
   - 问题编号：HM24T · 紧急 · 2026-11-21 前
   - 门店反馈：认可 · 原因：密封条老化 · 承诺措施：更换密封条 · 2026-11-21 前

\## 以往问题

未销号 2 项，其中逾期 0 项

\## 签字

督导：＿＿＿＿＿＿＿＿

当班负责人：＿＿＿＿＿＿＿＿
! 已写入 末次会议.md
$ dudao inspect summary "$visit" -o closing.pdf
! dudao: error E2014: the name 'closing.pdf' does not say a format
!   End it with one of .md.
[2]
$ dudao inspect summary 00000
! dudao: error E3034: there is no visit '00000'
!   dudao inspect list shows them.
[3]
