# Help for everything, in every language; asked for, it goes to standard output.
$ dudao --help
Operations supervision of chains, from plan to report

Usage: dudao …

Commands:
  init       Make a workspace: settings, checklists, store
  people     People: supervisors, heads, approvers
  store      Stores and other units
  checklist  Checklists: check, publish, show
  plan       Plans: draft, approve, publish, follow
  inspect    Rounds and visits: do, import, show, explain
  evidence   Photos and papers that prove what was seen
  issue      Issues: list, show, raise, assign
  rectify    Rectification: plan, progress, submit, accept or reject, ledger
  report     Reports
  db         The store's data: verify, log, migrate

Options:
  -h,--help              Print this help
  --version              Print the version
  -C DIR                 Work in this folder
  --db FILE|URL          Store: a file, or postgresql://…
  --actor CODE           Code of the person who acts
  --lang LANG            Language: zh-CN, zh-TW or en
  --now TIME             Act as if it were this moment
  --ambiguous-width 1|2  Columns that … “ ” ① take in your terminal: 1 or 2
  --no-color             Print without colour
  -q,--quiet             Print no remarks on standard error
$ dudao --version
dudao 0.1.0
$ dudao help plan approve
Approve a plan: one step of the chain

Usage: dudao plan approve PLAN [OPTION …]

Options:
  -h,--help    Print this help
  PLAN         Its period, or the end of its id
  --note TEXT  What there is to say about it
  --json       Print JSON for scripts

Options of every command:
  -h,--help              Print this help
  --version              Print the version
  -C DIR                 Work in this folder
  --db FILE|URL          Store: a file, or postgresql://…
  --actor CODE           Code of the person who acts
  --lang LANG            Language: zh-CN, zh-TW or en
  --now TIME             Act as if it were this moment
  --ambiguous-width 1|2  Columns that … “ ” ① take in your terminal: 1 or 2
  --no-color             Print without colour
  -q,--quiet             Print no remarks on standard error

Example:
  dudao plan approve 2026-11
$ dudao store --help
Stores and other units

Usage: dudao store …

Commands:
  import      Import a list of stores
  list        List stores
  show        Show a store with its last visits and open issues
  edit        Change fields of a store
  close       Mark a store as closed
  history     Show where a store belonged, and since when
  export      Write stores as a list that can be imported again
  duplicates  List stores that look like one under several codes

Options:
  -h,--help  Print this help

Options of every command:
  -h,--help              Print this help
  --version              Print the version
  -C DIR                 Work in this folder
  --db FILE|URL          Store: a file, or postgresql://…
  --actor CODE           Code of the person who acts
  --lang LANG            Language: zh-CN, zh-TW or en
  --now TIME             Act as if it were this moment
  --ambiguous-width 1|2  Columns that … “ ” ① take in your terminal: 1 or 2
  --no-color             Print without colour
  -q,--quiet             Print no remarks on standard error
$ dudao --lang zh-CN rectify reject --help
验收退回，重新制定措施

用法： dudao rectify reject ISSUE --reason TEXT [OPTION …]

选项：
  -h,--help        显示本帮助
  ISSUE            编号的末几位
  --reason TEXT    原因
  --evidence FILE  佐证照片或文件，可重复填写
  --json           输出 JSON，供脚本使用

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

示例：
  dudao rectify reject 7QX2M --reason 复查温度仍超标
# Each verb has an example.
$ for noun in people store checklist plan inspect issue rectify report db; do for verb in $(dudao $noun --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do dudao $noun $verb --help | grep -q "^  dudao $noun $verb" || echo "$noun $verb"; dudao --lang zh-CN $noun $verb --help | grep -q "dudao $noun $verb" || echo "$noun $verb"; done; done
issue task
$ dudao init --help | tail -2
Example:
  dudao init shop --name 鲜果时光 --actor zhang.wei
