# Checklists: checked, published, shown. A published version never changes.
$ . "$FIXTURES/shop.sh"
$ dudao checklist lint "$FIXTURES/tea.yaml"
! $FIXTURES/tea.yaml: no errors
$ dudao checklist lint checklists/*.yaml --json
{"schema_version":1,"problems":[]}
$ sed -e 's/points: 5/ponits: 5/' -e 's/weight: 40/weight: 50/' "$FIXTURES/tea.yaml" > bad.yaml
$ dudao checklist lint bad.yaml
! dudao: bad.yaml:22:9: error E3130: unknown key 'ponits'
!             ponits: 5
!             ^
!   Did you mean 'points'?
! dudao: bad.yaml:29:9: error E3130: unknown key 'ponits'
!             ponits: 5
!             ^
!   Did you mean 'points'?
! dudao: bad.yaml:30:25: error E3161: 3 points are more than the 0 that are possible here
!             partial_points: 3
!                             ^
!   Lower them, or raise the points of the item.
! dudao: bad.yaml:37:9: error E3130: unknown key 'ponits'
!             ponits: 5
!             ^
!   Did you mean 'points'?
! dudao: bad.yaml:52:9: error E3130: unknown key 'ponits'
!             ponits: 5
!             ^
!   Did you mean 'points'?
! dudao: bad.yaml:57:9: error E3130: unknown key 'ponits'
!             ponits: 5
!             ^
!   Did you mean 'points'?
! dudao: bad.yaml:61:120: error E3161: 3 points are more than the 0 that are possible here
!     … reported}, result: partial, points: 3}
!                                           ^
!   Lower them, or raise the points of the item.
! dudao: bad.yaml:16:3: warning E3190: the weights add up to 110, not to 100
!       - id: F
!       ^
!   They are shares of their sum: 100 makes them percentages.
! dudao: bad.yaml:20:9: warning E3192: item 'F01' has no points and is not scored
!           - id: F01
!             ^
!   Give it points; write points: 0 if that is meant.
! dudao: bad.yaml:27:9: warning E3192: item 'F02' has no points and is not scored
!           - id: F02
!             ^
!   Give it points; write points: 0 if that is meant.
! dudao: bad.yaml:32:9: warning E3192: item 'F03' has no points and is not scored
!           - id: F03
!             ^
!   Give it points; write points: 0 if that is meant.
! dudao: bad.yaml:45:9: warning E3192: item 'S01' has no points and is not scored
!           - id: S01
!             ^
!   Give it points; write points: 0 if that is meant.
! dudao: bad.yaml:54:9: warning E3192: item 'S02' has no points and is not scored
!           - id: S02
!             ^
!   Give it points; write points: 0 if that is meant.
[3]
$ dudao checklist lint bad.yaml --json
{"schema_version":1,"problems":[{"severity":"error","id":"E3130","file":"bad.yaml","line":22,"column":9,"message":"unknown key 'ponits'","hint":"Did you mean 'points'?"},{"severity":"error","id":"E3130","file":"bad.yaml","line":29,"column":9,"message":"unknown key 'ponits'","hint":"Did you mean 'points'?"},{"severity":"error","id":"E3161","file":"bad.yaml","line":30,"column":25,"message":"3 points are more than the 0 that are possible here","hint":"Lower them, or raise the points of the item."},{"severity":"error","id":"E3130","file":"bad.yaml","line":37,"column":9,"message":"unknown key 'ponits'","hint":"Did you mean 'points'?"},{"severity":"error","id":"E3130","file":"bad.yaml","line":52,"column":9,"message":"unknown key 'ponits'","hint":"Did you mean 'points'?"},{"severity":"error","id":"E3130","file":"bad.yaml","line":57,"column":9,"message":"unknown key 'ponits'","hint":"Did you mean 'points'?"},{"severity":"error","id":"E3161","file":"bad.yaml","line":61,"column":120,"message":"3 points are more than the 0 that are possible here","hint":"Lower them, or raise the points of the item."},{"severity":"warning","id":"E3190","file":"bad.yaml","line":16,"column":3,"message":"the weights add up to 110, not to 100","hint":"They are shares of their sum: 100 makes them percentages."},{"severity":"warning","id":"E3192","file":"bad.yaml","line":20,"column":9,"message":"item 'F01' has no points and is not scored","hint":"Give it points; write points: 0 if that is meant."},{"severity":"warning","id":"E3192","file":"bad.yaml","line":27,"column":9,"message":"item 'F02' has no points and is not scored","hint":"Give it points; write points: 0 if that is meant."},{"severity":"warning","id":"E3192","file":"bad.yaml","line":32,"column":9,"message":"item 'F03' has no points and is not scored","hint":"Give it points; write points: 0 if that is meant."},{"severity":"warning","id":"E3192","file":"bad.yaml","line":45,"column":9,"message":"item 'S01' has no points and is not scored","hint":"Give it points; write points: 0 if that is meant."},{"severity":"warning","id":"E3192","file":"bad.yaml","line":54,"column":9,"message":"item 'S02' has no points and is not scored","hint":"Give it points; write points: 0 if that is meant."}]}
[3]
$ dudao checklist publish bad.yaml
! dudao: bad.yaml:22:9: error E3130: unknown key 'ponits'
!   Did you mean 'points'?
! dudao: bad.yaml:29:9: error E3130: unknown key 'ponits'
! dudao: bad.yaml:30:25: error E3161: 3 points are more than the 0 that are possible here
!   Lower them, or raise the points of the item.
! dudao: bad.yaml:37:9: error E3130: unknown key 'ponits'
!   Did you mean 'points'?
! dudao: bad.yaml:52:9: error E3130: unknown key 'ponits'
! dudao: bad.yaml:57:9: error E3130: unknown key 'ponits'
! dudao: bad.yaml:61:120: error E3161: 3 points are more than the 0 that are possible here
!   Lower them, or raise the points of the item.
[3]
$ printf 'code: x\n\ttitle: y\n' > tab.yaml; dudao checklist lint tab.yaml
! dudao: tab.yaml:2:1: error E3107: a tab in the indentation
!      title: y
!     ^
!   Indent with blanks, two for each level.
[3]
$ dudao checklist lint nowhere.yaml
! dudao: error E3050: there is no file 'nowhere.yaml'
!   Check the name and the folder.
[3]
$ dudao checklist publish "$FIXTURES/tea.yaml"
tea@1 was published before, nothing to do
$ sed 's/大厅清洁/大厅整洁/' "$FIXTURES/tea.yaml" > tea.yaml; dudao checklist publish tea.yaml
! dudao: error E4022: tea@1 is published with other content
!   Published versions never change: give the file another version.
[4]
$ sed -i 's/^version: .*/version: "2"/' tea.yaml; dudao --now '2026-11-10 09:00' checklist publish tea.yaml
tea@2 published: 茶饮店巡检表, 5 items
$ dudao --now '2026-11-10 09:00' --actor Z01 checklist publish tea.yaml
! dudao: error E4009: Z01 may not set up
!   People with one of these roles may: admin, manager.
[4]
$ dudao checklist list
Code  Version  Title         Items  Published         By
----  -------  ------------  -----  ----------------  -----
tea   1        茶饮店巡检表      5  2026-11-01 09:00  admin
tea   2        茶饮店巡检表      5  2026-11-10 09:00  admin
$ dudao checklist list --json
{"schema_version":1,"checklists":[{"code":"tea","version":"1","title":"茶饮店巡检表","items":5,"hash":"f687f02362064d7b41314b3fa3c2a6a411f404ca16850cd121fe6295c40cd746","published_at":"2026-11-01T01:00:00Z","published_by":"admin"},{"code":"tea","version":"2","title":"茶饮店巡检表","items":5,"hash":"ee62fb711d1b1133b9d28e14e58db685d0f4fd42a118708ddc173b6dbeab47d1","published_at":"2026-11-10T01:00:00Z","published_by":"admin"}],"truncated":false}
$ dudao checklist show tea
Checklist  tea@2
Title      Tea shop patrol
Scoring    weighted sections
Pass mark  80%
Grades     A ≥90  B ≥80  C ≥0

Food safety (60)
Item  What to look at                   Points  Class    Answers
----  --------------------------------  ------  -------  -------
F01   All ingredients are within date        5  veto
F02   Opened ingredients carry a label       5  general
F03   Temperature of the refrigerator        5  general  0…5 ℃

Service and surroundings (40)
Item  What to look at         Points  Class    Answers
----  ----------------------  ------  -------  ---------------------------------
S01   The hall is clean            5  general  1…5
S02   State of the equipment       5  general  all=All in order reported=A faul…
$ dudao checklist show tea@1 --json
{"schema_version":1,"checklist":{"code":"tea","version":"1","title":"茶饮店巡检表","items":5,"hash":"f687f02362064d7b41314b3fa3c2a6a411f404ca16850cd121fe6295c40cd746","published_at":"2026-11-01T01:00:00Z","published_by":"admin"},"profiles":[],"sections":[{"id":"F","title":"食品安全","weight":60,"items":[{"id":"F01","text":"原料全部在有效期内","type":"pass_fail","points":5,"class":"veto","critical":"fail","required":true,"raises_issue":true},{"id":"F02","text":"开封原料贴效期标签","type":"pass_fail","points":5,"class":"general","critical":"none","required":true,"raises_issue":true},{"id":"F03","text":"冷藏柜温度","type":"number","points":5,"class":"general","critical":"none","required":true,"raises_issue":true}]},{"id":"S","title":"服务与环境","weight":40,"items":[{"id":"S01","text":"大厅清洁","type":"scale","points":5,"class":"general","critical":"none","required":true,"raises_issue":true},{"id":"S02","text":"设备状况","type":"choice","points":5,"class":"general","critical":"none","required":true,"raises_issue":true}]}]}
$ dudao checklist show tea@2 --yaml | cmp - tea.yaml
$ dudao checklist show tea@3
! dudao: error E3032: no checklist 'tea@3' is published
!   dudao checklist list shows them.
[3]
$ dudao checklist show coffee --json
! dudao: error E3032: no checklist 'coffee' is published
!   dudao checklist list shows them.
[3]
