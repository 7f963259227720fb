-- The schema of dudao, in the dialect that SQLite and PostgreSQL share (docs/data-model.md).
-- INTEGER, TEXT and BLOB become bigint, text COLLATE "C" and bytea in PostgreSQL; STRICT and
-- WITHOUT ROWID are SQLite's own and left out there.
--
-- Days are civil days counted from 1970-01-01; moments are UTC seconds. Points and percentages are
-- in thousandths. Small numbers that stand for words are explained by table `word`. Keys count from
-- 1 in each store and never leave it; people and files use codes and ids. `tail` is the end of an
-- id as a number. `entry` is the journal entry that wrote the row. Columns after "-- kept" hold what
-- has become of a fact: a fold over its events, kept for speed and made anew by `dudao db verify`.
-- `counts` is 0 for a fact that another one with the same id precedes: two devices recorded it.
-- Visits, their findings and issues refer to other rows without foreign keys: docs/adr/0012. So does
-- the parent of a unit, which has no index either: docs/adr/0013.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE word (
    kind   TEXT NOT NULL,
    number INTEGER NOT NULL,
    name   TEXT NOT NULL,
    PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    key          INTEGER PRIMARY KEY,
    device       TEXT NOT NULL,
    sequence     INTEGER NOT NULL CHECK (sequence >= 1),  -- on its device, without gaps
    hybrid_clock INTEGER NOT NULL,     -- milliseconds × 65536 + a counter: later than all it has seen
    at           INTEGER NOT NULL,
    actor        TEXT NOT NULL,        -- code of a person
    command      TEXT NOT NULL,
    summary      TEXT NOT NULL,
    digests      TEXT NOT NULL,        -- a line for each table: name, rows, SHA-256 or sum of them
    previous     BLOB NOT NULL,        -- hash of the entry before on this device; 32 zeros for the first
    hash         BLOB NOT NULL,        -- SHA-256 over all of the above but key
    UNIQUE (device, sequence),
    UNIQUE (hybrid_clock, device, sequence)
) STRICT;

CREATE TABLE unit (
    key        INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL,
    code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
    parent     INTEGER,
    ownership  INTEGER CHECK (ownership BETWEEN 1 AND 4),
    status     INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
    since      INTEGER NOT NULL,       -- the day from which the affiliation below holds; 0: always
    head       TEXT,                   -- code of a person
    supervisor TEXT,                   -- code of a person
    address    TEXT,
    lat        INTEGER CHECK (lat BETWEEN -900000000 AND 900000000),     -- 1e-7 degree
    lon        INTEGER CHECK (lon BETWEEN -1800000000 AND 1800000000),
    opened_on  INTEGER,
    franchisee TEXT,
    phone      TEXT,
    zone       TEXT,
    tags       TEXT,                   -- sorted, separated by commas
    attributes TEXT,                   -- JSON object of texts: the user's own columns
    hash       INTEGER NOT NULL        -- of all that an import can change
) STRICT;

-- What the affiliation of a unit was before the day `until`.
CREATE TABLE unit_history (
    unit       INTEGER NOT NULL REFERENCES unit (key),
    until      INTEGER NOT NULL,
    parent     INTEGER REFERENCES unit (key),
    ownership  INTEGER,
    status     INTEGER NOT NULL,
    head       TEXT,
    supervisor TEXT,
    PRIMARY KEY (unit, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    key   INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    code  TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name  TEXT NOT NULL CHECK (name <> ''),
    roles TEXT,                        -- words, separated by commas
    unit  TEXT,                        -- code of the unit where he works
    phone TEXT,
    email TEXT
) STRICT;

-- A published version of a checklist: never changed.
CREATE TABLE checklist (
    key          INTEGER PRIMARY KEY,
    entry        INTEGER NOT NULL,
    code         TEXT NOT NULL,
    version      TEXT NOT NULL,
    title        TEXT NOT NULL,
    hash         BLOB NOT NULL,        -- SHA-256 of the source
    source       TEXT NOT NULL,        -- the YAML as it was published
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL,        -- code of a person
    method       INTEGER NOT NULL CHECK (method BETWEEN 1 AND 5),
    full_mark    INTEGER NOT NULL,
    decimals     INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3),
    pass         INTEGER,
    pass_sum     INTEGER,              -- the greatest sum that passes, where the lower is the better
    kinds        TEXT,                 -- units it applies to: words, separated by commas
    ownerships   TEXT,
    tags         TEXT,
    UNIQUE (code, version)
) STRICT;

CREATE TABLE checklist_grade (
    checklist INTEGER NOT NULL REFERENCES checklist (key),
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    min       INTEGER NOT NULL,
    max           INTEGER,             -- of the sum, where the lower is the better
    worst_item    INTEGER,
    worst_section INTEGER,
    PRIMARY KEY (checklist, position)
) STRICT, WITHOUT ROWID;

-- A part of a checklist that can be gone through on its own.
CREATE TABLE checklist_profile (
    checklist INTEGER NOT NULL REFERENCES checklist (key),
    position  INTEGER NOT NULL,
    id        TEXT NOT NULL,
    title     TEXT NOT NULL,
    items     TEXT NOT NULL,           -- a character for each item: 1 for those that belong to it
    PRIMARY KEY (checklist, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_section (
    checklist INTEGER NOT NULL REFERENCES checklist (key),
    position  INTEGER NOT NULL,
    id        TEXT NOT NULL,
    title     TEXT NOT NULL,
    weight    INTEGER NOT NULL,
    parent    INTEGER,                 -- position of the section that it is a part of
    pass      INTEGER,
    condition TEXT,
    repeat    INTEGER,                 -- its parts are the same; how they count: 1 sum, 2 mean, 3 worst
    PRIMARY KEY (checklist, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_item (
    checklist    INTEGER NOT NULL REFERENCES checklist (key),
    position     INTEGER NOT NULL,     -- from 0; its character in `results` is position + 1
    section      INTEGER NOT NULL,     -- position of the section
    id           TEXT NOT NULL,
    text         TEXT NOT NULL,
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 14),
    points       INTEGER NOT NULL CHECK (points >= 0),
    weight       INTEGER NOT NULL CHECK (weight >= 1),
    class        INTEGER NOT NULL,
    critical     INTEGER NOT NULL,
    cap          INTEGER NOT NULL,
    red_line     INTEGER NOT NULL CHECK (red_line IN (0, 1)),
    required     INTEGER NOT NULL CHECK (required IN (0, 1)),
    na           INTEGER NOT NULL CHECK (na BETWEEN 1 AND 4),
    na_reason    INTEGER NOT NULL CHECK (na_reason IN (0, 1)),
    evidence     INTEGER NOT NULL,
    method       INTEGER,
    reference    TEXT,
    tags         TEXT,
    scale_from   INTEGER,
    measure_unit TEXT,
    accept_min   INTEGER,              -- millionths
    accept_max   INTEGER,
    tolerate_min INTEGER,              -- millionths
    tolerate_max INTEGER,
    samples      INTEGER NOT NULL,     -- times to take, questions to ask
    judge        INTEGER NOT NULL CHECK (judge BETWEEN 1 AND 2),
    additive     INTEGER NOT NULL CHECK (additive IN (0, 1)),
    condition    TEXT,                 -- (item "Q01" is "fail")
    category     TEXT,                 -- of the issue that a failure raises; null: it raises none
    urgency      INTEGER,
    department   TEXT,                 -- code of a unit
    days         INTEGER,
    working_days INTEGER,
    PRIMARY KEY (checklist, position)
) STRICT, WITHOUT ROWID;

-- What each character of `results` means at each item. Scales that go beyond 9 have a row for each
-- value, which no character matches: their answers show a result letter, the value is in `details`.
-- So do several choices; the questions of a knowledge check have rows named ?1, ?2 ….
CREATE TABLE checklist_mark (
    checklist INTEGER NOT NULL REFERENCES checklist (key),
    position  INTEGER NOT NULL,
    mark      TEXT NOT NULL,
    ordinal   INTEGER NOT NULL,
    value     TEXT,                    -- of an option
    result    INTEGER NOT NULL CHECK (result BETWEEN 1 AND 7),
    points    INTEGER NOT NULL,
    PRIMARY KEY (checklist, position, mark)
) STRICT, WITHOUT ROWID;

-- Titles, texts, guidance, measures and options in further languages.
CREATE TABLE checklist_text (
    checklist INTEGER NOT NULL REFERENCES checklist (key),
    subject   TEXT NOT NULL,           -- title, profile:0, section:2, item:17, guidance:17, measure:17, option:17:a
    language  TEXT NOT NULL,
    ordinal   INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (checklist, subject, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    key             INTEGER PRIMARY KEY,
    entry           INTEGER NOT NULL,
    id              BLOB NOT NULL UNIQUE,
    tail            INTEGER NOT NULL,
    kind            INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    period          TEXT NOT NULL,     -- 2026, 2026-Q4, 2026-11, 2026-W47
    first_day       INTEGER NOT NULL,
    last_day        INTEGER NOT NULL CHECK (last_day >= first_day),
    title           TEXT NOT NULL,
    objectives      TEXT,
    author          TEXT NOT NULL,     -- code of a person
    at              INTEGER NOT NULL,
    approvers       TEXT NOT NULL,     -- roles, in the order of the chain
    scope           INTEGER REFERENCES unit (key),
    checklist       TEXT,              -- its code
    visit_kind      INTEGER NOT NULL,
    visits_per_unit INTEGER NOT NULL CHECK (visits_per_unit >= 1),
    rules           TEXT,              -- the YAML of the rules by which it visits, as it was then
    parent          BLOB,              -- id of the plan that it is part of
    contents        TEXT,              -- the YAML of its focus, methods, staffing and targets, as it was then
    -- kept
    status          INTEGER NOT NULL CHECK (status BETWEEN 1 AND 6)
) STRICT;
CREATE INDEX plan_period ON plan (period);
CREATE INDEX plan_parent ON plan (parent);

-- A visit that a plan asks for.
CREATE TABLE visit (
    key        INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL,
    id         BLOB NOT NULL,
    tail       INTEGER NOT NULL,
    plan       INTEGER NOT NULL REFERENCES plan (key),
    unit       INTEGER NOT NULL REFERENCES unit (key),
    checklist  TEXT NOT NULL,          -- its code
    from_day   INTEGER NOT NULL,
    to_day     INTEGER NOT NULL CHECK (to_day >= from_day),
    number     INTEGER NOT NULL CHECK (number >= 1),
    kind       INTEGER NOT NULL,
    inspector  TEXT,                   -- code of a person
    -- kept
    counts     INTEGER NOT NULL CHECK (counts IN (0, 1)),
    cancelled  INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    inspection INTEGER,                -- key of the one that fulfils it
    scheduled  INTEGER,                -- the day it is to be made; null: any of its window
    assignee   TEXT,                   -- code of the person who is to make it, as it stands now
    fixed      INTEGER NOT NULL CHECK (fixed IN (0, 1)),  -- moved by hand: assignments leave it
    changes    INTEGER NOT NULL        -- how often it was scheduled, moved or cancelled
) STRICT;
CREATE INDEX visit_plan ON visit (plan);
CREATE INDEX visit_tail ON visit (tail);
CREATE INDEX visit_unit ON visit (unit, to_day);

-- A visit that was submitted (巡检): a fact.
CREATE TABLE inspection (
    key        INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL,
    id         BLOB NOT NULL,
    tail       INTEGER NOT NULL,
    unit       INTEGER NOT NULL,
    checklist  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    inspector  INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    verdict    INTEGER NOT NULL CHECK (verdict BETWEEN 1 AND 6),
    score      INTEGER NOT NULL,
    max_score  INTEGER NOT NULL,
    percentage INTEGER,
    grade      TEXT,
    results    TEXT NOT NULL,          -- a character for each item: checklist_mark says what it means
    details    TEXT,                   -- JSON: what one character cannot say, by item id
    ref        TEXT,
    visit      INTEGER,
    revises    INTEGER,                -- key of the inspection that it corrects
    reason     TEXT,
    -- kept
    counts     INTEGER NOT NULL CHECK (counts IN (0, 1)),  -- 0 also when voided or corrected
    approved   INTEGER NOT NULL CHECK (approved IN (0, 1)),
    received   INTEGER NOT NULL CHECK (received IN (0, 1)),
    returned   INTEGER NOT NULL CHECK (returned IN (0, 1)),
    voided     INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX inspection_tail ON inspection (tail);
CREATE INDEX inspection_day ON inspection (day, checklist, verdict, grade, counts, percentage);
CREATE INDEX inspection_unit ON inspection (unit, day);
CREATE INDEX inspection_returned ON inspection (day) WHERE returned = 1;

-- Circumstances of a visit, where they are known.
CREATE TABLE visit_fact (
    inspection      INTEGER PRIMARY KEY,
    arrived         INTEGER,
    departed        INTEGER,
    shift           TEXT,
    manager_on_duty TEXT,
    area            TEXT,
    team            TEXT,              -- codes of people, separated by commas, the leader first
    track           TEXT,              -- of interactive rounds: position:author:seconds, by commas
    profile         TEXT               -- id of the part of the checklist that was gone through
) STRICT;

-- An answer that does not conform: part of its inspection.
CREATE TABLE finding (
    inspection INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    repeat     INTEGER NOT NULL,
    unit       INTEGER NOT NULL,
    result     INTEGER NOT NULL CHECK (result IN (2, 3)),
    lost       INTEGER NOT NULL,       -- points
    PRIMARY KEY (inspection, position, repeat)
) STRICT, WITHOUT ROWID;

-- Categories of issues: three come with the program, a chain adds its own.
CREATE TABLE category (
    key  INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- An issue as it was raised: a fact.
CREATE TABLE issue (
    key          INTEGER PRIMARY KEY,
    entry        INTEGER NOT NULL,
    id           BLOB NOT NULL,
    tail         INTEGER NOT NULL,
    source       INTEGER NOT NULL,
    unit         INTEGER NOT NULL,
    inspection   INTEGER,
    position     INTEGER NOT NULL,
    repeat       INTEGER NOT NULL,
    category     INTEGER NOT NULL,
    urgency      INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 4),
    department   INTEGER,
    text         TEXT,                 -- null: the text of the item
    raised_by    INTEGER NOT NULL,
    raised_at    INTEGER NOT NULL,
    raised_on    INTEGER NOT NULL,
    days         INTEGER NOT NULL CHECK (days >= 0),
    working_days INTEGER NOT NULL CHECK (working_days IN (0, 1)),
    first_due    INTEGER,              -- null: only proposed when it was raised
    ref          TEXT,                 -- the order, ticket or paper that it is about
    evidence     TEXT,                 -- digests of files, with commas between
    -- kept
    counts       INTEGER NOT NULL CHECK (counts IN (0, 1)),
    status       INTEGER NOT NULL CHECK (status BETWEEN 1 AND 9),
    due          INTEGER,
    owner        TEXT,                 -- code of a person
    percent      INTEGER NOT NULL,
    cycle        INTEGER NOT NULL,
    closed_on    INTEGER,
    reply        INTEGER CHECK (reply IN (1, 2)),  -- of the unit, the last; null: none
    urgency_now  INTEGER CHECK (urgency_now BETWEEN 1 AND 4),  -- null: as it was raised
    category_now   INTEGER,            -- key; null: as it was raised
    department_now INTEGER,            -- key, 0: the unit itself; null: as it was raised
    responsibility INTEGER CHECK (responsibility IN (2, 3)),  -- confirmed, disputed; null: proposed
    assisting      TEXT,               -- codes of units, with commas between and around
    labels         TEXT,               -- with commas between and around
    channel        TEXT,               -- by which a complaint came in
    scope          INTEGER CHECK (scope BETWEEN 1 AND 4),  -- store, stores, region, chain
    manifestation  TEXT,
    containment    TEXT,
    cause_class    TEXT,               -- code of a node in the tree of causes
    whys           TEXT,               -- a line each
    risk           TEXT,
    received_at    INTEGER,            -- null: raised_at
    responded_at   INTEGER,
    solved_at      INTEGER,
    called_back_at INTEGER,
    recurs       INTEGER               -- key of the issue before it of the same item in the same unit
) STRICT;
CREATE INDEX issue_tail ON issue (tail);
CREATE INDEX issue_raised ON issue (raised_on);
CREATE INDEX issue_open ON issue (due, raised_at) WHERE closed_on IS NULL AND counts = 1;

-- Something that is to be done for an issue: a fact.
CREATE TABLE task (
    key        INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL,
    id         BLOB NOT NULL,
    tail       INTEGER NOT NULL,
    issue      BLOB NOT NULL,          -- id
    issue_tail INTEGER NOT NULL,       -- the end of that id as a number
    unit       INTEGER NOT NULL,       -- that the issue is about
    text       TEXT NOT NULL CHECK (text <> ''),
    department TEXT,                   -- code of a unit
    person     TEXT,                   -- code of a person
    due        INTEGER,
    blocking   INTEGER NOT NULL CHECK (blocking IN (0, 1)),
    playbook   TEXT,                   -- code of the one that it is a step of
    number     INTEGER NOT NULL,       -- of that step
    added_by   TEXT NOT NULL,          -- code of a person
    added_at   INTEGER NOT NULL,
    added_on   INTEGER NOT NULL,
    -- kept
    counts     INTEGER NOT NULL CHECK (counts IN (0, 1)),
    status     INTEGER NOT NULL CHECK (status BETWEEN 1 AND 3),
    closed_on  INTEGER
) STRICT;
CREATE INDEX task_tail ON task (tail);
CREATE INDEX task_issue ON task (issue);
CREATE INDEX task_open ON task (due) WHERE status = 1 AND counts = 1;

-- That somebody was told about an issue: a fact, and what keeps him from being told twice.
CREATE TABLE reminder (
    key       INTEGER PRIMARY KEY,
    entry     INTEGER NOT NULL,
    id        BLOB NOT NULL,           -- made of issue, recipient, level and anchor
    issue     BLOB NOT NULL,           -- id
    unit      INTEGER NOT NULL,        -- that the issue is about
    recipient TEXT NOT NULL,           -- code of a person
    level     TEXT NOT NULL,           -- overdue:3
    anchor    INTEGER NOT NULL,        -- the day that the level counts from
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_issue ON reminder (issue);

-- A report as it was submitted for approval: a fact. A later revision names the one before.
CREATE TABLE report (
    key          INTEGER PRIMARY KEY,
    entry        INTEGER NOT NULL,
    id           BLOB NOT NULL UNIQUE,
    tail         INTEGER NOT NULL,
    revises      BLOB,                 -- id
    number       INTEGER NOT NULL CHECK (number >= 1),
    period       TEXT NOT NULL,
    period_kind  INTEGER NOT NULL CHECK (period_kind BETWEEN 1 AND 6),
    first_day    INTEGER NOT NULL,
    last_day     INTEGER NOT NULL CHECK (last_day >= first_day),
    below        TEXT,                 -- code of the unit that it is about; null: all
    unit_kind    INTEGER,              -- only units of this kind, and so on; null: any
    ownership    INTEGER,
    unit_status  INTEGER,
    tag          TEXT,
    supervisor   TEXT,                 -- code of a person
    organised_on INTEGER,              -- units as they belonged on that day, where one was named
    author       TEXT NOT NULL,        -- code of a person
    at           INTEGER NOT NULL,
    approvers    TEXT NOT NULL,        -- roles, in the order of the chain
    content      TEXT NOT NULL,        -- the report in JSON
    digest       TEXT NOT NULL,        -- SHA-256 of the content
    heads        TEXT NOT NULL,        -- device, sequence and hash of the journals' last entries then
    -- kept
    status       INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7)
) STRICT;
CREATE INDEX report_period ON report (period);

-- What is in the texts and references of issues, for searches: each character and each two neighbours,
-- folded. Made from table `issue`, in no journal, and made anew by merges.
CREATE TABLE term (
    gram  TEXT NOT NULL,
    issue INTEGER NOT NULL,            -- key
    PRIMARY KEY (gram, issue)
) STRICT, WITHOUT ROWID;

-- A step in the life of an issue, a plan, a visit, an inspection, a task or a report: a fact.
CREATE TABLE event (
    key          INTEGER PRIMARY KEY,
    entry        INTEGER NOT NULL,
    id           BLOB NOT NULL,
    subject_kind INTEGER NOT NULL CHECK (subject_kind BETWEEN 1 AND 6),
    subject      BLOB NOT NULL,        -- id
    unit         INTEGER REFERENCES unit (key),
    verb         INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    actor        TEXT NOT NULL,        -- code of a person
    note         TEXT,
    cause        TEXT,                 -- that the unit agrees on
    person       TEXT,                 -- code of a person
    due          INTEGER,
    number       INTEGER,
    other        BLOB,                 -- id
    evidence     TEXT,                 -- digests of files, with commas between
    changes      TEXT,                 -- what it says of an issue, a line NAME=VALUE each
    -- kept
    applied      INTEGER NOT NULL CHECK (applied IN (0, 1))  -- 0: it conflicts with an earlier one
) STRICT;
CREATE INDEX event_subject ON event (subject);
CREATE INDEX event_day ON event (verb, day, unit, applied);

-- Rounds in progress: working state, updated in place, not in the journal.
CREATE TABLE draft (
    id              BLOB PRIMARY KEY,
    unit            TEXT NOT NULL,     -- code
    checklist       INTEGER NOT NULL REFERENCES checklist (key),
    at              INTEGER NOT NULL,
    inspector       TEXT NOT NULL,     -- code
    kind            INTEGER NOT NULL,
    position        INTEGER NOT NULL,  -- of the item on screen
    shift           TEXT,
    manager_on_duty TEXT,
    area            TEXT,
    team            TEXT,
    profile         TEXT,              -- id; null: the whole checklist
    device          TEXT NOT NULL
) STRICT;
CREATE INDEX draft_round ON draft (unit, checklist, inspector);

CREATE TABLE draft_answer (
    draft    BLOB NOT NULL REFERENCES draft (id),
    position INTEGER NOT NULL,
    mark     TEXT NOT NULL,
    detail   TEXT,                     -- JSON
    author   TEXT NOT NULL,            -- code of a person
    at       INTEGER NOT NULL,
    seconds  INTEGER NOT NULL,         -- spent on it
    PRIMARY KEY (draft, position)
) STRICT, WITHOUT ROWID;

-- Every answer as a row, for BI tools. Aggregate over inspections and findings where speed matters:
-- this view spreads the packed text anew for each query.
CREATE VIEW answer AS
SELECT i.key AS inspection, i.unit AS unit, i.checklist AS checklist, i.day AS day,
       t.position AS position, t.section AS section, t.id AS item,
       substr(i.results, CAST(t.position + 1 AS INT), 1) AS mark,
       COALESCE(m.result,
                CASE substr(i.results, CAST(t.position + 1 AS INT), 1)
                    WHEN 'P' THEN 1 WHEN 'M' THEN 2 WHEN 'F' THEN 3 WHEN 'N' THEN 4
                    WHEN '-' THEN 5 WHEN 'W' THEN 6 WHEN '.' THEN 7 END) AS result,
       m.points * t.weight AS points, t.points * t.weight AS max_points
FROM inspection i
JOIN checklist_item t ON t.checklist = i.checklist
LEFT JOIN checklist_mark m ON m.checklist = t.checklist AND m.position = t.position
    AND m.mark = substr(i.results, CAST(t.position + 1 AS INT), 1)
WHERE i.counts = 1;
