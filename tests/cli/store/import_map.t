# A mapping file says what the columns of someone else's list mean.
$ . "$FIXTURES/shop.sh"
$ cat >list.csv <<END
> 序号,终端号,终端,坐标,情况,备用
> 1,T01,一店,"30.2084,120.2110",营业中,x
> 2,T02,二店,,装修,
> END
$ cat >map.yaml <<END
> columns:
>   code: 终端号
>   name: 终端
>   status: 情况
> constants:
>   ownership: 加盟
>   datum: gcj02
> splits:
>   - column: 坐标
>     separator: ","
>     fields: [lat, lon]
> values:
>   status:
>     营业中: open
>     装修: suspended
> ignore: [序号]
> END
$ dudao store import list.csv
! dudao: list.csv:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
! dudao: list.csv:1: error E3230: no column for 'name'
!   Add a column 'name', or name the right one with --column name=HEADER.
[3]
$ dudao store import list.csv --map map.yaml
2 rows: 2 added, 0 changed, 0 unchanged, 0 rejected
$ dudao store list --search 店 --json | tr '{' '\n' | grep -o '"code":"T.*'
"code":"T01","name":"一店","kind":"store","ownership":"franchise","region":null,"address":null,"lat":30.2084,"lon":120.211,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":
"code":"T02","name":"二店","kind":"store","ownership":"franchise","region":null,"address":null,"lat":null,"lon":null,"status":"suspended","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":
$ dudao store list --json --search T0 | grep -o '"attributes":{[^}]*}'
"attributes":{"datum":"gcj02","备用":"x"}
"attributes":{"datum":"gcj02"}
# What is chosen on the command line goes before it; how all was understood can be kept.
$ dudao store import list.csv --map map.yaml --column franchisee=备用 --save-map used.yaml --dry-run
T01 franchisee: - → x
2 rows: 0 would be added, 1 changed, 1 unchanged, 0 rejected
$ cat used.yaml
columns:
  "code": "终端号"
  "franchisee": "备用"
  "name": "终端"
  "status": "情况"
constants:
  "datum": "gcj02"
  "ownership": "加盟"
splits:
  - column: "坐标"
    separator: ","
    fields: ["lat", "lon"]
values:
  "status":
    "营业中": "open"
    "装修": "suspended"
ignore: ["序号"]
$ dudao store import list.csv --map used.yaml --dry-run
T01 franchisee: - → x
2 rows: 0 would be added, 1 changed, 1 unchanged, 0 rejected
# A cell that cannot be split, and mistakes in the mapping.
$ printf '终端号,终端,坐标,情况\nT03,三店,30.2,营业中\n' >bad.csv; dudao store import bad.csv --map map.yaml
! dudao: bad.csv:2:8: error E3238: '30.2' does not fall into 2 parts at ','
!   Mend the cell, or the split in the mapping file.
[3]
$ printf 'constants:\n  ownrship: 加盟\n' >wrong.yaml; dudao store import list.csv --map wrong.yaml
! dudao: wrong.yaml: error E3233: there is no field 'ownrship'; there are: code, name, kind, parent, province, city, district, address, postcode, lat, lon, datum, opened_on, status, ownership, head, supervisor, franchisee, phone, zone, tags
!   Did you mean 'ownership'?
! dudao: list.csv:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
! dudao: list.csv:1: error E3230: no column for 'name'
!   Add a column 'name', or name the right one with --column name=HEADER.
[3]
$ printf 'column:\n  code: 终端号\n' >wrong.yaml; dudao store import list.csv --map wrong.yaml
! dudao: wrong.yaml:1:1: error E3130: unknown key 'column'
!   Did you mean 'columns'?
[3]
$ dudao store import list.csv --map nowhere.yaml
! dudao: error E3050: there is no file 'nowhere.yaml'
!   Check the name and the folder.
[3]
# Names of one's own for columns stand in headers.yaml in the workspace.
$ printf 'stores:\n  code: [终端号]\n  name: [终端]\n' >headers.yaml
$ dudao store import list.csv --dry-run
T01 attributes.坐标: - → 30.2084,120.2110
T01 attributes.序号: - → 1
T01 attributes.情况: - → 营业中
T02 attributes.序号: - → 2
T02 attributes.情况: - → 装修
2 rows: 0 would be added, 2 changed, 0 unchanged, 0 rejected
$ printf 'stores:\n  code: [终端号]\n  name: [终端号]\n' >headers.yaml; dudao store import list.csv --dry-run
! dudao: $WORK/shop/headers.yaml:3:10: error E3239: the header '终端号' stands for 'code' as well as for 'name'
!   Leave it with one field.
[3]
$ printf 'stores:\n  kode: [终端号]\n' >headers.yaml; dudao store import list.csv --dry-run
! dudao: $WORK/shop/headers.yaml: error E3233: there is no field 'kode'; there are: code, name, kind, parent, province, city, district, address, postcode, lat, lon, datum, opened_on, status, ownership, head, supervisor, franchisee, phone, zone, tags
!   Did you mean 'code'?
! dudao: list.csv:1: error E3230: no column for 'code'
!   Add a column 'code', or name the right one with --column code=HEADER.
! dudao: list.csv:1: error E3230: no column for 'name'
!   Add a column 'name', or name the right one with --column name=HEADER.
[3]
