-- A text is kept compressed where that makes it smaller: in packed, and markdown is
-- empty. What a library had before stays as it is until it is written again; it is
-- read as coalesce(packed, markdown).
ALTER TABLE body      ADD COLUMN packed BLOB; -- see package store/compress
ALTER TABLE kept_body ADD COLUMN packed BLOB;

DROP VIEW fulltext_text;
DROP VIEW fulltext_names;

CREATE VIEW fulltext_text AS SELECT key, lede_text(coalesce(packed, markdown), anatomy) AS body FROM body;

CREATE VIEW fulltext_names AS
    SELECT key, lede_words(title) AS title, lede_words(dek) AS dek, lede_words(author) AS author,
        lede_site(site, url) AS site, lede_has(coalesce(packed, markdown), anatomy) AS has
    FROM article JOIN body USING (key);

-- An original that is nearly the text of its article, as a Markdown file is, is kept as
-- what differs from that. The text and the delta stand in rows of the same article,
-- here and among what is kept to be undone: who changes the one writes the other anew.
DROP TRIGGER article_removed_source;
DROP TRIGGER source_removed_original;
DROP TRIGGER source_changed_original;
DROP TRIGGER kept_source_removed_original;

CREATE TABLE sources (
    article  INTEGER PRIMARY KEY REFERENCES article,
    original INTEGER REFERENCES original, -- NULL: there is a delta
    size     INTEGER, -- of the original that the delta makes
    hash     BLOB,
    delta    BLOB,    -- see package store/compress
    name     TEXT    NOT NULL, -- the columns from here are the fields of articles.Original
    url      TEXT    NOT NULL,
    charset  TEXT    NOT NULL,
    whole    INTEGER NOT NULL,
    reader   TEXT    NOT NULL
) STRICT;

INSERT INTO sources (article, original, name, url, charset, whole, reader)
    SELECT article, original, name, url, charset, whole, reader FROM source;
DROP TABLE source;
ALTER TABLE sources RENAME TO source;

ALTER TABLE kept_source ADD COLUMN size  INTEGER;
ALTER TABLE kept_source ADD COLUMN hash  BLOB;
ALTER TABLE kept_source ADD COLUMN delta BLOB;

CREATE INDEX source_original ON source (original) WHERE original IS NOT NULL;
CREATE INDEX source_name     ON source (name);

CREATE TRIGGER article_removed_source AFTER DELETE ON article BEGIN
    DELETE FROM source WHERE article = old.key;
END;

CREATE TRIGGER source_removed_original AFTER DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM source WHERE original = old.original)
    AND NOT EXISTS (SELECT 1 FROM kept_source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;

CREATE TRIGGER source_changed_original AFTER UPDATE OF original ON source
WHEN old.original IS NOT new.original
    AND NOT EXISTS (SELECT 1 FROM source WHERE original = old.original)
    AND NOT EXISTS (SELECT 1 FROM kept_source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;

CREATE TRIGGER kept_source_removed_original AFTER DELETE ON kept_source
WHEN NOT EXISTS (SELECT 1 FROM source WHERE original = old.original)
    AND NOT EXISTS (SELECT 1 FROM kept_source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;

-- Better no change than an original that is lost.
CREATE TRIGGER body_changed_source BEFORE UPDATE OF markdown, packed ON body
WHEN EXISTS (SELECT 1 FROM source WHERE article = old.key AND delta IS NOT NULL) BEGIN
    SELECT RAISE(ABORT, 'the original is kept by the text that would go');
END;
