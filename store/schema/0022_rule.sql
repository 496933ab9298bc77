-- What the reader wants done with articles as they come in, in its order: see package
-- articles/rules.
CREATE TABLE rule (
    place  INTEGER PRIMARY KEY, -- from 1
    query  TEXT NOT NULL,
    action TEXT NOT NULL
) STRICT;

-- The rules as they were before a change of them. A row with the place 0 says that the
-- change keeps them: there may have been none.
CREATE TABLE kept_rule (
    change INTEGER NOT NULL,
    place  INTEGER NOT NULL,
    query  TEXT    NOT NULL,
    action TEXT    NOT NULL,
    PRIMARY KEY (change, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_removed_rule AFTER DELETE ON change BEGIN
    DELETE FROM kept_rule WHERE change = old.key;
END;
