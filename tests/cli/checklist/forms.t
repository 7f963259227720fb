# A checklist goes out as a form for phones; sheets and forms become checklists.
$ . "$FIXTURES/shop.sh"
$ dudao checklist export "$FIXTURES/forms.yaml" -o forms.xlsx
! forms.xlsx: a form with 31 items
$ dudao checklist import forms.xlsx -o again.yaml
! again.yaml: a checklist with 31 items
$ dudao checklist diff "$FIXTURES/forms.yaml" again.yaml
the two say the same
$ dudao checklist import forms.xlsx -o again.yaml
! dudao: error E6050: 'again.yaml' cannot be written: File exists
!   Check permissions and free space.
[6]
$ dudao checklist export nothing -o forms.xlsx
! dudao: error E3032: no checklist 'nothing' is published
!   dudao checklist list shows them.
[3]
$ dudao checklist export "$FIXTURES/forms.yaml"
! dudao: error E2011: --output is missing
!   See --help.
[2]
# A sheet as head office keeps one: a title above, merged sections, numbers that begin anew.
$ cat > sheet.csv <<END
> 门店检查评分表（2026 版）,,,,,,,,,,,,
> 类别,序号,检查项目,分值,红线,题型,单位,下限,上限,选项,检查方法,评分标准,责任部门,整改期限,店长
> 食品安全,1,在用原料全部在有效期内,5分,红线,,,,,,现场查看,"抽查 5 种，看标签",QA,1,
> ,2,冷藏柜温度,4,,数值,℃,0,5,,,,,,
> 服务,1,微笑问候,2,否,,,,,好；一般；差,,,,,
> ,2,台面照片,,,拍照,,,,,,,,,
> ,3,价签差错,3,,计数,,,,,抽查,,,,
> END
$ dudao checklist import sheet.csv --header-row 2 --code qsc-2026 --title 门店检查评分表
code: qsc-2026
version: "1"
title: 门店检查评分表
sections:
  - id: A
    title: 食品安全
    items:
      - {id: A1, text: 在用原料全部在有效期内, points: 5, red_line: true, critical: fail, method: observe, guidance: 抽查 5 种，看标签, issue: {category: execution, department: QA, days: 1}}
      - {id: A2, text: 冷藏柜温度, type: number, points: 4, unit: ℃, accept: {min: 0, max: 5}}
  - id: B
    title: 服务
    items:
      - {id: B1, text: 微笑问候, type: choice, points: 2, options: [{value: a, label: 好, result: pass}, {value: b, label: 一般, result: partial, share: 50}, {value: c, label: 差, result: fail}]}
      - {id: B2, text: 台面照片, type: photo}
      - {id: B3, text: 价签差错, type: count, points: 3, deduct: {per: 3}, method: sample}
! dudao: sheet.csv:2: warning E3295: '店长' is not carried over
!   Look at the item and say it in YAML.
$ dudao checklist import sheet.csv --header-row 2 -o sheet.yaml
! dudao: sheet.csv:2: warning E3295: '店长' is not carried over
!   Look at the item and say it in YAML.
! sheet.yaml: a checklist with 5 items
$ dudao checklist lint sheet.yaml
! sheet.yaml: no errors
$ cat > wrong.csv <<END
> 检查项目,分值,红线,题型,选项
> 地面,五,,,
> ,1,,,
> 墙面,1,也许,,
> 顶棚,1,,秒表,
> 灯光,1,,单选,亮
> END
$ dudao checklist import wrong.csv
! dudao: wrong.csv:2:4: error E3004: '五' is not a number
!   Write digits with a point, at most six after it.
! dudao: wrong.csv:3:1: error E3282: the column 'text' is empty here
! dudao: wrong.csv:4:6: error E3284: '也许' is neither yes nor no
!   Write 是 or 否, or yes or no.
! dudao: wrong.csv:5:7: error E3283: '秒表' is no type that a row can describe
!   Allowed are pass_fail, number, choice, count, step, text, date, time, photo and signature; other types are written in YAML.
! dudao: wrong.csv:6:10: error E3160: a choice needs 2 to 26 options, here are 1
[3]
# Ids are kept where they can be; what files of answers call their columns cannot.
$ cat > ids.csv <<END
> 序号,检查项目,分值
> C-7,地面,1
> c-7,墙面,1
> Ref,顶棚,1
> 第四,灯光,1
> 5,门窗,1
> END
$ dudao checklist import ids.csv -o ids.yaml
! ids.yaml: a checklist with 5 items
$ sed -n 's/.*{id: \([^,]*\),.*/\1/p' ids.yaml
C-7
A2
A3
A4
A5
# What lint finds is told of the row.
$ cat > far.csv <<END
> 检查项目,分值,整改期限,下限,上限
> 地面,5,1.5,,
> 墙面,123456,,,
> 温度,1,,9,3
> END
$ dudao checklist import far.csv
! dudao: far.csv:2: error E3125: '1.5' is not a whole number
!   Write digits only.
! dudao: far.csv:3: error E3131: '123456' is not between 0 and 10000
! dudao: far.csv:4: error E3158: the accepted range is empty: min 9 is greater than max 3
[3]
$ dudao checklist import far.csv --code 'a b'
! dudao: error E2008: 'a b' is no value for --code
!   See --help.
[2]
$ echo '分值' | dudao checklist import -
! dudao: -:1: error E3230: no column for 'text'
!   Add a column 'text', or name the right one with --column text=HEADER.
[3]
# What phones send is read as answers; of another version it is not.
$ dudao -q checklist publish "$FIXTURES/cabinets.yaml"
cold@1 published: 冷柜巡检, 13 items
$ cat > sent.csv <<END
> SubmissionDate,checklist,unit,inspector,at,section.F-section.F.1-F1.1,section.F-section.F.1-F2.1,section.F-section.F.2-F1.2,section.F-section.F.2-F1.2.remark,section.F-section.F.2-F2.2,section.F-section.F.3-F1.3.na,section.F-section.F.3-F2.3,section.S-section.S.0-S.n,section.S-section.S.1-S1.1,KEY
> x,cold@1,S001,Z01,2026-11-05T10:00:00.000+08:00,3,pass,8.5,门没关严,pass,na,pass,1,pass,uuid:1
> END
$ dudao inspect import sent.csv --format odk --checklist cold@1
1 rows: 1 visits added, 0 unchanged, 0 rows rejected
12 answers, 1 issues raised, 0 planned visits fulfilled, 1 visits incomplete
$ dudao inspect import sent.csv --format odk --checklist cold@1
1 rows: 0 visits added, 1 unchanged, 0 rows rejected
12 answers, 0 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ sed 's/cold@1/cold@0/' sent.csv | dudao inspect import - --format odk --checklist cold@1
! dudao: -:2:3: error E3280: the form was made of checklist 'cold@0', not of 'cold@1'
!   Import it with --checklist cold@0.
[3]
$ dudao inspect import sent.csv --format odk
! dudao: error E3049: nothing says which checklist the answers are for
!   Add --checklist CODE or a column checklist.
[3]
