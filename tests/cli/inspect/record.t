# One round from a file: YAML, JSON, a list; all that is wrong is told with its place.
$ . "$FIXTURES/shop.sh"
$ dudao -q checklist publish "$FIXTURES/tea.yaml"
tea@1 was published before, nothing to do
$ printf '%%PDF-1.4' > log.pdf
$ cat > visit.yaml <<END
> unit: S001
> at: 2026-11-05 10:00
> inspector: Z01
> answers:
>   F01: P
>   F02: {answer: F, remark: "没有标签: 2 瓶", evidence: log.pdf}
>   F03: {value: 4.5}
>   S01: 4
>   S02: all
> END
$ dudao inspect record --answers visit.yaml --checklist tea@1 --dry-run
! 1 issues would be raised; nothing is written
$ dudao inspect record --answers visit.yaml --checklist tea@1
Visit      01M6MPYD809SQ3WWNYBAHDR6FH
Store      S001 静安寺店
Checklist  tea@1 Tea shop patrol
Kind       routine
When       2026-11-05 10:00
Inspector  Z01 张伟
Planned    no
Score      19 / 25  76%  failed  C

Findings
Item  What to look at                   Answer  Lost  Remark
----  --------------------------------  ------  ----  --------------
F02   Opened ingredients carry a label  fail       5  没有标签: 2 瓶

Evidence
F02  evidence/e1/e16fa5d9b51928755db85b917f0297babaf22c7a47e97d9212adab56e61ba04e.pdf

Issues
Id     Due         Urgency  Status  Store         What is wrong       Department
-----  ----------  -------  ------  ------------  ------------------  ----------
ER6N1  2026-11-12  medium   open    S001 静安寺…  开封原料贴效期标签  运营部
$ dudao inspect record --answers visit.yaml --checklist tea@1 --json | jq -c '.inspection | [.unit, .results, .percentage]'
\["S001","PFP4a",76]
! recorded before, with the same answers
$ sed 's/F01: P/F01: F/' visit.yaml | dudao inspect record --answers - --checklist tea@1
! dudao: -:1: error E3047: the visit to S001 on 2026-11-05 (line 1) is recorded as DR6FH with other answers
!   A submitted visit is not overwritten: correct it with dudao inspect revise, or import with --revise REASON.
[3]
$ echo '{"F01": "P", "F02": "N", "F03": 3, "S01": 5, "S02": "all"}' | dudao --actor Z01 --now '2026-11-06 09:00' inspect record S002 --checklist tea@1 --answers - --json | jq -c '.inspection | [.unit, .at, .inspector, .results]'
\["S002","2026-11-06T01:00:00Z","Z01","PNP5a"]
$ printf '检查项,结果,备注\nF01,P,\nF99,P,\nF02,Q,\nF02,P,\n' > answers.csv
$ dudao --actor Z01 inspect record S003 --checklist tea@1 --answers answers.csv
! dudao: answers.csv:3:1: error E3043: the checklist has no item 'F99'
!   dudao checklist show lists its items.
! dudao: answers.csv:4:1: error E3020: 'Q' is no answer to F02
!   Allowed are: P, M, F, N.
[3]
$ printf 'unit: S003\nanswers:\n  F01: {answer: P, remrk: x}\n  F02: [P]\nat: tomorrow\n' > wrong.yaml
$ dudao inspect record --answers wrong.yaml --checklist tea@1
! dudao: wrong.yaml:3:20: error E3130: unknown key 'remrk'
!   Did you mean 'remark'?
! dudao: wrong.yaml:4:8: error E3122: a single value is expected here
!   Put a text with brackets or ': ' into quotes.
[3]
$ dudao inspect record S999 --answers visit.yaml --checklist tea@1
! dudao: visit.yaml: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ dudao inspect record --answers visit.yaml
! dudao: error E3049: nothing says which checklist the answers are for
!   Add --checklist CODE or a column checklist.
[3]
$ head -c 1048577 /dev/zero | tr '\0' '#' | dudao inspect record --answers -
! dudao: -: error E3054: '-' is too large
!   At most 1048576 bytes are allowed here.
[3]
$ dudao inspect record --answers nothing.yaml
! dudao: error E3050: there is no file 'nothing.yaml'
!   Check the name and the folder.
[3]
