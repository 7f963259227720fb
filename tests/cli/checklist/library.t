# Ready checklists: list them, copy some into the workspace, check and publish them.
$ . "$FIXTURES/shop.sh"
$ dudao checklist library --json | tr '{' '\n' | grep -c '"code"'
30
$ dudao checklist library | head -4
Code                  Title                   Items  For                 Version
--------------------  ----------------------  -----  ------------------  -------
competitor-visit      Competitor visit           36  store department …  2026.1
complaint-handling    Complaint handling         30  store department …  2026.1
$ dudao --lang zh-CN checklist library | head -4
编号                  名称                  项数  适用                    版本
--------------------  --------------------  ----  ----------------------  ------
competitor-visit      同行调查表              36  门店 部门 区域 分公司   2026.1
complaint-handling    客诉处理检查表          30  门店 部门 线上 分公司   2026.1
$ dudao --lang zh-TW checklist library | grep -E 'food|fire'
fire-safety           安全消防檢核表            33  門市 倉庫 部門 分公…  2026.1
food-daily            食品安全每日管控檢核表    33  門市                  2026.1
food-monthly          食品安全每月調度檢核表    30  總部 分公司 區域 門…  2026.1
food-weekly           食品安全每週排查檢核表    31  門市                  2026.1
$ dudao checklist library --json | tr '{' '\n' | grep '"food-daily"'
"code":"food-daily","version":"2026.1","title":"食品安全日管控检查表","sections":6,"items":33,"kinds":["store"]},
# A new workspace has the one to begin with.
$ ls checklists
qsc-store.yaml
$ dudao checklist copy fire-safety food-daily
$WORK/shop/checklists/fire-safety.yaml written
$WORK/shop/checklists/food-daily.yaml written
$ dudao checklist publish checklists/fire-safety.yaml
fire-safety@2026.1 published: 安全消防检查表, 33 items
! department 培训部 did not exist and was made
! department 安全部 did not exist and was made
# The same again does nothing; a changed file is replaced only when that is asked for.
$ dudao checklist copy fire-safety
$WORK/shop/checklists/fire-safety.yaml is there already, nothing to do
$ echo '# ours' >> checklists/fire-safety.yaml
$ dudao checklist copy open-close fire-safety
$WORK/shop/checklists/open-close.yaml written
! kept as it is: $WORK/shop/checklists/fire-safety.yaml
$ ls checklists
fire-safety.yaml
food-daily.yaml
open-close.yaml
qsc-store.yaml
$ dudao checklist copy open-close fire-safety --force --json
{"schema_version":1,"files":[{"code":"open-close","path":"$WORK/shop/checklists/open-close.yaml","written":false},{"code":"fire-safety","path":"$WORK/shop/checklists/fire-safety.yaml","written":true}]}
$ dudao checklist copy --all --to ../all && ls ../all | wc -l
../all/competitor-visit.yaml written
../all/complaint-handling.yaml written
../all/data-sampling.yaml written
../all/delivery.yaml written
../all/ecommerce-daily.yaml written
../all/fire-safety.yaml written
../all/food-daily.yaml written
../all/food-monthly.yaml written
../all/food-weekly.yaml written
../all/franchise-compliance.yaml written
../all/key-account-visit.yaml written
../all/manager-on-duty.yaml written
../all/member-service.yaml written
../all/merchandise-display.yaml written
../all/open-close.yaml written
../all/process-compliance.yaml written
../all/product-launch.yaml written
../all/product-quality.yaml written
../all/promotion.yaml written
../all/purchasing.yaml written
../all/qsc-store.yaml written
../all/risk-control.yaml written
../all/service-quality.yaml written
../all/shift-handover.yaml written
../all/staff-interview.yaml written
../all/stocktaking.yaml written
../all/store-opening.yaml written
../all/team-collaboration.yaml written
../all/warehouse-5s.yaml written
../all/work-efficiency.yaml written
30
$ dudao -q checklist lint ../all/*.yaml
# Mistakes.
$ dudao checklist copy fire-saftey
! dudao: error E3010: 'fire-saftey' is no ready checklist
!   Did you mean 'fire-safety'? Allowed are: competitor-visit, complaint-handling, data-sampling, delivery, ecommerce-daily, fire-safety, food-daily, food-monthly, food-weekly, franchise-compliance, key-account-visit, manager-on-duty, member-service, merchandise-display, open-close, process-compliance, product-launch, product-quality, promotion, purchasing, qsc-store, risk-control, service-quality, shift-handover, staff-interview, stocktaking, store-opening, team-collaboration, warehouse-5s, work-efficiency.
[3]
$ dudao --lang zh-CN checklist copy fire-saftey
! dudao: 错误 E3010: “fire-saftey”不是有效的现成检查表
!   您要写的是“fire-safety”吗？可以填写：competitor-visit, complaint-handling, data-sampling, delivery, ecommerce-daily, fire-safety, food-daily, food-monthly, food-weekly, franchise-compliance, key-account-visit, manager-on-duty, member-service, merchandise-display, open-close, process-compliance, product-launch, product-quality, promotion, purchasing, qsc-store, risk-control, service-quality, shift-handover, staff-interview, stocktaking, store-opening, team-collaboration, warehouse-5s, work-efficiency。
[3]
$ dudao checklist copy
! dudao: error E2011: CODE is missing
!   See --help.
[2]
$ cd .. && dudao checklist copy fire-safety
! dudao: error E2004: there is no workspace in '$WORK' or above it
!   Make one with dudao init, or name a store with --db.
[2]
