-- The archive of government work reports (政府工作报告), version 1.
--
-- This is the documentation of the file: what each table and column holds, in which unit and shape. Tables are named in
-- the singular and hold each fact once; views, further down, are named in the plural, join the tables and are what most
-- questions need. Any tool that opens SQLite files can ask them, for example:
--
--     sqlite3 archive.sqlite "SELECT period, indicator, low, unit FROM targets WHERE district = '金山区'"
--
-- Conventions: NULL or the empty text means "not stated". Offsets are bytes of UTF-8 in the report's text, from 0, the end
-- exclusive. A list of flags is their names in alphabetical order joined by ';'. What can be told from other columns is left to
-- the views: the figures of a million reports are read and written many times, so their rows are short.

-- An administrative unit whose government speaks in some report.
CREATE TABLE district (
  district_id INTEGER PRIMARY KEY,
  code        TEXT NOT NULL CHECK (code = '' OR length(code) = 6),  -- GB/T 2260, '310116'; '' when the unit is not known
  name        TEXT NOT NULL,                                        -- own full name '金山区'; masked as printed 'xx区'; '' unnamed
  level       TEXT NOT NULL CHECK (level IN ('nation', 'province', 'prefecture', 'county', 'town', '')),
  parent_code TEXT NOT NULL,                                        -- code of the unit above, '310000'; '' when not known
  parents     TEXT NOT NULL,                                        -- names of the units above from the top, '安徽省淮北市'
  unit_id     INTEGER,                                              -- shared by rows of one unit under several names or codes
                                                                    -- (金山县, 金山区); NULL only while a row is being entered
  UNIQUE (name, code, parent_code, level)                          -- unnamed units of several levels are not one unit
) STRICT;
CREATE INDEX district_by_code ON district (code);
CREATE INDEX district_by_unit ON district (unit_id);

-- The names that a unit has had, as far as the gazetteer knows them.
CREATE TABLE district_name (
  district_id INTEGER NOT NULL REFERENCES district ON DELETE CASCADE,
  name        TEXT NOT NULL,     -- '金山县'
  code        TEXT NOT NULL,     -- the code it had under this name, '310228'
  first_year  INTEGER,           -- first year in which the name held; NULL when older than the gazetteer
  last_year   INTEGER,           -- last year in which it held; NULL when it holds still
  PRIMARY KEY (district_id, name, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX district_name_by_name ON district_name (name);

-- One report: one file or document that was ingested.
CREATE TABLE report (
  report_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  key           TEXT NOT NULL UNIQUE,       -- 16 hexadecimal digits from sha256 (a second source of the same bytes: from
                                            -- sha256 and source); the same in every archive; front part of a figure_id
  source        TEXT NOT NULL UNIQUE,       -- the path or name under which it was ingested
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),  -- of the file's bytes, hexadecimal
  byte_count    INTEGER NOT NULL,           -- length of the file in bytes
  encoding      TEXT NOT NULL,              -- of the file: 'utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'
  district_id   INTEGER NOT NULL REFERENCES district,
  year          INTEGER,                    -- the year whose work and targets it sets out; NULL when unknown
  year_basis    TEXT NOT NULL CHECK (year_basis IN ('given', 'title', 'text', 'inferred', 'unknown')),
  flags         TEXT NOT NULL,              -- reasons to distrust: 'year_masked', 'year_contradiction', 'year_unknown',
                                            -- 'district_masked', 'district_ambiguous', 'district_unknown', 'damaged',
                                            -- 'duplicate'
  duplicate_of  INTEGER REFERENCES report (report_id),  -- the first report with this content; NULL for a report of its own
  hint_district TEXT,                       -- what the person ingesting said of the district; NULL for nothing
  hint_year     INTEGER,                    -- what the person ingesting said of the year
  rules_version INTEGER NOT NULL,           -- version of the rules by which it was read
  sections      INTEGER NOT NULL,           -- how many it has
  figures       INTEGER NOT NULL,           -- how many it has
  text_bytes    INTEGER NOT NULL,           -- length of its text
  digest        INTEGER NOT NULL,           -- hash (as FNV-1a, 64 bits) of its text and of the places of its figures in it
  CHECK ((duplicate_of IS NOT NULL) = (';' || flags || ';' LIKE '%;duplicate;%')),
  CHECK (duplicate_of IS NULL OR duplicate_of <> report_id)
) STRICT;
CREATE INDEX report_by_district ON report (district_id, year);
CREATE INDEX report_by_year ON report (year);
CREATE INDEX report_by_content ON report (sha256);
CREATE INDEX report_by_original ON report (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- The decoded text of a report exactly as printed, in pieces that each fill about one page of the file, so that a quote
-- is taken from the text without reading all of it. No figure's quote lies across two pieces. The view texts joins them.
CREATE TABLE text_piece (
  piece_id   INTEGER PRIMARY KEY,
  report_id  INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  start_byte INTEGER NOT NULL,   -- where the piece begins in the text
  text       TEXT NOT NULL,
  UNIQUE (report_id, start_byte)
) STRICT;

-- What the content of a report is recognised by: copies of it have nearly the same.
CREATE TABLE fingerprint (
  report_id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  minima    BLOB NOT NULL        -- 128 minima of hashes, 4 bytes each; empty for a short text
) STRICT;

-- Finds near-duplicates: reports that share a band are compared by fingerprint.
CREATE TABLE fingerprint_band (
  band      INTEGER NOT NULL,  -- hash of four neighbouring minima and their place
  report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  PRIMARY KEY (band, report_id)
) STRICT, WITHOUT ROWID;

-- Which reports have their bands in fingerprint_band: one row. Bands are entered many reports at a time.
CREATE TABLE band_state (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  entered INTEGER NOT NULL  -- report_id of the last of them; those behind it come with the next reports that are stored
) STRICT;
INSERT INTO band_state VALUES (1, 0);

-- The words that a report's district and year rest on.
CREATE TABLE evidence (
  report_id  INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,  -- from 0
  subject    TEXT NOT NULL CHECK (subject IN ('district', 'year')),
  rule       TEXT NOT NULL,     -- what kind of words: 'title', 'session', 'five-year-plan', 'given' …
  value      TEXT NOT NULL,     -- the name or year they speak for
  quote      TEXT NOT NULL,     -- the words as printed; '' when given by the person ingesting
  start_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  PRIMARY KEY (report_id, ordinal),
  CHECK (0 <= start_byte AND start_byte <= end_byte)
) STRICT, WITHOUT ROWID;

-- The heading tree of a report.
CREATE TABLE section (
  section_id    INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice; row of section_search
  report_id     INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  ordinal       INTEGER NOT NULL,  -- place in the report, from 0, in document order
  parent        INTEGER,           -- ordinal of the enclosing section; NULL at the top
  depth         INTEGER NOT NULL CHECK (depth >= 1),
  kind          TEXT NOT NULL CHECK (kind IN ('review', 'plan', 'problems', 'self', 'glossary', 'other')),
  heading       TEXT NOT NULL,     -- in simplified characters; '' for text before any heading
  path          TEXT,              -- headings from the top joined by ' > '; NULL where those are the enclosing section's, then
                                   -- its own
  heading_start INTEGER NOT NULL,
  heading_end   INTEGER NOT NULL,
  start_byte    INTEGER NOT NULL,  -- of the heading
  end_byte      INTEGER NOT NULL,  -- of its last subsection
  figures       INTEGER NOT NULL,  -- how many stand in it and in none of its subsections
  UNIQUE (report_id, ordinal),
  FOREIGN KEY (report_id, parent) REFERENCES section (report_id, ordinal),
  CHECK (parent < ordinal),
  CHECK (0 <= start_byte AND start_byte <= end_byte AND 0 <= heading_start AND heading_start <= heading_end)
) STRICT;

-- The catalogue: indicators that the program knows under all their names.
CREATE TABLE indicator (
  indicator_no INTEGER PRIMARY KEY AUTOINCREMENT,  -- within this file; never used twice
  indicator_id TEXT NOT NULL UNIQUE,  -- 'gdp'
  ordinal      INTEGER NOT NULL,      -- place in the catalogue
  name         TEXT NOT NULL,         -- Chinese name, '地区生产总值'
  english      TEXT NOT NULL,
  dimension    TEXT NOT NULL,         -- what a level of it is measured in: 'money', 'percent', 'count', 'persons', 'area' …
  direction    TEXT NOT NULL,         -- which way is better: 'more', 'less', 'neutral'
  topic        TEXT NOT NULL,         -- 'economy', 'finance', 'employment' …
  parts        TEXT NOT NULL          -- ids joined by ';' of those that it speaks of at once: 'urban_income;rural_income' for
                                      -- 城乡居民人均可支配收入; '' for one by itself
) STRICT;

-- What figures are apart from their number: few hundred combinations recur in all reports.
CREATE TABLE figure_form (
  form_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL CHECK (kind IN ('target', 'outcome')),
  measure    TEXT NOT NULL CHECK (measure IN ('level', 'change', 'rank')),
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '~', '>=', '>', '<=', '<', 'range', 'ref')),
  unit       TEXT NOT NULL,       -- without multiplier: '元', '%', '平方米'; 位 for a rank
  dimension  TEXT NOT NULL,       -- what the unit can be converted to: '平方米' for 亩, 公顷 …
  factor     REAL NOT NULL,       -- a number in unit, times this, is the number in dimension
  flags      TEXT NOT NULL,       -- reasons to distrust: 'ambiguous', 'implausible', 'masked'
  is_headline INTEGER NOT NULL CHECK (is_headline IN (0, 1)),  -- 1 in the statement of the report's main targets
  is_state   INTEGER NOT NULL CHECK (is_state IN (0, 1)),  -- 1 for a state: of several years that of the last, not a sum
  yardstick  TEXT NOT NULL,       -- what a target without a number can be measured by: a comparator and 'gdp' (the growth of the
                                  -- district's own gross product, '~gdp' for 与经济增长同步) or '0' (no change); '' for none
  UNIQUE (unit, kind, measure, comparator, flags, dimension, factor, is_headline, is_state, yardstick)
) STRICT;

-- A quantity that a report states about an indicator for a period, as it is stored; the view figure has it with its form and its
-- quote, which is the text from start_byte to end_byte.
CREATE TABLE figure_row (
  report_id    INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,    -- place in the report, from 0, in document order
  section      INTEGER NOT NULL,    -- section.ordinal of the innermost section
  form_id      INTEGER NOT NULL REFERENCES figure_form,
  indicator    TEXT NOT NULL,       -- in the report's words, simplified characters
  indicator_no INTEGER REFERENCES indicator,  -- NULL where the indicator is not a known one
  qualifier    TEXT NOT NULL,       -- scope words of the report around a known indicator's name, '属地'; '' for none
  scope        TEXT NOT NULL,       -- those that make another series, '在地'; '' for the unit's own statistics (属地, 全市)
  is_former    INTEGER NOT NULL CHECK (is_former IN (0, 1)),  -- 1 under a definition that the indicator had before
  place        INTEGER NOT NULL,    -- among the figures of its report of one kind, indicator, scope, definition, measure,
                                    -- dimension and period, 1 for the best: rather one without flags, then from a section
                                    -- where it belongs (a target in a plan, an outcome in a review), then a headline, then
                                    -- with a number, then the one that stands first
  low          REAL,                -- lower end in the form's unit, at most 15 digits; NULL when not stated
  high         REAL,                -- upper end; NULL for the same as low
  last_year    INTEGER,             -- last year of its period; NULL when not told
  first_year   INTEGER,             -- first year of a period of several years, else NULL
  start_byte   INTEGER NOT NULL,
  end_byte     INTEGER NOT NULL,
  PRIMARY KEY (report_id, ordinal),
  FOREIGN KEY (report_id, section) REFERENCES section (report_id, ordinal),
  CHECK (0 <= start_byte AND start_byte <= end_byte),
  CHECK (first_year IS NULL OR (last_year IS NOT NULL AND first_year < last_year))
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_by_indicator ON figure_row (indicator_no, report_id, last_year, form_id) WHERE indicator_no IS NOT NULL;

-- Full-text index over the words of each section (without its subsections): rowid is section.section_id. The text is that of
-- the report in simplified characters without spaces, each character set apart, so that SQLite's own tokenizer finds words
-- of any length, one character too, as a phrase:
--
--     SELECT * FROM sections WHERE section_id IN (SELECT rowid FROM section_search WHERE section_search MATCH '"养 老 床 位"')
--
-- The index holds no text of its own (it can be made again from the texts), and rows of replaced reports stay in it until
-- it is made again; section_id is never used twice, so they join nothing.
CREATE VIRTUAL TABLE section_search USING fts5 (
  words, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '%‰℃'"
);
-- What enters rows through FTS5 has a batch of reports gathered whole before it is written; sixteen pieces or more are merged at a time.
INSERT INTO section_search (section_search, rank) VALUES ('hashsize', 33554432), ('automerge', 8), ('usermerge', 16);

-- State of the search index: one row.
CREATE TABLE search_state (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  stale INTEGER NOT NULL  -- rows of section_search whose section is gone
) STRICT;
INSERT INTO search_state VALUES (1, 0);

-- The text of each report.
CREATE VIEW texts AS
SELECT
  r.report_id,
  (SELECT group_concat(text, '') FROM (SELECT p.text FROM text_piece AS p WHERE p.report_id = r.report_id ORDER BY p.start_byte))
    AS text
FROM report AS r;

-- The figures by report and ordinal with all that is stored of them.
CREATE VIEW figure AS
SELECT
  f.report_id, f.ordinal, f.section,
  (SELECT m.kind FROM figure_form AS m WHERE m.form_id = f.form_id) AS kind,
  f.indicator, (SELECT i.indicator_id FROM indicator AS i WHERE i.indicator_no = f.indicator_no) AS indicator_id,
  f.qualifier, f.scope, f.is_former, f.place,
  (SELECT m.measure FROM figure_form AS m WHERE m.form_id = f.form_id) AS measure,
  (SELECT m.comparator FROM figure_form AS m WHERE m.form_id = f.form_id) AS comparator,
  f.low, coalesce(f.high, f.low) AS high,
  (SELECT m.unit FROM figure_form AS m WHERE m.form_id = f.form_id) AS unit,
  (SELECT m.dimension FROM figure_form AS m WHERE m.form_id = f.form_id) AS dimension,
  (SELECT m.factor FROM figure_form AS m WHERE m.form_id = f.form_id) AS factor,
  coalesce(f.first_year || '-' || f.last_year, CAST(f.last_year AS TEXT), '') AS period,
  coalesce(f.first_year, f.last_year) AS first_year, f.last_year, f.start_byte, f.end_byte,
  (
    SELECT CAST(substr(CAST(p.text AS BLOB), f.start_byte - p.start_byte + 1, f.end_byte - f.start_byte) AS TEXT)
    FROM text_piece AS p WHERE p.report_id = f.report_id AND p.start_byte <= f.start_byte ORDER BY p.start_byte DESC LIMIT 1
  ) AS quote,
  (SELECT m.flags FROM figure_form AS m WHERE m.form_id = f.form_id) AS flags,
  (SELECT m.is_headline FROM figure_form AS m WHERE m.form_id = f.form_id) AS is_headline,
  (SELECT m.is_state FROM figure_form AS m WHERE m.form_id = f.form_id) AS is_state,
  (SELECT m.yardstick FROM figure_form AS m WHERE m.form_id = f.form_id) AS yardstick,
  f.form_id, f.indicator_no
FROM figure_row AS f;

-- The figures with the columns of the export under its names, then more. Copies of a report are in it; where each
-- statement is to count once, add: WHERE duplicate_of IS NULL. (CROSS JOIN has SQLite go from reports to their figures, never
-- through all figures: https://sqlite.org/lang_select.html#special_handling_of_cross_join_.)
CREATE VIEW figures AS
SELECT
  r.key || '-' || f.ordinal AS figure_id,
  d.name AS district, d.code AS district_code, d.level AS district_level,
  r.year AS report_year, r.year_basis,
  s.kind AS section_kind,
  coalesce(s.path, (
    SELECT nullif(coalesce(u.path, u.heading), '') || ' > ' || s.heading
    FROM section AS u WHERE u.report_id = s.report_id AND u.ordinal = s.parent
  ), s.heading) AS section,
  m.kind, f.indicator, coalesce(i.indicator_id, '') AS indicator_id,
  m.measure, m.comparator, f.low, coalesce(f.high, f.low) AS high, m.unit,
  coalesce(f.first_year || '-' || f.last_year, CAST(f.last_year AS TEXT), '') AS period,
  (
    SELECT CAST(substr(CAST(p.text AS BLOB), f.start_byte - p.start_byte + 1, f.end_byte - f.start_byte) AS TEXT)
    FROM text_piece AS p WHERE p.report_id = f.report_id AND p.start_byte <= f.start_byte ORDER BY p.start_byte DESC LIMIT 1
  ) AS quote,
  r.source, f.start_byte AS "start", f.end_byte AS "end",
  m.flags, r.flags AS report_flags,
  f.qualifier, f.scope, m.is_headline, f.is_former, f.place, m.dimension, m.factor,
  coalesce(f.first_year, f.last_year) AS first_year, f.last_year,
  d.parents, d.parent_code, r.duplicate_of,
  r.district_id, r.report_id, f.ordinal, f.section AS section_ordinal
FROM report AS r
CROSS JOIN figure_row AS f ON f.report_id = r.report_id
CROSS JOIN figure_form AS m ON m.form_id = f.form_id
JOIN district AS d ON d.district_id = r.district_id
JOIN section AS s ON s.report_id = f.report_id AND s.ordinal = f.section
LEFT JOIN indicator AS i ON i.indicator_no = f.indicator_no;

-- What the reports set to be reached.
CREATE VIEW targets AS SELECT * FROM figures WHERE kind = 'target';

-- What the reports state was reached.
CREATE VIEW outcomes AS SELECT * FROM figures WHERE kind = 'outcome';

-- The reports with their units.
CREATE VIEW reports AS
SELECT
  r.report_id, r.key, r.source, r.sha256, r.byte_count, r.encoding,
  d.name AS district, d.code AS district_code, d.level AS district_level, d.parent_code, d.parents, d.district_id,
  r.year, r.year_basis, r.flags, o.source AS duplicate_of, r.rules_version,
  r.sections, r.figures, r.text_bytes
FROM report AS r
JOIN district AS d ON d.district_id = r.district_id
LEFT JOIN report AS o ON o.report_id = r.duplicate_of;

-- The sections with their reports.
CREATE VIEW sections AS
SELECT
  s.section_id, d.name AS district, d.code AS district_code, d.level AS district_level, r.year AS report_year, r.year_basis,
  s.ordinal, s.parent, s.depth, s.kind AS section_kind, s.heading,
  coalesce(s.path, (
    SELECT nullif(coalesce(u.path, u.heading), '') || ' > ' || s.heading
    FROM section AS u WHERE u.report_id = s.report_id AND u.ordinal = s.parent
  ), s.heading) AS section,
  r.source, s.start_byte AS "start", s.end_byte AS "end", s.figures,
  r.flags AS report_flags, d.parents, d.parent_code, r.duplicate_of, r.district_id, r.report_id
FROM section AS s
JOIN report AS r ON r.report_id = s.report_id
JOIN district AS d ON d.district_id = r.district_id;

-- The figures of which a table chooses one for each of its places: no copies, none without a year. series is the catalogue's id
-- or, for an indicator that it does not know, the report's words; is_span is 1 for a period of several years. doubt and
-- vagueness say what speaks against a figure, least first. doubt: 1 for one that stands where it does not belong (a target
-- outside a plan, an outcome outside a review), and 2 more for one with flags. vagueness: 2 for one without a number, 1 for an
-- outcome that is only a bound (突破4000亿元).
CREATE VIEW dated_figures AS
SELECT
  *, coalesce(nullif(indicator_id, ''), indicator) AS series, first_year <> last_year AS is_span,
  2 * (flags <> '') + (section_kind <> iif(kind = 'target', 'plan', 'review')) AS doubt,
  iif(low IS NULL, 2, kind = 'outcome' AND comparator IN ('>', '>=', '<', '<=')) AS vagueness
FROM figures
WHERE duplicate_of IS NULL AND last_year IS NOT NULL;

-- The figures of a district over the years: those of history. Where several compete for one district, series, scope,
-- measure, dimension, kind and year, choice numbers them, 1 for the best: the one with the least doubt, then from the report that is
-- nearest to the year (a target: the year's own; an outcome: the next year's), then the least vague, then the one that
-- stands first in its report, as the headline figures do.
CREATE VIEW histories AS
SELECT
  *, row_number() OVER (
    PARTITION BY district_id, kind, series, scope, is_former, measure, dimension, is_span, last_year
    ORDER BY doubt, abs(report_year - last_year - (kind = 'outcome')), vagueness, source, ordinal
  ) AS choice
FROM dated_figures;

-- The figures of reports side by side: those of compare. As histories, but figures compete within the reports of one district
-- and year, and offset tells how the period ends to the report's year (0 the same, -1 the year before).
CREATE VIEW comparisons AS
SELECT
  *, last_year - report_year AS offset, last_year - first_year + 1 AS years,
  row_number() OVER (
    PARTITION BY
      district_id, report_year, kind, series, scope, is_former, measure, dimension, last_year - report_year,
      last_year - first_year + 1
    ORDER BY doubt, vagueness, source, ordinal
  ) AS choice
FROM dated_figures
WHERE report_year IS NOT NULL;

-- Every target beside the outcome that the report of the year after its last year states, with a verdict. Outcomes are the
-- government's own statement. Only trusted figures count, of each report the one at the first place; a unit's reports under an
-- earlier name or code are its own.
--
-- set_in is the year of the report that sets the target, due the last year for which it is set. An outcome can be held against
-- it when series, scope, definition, measure, dimension and period are the same; a state that is to be reached within several years
-- is held against that of the last, a yearly average (年均) against one over the same years give or take the first. A price index of
-- 103 is a rise by 3 %, whichever of the two target and outcome state. A target for an indicator that speaks of several at once
-- (indicator.parts) is, where it is not stated itself, held against all of them: the outcome then lies between the least and the
-- greatest (outcome_id and other_outcome_id).
--
-- goal_low to goal_high is what the target accepts, in its unit, NULL for no end (goal_is_strict: without the ends): a number itself;
-- 左右 on either side half a point of a percentage, or a twentieth of the number if that is more; a range its ends; a bound all that
-- lies on its side (下降3%以上 is at most -3: the comparator speaks of the size of a fall); without a number, its yardstick (yard its
-- number). better is 1 where more is better and -1 where less is (the catalogue's direction; a rank; a fall that is sought).
-- difference is the outcome's number minus the target's in the target's unit (for a range, minus the nearest end). The verdict:
--     met           the outcome is what the target accepts
--     exceeded      it lies beyond, on the better side
--     missed        it lies beyond, on the other side
--     unclear       the outcome is itself a bound that leaves it open
--     no_number     the target is a direction or refers to another's number (控制在市下达指标以内), of which nothing can be measured
--     incomparable  the report of the year after states the indicator in another measure, unit, scope or definition only
--     not_reported  it does not state it
--     no_report     the archive has no report of the year after
-- is_unchanged is 1 where the report of the year before set the same target for its own year.
--
-- The innermost SELECT finds what belongs together (t the target, o the outcome that it is held against, s the second part's, e
-- the outcome stated otherwise, y the yardstick's), the next ones say in units of the dimension what target and outcome leave open
-- (target_least to target_most, least to most) and what the target accepts. None gathers rows, so a question for one report, or
-- for the headlines alone, looks at these only.
CREATE VIEW target_outcomes AS
SELECT
  district_id, district, district_code, parents, set_in, due, period, indicator_id, indicator, qualifier, scope, measure,
  dimension, is_former, is_headline, is_unchanged,
  CASE
    WHEN next_report IS NULL THEN 'no_report'
    WHEN target_low IS NULL AND yard_side = '' THEN 'no_number'
    WHEN outcome_ordinal IS NULL THEN 'not_reported'
    WHEN NOT has_goal THEN 'no_number'
    WHEN NOT is_comparable THEN 'incomparable'
    WHEN least IS NULL AND most IS NULL THEN 'unclear'
    WHEN least > goal_high OR least = goal_high AND (is_strict OR goal_is_strict)
    THEN iif(goal_low IS NOT NULL AND better = 1, 'exceeded', 'missed')
    WHEN most < goal_low OR most = goal_low AND (is_strict OR goal_is_strict)
    THEN iif(goal_high IS NOT NULL AND better = -1, 'exceeded', 'missed')
    WHEN (goal_low IS NULL OR least > goal_low OR least = goal_low AND (is_strict OR NOT goal_is_strict)
        OR goal_high IS NOT NULL AND better = -1)
      AND (goal_high IS NULL OR most < goal_high OR most = goal_high AND (is_strict OR NOT goal_is_strict)
        OR goal_low IS NOT NULL AND better = 1)
    THEN 'met'
    ELSE 'unclear'
  END AS verdict,
  round(iif(is_comparable, gap / factor, NULL), 6) AS difference, better,
  round(goal_low / factor, 6) AS goal_low, round(goal_high / factor, 6) AS goal_high,
  goal_is_strict, round(yard / factor, 6) AS yard,
  target_id, target_report, target_ordinal, target_source, target_comparator, target_low, target_high, target_unit, target_quote,
  outcome_id, iif(outcome_ordinal IS NULL, NULL, next_report) AS outcome_report, outcome_ordinal, outcome_source,
  outcome_comparator, outcome_low, outcome_high, outcome_unit, outcome_quote, other_outcome_id, other_outcome_ordinal
FROM (
  SELECT
    *, target_low IS NOT NULL OR yard IS NOT NULL AS has_goal,
    coalesce(target_least, iif(yard_side IN ('>', '>=', '~'), yard, NULL))
      - iif('~' IN (target_comparator, yard_side), coalesce(tolerance, 0.5), 0) AS goal_low,
    coalesce(target_most, iif(yard_side IN ('<', '<=', '~'), yard, NULL))
      + iif('~' IN (target_comparator, yard_side), coalesce(tolerance, 0.5), 0) AS goal_high,
    target_side IN ('>', '<') OR yard_side IN ('>', '<') AS goal_is_strict,
    coalesce(least, most) - iif(target_comparator = 'range', min(max(coalesce(least, most), target_least), target_most),
      coalesce(target_least, target_most, yard)) AS gap
  FROM (
    SELECT
      *,
      iif(target_side IN ('>', '>=', '=', '~', 'range'), round(number, 6), NULL) AS target_least,
      iif(target_side IN ('<', '<=', '=', '~', 'range'), round(high_number, 6), NULL) AS target_most,
      iif(outcome_side IN ('>', '>=', '=', '~', 'range'), round(outcome_number, 6), NULL) AS least,
      iif(outcome_side IN ('<', '<=', '=', '~', 'range'), round(outcome_high_number, 6), NULL) AS most,
      outcome_side IN ('>', '<') AS is_strict,
      round(max(iif(target_unit IN ('%', '‰', '个百分点') OR is_price, factor * 0.5, 0),
        0.05 * max(abs(number), abs(high_number))), 6) AS tolerance
    FROM (
      SELECT
        d.district_id, d.name AS district, d.code AS district_code, d.parents, r.year AS set_in, t.last_year AS due,
        coalesce(t.first_year || '-' || t.last_year, CAST(t.last_year AS TEXT), '') AS period,
        coalesce(i.indicator_id, '') AS indicator_id, t.indicator, t.qualifier, t.scope, a.measure, a.dimension, t.is_former,
        a.is_headline, a.factor, n.report_id AS next_report, w.topic = 'prices' AS is_price,
        t.low * a.factor - iif(a.measure = 'level' AND t.low > 50 AND w.topic = 'prices', 100, 0) AS number,
        coalesce(t.high, t.low) * a.factor
          - iif(a.measure = 'level' AND t.low > 50 AND w.topic = 'prices', 100, 0) AS high_number,
        CASE WHEN a.measure = 'change' AND t.low < 0 AND coalesce(t.high, t.low) <= 0
        THEN CASE a.comparator WHEN '>=' THEN '<=' WHEN '>' THEN '<' WHEN '<=' THEN '>=' WHEN '<' THEN '>' ELSE a.comparator END
        ELSE a.comparator END AS target_side,
        rtrim(a.yardstick, 'gdp0') AS yard_side, iif(a.yardstick GLOB '*gdp', y.low, iif(a.yardstick <> '', 0, NULL)) AS yard,
        iif(a.measure = 'rank' OR i.direction = 'less' OR a.measure = 'change' AND t.low < 0, -1, 1) AS better,
        o.ordinal IS NOT NULL AS is_comparable, coalesce(o.ordinal, e.ordinal) AS outcome_ordinal, s.ordinal AS other_outcome_ordinal,
        iif(s.ordinal IS NULL,
          o.low * b.factor - iif(b.measure = 'level' AND o.low > 50 AND w.topic = 'prices', 100, 0),
          min(o.low, s.low)) AS outcome_number,
        iif(s.ordinal IS NULL,
          coalesce(o.high, o.low) * b.factor
            - iif(b.measure = 'level' AND o.low > 50 AND w.topic = 'prices', 100, 0),
          max(coalesce(o.high, o.low), coalesce(s.high, s.low))) AS outcome_high_number,
        iif(s.ordinal IS NULL, CASE WHEN b.measure = 'change' AND o.low < 0 AND coalesce(o.high, o.low) <= 0
        THEN CASE b.comparator WHEN '>=' THEN '<=' WHEN '>' THEN '<' WHEN '<=' THEN '>=' WHEN '<' THEN '>' ELSE b.comparator END
        ELSE b.comparator END, 'range') AS outcome_side,
        t.low IS NOT NULL AND EXISTS (
          SELECT 1 FROM (
          SELECT ordinal, form_id, place, first_year, scope, is_former, low, high FROM figure_row INDEXED BY figure_by_indicator
          WHERE indicator_no = t.indicator_no AND report_id = l.report_id AND last_year = t.last_year - 1
          UNION ALL
          SELECT ordinal, form_id, place, first_year, scope, is_former, low, high FROM figure_row
          WHERE t.indicator_no IS NULL AND report_id = l.report_id AND last_year = t.last_year - 1 AND indicator_no IS NULL
            AND indicator = t.indicator
        ) AS x CROSS JOIN figure_form AS f ON f.form_id = x.form_id
          WHERE x.low = t.low AND x.high IS t.high
            AND coalesce(x.first_year, t.last_year - 1) = coalesce(t.first_year, t.last_year) - 1
            AND x.scope = t.scope AND x.is_former = t.is_former AND f.kind = 'target' AND f.measure = a.measure
            AND f.comparator = a.comparator AND f.unit = a.unit AND f.flags = ''
        ) AS is_unchanged,
        r.key || '-' || t.ordinal AS target_id, t.report_id AS target_report, t.ordinal AS target_ordinal, r.source AS target_source,
        a.comparator AS target_comparator, t.low AS target_low, coalesce(t.high, t.low) AS target_high, a.unit AS target_unit,
        (SELECT q.quote FROM figure AS q WHERE q.report_id = t.report_id AND q.ordinal = t.ordinal) AS target_quote,
        n.key || '-' || coalesce(o.ordinal, e.ordinal) AS outcome_id,
        iif(coalesce(o.ordinal, e.ordinal) IS NULL, NULL, n.source) AS outcome_source, b.comparator AS outcome_comparator,
        z.low AS outcome_low, z.high AS outcome_high, z.unit AS outcome_unit, z.quote AS outcome_quote,
        n.key || '-' || s.ordinal AS other_outcome_id
      FROM report AS r
      CROSS JOIN figure_row AS t ON t.report_id = r.report_id AND t.place = 1 AND t.last_year >= r.year
      CROSS JOIN figure_form AS a ON a.form_id = t.form_id AND a.kind = 'target' AND a.flags = ''
      CROSS JOIN district AS d ON d.district_id = r.district_id
      LEFT JOIN indicator AS i ON i.indicator_no = t.indicator_no
      LEFT JOIN indicator AS w ON w.indicator_no = t.indicator_no AND w.topic = 'prices' AND w.dimension = 'percent'
      LEFT JOIN report AS n ON n.report_id = (
        SELECT x.report_id FROM district AS u CROSS JOIN report AS x ON x.district_id = u.district_id
        WHERE u.unit_id = d.unit_id AND x.year = t.last_year + 1 AND x.duplicate_of IS NULL ORDER BY x.source LIMIT 1)
      LEFT JOIN report AS l ON l.report_id = (
        SELECT x.report_id FROM district AS u CROSS JOIN report AS x ON x.district_id = u.district_id
        WHERE u.unit_id = d.unit_id AND x.year = r.year - 1 AND x.duplicate_of IS NULL ORDER BY x.source LIMIT 1)
      LEFT JOIN figure_row AS o ON o.report_id = n.report_id AND o.ordinal = coalesce((
        SELECT min(((c.first_year IS NOT t.first_year) << 40) + (c.place << 20) + c.ordinal) & 0xFFFFF
        FROM (
          SELECT ordinal, form_id, place, first_year, scope, is_former FROM figure_row INDEXED BY figure_by_indicator
          WHERE indicator_no = t.indicator_no AND report_id = n.report_id AND last_year = t.last_year
          UNION ALL
          SELECT ordinal, form_id, place, first_year, scope, is_former FROM figure_row
          WHERE t.indicator_no IS NULL AND report_id = n.report_id AND last_year = t.last_year AND indicator_no IS NULL
            AND indicator = t.indicator
        ) AS c CROSS JOIN figure_form AS f ON f.form_id = c.form_id
        WHERE c.scope = t.scope AND c.is_former = t.is_former
          AND f.kind = 'outcome' AND f.flags = ''
          AND (f.measure = a.measure AND (f.dimension = a.dimension OR t.low IS NULL)
            OR w.topic = 'prices' AND f.measure <> 'rank')
          AND (c.first_year IS t.first_year
            OR t.scope = '年均' AND abs(c.first_year - t.first_year) <= 1
            OR c.first_year IS NULL AND a.measure = 'level' AND a.is_state)
      ), iif(i.parts <> '' AND a.measure = 'change', (
        SELECT min((c.place << 20) + c.ordinal) & 0xFFFFF
        FROM indicator AS k CROSS JOIN figure_row AS c INDEXED BY figure_by_indicator ON c.indicator_no = k.indicator_no
        CROSS JOIN figure_form AS f ON f.form_id = c.form_id
        WHERE instr(i.parts, k.indicator_id) > 0 AND c.report_id = n.report_id AND c.last_year = t.last_year
          AND c.first_year IS t.first_year AND c.scope = t.scope AND f.kind = 'outcome' AND f.flags = ''
          AND f.measure = 'change' AND f.dimension = '%' AND f.comparator IN ('=', '~', 'range')
        HAVING count(DISTINCT c.indicator_no) > 1), NULL))
      LEFT JOIN figure_form AS b ON b.form_id = o.form_id
      LEFT JOIN figure_row AS s
        ON s.report_id = n.report_id AND s.ordinal = iif(i.parts <> '' AND o.indicator_no <> t.indicator_no, (
        SELECT min((c.place << 20) + c.ordinal) & 0xFFFFF
        FROM indicator AS k CROSS JOIN figure_row AS c INDEXED BY figure_by_indicator ON c.indicator_no = k.indicator_no
        CROSS JOIN figure_form AS f ON f.form_id = c.form_id
        WHERE instr(i.parts, k.indicator_id) > 0 AND c.indicator_no <> o.indicator_no AND c.report_id = n.report_id
          AND c.last_year = t.last_year AND c.first_year IS t.first_year AND c.scope = t.scope AND f.kind = 'outcome'
          AND f.flags = '' AND f.measure = 'change' AND f.dimension = '%' AND f.comparator IN ('=', '~', 'range')
      ), NULL)
      LEFT JOIN figure_row AS e ON e.report_id = n.report_id AND e.ordinal = iif(o.ordinal IS NULL, (
        SELECT min(
          (((f.measure <> a.measure) * 2 + (c.first_year IS NOT t.first_year)) << 40) + (c.place << 20) + c.ordinal) & 0xFFFFF
        FROM (
          SELECT ordinal, form_id, place, first_year, scope, is_former FROM figure_row INDEXED BY figure_by_indicator
          WHERE indicator_no = t.indicator_no AND report_id = n.report_id AND last_year = t.last_year
          UNION ALL
          SELECT ordinal, form_id, place, first_year, scope, is_former FROM figure_row
          WHERE t.indicator_no IS NULL AND report_id = n.report_id AND last_year = t.last_year AND indicator_no IS NULL
            AND indicator = t.indicator
        ) AS c CROSS JOIN figure_form AS f ON f.form_id = c.form_id
        WHERE f.kind = 'outcome' AND f.flags = ''
      ), NULL)
      LEFT JOIN figure AS z ON z.report_id = n.report_id AND z.ordinal = coalesce(o.ordinal, e.ordinal)
      LEFT JOIN figure_row AS y ON y.report_id = n.report_id AND y.ordinal = iif(a.yardstick GLOB '*gdp', (
        SELECT c.ordinal FROM figure_row AS c INDEXED BY figure_by_indicator CROSS JOIN figure_form AS f ON f.form_id = c.form_id
        WHERE c.report_id = n.report_id AND c.last_year = t.last_year AND c.first_year IS t.first_year AND c.place = 1
          AND c.scope = '' AND c.indicator_no = (SELECT g.indicator_no FROM indicator AS g WHERE g.indicator_id = 'gdp')
          AND f.kind = 'outcome' AND f.measure = 'change' AND f.dimension = '%' AND f.flags = ''
      ), NULL)
      WHERE r.duplicate_of IS NULL
    )
  )
);
