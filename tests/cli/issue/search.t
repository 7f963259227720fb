# Issues by words of what is wrong: those of items, and those that were raised by hand.
$ . "$FIXTURES/shop.sh"
$ visited >/dev/null 2>&1
$ export DUDAO_ACTOR=M01 DUDAO_NOW='2026-11-06 10:00'
$ dudao -q issue raise S001 --text '后厨冷藏柜漏水，Fridge 报警' --source feedback --ref 工单A-5501 | cut -c7-
S001 后厨冷藏柜漏水，Fridge 报警: open, due 2026-11-13
$ dudao -q issue raise S002 --text 顾客反映奶茶有异物 --source complaint | cut -c7-
S002 顾客反映奶茶有异物: open, due 2026-11-13
$ dudao issue search 冷藏
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
2B6E8  2026-11-06  high     open    S002 五角场…  冷藏柜温度          工程部
7N3S9  2026-11-13  medium   open    S001 静安寺…  后厨冷藏柜漏水，F…
$ dudao issue search 漏水 冷藏
Id     Due         Urgency  Status  Store          What is wrong
-----  ----------  -------  ------  -------------  ---------------------------
7N3S9  2026-11-13  medium   open    S001 静安寺店  后厨冷藏柜漏水，Fridge 报警
$ dudao issue search '漏水 大厅'
[1]
$ dudao issue search ＦＲＩＤＧＥ
Id     Due         Urgency  Status  Store          What is wrong
-----  ----------  -------  ------  -------------  ---------------------------
7N3S9  2026-11-13  medium   open    S001 静安寺店  后厨冷藏柜漏水，Fridge 报警
$ dudao issue search refrigerator --json | jq -c '.issues[] | [.unit, .text]'
\["S002","冷藏柜温度"]
$ dudao issue search 5501
Id     Due         Urgency  Status  Store          What is wrong
-----  ----------  -------  ------  -------------  ---------------------------
7N3S9  2026-11-13  medium   open    S001 静安寺店  后厨冷藏柜漏水，Fridge 报警
$ dudao issue search 冷藏 --source item --json | jq -c '.truncated, .issues[].item'
false
"F03"
$ dudao -q issue cancel "$(dudao issue search 异物 --json | jq -r '.issues[0].id')" --reason 误报 | cut -c7-
S002 顾客反映奶茶有异物: cancelled
$ dudao issue search 异物
[1]
$ dudao issue search 异物 --all
Id     Due         Urgency  Status     Store          What is wrong
-----  ----------  -------  ---------  -------------  ------------------
D47WY  2026-11-13  medium   cancelled  S002 五角场店  顾客反映奶茶有异物
$ dudao --lang zh-CN issue search 柜 --limit 1
编号   整改期限    紧急程度  状态    门店           问题描述    责任部门
-----  ----------  --------  ------  -------------  ----------  --------
2B6E8  2026-11-06  高        待整改  S002 五角场店  冷藏柜温度  工程部
! 只列出了 1 条，还有更多
$ dudao issue search 冷 --json --store S009
{"schema_version":1,"issues":[],"truncated":false}
[1]
$ dudao issue search
! dudao: error E2011: WORDS is missing
!   See --help.
[2]
$ dudao issue search ' '
! dudao: error E2008: ' ' is no value for WORDS
!   See --help.
[2]
$ dudao db verify
8 entries and 101 rows are as they were written
chain head D1:8 2e73814a1bccbc96e20a9aee70fe7ec2a50d27f143020137a939d67a6fbc308e
! without --head it cannot be excluded that the last entries were cut off
