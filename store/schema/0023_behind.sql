-- An article can stand behind another one, whose row stands for it in the lists: behind is
-- the key of that one, and NULL of nearly all. aside says why: 0 for what has a row of its
-- own, 1 for a copy of the same story, 2 for what was folded with what came with it. Who
-- sets the one sets the other. aside leads the indexes of the shelves; what is starred has
-- a row among the starred in any case.
ALTER TABLE article      ADD COLUMN behind INTEGER;
ALTER TABLE article      ADD COLUMN aside  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kept_article ADD COLUMN behind INTEGER;
ALTER TABLE kept_article ADD COLUMN aside  INTEGER NOT NULL DEFAULT 0;

DROP INDEX archived_dated;
DROP INDEX archived_views;
DROP INDEX archived_opened;
DROP INDEX archived_length;
DROP INDEX archived_title;
DROP INDEX stage_dated;
DROP INDEX stage_views;
DROP INDEX stage_opened;
DROP INDEX stage_length;
DROP INDEX stage_title;

CREATE INDEX archived_dated  ON article (aside, archived, dated);
CREATE INDEX archived_views  ON article (aside, archived, views, dated);
CREATE INDEX archived_opened ON article (aside, archived, opened, dated);
CREATE INDEX archived_length ON article (aside, archived, minutes, words);
CREATE INDEX archived_title  ON article (aside, archived, sort_title);
CREATE INDEX stage_dated     ON article (aside, stage, dated);
CREATE INDEX stage_views     ON article (aside, stage, views, dated);
CREATE INDEX stage_opened    ON article (aside, stage, opened, dated);
CREATE INDEX stage_length    ON article (aside, stage, minutes, words);
CREATE INDEX stage_title     ON article (aside, stage, sort_title);

CREATE INDEX article_behind ON article (behind, aside) WHERE behind IS NOT NULL;

-- The counts of the tabs are of what has a row there.
DROP TRIGGER article_added_tally;
DROP TRIGGER article_removed_tally;
DROP TRIGGER article_moved_tally;

CREATE TRIGGER article_added_tally AFTER INSERT ON article BEGIN
    UPDATE tally SET
        total       = total + (new.aside = 0),
        unread      = unread + (new.aside = 0 AND new.stage = 0),
        in_progress = in_progress + (new.aside = 0 AND new.stage = 1),
        starred     = starred + new.starred,
        archived    = archived + (new.aside = 0 AND new.archived);
END;

CREATE TRIGGER article_removed_tally AFTER DELETE ON article BEGIN
    UPDATE tally SET
        total       = total - (old.aside = 0),
        unread      = unread - (old.aside = 0 AND old.stage = 0),
        in_progress = in_progress - (old.aside = 0 AND old.stage = 1),
        starred     = starred - old.starred,
        archived    = archived - (old.aside = 0 AND old.archived);
END;

CREATE TRIGGER article_moved_tally AFTER UPDATE OF read, progress, starred, archived, aside ON article
WHEN old.stage <> new.stage OR old.starred <> new.starred OR old.aside <> new.aside BEGIN
    UPDATE tally SET
        total       = total - (old.aside = 0) + (new.aside = 0),
        unread      = unread - (old.aside = 0 AND old.stage = 0) + (new.aside = 0 AND new.stage = 0),
        in_progress = in_progress - (old.aside = 0 AND old.stage = 1) + (new.aside = 0 AND new.stage = 1),
        starred     = starred - old.starred + new.starred,
        archived    = archived - (old.aside = 0 AND old.archived) + (new.aside = 0 AND new.archived);
END;

-- Where articles stood that a change has moved behind others, or from there.
CREATE TABLE changed_behind (
    change INTEGER NOT NULL,
    key    INTEGER NOT NULL,
    behind INTEGER,
    aside  INTEGER NOT NULL,
    PRIMARY KEY (change, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_removed_behind AFTER DELETE ON change BEGIN
    DELETE FROM changed_behind WHERE change = old.key;
END;

-- By what copies of a story are found: numbers that each text has a few of, and of which
-- copies have one in common. See articles/copies.
CREATE TABLE band (
    band    INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;

-- The articles that have none yet: those of a library that is older than them.
CREATE TABLE uncompared (key INTEGER PRIMARY KEY) STRICT;
INSERT INTO uncompared SELECT key FROM article;

-- Articles that a change has taken out of the library and that are still in the index, as
-- that change keeps them. To take thousands out of it takes long: it is done later, and
-- until then a search leaves them out. Their keys are not given to others.
CREATE TABLE lost (
    key    INTEGER PRIMARY KEY,
    change INTEGER NOT NULL
) STRICT;

CREATE TABLE kept_trait AS SELECT 0 AS change, * FROM trait WHERE 0;
CREATE INDEX kept_trait_key ON kept_trait (change);

CREATE TRIGGER change_removed_trait AFTER DELETE ON change WHEN old.size > 0 BEGIN
    DELETE FROM kept_trait WHERE change = old.key;
END;
