-- A text is kept compressed where that makes it smaller: in packed, and markdown is
-- empty. What a library had before stays as it is until it is written again; it is
-- read as coalesce(packed, markdown).
ALTER TABLE body      ADD COLUMN packed BLOB; -- see package store/compress
ALTER TABLE kept_body ADD COLUMN packed BLOB;

DROP VIEW fulltext_text;
CREATE VIEW fulltext_text AS SELECT key, lede_text(coalesce(packed, markdown), anatomy) AS body FROM body;
