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

-- What rules keep out of the library: the entries of feeds that list it, or files.
CREATE TABLE muted (
    id     TEXT    NOT NULL, -- that the article would have
    entry  INTEGER NOT NULL, -- 0 for a file
    title  TEXT    NOT NULL,
    origin TEXT    NOT NULL, -- its address
    rule   TEXT    NOT NULL, -- as it is written; empty when that is not known
    at     INTEGER NOT NULL,
    change INTEGER NOT NULL DEFAULT 0, -- that it is a part of; 0 for none
    PRIMARY KEY (id, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX muted_entry ON muted (entry) WHERE entry <> 0;

CREATE TRIGGER entry_removed_muted AFTER DELETE ON entry BEGIN
    DELETE FROM muted WHERE entry = old.key AND entry <> 0;
END;

CREATE TRIGGER removed_removed_muted AFTER DELETE ON removed BEGIN
    DELETE FROM muted WHERE id = old.id AND entry = 0;
END;

CREATE TRIGGER article_added_muted AFTER INSERT ON article BEGIN
    DELETE FROM muted WHERE id = new.id;
END;

-- What a feed of which nothing is pruned lists and has not brought, a rule has muted. Which
-- one that was is not known: the next refresh asks the rules of it again.
INSERT INTO muted SELECT '', entry.key, '', link, '', checked, 0 FROM entry JOIN feed ON feed.key = feed
    WHERE article IS NULL AND pruned = 1 AND keep = 0;
