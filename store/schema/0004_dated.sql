-- What "newest first" sorts by: when an article was published or, without a
-- date, when it was added: what was just put in stands among the newest. It
-- takes the place of published in every index. It is no generated column:
-- SQLite would look such a one up in the table for each entry of an index that
-- it counts.
ALTER TABLE article ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;
UPDATE article SET dated = CASE published WHEN -62135596800000 THEN added ELSE published END;

DROP INDEX all_published;
DROP INDEX all_views;
DROP INDEX all_opened;
DROP INDEX stage_published;
DROP INDEX stage_views;
DROP INDEX stage_opened;
DROP INDEX starred_published;
DROP INDEX starred_views;
DROP INDEX starred_opened;

CREATE INDEX all_dated      ON article (dated);
CREATE INDEX all_views      ON article (views, dated);
CREATE INDEX all_opened     ON article (opened, dated);
CREATE INDEX stage_dated    ON article (stage, dated);
CREATE INDEX stage_views    ON article (stage, views, dated);
CREATE INDEX stage_opened   ON article (stage, opened, dated);
CREATE INDEX starred_dated  ON article (dated)         WHERE starred = 1;
CREATE INDEX starred_views  ON article (views, dated)  WHERE starred = 1;
CREATE INDEX starred_opened ON article (opened, dated) WHERE starred = 1;
