# Stores that look like one under several codes.
$ . "$FIXTURES/shop.sh"
$ dudao store duplicates
[1]
$ cat >more.csv <<END
> code,name,address,lat,lon,status
> S005,静安寺店,南京西路１７２８ 号,,,open
> S006,银泰店,,30.2537,120.1601,open
> S007,西湖银泰店,,30.2540,120.1601,open
> S008,西湖银泰店,延安路98号,,,closed
> END
$ dudao store import more.csv
4 rows: 4 added, 0 changed, 0 unchanged, 0 rejected
$ dudao store duplicates
Group  Code  Name        Region           Address             Why
-----  ----  ----------  ---------------  ------------------  ------------------
1      S001  静安寺店    上海市 / 上海市  南京西路1728号      same name and add…
1      S005  静安寺店                     南京西路１７２８ …  same name and add…
2      S006  银泰店                                           alike within 34 m
2      S007  西湖银泰店                                       alike within 34 m
$ dudao store duplicates --all --json
{"schema_version":1,"duplicates":[{"same_address":true,"metres":null,"stores":[{"code":"S001","name":"静安寺店","kind":"store","ownership":"owned","region":"上海市 / 上海市","address":"南京西路1728号","lat":null,"lon":null,"status":"open","opened_on":"2019-05-01","head":"H001","supervisor":"Z01","franchisee":null,"phone":null,"parent":"上海市/上海市","zone":null,"tags":["商圈","旗舰"],"attributes":{"营业面积":"120"}},{"code":"S005","name":"静安寺店","kind":"store","ownership":null,"region":null,"address":"南京西路１７２８ 号","lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":{}}]},{"same_address":true,"metres":null,"stores":[{"code":"S003","name":"西湖银泰店","kind":"store","ownership":"franchise","region":"浙江省 / 杭州市","address":"延安路98号","lat":null,"lon":null,"status":"open","opened_on":"2022-09-09","head":null,"supervisor":"Z02","franchisee":null,"phone":null,"parent":"浙江省/杭州市","zone":null,"tags":["商圈"],"attributes":{"营业面积":"64"}},{"code":"S008","name":"西湖银泰店","kind":"store","ownership":null,"region":null,"address":"延安路98号","lat":null,"lon":null,"status":"closed","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":{}}]},{"same_address":false,"metres":34,"stores":[{"code":"S006","name":"银泰店","kind":"store","ownership":null,"region":null,"address":null,"lat":30.2537,"lon":120.1601,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":{}},{"code":"S007","name":"西湖银泰店","kind":"store","ownership":null,"region":null,"address":null,"lat":30.254,"lon":120.1601,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":{}}]}],"truncated":false}
$ dudao store duplicates --region 浙江省
[1]
