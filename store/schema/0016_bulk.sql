-- Archived articles stand on a shelf of their own, and else only among the starred.
-- So stage gets another value, and "all" is what is not archived. An index by
-- archived serves both. kept_article: see 0013.
DROP TRIGGER article_added_tally;
DROP TRIGGER article_removed_tally;
DROP TRIGGER article_moved_tally;
DROP INDEX all_dated;
DROP INDEX all_views;
DROP INDEX all_opened;
DROP INDEX all_length;
DROP INDEX all_title;
DROP INDEX stage_dated;
DROP INDEX stage_views;
DROP INDEX stage_opened;
DROP INDEX stage_length;
DROP INDEX stage_title;

ALTER TABLE article DROP COLUMN stage;
ALTER TABLE article ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kept_article ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
-- 0 unread, 1 in progress, 2 read, 3 archived: articles.State says the same in Go.
ALTER TABLE article ADD COLUMN stage INTEGER GENERATED ALWAYS AS (
    CASE WHEN archived THEN 3 WHEN read THEN 2 WHEN progress > 0.02 AND progress < 1 THEN 1 ELSE 0 END
) VIRTUAL;

CREATE INDEX archived_dated  ON article (archived, dated);
CREATE INDEX archived_views  ON article (archived, views, dated);
CREATE INDEX archived_opened ON article (archived, opened, dated);
CREATE INDEX archived_length ON article (archived, minutes, words);
CREATE INDEX archived_title  ON article (archived, sort_title);
CREATE INDEX stage_dated     ON article (stage, dated);
CREATE INDEX stage_views     ON article (stage, views, dated);
CREATE INDEX stage_opened    ON article (stage, opened, dated);
CREATE INDEX stage_length    ON article (stage, minutes, words);
CREATE INDEX stage_title     ON article (stage, sort_title);

-- The total is of all, the archived too.
ALTER TABLE tally ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER article_added_tally AFTER INSERT ON article BEGIN
    UPDATE tally SET
        total       = total + 1,
        unread      = unread + (new.stage = 0),
        in_progress = in_progress + (new.stage = 1),
        starred     = starred + new.starred,
        archived    = archived + new.archived;
END;

CREATE TRIGGER article_removed_tally AFTER DELETE ON article BEGIN
    UPDATE tally SET
        total       = total - 1,
        unread      = unread - (old.stage = 0),
        in_progress = in_progress - (old.stage = 1),
        starred     = starred - old.starred,
        archived    = archived - old.archived;
END;

CREATE TRIGGER article_moved_tally AFTER UPDATE OF read, progress, starred, archived ON article
WHEN old.stage <> new.stage OR old.starred <> new.starred BEGIN
    UPDATE tally SET
        unread      = unread - (old.stage = 0) + (new.stage = 0),
        in_progress = in_progress - (old.stage = 1) + (new.stage = 1),
        starred     = starred - old.starred + new.starred,
        archived    = archived - old.archived + new.archived;
END;

-- What the reader did with the tags of an article beside its source. What comes of
-- it are the tags of the article; without a row they are those of the source. Each
-- column has one tag on a line.
CREATE TABLE own_tags (
    article INTEGER PRIMARY KEY REFERENCES article,
    source  TEXT NOT NULL, -- those that the source has
    added   TEXT NOT NULL, -- to them
    taken   TEXT NOT NULL  -- from them
) STRICT;

CREATE TRIGGER article_removed_own_tags AFTER DELETE ON article BEGIN
    DELETE FROM own_tags WHERE article = old.key;
END;

CREATE TABLE kept_own_tags AS SELECT 0 AS change, * FROM own_tags WHERE 0;
CREATE UNIQUE INDEX kept_own_tags_key ON kept_own_tags (change, article);

CREATE TRIGGER change_removed_own_tags AFTER DELETE ON change WHEN old.size > 0 BEGIN
    DELETE FROM kept_own_tags WHERE change = old.key;
END;

-- Which tags a change put on, +go, or took off, -rust, one on a line.
ALTER TABLE change ADD COLUMN tags TEXT NOT NULL DEFAULT '';

-- What was removed can be restored for a time from what its change keeps: the trash.
CREATE INDEX kept_article_id ON kept_article (id);
