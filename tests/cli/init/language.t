# The language of texts: --lang, then DUDAO_LANG, then the locale, then dudao.yaml.
# env: DUDAO_NOW=2026-11-01T09:00:00+08:00
# env: DUDAO_SEED=1
# env: DUDAO_DEVICE=D1
$ dudao --actor admin init . >/dev/null
$ dudao store show S9
! dudao: error E3030: there is no store 'S9'
!   dudao store list shows them.
[3]
$ sed -i 's/^language:.*/language: zh-TW/' dudao.yaml; dudao store show S9
! dudao: 錯誤 E3030: 沒有門市「S9」
!   用 dudao store list 可查看全部門市。
[3]
$ LC_ALL=zh_CN.UTF-8 dudao store show S9
! dudao: 错误 E3030: 没有门店“S9”
!   用 dudao store list 可查看全部门店。
[3]
$ LC_ALL= LANG=zh_CN.UTF-8 dudao store show S9
! dudao: 错误 E3030: 没有门店“S9”
!   用 dudao store list 可查看全部门店。
[3]
$ DUDAO_LANG=en dudao store show S9
! dudao: error E3030: there is no store 'S9'
!   dudao store list shows them.
[3]
$ DUDAO_LANG=en dudao --lang zh-CN store show S9
! dudao: 错误 E3030: 没有门店“S9”
!   用 dudao store list 可查看全部门店。
[3]
$ LC_ALL=fr_FR.UTF-8 dudao store show S9
! dudao: error E3030: there is no store 'S9'
!   dudao store list shows them.
[3]
$ LC_ALL=zh_HK.UTF-8 dudao store show S9
! dudao: 錯誤 E3030: 沒有門市「S9」
!   用 dudao store list 可查看全部門市。
[3]
# What scripts read is the same in every language.
$ dudao --lang zh-CN people list --json
{"schema_version":1,"people":[{"code":"admin","name":"admin","roles":["supervisor","head","manager","approver","analyst","admin","service"],"unit":null,"phone":null,"email":null}],"truncated":false}
$ dudao --lang klingon people list --json
! dudao: error E2008: 'klingon' is no value for --lang
!   See --help.
[2]
