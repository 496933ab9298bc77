-- Folders of the disk that were added: a refresh reads them again.
CREATE TABLE folder (
    key  INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE -- absolute, with slashes
) STRICT;

-- The articles of files in such folders that the reader took out, which no
-- refresh brings back. Whatever else puts one in takes it off this list.
CREATE TABLE removed (
    id   TEXT PRIMARY KEY, -- of the article
    file TEXT NOT NULL     -- that it was made of
) STRICT, WITHOUT ROWID;

CREATE TRIGGER article_added_removed AFTER INSERT ON article BEGIN
    DELETE FROM removed WHERE id = new.id;
END;

CREATE TRIGGER article_moved_removed AFTER UPDATE OF id ON article BEGIN
    DELETE FROM removed WHERE id = new.id;
END;

CREATE INDEX source_name ON source (name);
