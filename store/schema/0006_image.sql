-- The images of articles that are kept to be shown without a network, by their
-- address as the text of the article has it.
CREATE TABLE image (
    article INTEGER NOT NULL REFERENCES article,
    source  TEXT    NOT NULL,
    data    BLOB    NOT NULL,
    UNIQUE (article, source)
) STRICT;

CREATE TRIGGER article_removed_image AFTER DELETE ON article BEGIN
    DELETE FROM image WHERE article = old.key;
END;
