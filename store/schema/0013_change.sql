-- What the reader's hand changed, the last with the highest key: lede undoes it
-- from there. Of state, such as a star, the kind says what was before; of texts
-- the tables below keep it.
CREATE TABLE change (
    key      INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL, -- milliseconds since 1970
    kind     INTEGER NOT NULL, -- articles.ChangeKind
    articles INTEGER NOT NULL, -- how many
    title    TEXT    NOT NULL, -- of the first
    size     INTEGER NOT NULL  -- of what is kept, in bytes; 0 for nothing
) STRICT;

-- The articles of each change, by their keys at that time. What has another ID or
-- another hash by now was changed by something else, and is not undone.
CREATE TABLE changed (
    change  INTEGER NOT NULL,
    key     INTEGER NOT NULL,
    article TEXT    NOT NULL, -- its ID
    hash    BLOB,             -- that the change gave it; NULL for a change of state, and when it took the article out
    PRIMARY KEY (change, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER article_moved_changed AFTER UPDATE OF id ON article WHEN old.id <> new.id BEGIN
    UPDATE changed SET article = new.id WHERE change IN (SELECT key FROM change) AND key = new.key AND article = old.id;
END;

-- The folders that a change remembered.
CREATE TABLE changed_folder (
    change INTEGER NOT NULL,
    path   TEXT    NOT NULL,
    PRIMARY KEY (change, path)
) STRICT, WITHOUT ROWID;

-- The rows of articles, feeds and folders as they were before a change. Each table has the columns of
-- the one that it is named after, but for those that are computed: whoever gives a
-- column to that gives it to both.
CREATE TABLE kept_article AS SELECT 0 AS change, * FROM article WHERE 0;
CREATE TABLE kept_body    AS SELECT 0 AS change, * FROM body    WHERE 0;
CREATE TABLE kept_source  AS SELECT 0 AS change, * FROM source  WHERE 0;
CREATE TABLE kept_image   AS SELECT 0 AS change, * FROM image   WHERE 0;
CREATE TABLE kept_entry   AS SELECT 0 AS change, * FROM entry   WHERE 0;
CREATE TABLE kept_removed AS SELECT 0 AS change, * FROM removed WHERE 0;
CREATE TABLE kept_feed    AS SELECT 0 AS change, * FROM feed    WHERE 0;
CREATE TABLE kept_folder  AS SELECT 0 AS change, * FROM folder  WHERE 0;
ALTER TABLE kept_article DROP COLUMN stage;

CREATE UNIQUE INDEX kept_article_key ON kept_article (change, key);
CREATE UNIQUE INDEX kept_body_key    ON kept_body    (change, key);
CREATE UNIQUE INDEX kept_source_key  ON kept_source  (change, article);
CREATE UNIQUE INDEX kept_image_key   ON kept_image   (change, article, source);
CREATE UNIQUE INDEX kept_entry_key   ON kept_entry   (change, key);
CREATE INDEX kept_entry_article      ON kept_entry   (change, article);
CREATE UNIQUE INDEX kept_removed_key ON kept_removed (change, id);
CREATE UNIQUE INDEX kept_feed_key    ON kept_feed    (change, key);
CREATE UNIQUE INDEX kept_folder_key  ON kept_folder  (change, key);
CREATE INDEX kept_source_original    ON kept_source  (original);

CREATE TRIGGER change_removed AFTER DELETE ON change BEGIN
    DELETE FROM changed WHERE change = old.key;
    DELETE FROM changed_folder WHERE change = old.key;
END;

CREATE TRIGGER change_removed_kept AFTER DELETE ON change WHEN old.size > 0 BEGIN
    DELETE FROM kept_article WHERE change = old.key;
    DELETE FROM kept_body    WHERE change = old.key;
    DELETE FROM kept_source  WHERE change = old.key;
    DELETE FROM kept_image   WHERE change = old.key;
    DELETE FROM kept_entry   WHERE change = old.key;
    DELETE FROM kept_removed WHERE change = old.key;
    DELETE FROM kept_feed    WHERE change = old.key;
    DELETE FROM kept_folder  WHERE change = old.key;
END;

-- An original is not copied: it stays as long as an article or a change has it.
DROP TRIGGER source_removed_original;
DROP TRIGGER source_changed_original;

CREATE TRIGGER source_removed_original AFTER DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM source WHERE original = old.original)
    AND NOT EXISTS (SELECT 1 FROM kept_source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;

CREATE TRIGGER source_changed_original AFTER UPDATE OF original ON source
WHEN old.original <> new.original
    AND NOT EXISTS (SELECT 1 FROM source WHERE original = old.original)
    AND NOT EXISTS (SELECT 1 FROM kept_source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;

CREATE TRIGGER kept_source_removed_original AFTER DELETE ON kept_source
WHEN NOT EXISTS (SELECT 1 FROM source WHERE original = old.original)
    AND NOT EXISTS (SELECT 1 FROM kept_source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;
