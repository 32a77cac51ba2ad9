-- The tables of a bundle, major 1. FORMAT.md says what they mean; format.h holds the numbers.
-- Tables are WITHOUT ROWID and keyed by the editors' ids, so that a row keeps its place in the file
-- from edition to edition and deltas stay small. Dates are ISO text, booleans 0 and 1.

CREATE TABLE edition (
  id INTEGER PRIMARY KEY,           -- always 1
  minor INTEGER NOT NULL,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  web TEXT NOT NULL,
  phone TEXT NOT NULL,
  default_language TEXT NOT NULL,
  edition TEXT NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL
) STRICT;

CREATE TABLE language (
  tag TEXT PRIMARY KEY,
  format_locale TEXT NOT NULL,
  script TEXT NOT NULL,
  direction TEXT NOT NULL,          -- ltr, rtl
  endonym TEXT NOT NULL,
  greeting TEXT NOT NULL,
  tier INTEGER NOT NULL,
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE word (
  language TEXT NOT NULL,
  key TEXT NOT NULL,
  pattern TEXT NOT NULL,
  PRIMARY KEY (language, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE situation (
  id TEXT PRIMARY KEY,
  family TEXT NOT NULL,
  pictogram TEXT NOT NULL,
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE target_group (
  id TEXT PRIMARY KEY,
  pictogram TEXT NOT NULL,
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  verified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  district TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  web TEXT NOT NULL,
  hours TEXT NOT NULL,
  languages TEXT NOT NULL,
  step_free INTEGER,                -- NULL: nobody knows
  former_names TEXT NOT NULL,
  source TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  verified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  target_group TEXT NOT NULL,       -- empty: for everyone
  reason TEXT NOT NULL,
  due TEXT NOT NULL,                -- empty: no day set
  PRIMARY KEY (topic, language, target_group)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL,               -- blocks, free-body
  parent TEXT NOT NULL,
  lead_office TEXT NOT NULL,
  owner TEXT NOT NULL,
  review_due TEXT NOT NULL,
  sensitive INTEGER NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL,
  source_path TEXT NOT NULL,
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX topic_by_parent ON topic (parent);

CREATE TABLE topic_situation (
  topic TEXT NOT NULL,
  position INTEGER NOT NULL,        -- 0 gives the topic its colour
  situation TEXT NOT NULL,
  PRIMARY KEY (topic, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX topic_by_situation ON topic_situation (situation, topic);

CREATE TABLE topic_group (
  topic TEXT NOT NULL,
  position INTEGER NOT NULL,
  target_group TEXT NOT NULL,
  PRIMARY KEY (topic, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX topic_by_group ON topic_group (target_group, topic);

CREATE TABLE title (
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  user_title TEXT NOT NULL,
  official_title TEXT NOT NULL,
  PRIMARY KEY (topic, language)
) STRICT, WITHOUT ROWID;

-- What people call a topic otherwise.
CREATE TABLE synonym (
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (topic, language, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  id INTEGER PRIMARY KEY,           -- made from topic and language, FORMAT.md says how
  topic TEXT NOT NULL,
  language TEXT NOT NULL,
  provenance TEXT NOT NULL,
  updated TEXT NOT NULL,
  based_on TEXT
) STRICT;

CREATE UNIQUE INDEX page_by_topic ON page (topic, language);

CREATE TABLE element (
  page INTEGER NOT NULL,
  position INTEGER NOT NULL,
  block TEXT NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (page, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE span (
  page INTEGER NOT NULL,
  element INTEGER NOT NULL,         -- element.position
  position INTEGER NOT NULL,
  first_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,        -- one past the last
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (page, element, position)
) STRICT, WITHOUT ROWID;

-- Since minor 1. Lists stand in one text, their words separated by a blank.
CREATE TABLE district (
  name TEXT PRIMARY KEY,
  sort INTEGER NOT NULL             -- neighbours have numbers side by side
) STRICT, WITHOUT ROWID;

CREATE TABLE offering (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,               -- course, event
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  levels TEXT NOT NULL,
  target_groups TEXT NOT NULL,
  place TEXT NOT NULL,
  address TEXT NOT NULL,
  district TEXT NOT NULL,
  languages TEXT NOT NULL,
  childcare INTEGER,                -- NULL: nobody said
  cost TEXT NOT NULL,               -- free, euros, empty
  entitlement INTEGER NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  times TEXT NOT NULL,
  begins_at INTEGER,                -- minutes of the day; NULL: the whole day
  ends_at INTEGER,
  repeats TEXT NOT NULL,            -- RRULE
  except_days TEXT NOT NULL,
  also_days TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  web TEXT NOT NULL,
  register_by TEXT,
  sources TEXT NOT NULL,            -- separated by ;
  checked_on TEXT NOT NULL,
  verified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE offering_title (
  offering TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (offering, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  priority INTEGER NOT NULL,
  target_groups TEXT NOT NULL,
  topics TEXT NOT NULL              -- empty: on the first screen
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_text (
  notice TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (notice, language)
) STRICT, WITHOUT ROWID;

-- The index for search; FORMAT.md says what its blobs hold.
CREATE TABLE search_entry (
  number INTEGER PRIMARY KEY,       -- made from kind and id
  kind TEXT NOT NULL,               -- topic, place
  id TEXT NOT NULL
) STRICT;

CREATE TABLE search_language (
  language TEXT PRIMARY KEY,
  entries INTEGER NOT NULL,
  average INTEGER NOT NULL,         -- words of a page
  words BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_stem (
  language TEXT NOT NULL,
  stem TEXT NOT NULL,
  heads BLOB NOT NULL,
  bodies BLOB NOT NULL,
  PRIMARY KEY (language, stem)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture_text (
  picture TEXT NOT NULL,
  language TEXT NOT NULL,
  alternative_text TEXT NOT NULL,
  PRIMARY KEY (picture, language)
) STRICT, WITHOUT ROWID;

-- Last, because they are long. Since minor 2: clips.
CREATE TABLE clip (
  language TEXT NOT NULL,
  text TEXT NOT NULL,               -- what it is heard for
  bytes BLOB NOT NULL,
  PRIMARY KEY (language, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
  id TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
