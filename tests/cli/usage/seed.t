# DUDAO_SEED fixes every id, and no two commands draw the same one, even where the clock stands still.
$ . "$FIXTURES/shop.sh"
$ export DUDAO_SEED=7
$ at '2026-11-01 10:00' M01 dudao plan create 2026-11 --checklist tea --title one --json | grep -o '"id":"[^"]*"' >first
$ at '2026-11-01 10:00' M01 dudao plan create 2026-12 --checklist tea --title two --json | grep -o '"id":"[^"]*"' >second
$ cmp -s first second
[1]
