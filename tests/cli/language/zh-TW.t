# env: DUDAO_LANG=zh-TW
# env: DUDAO_SEED=1
# env: DUDAO_DEVICE=TEST
# env: DUDAO_NOW=2026-11-05T09:00:00+08:00
# What people read in this language; what they type stays English.
$ dudao rectify --help
改善：擬措施、報進度、提報、驗收或退回、台帳

用法： dudao rectify …

指令：
  plan      擬定改善措施並指定負責人
  progress  回報改善進度
  submit    回報改善完成，等待驗收
  accept    改善驗收通過，缺失結案
  reject    驗收退回，重新擬定措施
  extend    申請改善展延
  grant     核准展延申請
  refuse    駁回展延申請
  ledger    匯出改善台帳

選項：
  -h,--help  顯示本說明

所有指令通用的選項：
  -h,--help              顯示本說明
  --version              顯示版本
  -C DIR                 在此資料夾中執行
  --db FILE|URL          資料庫：檔案，或 postgresql://…
  --actor CODE           操作人員的代號
  --lang LANG            語言：zh-CN、zh-TW 或 en
  --now TIME             以此時刻作為目前時間
  --ambiguous-width 1|2  … “ ” ① 等字元在您的終端機中占幾欄：1 或 2
  --no-color             不使用色彩
  -q,--quiet             不在標準錯誤輸出提示訊息
# Wrong usage says what to do.
$ dudao store
! dudao: 錯誤 E2010: 「store」後面還需要指令
!   可用的指令請參閱 --help。
[2]
$ dudao store lst
! dudao: 錯誤 E2002: 沒有指令「lst」
!   您要寫的是「list」嗎？
[2]
$ dudao store list --limit
! dudao: 錯誤 E2011: 缺少 --limit N
!   請參閱 --help。
[2]
$ dudao store list --limit abc
! dudao: 錯誤 E2008: 「abc」不能用作 --limit 的值
!   請參閱 --help。
[2]
$ dudao store list --limit 1 --limit 2
! dudao: 錯誤 E2012: 多了「--limit」
!   請參閱 --help。
[2]
$ dudao store list --ownership zzz
! dudao: 錯誤 E3010: 「zzz」不是有效的經營型態
!   可以填寫：owned, franchise, joint, managed。
[2]
$ dudao store list --ownership owne
! dudao: 錯誤 E3010: 「owne」不是有效的經營型態
!   您要寫的是「owned」嗎？可以填寫：owned, franchise, joint, managed。
[2]
$ export DUDAO_ACTOR=admin
$ dudao init shop --name 示例
工作區 $WORK/shop 已就緒；admin 擁有全部權限
$ cd shop
$ cat > people.csv <<END
> code,name,roles
> M01,陈明,manager
> A01,林立,"approver,analyst"
> S01,王芳,supervisor
> END
$ dudao people import people.csv
共 3 筆：新增 3，修改 0，不變 0，退回 0
$ dudao people list
代號   姓名   角色
-----  -----  ------------------------------------------------------------
A01    林立   簽核人、分析人員
M01    陈明   營運主管
S01    王芳   督導
admin  admin  督導、單位主管、營運主管、簽核人、分析人員、系統管理員、客服
# A list of words of ours is translated word by word.
$ dudao --actor M01 plan create 2026-11 --kind supervision
9QF75 2026-11 2026-11 督導計畫：草稿
$ dudao --actor S01 plan create 2026-12 --kind supervision
X2AMW 2026-12 2026-12 督導計畫：草稿
$ dudao --actor M01 plan publish 2026-11
! dudao: 錯誤 E4001: 目前狀態為「草稿」，不能「發布」
!   目前可執行的操作：提交。
[4]
$ dudao --actor M01 plan submit 2026-11
9QF75 2026-11 2026-11 督導計畫：待簽核
$ dudao --actor M01 plan return 2026-11 --reason
! dudao: 錯誤 E2011: 缺少 --reason
!   請參閱 --help。
[2]
