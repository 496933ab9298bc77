-- What rules kept out of the feeds that a change ended, as muted had it.
CREATE TABLE kept_muted (
    change INTEGER NOT NULL,
    id     TEXT    NOT NULL,
    entry  INTEGER NOT NULL,
    title  TEXT    NOT NULL,
    origin TEXT    NOT NULL,
    rule   TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (change, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_removed_muted AFTER DELETE ON change BEGIN
    DELETE FROM kept_muted WHERE change = old.key;
END;
