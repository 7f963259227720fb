# A checklist is begun, tried and compared without a store.
$ dudao checklist new opening --title 开店检查表 --output opening.yaml
$ dudao checklist lint opening.yaml
! opening.yaml: no errors
$ dudao checklist new opening --output opening.yaml
! dudao: error E6050: 'opening.yaml' cannot be written: File exists
!   Check permissions and free space.
[6]
$ dudao checklist new 开店
! dudao: error E2008: '开店' is no value for CODE
!   See --help.
[2]
$ dudao checklist try opening.yaml --rest P A2=M B1=4
Checklist  opening@1
Scoring    points

Sections
Section   Points  Of   Share  Counts for
--------  ------  --  ------  ----------
第一部分     7.5  10   75.0%       50.00
第二部分      10  10  100.0%       50.00

Where points went
Item  What to look at  Answer   Points    Cost
----  ---------------  -------  ------  ------
A2    地面洁净         partial   2.5/5  -12.50

Result
Before gates and rounding  87.5000%
Percentage                 87.5%
Verdict                    passed
Grade                      B
Not A                      percentage
$ dudao checklist try opening.yaml A2=F B1=6 --json
{"schema_version":1,"checklist":"opening@1","method":"points","raw_percentage":0,"score":0,"max_score":15,"percentage":0,"grade":null,"verdict":"incomplete","sections":[{"id":"A","score":0,"max_score":5,"percentage":0,"counts_for":33.333,"parent":null,"repeat":null,"forfeited":0,"cost":0,"below_pass":false},{"id":"B","score":0,"max_score":10,"percentage":0,"counts_for":66.667,"parent":null,"repeat":null,"forfeited":0,"cost":0,"below_pass":false}],"items":[{"item":"A1","result":"not_checked","points":0,"max_points":0,"cost":0},{"item":"A2","result":"fail","points":0,"max_points":5,"cost":33.3333},{"item":"B1","result":"fail","points":0,"max_points":10,"cost":66.6667}],"critical":[{"item":"B1","effect":"fail","cap":null}],"missed_grades":[]}
$ dudao checklist try opening.yaml A2
! dudao: error E2008: 'A2' is no value for ITEM=ANSWER
!   See --help.
[2]
$ dudao checklist try opening.yaml A9=P
! dudao: error E3043: the checklist has no item 'A9'
!   dudao checklist show lists its items.
[3]
$ dudao checklist try opening.yaml A2=maybe
! dudao: error E3020: 'maybe' is no answer to A2
!   Allowed are: P, M, F, N.
[2]
# Wording does not count; points do.
$ dudao checklist diff opening.yaml opening.yaml
the two say the same
$ sed 's/地面洁净/地面干净/' opening.yaml > worded.yaml
$ dudao checklist diff opening.yaml worded.yaml
Change   Where    Key   Before    After     Affects
-------  -------  ----  --------  --------  -------
changed  item A2  text  地面洁净  地面干净  none
scores of both are comparable
$ sed 's/pass: 80/pass: 85/' opening.yaml > stricter.yaml
$ dudao checklist diff opening.yaml stricter.yaml
Change   Where      Key   Before  After  Affects
-------  ---------  ----  ------  -----  -------
changed  checklist  pass  80      85     verdict
percentages are comparable, verdicts and grades are not
$ sed 's/points: 10/points: 20/' opening.yaml > other.yaml
$ dudao checklist diff opening.yaml other.yaml
Change   Where    Key     Before  After  Affects
-------  -------  ------  ------  -----  -------
changed  item B1  points  10      20     score
scores are not comparable: a trend breaks here
[1]
$ dudao checklist diff opening.yaml other.yaml --json
{"schema_version":1,"changes":[{"change":"changed","place":"item","id":"B1","key":"points","before":"10","after":"20","affects":"score"}],"affects":"score","comparable":false}
[1]
# Where less is better, grades look at what is lost and at the worst part.
$ dudao checklist new hygiene --method penalty > hygiene.yaml
$ dudao checklist try hygiene.yaml --rest P A1=F B1=3
Checklist  hygiene@1
Scoring    penalty

Sections
Section   Points  Of   Share  Counts for
--------  ------  --  ------  ----------
第一部分       5  10   50.0%       50.00
第二部分      10  10  100.0%       50.00

Where points went
Item  What to look at  Answer  Points    Cost
----  ---------------  ------  ------  ------
A1    门头灯箱已打开   fail       0/5  -25.00

Result
Before gates and rounding  75.0000%
Lost points                5
Percentage                 75%
Verdict                    passed
Grade                      A
