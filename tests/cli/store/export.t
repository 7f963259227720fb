# Stores as a list that can be imported again.
$ . "$FIXTURES/shop.sh"
$ dudao store export --region 浙江省
code,name,kind,parent,ownership,status,address,lat,lon,opened_on,head,supervisor,franchisee,phone,zone,tags,营业面积
浙江省,浙江省,region,,,open,,,,,,,,,,,
浙江省/宁波市,宁波市,region,浙江省,,open,,,,,,,,,,,
浙江省/杭州市,杭州市,region,浙江省,,open,,,,,,,,,,,
S003,西湖银泰店,store,浙江省/杭州市,franchise,open,延安路98号,,,2022-09-09,,Z02,,,,商圈,64
S004,宁波天一店,store,浙江省/宁波市,owned,open,中山东路188号,,,,,Z02,,,,,
$ dudao store export --ownership franchise --format json
\[
{"code":"S002","name":"五角场店","kind":"store","parent":"上海市/上海市","ownership":"franchise","status":"open","address":"邯郸路600号","lat":null,"lon":null,"opened_on":"2021-03-15","head":"H002","supervisor":"Z01","franchisee":null,"phone":null,"zone":null,"tags":[],"attributes":{"营业面积":"86"}},
{"code":"S003","name":"西湖银泰店","kind":"store","parent":"浙江省/杭州市","ownership":"franchise","status":"open","address":"延安路98号","lat":null,"lon":null,"opened_on":"2022-09-09","head":null,"supervisor":"Z02","franchisee":null,"phone":null,"zone":null,"tags":["商圈"],"attributes":{"营业面积":"64"}}
]
$ dudao store export --supervisor Z01 --format jsonl
{"code":"S001","name":"静安寺店","kind":"store","parent":"上海市/上海市","ownership":"owned","status":"open","address":"南京西路1728号","lat":null,"lon":null,"opened_on":"2019-05-01","head":"H001","supervisor":"Z01","franchisee":null,"phone":null,"zone":null,"tags":["商圈","旗舰"],"attributes":{"营业面积":"120"}}
{"code":"S002","name":"五角场店","kind":"store","parent":"上海市/上海市","ownership":"franchise","status":"open","address":"邯郸路600号","lat":null,"lon":null,"opened_on":"2021-03-15","head":"H002","supervisor":"Z01","franchisee":null,"phone":null,"zone":null,"tags":[],"attributes":{"营业面积":"86"}}
$ dudao store export --excel -o stores.csv
! 11 stores are in stores.csv
$ dudao store import stores.csv
11 rows: 0 added, 0 changed, 11 unchanged, 0 rejected
$ dudao store export --format json -o stores.json && dudao store import stores.json
11 rows: 0 added, 0 changed, 11 unchanged, 0 rejected
! 11 stores are in stores.json
$ dudao store export -o stores.xlsx && dudao store import stores.xlsx
11 rows: 0 added, 0 changed, 11 unchanged, 0 rejected
! 11 stores are in stores.xlsx
$ dudao store export --format xlsx | dudao store import -
11 rows: 0 added, 0 changed, 11 unchanged, 0 rejected
$ dudao store export -o Z02.XLSX --supervisor Z02 --format csv && cat Z02.XLSX
code,name,kind,parent,ownership,status,address,lat,lon,opened_on,head,supervisor,franchisee,phone,zone,tags,营业面积
S003,西湖银泰店,store,浙江省/杭州市,franchise,open,延安路98号,,,2022-09-09,,Z02,,,,商圈,64
S004,宁波天一店,store,浙江省/宁波市,owned,open,中山东路188号,,,,,Z02,,,,,
! 2 stores are in Z02.XLSX
$ dudao store export --tag 无
code,name,kind,parent,ownership,status,address,lat,lon,opened_on,head,supervisor,franchisee,phone,zone,tags,营业面积
[1]
$ dudao store export --excel --format json
! dudao: error E2001: the command line is wrong: --format excludes --excel
!   See --help.
[2]
$ dudao store export --format xls
! dudao: error E3010: 'xls' is no kind of file
!   Did you mean 'xlsx'? Allowed are: csv, json, jsonl, xlsx.
[2]
$ dudao store export -o no/such/folder.csv
! dudao: error E6050: 'no/such/folder.csv' cannot be written: No such file or directory
!   Check permissions and free space.
[6]
