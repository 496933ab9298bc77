-- What a change brought of another library to articles that were here before, and that
-- their reader had not touched: the state, and the tags that were put on and taken off.
CREATE TABLE brought_state (
    change   INTEGER NOT NULL,
    article  TEXT    NOT NULL, -- its ID
    views    INTEGER NOT NULL,
    opened   INTEGER NOT NULL,
    read     INTEGER NOT NULL,
    starred  INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    progress REAL    NOT NULL,
    anchor   TEXT    NOT NULL,
    added    TEXT    NOT NULL,
    taken    TEXT    NOT NULL,
    PRIMARY KEY (change, article)
) STRICT, WITHOUT ROWID;

-- The entries of feeds that a change brought.
CREATE TABLE brought_entry (
    change INTEGER NOT NULL,
    entry  INTEGER NOT NULL,
    feed   INTEGER NOT NULL,
    PRIMARY KEY (change, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_removed_brought AFTER DELETE ON change BEGIN
    DELETE FROM brought_state WHERE change = old.key;
    DELETE FROM brought_entry WHERE change = old.key;
END;
