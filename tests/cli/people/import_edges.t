# The workspace comes with a place for one's own names of columns.
$ . "$FIXTURES/shop.sh"
$ grep -c '^stores: {}' headers.yaml
1
$ printf 'people:\n  code: [胸牌号]\n' >headers.yaml
$ printf '胸牌号,姓名\nB7,赵六\n' | dudao people import - --dry-run
1 rows: 1 would be added, 0 changed, 0 unchanged, 0 rejected
