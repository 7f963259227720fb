# Stores and other units, narrowed and shown.
$ . "$FIXTURES/shop.sh"
$ dudao store list
Code           Name        Region    Ownership  Status  Supervisor  Address
-------------  ----------  --------  ---------  ------  ----------  ------------
S001           静安寺店    上海市 …  owned      open    Z01         南京西路172…
S002           五角场店    上海市 …  franchise  open    Z01         邯郸路600号
S003           西湖银泰店  浙江省 …  franchise  open    Z02         延安路98号
S004           宁波天一店  浙江省 …  owned      open    Z02         中山东路188…
上海市         上海市                           open
上海市/上海市  上海市      上海市               open
工程部         工程部                           open
浙江省         浙江省                           open
浙江省/宁波市  宁波市      浙江省               open
浙江省/杭州市  杭州市      浙江省               open
运营部         运营部                           open
$ dudao store list --region 浙江省
Code           Name        Region    Ownership  Status  Supervisor  Address
-------------  ----------  --------  ---------  ------  ----------  ------------
S003           西湖银泰店  浙江省 …  franchise  open    Z02         延安路98号
S004           宁波天一店  浙江省 …  owned      open    Z02         中山东路188…
浙江省         浙江省                           open
浙江省/宁波市  宁波市      浙江省               open
浙江省/杭州市  杭州市      浙江省               open
$ dudao store list --ownership franchise --supervisor Z01
Code  Name      Region           Ownership  Status  Supervisor  Address
----  --------  ---------------  ---------  ------  ----------  -----------
S002  五角场店  上海市 / 上海市  franchise  open    Z01         邯郸路600号
$ dudao store list --tag 商圈 --limit 1
Code  Name      Region           Ownership  Status  Supervisor  Address
----  --------  ---------------  ---------  ------  ----------  --------------
S001  静安寺店  上海市 / 上海市  owned      open    Z01         南京西路1728号
! there are more than the 1 shown
$ dudao store list --tag 无
[1]
$ dudao store list --tag 无 --json
{"schema_version":1,"stores":[],"truncated":false}
[1]
$ dudao store list --unit-kind region --json
{"schema_version":1,"stores":[{"code":"上海市","name":"上海市","kind":"region","ownership":null,"region":null,"address":null,"lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":{}},{"code":"上海市/上海市","name":"上海市","kind":"region","ownership":null,"region":"上海市","address":null,"lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":"上海市","zone":null,"tags":[],"attributes":{}},{"code":"浙江省","name":"浙江省","kind":"region","ownership":null,"region":null,"address":null,"lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":null,"zone":null,"tags":[],"attributes":{}},{"code":"浙江省/宁波市","name":"宁波市","kind":"region","ownership":null,"region":"浙江省","address":null,"lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":"浙江省","zone":null,"tags":[],"attributes":{}},{"code":"浙江省/杭州市","name":"杭州市","kind":"region","ownership":null,"region":"浙江省","address":null,"lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":null,"franchisee":null,"phone":null,"parent":"浙江省","zone":null,"tags":[],"attributes":{}}],"truncated":false}
$ dudao store list --ownership rented
! dudao: error E3010: 'rented' is no ownership
!   Allowed are: owned, franchise, joint, managed.
[2]
$ dudao store list --limit none
! dudao: error E2008: 'none' is no value for --limit
!   See --help.
[2]
$ dudao store list --limit -1
! dudao: error E2008: '-1' is no value for --limit
!   See --help.
[2]
$ dudao store show S001
Code        S001
Name        静安寺店
Kind        store
Region      上海市 / 上海市
Ownership   owned
Status      open
Head        H001
Supervisor  Z01
Address     南京西路1728号
Opened      2019-05-01
Tags        商圈, 旗舰
$ dudao store show S001 --json
{"schema_version":1,"store":{"code":"S001","name":"静安寺店","kind":"store","ownership":"owned","region":"上海市 / 上海市","address":"南京西路1728号","lat":null,"lon":null,"status":"open","opened_on":"2019-05-01","head":"H001","supervisor":"Z01","franchisee":null,"phone":null,"parent":"上海市/上海市","zone":null,"tags":["商圈","旗舰"],"attributes":{"营业面积":"120"}},"inspections":[],"issues":[]}
$ dudao store show S004 --json
{"schema_version":1,"store":{"code":"S004","name":"宁波天一店","kind":"store","ownership":"owned","region":"浙江省 / 宁波市","address":"中山东路188号","lat":null,"lon":null,"status":"open","opened_on":null,"head":null,"supervisor":"Z02","franchisee":null,"phone":null,"parent":"浙江省/宁波市","zone":null,"tags":[],"attributes":{}},"inspections":[],"issues":[]}
$ dudao store show S999
! dudao: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
$ dudao store show S999 --json
! dudao: error E3030: there is no store 'S999'
!   dudao store list shows them.
[3]
