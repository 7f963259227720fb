# Reports as CSV, for programs and for Excel.
$ . "$FIXTURES/shop.sh"
$ planned >/dev/null; visited >/dev/null
! answers without a photo or file: 1
$ DUDAO_NOW='2026-11-30 18:00' DUDAO_ACTOR=Y01
$ dudao report month 2026-11 --format csv | sed -n '1,12p;/^regions/p'
figure,value
schema_version,1
report,month
month,2026-11
period.text,2026-11
period.first,2026-11-01
period.last,2026-11-30
today,2026-11-30
timezone,Asia/Shanghai
chain,鲜果时光
scope,
units.kind,
regions[上海市].code,上海市
regions[上海市].name,上海市
regions[上海市].units,2
regions[上海市].coverage.part,2
regions[上海市].coverage.whole,2
regions[上海市].coverage.percent,100
regions[上海市].visits,2
regions[上海市].mean,72
regions[上海市].passed.part,1
regions[上海市].passed.whole,2
regions[上海市].passed.percent,50
regions[上海市].issues,2
regions[上海市].overdue,2
regions[浙江省].code,浙江省
regions[浙江省].name,浙江省
regions[浙江省].units,2
regions[浙江省].coverage.part,1
regions[浙江省].coverage.whole,2
regions[浙江省].coverage.percent,50
regions[浙江省].visits,1
regions[浙江省].mean,26
regions[浙江省].passed.part,0
regions[浙江省].passed.whole,1
regions[浙江省].passed.percent,0
regions[浙江省].issues,3
regions[浙江省].overdue,3
$ dudao -q report month 2026-11 -o november.csv && head -2 november.csv
figure,value
schema_version,1
$ dudao report month 2026-11 --each region --formats csv,csv-excel,json -o out
! written: 9 reports in out
$ ls out out/2026-11-csv
out:
2026-11-csv
2026-11-csv-excel
2026-11-上海市-csv
2026-11-上海市-csv-excel
2026-11-上海市.json
2026-11-浙江省-csv
2026-11-浙江省-csv-excel
2026-11-浙江省.json
2026-11.json
index.html

out/2026-11-csv:
best.csv
failed_items.csv
figures.csv
issues_by_age.csv
issues_by_category.csv
issues_by_status.csv
issues_by_urgency.csv
matrices.csv
overdue.csv
regions.csv
remarks.csv
remarks_figures.csv
scores_grades.csv
scores_verdicts.csv
trend.csv
trend_grades.csv
visits.csv
worst.csv
$ cat out/2026-11-csv/regions.csv out/2026-11-csv/visits.csv out/2026-11-csv/trend_grades.csv | head -20
code,name,units,coverage.part,coverage.whole,coverage.percent,visits,mean,passed.part,passed.whole,passed.percent,issues,overdue
上海市,上海市,2,2,2,100,2,72,1,2,50,2,2
浙江省,浙江省,2,1,2,50,1,26,0,1,0,3,3
id,day,unit,unit_name,checklist,version,kind,inspector,score,max_score,percentage,grade,verdict
01M6MMC0H0G3CQF7ADFP3J0YTK,2026-11-05,S003,西湖银泰店,tea,1,routine,Z02,5,20,26,C,gate_failed
01M6JM02J0NTXQVCSD9W7ZDP2K,2026-11-04,S002,五角场店,tea,1,routine,Z01,11,25,44,C,failed
01M6FJ4Z80QQ0C7T6W7FZY1AXH,2026-11-03,S001,静安寺店,tea,1,routine,Z01,25,25,100,A,passed
of,grade,visits
2025-11,A,0
2025-11,B,0
2025-11,C,0
2025-12,A,0
2025-12,B,0
2025-12,C,0
2026-01,A,0
2026-01,B,0
2026-01,C,0
2026-02,A,0
2026-02,B,0
2026-02,C,0
$ head -c 3 out/2026-11-csv-excel/regions.csv | od -An -tx1; head -1 out/2026-11-csv-excel/regions.csv | od -An -c | tail -2
 ef bb bf
   c   e   n   t   ,   i   s   s   u   e   s   ,   o   v   e   r
   d   u   e  \r  \n
$ grep -o 'href="[^"]*"' out/index.html | head -3
href="2026-11-csv/figures.csv"
href="2026-11-csv-excel/figures.csv"
href="2026-11.json"
