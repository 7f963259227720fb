# env: DUDAO_LANG=zh-CN
# env: DUDAO_SEED=1
# env: DUDAO_DEVICE=TEST
# env: DUDAO_NOW=2026-11-05T09:00:00+08:00
# What people read in this language; what they type stays English.
$ dudao rectify --help
整改：定措施、报进度、提交、验收或退回、台账

用法： dudao rectify …

命令：
  plan      制定整改措施并指定责任人
  progress  报告整改进度
  submit    报告整改完成，等待验收
  accept    整改验收通过，问题销号
  reject    验收退回，重新制定措施
  extend    申请整改延期
  grant     批准延期申请
  refuse    驳回延期申请
  ledger    导出整改台账

选项：
  -h,--help  显示本帮助

所有命令通用的选项：
  -h,--help              显示本帮助
  --version              显示版本
  -C DIR                 在此文件夹中运行
  --db FILE|URL          数据库：文件，或 postgresql://…
  --actor CODE           操作人的编号
  --lang LANG            语言：zh-CN、zh-TW 或 en
  --now TIME             以此时刻作为当前时间
  --ambiguous-width 1|2  … “ ” ① 等字符在您的终端中占几列：1 或 2
  --no-color             不使用颜色
  -q,--quiet             不在标准错误输出提示信息
# Wrong usage says what to do.
$ dudao store
! dudao: 错误 E2010: “store”后面还需要命令
!   可用的命令请参阅 --help。
[2]
$ dudao store lst
! dudao: 错误 E2002: 没有命令“lst”
!   您要写的是“list”吗？
[2]
$ dudao store list --limit
! dudao: 错误 E2011: 缺少 --limit N
!   请参阅 --help。
[2]
$ dudao store list --limit abc
! dudao: 错误 E2008: “abc”不能用作 --limit 的值
!   请参阅 --help。
[2]
$ dudao store list --limit 1 --limit 2
! dudao: 错误 E2012: 多了“--limit”
!   请参阅 --help。
[2]
$ dudao store list --ownership zzz
! dudao: 错误 E3010: “zzz”不是有效的经营方式
!   可以填写：owned, franchise, joint, managed。
[2]
$ dudao store list --ownership owne
! dudao: 错误 E3010: “owne”不是有效的经营方式
!   您要写的是“owned”吗？可以填写：owned, franchise, joint, managed。
[2]
$ export DUDAO_ACTOR=admin
$ dudao init shop --name 示例
工作区 $WORK/shop 已就绪；admin 拥有全部权限
$ cd shop
$ cat > people.csv <<END
> code,name,roles
> M01,陈明,manager
> A01,林立,"approver,analyst"
> S01,王芳,supervisor
> END
$ dudao people import people.csv
共 3 行：新增 3，修改 0，不变 0，拒绝 0
$ dudao people list
编号   姓名   角色
-----  -----  --------------------------------------------------------
A01    林立   审批人、分析员
M01    陈明   运营主管
S01    王芳   督导
admin  admin  督导、单位负责人、运营主管、审批人、分析员、管理员、客服
# A list of words of ours is translated word by word.
$ dudao --actor M01 plan create 2026-11 --kind supervision
9QF75 2026-11 2026-11 督导计划：草稿
$ dudao --actor S01 plan create 2026-12 --kind supervision
X2AMW 2026-12 2026-12 督导计划：草稿
$ dudao --actor M01 plan publish 2026-11
! dudao: 错误 E4001: 当前状态为“草稿”，不能“发布”
!   当前可执行的操作：提交。
[4]
$ dudao --actor M01 plan submit 2026-11
9QF75 2026-11 2026-11 督导计划：待审批
$ dudao --actor M01 plan return 2026-11 --reason
! dudao: 错误 E2011: 缺少 --reason
!   请参阅 --help。
[2]
