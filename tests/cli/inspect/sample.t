# Records are drawn at random, and the same ones each time.
$ seq 1 1000 | sed 's/.*/O&,外卖/; 1~3s/外卖/堂食/; 1i 订单,渠道' > orders.csv
$ dudao inspect sample orders.csv --size 3 --seed 7
订单,渠道
O206,外卖
O747,外卖
O808,堂食
! 3 of 1000 records, seed 7
$ dudao inspect sample orders.csv --size 3 --seed 7 --by 渠道 --json
{"schema_version":1,"population":1000,"size":3,"seed":7,"letter":null,"accept":null,"severity":"normal","switching_score":null,"strata":[{"name":"堂食","records":334,"drawn":1},{"name":"外卖","records":666,"drawn":2}],"lines":[13,176,759]}
# The size of GB/T 2828.1, by the lot, the level and the acceptance quality limit.
$ dudao inspect sample orders.csv --aql 2.5 --seed 7 --output sample.csv && wc -l < sample.csv
81
! 80 of 1000 records, seed 7
! code letter J, AQL 2.5: accept with up to 5 defects, reject from 6
$ dudao inspect sample orders.csv --aql 2.5 --seed 7 --level S-2 --output sample.csv
! 5 of 1000 records, seed 7
! code letter C, AQL 2.5: accept with up to 0 defects, reject from 1
$ dudao inspect sample orders.csv --aql 2.5 --seed 7 --history ARAR --output sample.csv
! tightened inspection
! 80 of 1000 records, seed 7
! code letter J, AQL 2.5: accept with up to 3 defects, reject from 4
# Lots with their defects add to the switching score; reduced inspection is used where it may be.
$ dudao inspect sample orders.csv --seed 7 --history 0/1200,1/1200,2/1200,0/900 --output sample.csv
! normal inspection, switching score 3
! 80 of 1000 records, seed 7
! code letter J, AQL 1: accept with up to 2 defects, reject from 3
$ dudao inspect sample orders.csv --seed 7 --history 0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200 --output sample.csv
! normal inspection, switching score 30
! reduced inspection may be used: --may-reduce, where lots come steadily and whoever is responsible wants it
! 80 of 1000 records, seed 7
! code letter J, AQL 1: accept with up to 2 defects, reject from 3
$ dudao inspect sample orders.csv --seed 7 --history 0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,0/1200,1/1200 --may-reduce --output sample.csv
! reduced inspection
! 32 of 1000 records, seed 7
! code letter J, AQL 1: accept with up to 1 defects, reject from 2
$ dudao inspect sample orders.csv --seed 7 --history RRRRRRR --output sample.csv
! tightened inspection
! five lots were rejected under tightened inspection: improve before going on
! 80 of 1000 records, seed 7
! code letter J, AQL 1: accept with up to 1 defects, reject from 2
$ dudao inspect sample orders.csv --history 1/0
! dudao: error E2008: '1/0' is no value for --history
!   See --help.
[2]
$ dudao inspect sample orders.csv --aql 3
! dudao: error E2008: '3' is no value for --aql
!   See --help.
[2]
$ dudao inspect sample orders.csv --by 门店
! dudao: error E2008: '门店' is no value for --by
!   See --help.
[2]
$ dudao inspect sample orders.csv --size 1001
! dudao: error E2008: '1001' is no value for --size
!   See --help.
[2]
$ dudao inspect sample orders.csv --history AX
! dudao: error E2008: 'AX' is no value for --history
!   See --help.
[2]
$ dudao inspect sample nothing.csv
! dudao: error E3050: there is no file 'nothing.csv'
!   Check the name and the folder.
[3]
