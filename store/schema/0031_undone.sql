-- A change with 1 keeps what an undo took out of the library: it is in the trash, and
-- itself nothing to be undone.
ALTER TABLE change ADD COLUMN discards INTEGER NOT NULL DEFAULT 0;

-- What files said whose articles have again, by an undo, the text from before: no refresh
-- takes it in until a file says something else.
CREATE TABLE undone (
    id   TEXT NOT NULL, -- of the article
    hash BLOB NOT NULL, -- of the original
    PRIMARY KEY (id, hash)
) STRICT, WITHOUT ROWID;
