-- Where texts that are not in the library were left, such as a file that was only
-- opened: those of late. What joins the library takes its place along.
CREATE TABLE opened (
    id       TEXT PRIMARY KEY, -- of the article that it would be
    anchor   TEXT NOT NULL,
    progress REAL NOT NULL,
    at       INTEGER NOT NULL  -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE INDEX opened_at ON opened (at);

CREATE TRIGGER article_added_opened AFTER INSERT ON article BEGIN
    DELETE FROM opened WHERE id = new.id;
END;
