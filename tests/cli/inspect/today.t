# The visits of a day in the order to go, with what is known of each store.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null && visited >/dev/null 2>&1
$ at '2026-11-09 09:00' Z02 dudao inspect today
Store            Checklist  Until       Last visit  Open issues
---------------  ---------  ----------  ----------  -----------
S004 宁波天一店  tea        2026-11-30  -           0
$ at '2026-11-09 09:00' Z01 dudao inspect today
! no plan has a visit for this person that could be made on 2026-11-09
[1]
$ dudao inspect today --inspector nobody
! dudao: error E3031: there is no person 'nobody'
!   Import people first, or write the code.
[3]
# Next month: two visits a store, so that one may be late; what failed in November is known.
$ at '2026-12-01 09:00' M01 dudao plan create 2026-12 --checklist tea --per-store 2 >/dev/null
$ at '2026-12-01 09:05' M01 dudao plan generate 2026-12 >/dev/null && at '2026-12-01 09:10' M01 dudao plan submit 2026-12 >/dev/null
$ at '2026-12-01 10:00' M02 dudao plan approve 2026-12 >/dev/null && at '2026-12-01 11:00' A01 dudao plan approve 2026-12 >/dev/null
$ at '2026-12-01 12:00' M01 dudao plan publish 2026-12 >/dev/null
$ put() { dudao -q store edit "$1" --set "lat=$2" --set "lon=$3" >/dev/null; }
$ put S001 31.2 121.4 && put S002 31.3 121.5 && put S003 30.2 120.1 && put S004 29.8 121.5
$ at '2026-12-20 09:00' Z01 dudao inspect today
Store          Checklist  Until       Last visit        Open issues
-------------  ---------  ----------  ----------------  -------------
S001 静安寺店  tea        2026-12-15  100.0% A          0
S002 五角场店  tea        2026-12-15  44.0% C: F02 F03  2 (2 overdue)
$ at '2026-12-20 09:00' Z01 dudao inspect today --day 2026-12-02 --json
{"schema_version":1,"visits":[{"unit":"S001","unit_name":"静安寺店","address":"南京西路1728号","lat":31.2,"lon":121.4,"checklist":"tea","kind":"routine","from":"2026-12-01","to":"2026-12-15","day":null,"last":{"inspection":"01M6FJ4Z80QQ0C7T6W7FZY1AXH","day":"2026-11-03","percentage":100,"grade":"A","failed":[]},"open_issues":0,"overdue_issues":0,"due":[]},{"unit":"S002","unit_name":"五角场店","address":"邯郸路600号","lat":31.3,"lon":121.5,"checklist":"tea","kind":"routine","from":"2026-12-01","to":"2026-12-15","day":null,"last":{"inspection":"01M6JM02J0NTXQVCSD9W7ZDP2K","day":"2026-11-04","percentage":44,"grade":"C","failed":["F02","F03"]},"open_issues":2,"overdue_issues":2,"due":[]}],"truncated":false}
$ at '2026-12-20 09:00' Z01 dudao inspect today --limit 1
Store          Checklist  Until       Last visit  Open issues
-------------  ---------  ----------  ----------  -----------
S001 静安寺店  tea        2026-12-15  100.0% A    0
! there are more than the 1 shown
