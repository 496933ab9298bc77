-- The feeds that a change subscribed to.
CREATE TABLE changed_feed (
    change INTEGER NOT NULL,
    feed   INTEGER NOT NULL, -- its key
    PRIMARY KEY (change, feed)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_removed_feed AFTER DELETE ON change BEGIN
    DELETE FROM changed_feed WHERE change = old.key;
END;
