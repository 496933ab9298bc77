-- Articles and the reader's state of them. Times are milliseconds since 1970,
-- UTC; the zero time of Go stands for none and sorts before all others.

CREATE TABLE article (
    key          INTEGER PRIMARY KEY, -- grows in the order of adding
    id           TEXT NOT NULL UNIQUE,

    published    INTEGER NOT NULL,
    zone         INTEGER NOT NULL,    -- of published: seconds east of UTC
    added        INTEGER NOT NULL,
    minutes      INTEGER NOT NULL,
    words        INTEGER NOT NULL,
    source_views INTEGER NOT NULL,

    views        INTEGER NOT NULL DEFAULT 0,
    viewed       INTEGER NOT NULL DEFAULT -62135596800000, -- when a view last counted
    opened       INTEGER NOT NULL DEFAULT -62135596800000,
    read         INTEGER NOT NULL DEFAULT 0,
    starred      INTEGER NOT NULL DEFAULT 0,
    progress     REAL    NOT NULL DEFAULT 0,
    anchor       TEXT    NOT NULL DEFAULT '', -- JSON; empty for the top

    title        TEXT NOT NULL,
    sort_title   TEXT NOT NULL,
    author       TEXT NOT NULL,
    site         TEXT NOT NULL,
    tags         TEXT NOT NULL, -- one on a line
    dek          TEXT NOT NULL,

    -- 0 unread, 1 in progress, 2 read: articles.State.Unread and InProgress
    -- say the same in Go.
    stage INTEGER GENERATED ALWAYS AS (
        CASE WHEN read THEN 2 WHEN progress > 0.02 AND progress < 1 THEN 1 ELSE 0 END
    ) VIRTUAL
) STRICT;

-- The parts that only the reader needs. The short columns stand first: they
-- can be read without the pages of the text.
CREATE TABLE body (
    key      INTEGER PRIMARY KEY REFERENCES article,
    hash     BLOB NOT NULL, -- of everything that the source says
    slug     TEXT NOT NULL,
    origin   TEXT NOT NULL,
    url      TEXT NOT NULL,
    anatomy  TEXT NOT NULL, -- JSON: bio, notices, epigraphs, links …
    markdown TEXT NOT NULL
) STRICT;

CREATE TRIGGER article_removed_body AFTER DELETE ON article BEGIN
    DELETE FROM body WHERE key = old.key;
END;

-- One index for each shelf and order. The key ends each of them by itself;
-- read backwards they serve the opposite order.
CREATE INDEX all_published     ON article (published);
CREATE INDEX all_views         ON article (views, published);
CREATE INDEX all_opened        ON article (opened, published);
CREATE INDEX all_length        ON article (minutes, words);
CREATE INDEX all_title         ON article (sort_title);
CREATE INDEX stage_published   ON article (stage, published);
CREATE INDEX stage_views       ON article (stage, views, published);
CREATE INDEX stage_opened      ON article (stage, opened, published);
CREATE INDEX stage_length      ON article (stage, minutes, words);
CREATE INDEX stage_title       ON article (stage, sort_title);
CREATE INDEX starred_published ON article (published)         WHERE starred = 1;
CREATE INDEX starred_views     ON article (views, published)  WHERE starred = 1;
CREATE INDEX starred_opened    ON article (opened, published) WHERE starred = 1;
CREATE INDEX starred_length    ON article (minutes, words)    WHERE starred = 1;
CREATE INDEX starred_title     ON article (sort_title)        WHERE starred = 1;

-- The counts of the tabs. Counting 100,000 index entries takes longer than
-- drawing a frame.
CREATE TABLE tally (
    total       INTEGER NOT NULL,
    unread      INTEGER NOT NULL,
    in_progress INTEGER NOT NULL,
    starred     INTEGER NOT NULL
) STRICT;

INSERT INTO tally VALUES (0, 0, 0, 0);

CREATE TRIGGER article_added_tally AFTER INSERT ON article BEGIN
    UPDATE tally SET
        total       = total + 1,
        unread      = unread + (new.stage = 0),
        in_progress = in_progress + (new.stage = 1),
        starred     = starred + new.starred;
END;

CREATE TRIGGER article_removed_tally AFTER DELETE ON article BEGIN
    UPDATE tally SET
        total       = total - 1,
        unread      = unread - (old.stage = 0),
        in_progress = in_progress - (old.stage = 1),
        starred     = starred - old.starred;
END;

CREATE TRIGGER article_moved_tally AFTER UPDATE OF read, progress, starred ON article
WHEN old.stage <> new.stage OR old.starred <> new.starred BEGIN
    UPDATE tally SET
        unread      = unread - (old.stage = 0) + (new.stage = 0),
        in_progress = in_progress - (old.stage = 1) + (new.stage = 1),
        starred     = starred - old.starred + new.starred;
END;
