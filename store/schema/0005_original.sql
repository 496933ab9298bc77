-- What articles were made of, apart: neither the list nor the reader touches
-- these pages. Articles that were made of the same bytes share them.
CREATE TABLE original (
    key  INTEGER PRIMARY KEY,
    hash BLOB    NOT NULL UNIQUE, -- of the bytes as they came
    size INTEGER NOT NULL,        -- of them
    data BLOB    NOT NULL         -- compressed: DEFLATE, RFC 1951
) STRICT;

CREATE TABLE source (
    article  INTEGER PRIMARY KEY REFERENCES article,
    original INTEGER NOT NULL REFERENCES original,
    name     TEXT    NOT NULL, -- the columns are the fields of articles.Original
    url      TEXT    NOT NULL,
    charset  TEXT    NOT NULL,
    whole    INTEGER NOT NULL
) STRICT;

CREATE INDEX source_original ON source (original);

CREATE TRIGGER article_removed_source AFTER DELETE ON article BEGIN
    DELETE FROM source WHERE article = old.key;
END;

CREATE TRIGGER source_removed_original AFTER DELETE ON source
WHEN NOT EXISTS (SELECT 1 FROM source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;

CREATE TRIGGER source_changed_original AFTER UPDATE OF original ON source
WHEN old.original <> new.original
    AND NOT EXISTS (SELECT 1 FROM source WHERE original = old.original) BEGIN
    DELETE FROM original WHERE key = old.original;
END;
