# Photos and papers that prove an answer: taken over, found again, and what was changed or lost.
$ . "$FIXTURES/shop.sh"
$ mkdir photos && printf '\377\330\377\340 expired milk' > photos/牛奶.jpg && printf '%%PDF-1.4 log' > photos/log.pdf
$ cat > photos/list.csv <<END
> 门店编号,检查时间,检查人,检查项,结果,数值,备注,照片
> S001,2026-11-03 10:00,Z01,F01,F,,过期两盒,牛奶.jpg
> S001,2026-11-03 10:00,Z01,F03,,7,,log.pdf；牛奶.jpg
> END
$ at '2026-11-04 10:00' Z01 dudao inspect import photos/list.csv --checklist tea --dry-run
2 rows: 1 visits would be added, 0 unchanged, 0 rows rejected
2 answers, 2 issues would be raised, 0 planned visits fulfilled, 1 visits incomplete
$ find evidence -type f
$ at '2026-11-04 10:00' Z01 dudao inspect import photos/list.csv --checklist tea
2 rows: 1 visits added, 0 unchanged, 0 rows rejected
2 answers, 2 issues raised, 0 planned visits fulfilled, 1 visits incomplete
$ find evidence -type f | sort
evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg
evidence/ba/babae41d5f413296f0eaedbfd9bf98e9cd567508d4106ba07d249f36d978963d.pdf
$ dudao inspect show "$(visit_of S001)" | sed -n '/^Evidence/,/^$/p'
Evidence
F01  evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg
F03  evidence/ba/babae41d5f413296f0eaedbfd9bf98e9cd567508d4106ba07d249f36d978963d.pdf
F03  evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg

$ dudao evidence check
! files checked: 3
$ dudao evidence check --all --json
{"schema_version":1,"evidence":[{"kind":"inspection","id":"01M6FJ4Z80QQ0C7T6W7FZY1AXH","unit":"S001","item":"F01","digest":"2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490","state":"kept","first":null,"path":"$WORK/shop/evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg"},{"kind":"inspection","id":"01M6FJ4Z80QQ0C7T6W7FZY1AXH","unit":"S001","item":"F03","digest":"babae41d5f413296f0eaedbfd9bf98e9cd567508d4106ba07d249f36d978963d","state":"kept","first":null,"path":"$WORK/shop/evidence/ba/babae41d5f413296f0eaedbfd9bf98e9cd567508d4106ba07d249f36d978963d.pdf"},{"kind":"inspection","id":"01M6FJ4Z80QQ0C7T6W7FZY1AXH","unit":"S001","item":"F03","digest":"2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490","state":"kept","first":null,"path":"$WORK/shop/evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg"}],"truncated":false}
! files checked: 3
$ echo more >> "$(find evidence -name '*.pdf')" && rm "$(find evidence -name '*.jpg')"
$ dudao evidence check
Kind        Id     Store  Item  State    File
----------  -----  -----  ----  -------  ---------------------------------------
inspection  Y1AXH  S001   F01   missing  2a8a0775290ba6be9c48fca0d5f06fc5a09274…
inspection  Y1AXH  S001   F03   altered  evidence/ba/babae41d5f413296f0eaedbfd9…
inspection  Y1AXH  S001   F03   missing  2a8a0775290ba6be9c48fca0d5f06fc5a09274…
! files checked: 3
[1]
$ dudao inspect show "$(visit_of S001)" | sed -n '/^Evidence/,/^$/p'
Evidence
F01  2a8a0775290b… is not here
F03  evidence/ba/babae41d5f413296f0eaedbfd9bf98e9cd567508d4106ba07d249f36d978963d.pdf
F03  2a8a0775290b… is not here

# The list again brings the files back.
$ dudao inspect import photos/list.csv --checklist tea
2 rows: 0 visits added, 1 unchanged, 0 rows rejected
2 answers, 0 issues raised, 0 planned visits fulfilled, 0 visits incomplete
$ dudao evidence check
! files checked: 3
# The steps of a rectification bring files of their own.
$ issue=$(issue_of S001 F01)
$ printf '\211PNG\r\n\032\n new milk' > photos/after.png
$ at '2026-11-05 10:00' H001 dudao rectify plan "$issue" --measure 换货 --owner H001 >/dev/null
$ at '2026-11-06 10:00' H001 dudao rectify submit "$issue" --evidence photos/after.png --evidence photos/牛奶.jpg
9XTR9 S001 原料全部在有效期内: submitted
$ at '2026-11-06 11:00' H001 dudao rectify submit "$issue" --evidence photos/list.csv
! dudao: error E3058: 'photos/list.csv' is no photo, paper or recording that is kept as evidence
!   Kept are jpg, png, heic, webp, pdf, mp4, m4a, mp3, wav; the content decides, not the name.
[3]
$ dudao issue show "$issue" | sed -n '/^Evidence/,$p'
Evidence
Found      evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg
submitted  evidence/ab/abad290ccaa832b38fbdcbec1acbb281a310e6f8ad45d215aa036943fa09fb5f.png
submitted  evidence/2a/2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490.jpg
$ dudao issue show "$issue" --json | tr '{' '\n' | grep -o '"event":"submitted".*"evidence":.*'
"event":"submitted","at":"2026-11-06T02:00:00Z","day":"2026-11-06","actor":"H001","device":"D1","note":null,"cause":null,"person":null,"due":null,"number":null,"other":null,"evidence":["abad290ccaa832b38fbdcbec1acbb281a310e6f8ad45d215aa036943fa09fb5f","2a8a0775290ba6be9c48fca0d5f06fc5a09274fd53d65610071b63a17bc42490"],"changes":
$ rm "$(find evidence -name '*.png')"
$ dudao evidence check
Kind   Id     Store  Item  State    File
-----  -----  -----  ----  -------  --------------------------------------------
issue  9XTR9  S001         missing  abad290ccaa832b38fbdcbec1acbb281a310e6f8ad4…
! files checked: 5
[1]
$ dudao db verify -q | head -1
7 entries and 89 rows are as they were written
$ DUDAO_ACTOR=Z01
$ sed -i 's/log.pdf；牛奶.jpg/list.csv/; s/10:00/11:00/' photos/list.csv
$ dudao inspect import photos/list.csv --checklist tea
! dudao: photos/list.csv:3:35: error E3058: 'photos/list.csv' is no photo, paper or recording that is kept as evidence
!   Kept are jpg, png, heic, webp, pdf, mp4, m4a, mp3, wav; the content decides, not the name.
[3]
# A picture that was used before somewhere else, and one that a refused list left behind.
$ printf '\377\330\377 another' > photos/other.jpg
$ sed '2!d; s/^S001/S002/; s/11:00/12:00/' photos/list.csv | sed '1i 门店编号,检查时间,检查人,检查项,结果,数值,备注,照片' > photos/again.csv
$ dudao inspect import photos/again.csv --checklist tea
1 rows: 1 visits added, 0 unchanged, 0 rows rejected
1 answers, 1 issues raised, 0 planned visits fulfilled, 1 visits incomplete
$ sed 's/牛奶.jpg/other.jpg;list.csv/; s/12:00/13:00/' photos/again.csv > photos/wrong.csv
$ dudao inspect import photos/wrong.csv --checklist tea
! dudao: photos/wrong.csv:2:39: error E3058: 'photos/list.csv' is no photo, paper or recording that is kept as evidence
!   Kept are jpg, png, heic, webp, pdf, mp4, m4a, mp3, wav; the content decides, not the name.
[3]
$ dudao evidence check
Kind        Id     Store  Item  State                File
----------  -----  -----  ----  -------------------  ---------------------------
inspection  2FT11  S002   F01   reused (S001 Y1AXH)  evidence/2a/2a8a0775290ba6…
issue       9XTR9  S001         missing              abad290ccaa832b38fbdcbec1a…
-           -                   orphan               evidence/3f/3fd03bc6c00785…
! files checked: 7
[1]
