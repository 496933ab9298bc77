-- Feeds, and what they list. Times are as in article.
CREATE TABLE feed (
    key           INTEGER PRIMARY KEY,
    url           TEXT NOT NULL UNIQUE,
    title         TEXT NOT NULL, -- its own
    name          TEXT NOT NULL, -- the reader's for it; may be empty
    site          TEXT NOT NULL,
    folders       TEXT NOT NULL, -- JSON: paths
    full_text     INTEGER NOT NULL,
    keep          INTEGER NOT NULL, -- 0 for all
    etag          TEXT    NOT NULL DEFAULT '',
    last_modified TEXT    NOT NULL DEFAULT '',
    checked       INTEGER NOT NULL DEFAULT -62135596800000,
    due           INTEGER NOT NULL DEFAULT -62135596800000,
    held          INTEGER NOT NULL DEFAULT -62135596800000,
    failures      INTEGER NOT NULL DEFAULT 0,
    error         TEXT    NOT NULL DEFAULT '',
    gone          INTEGER NOT NULL DEFAULT 0
) STRICT;

-- An entry stays when its article goes, so that the article does not come
-- back: removed by the reader it stays for good, pruned for as long as the feed
-- lists it.
CREATE TABLE entry (
    key     INTEGER PRIMARY KEY,
    feed    INTEGER NOT NULL,
    guid    TEXT    NOT NULL, -- empty for none
    link    TEXT    NOT NULL, -- spelled as a trait is; empty when it tells no entry from others
    article INTEGER,          -- NULL: it went
    owner   INTEGER NOT NULL, -- 0: the article was here before, and is not the feed's to change or to prune
    pruned  INTEGER NOT NULL DEFAULT 0,
    sum     TEXT    NOT NULL, -- of what the feed said of it last
    page    INTEGER NOT NULL  -- -1: the article has the text of its page; else how often fetching that failed
) STRICT;

CREATE INDEX entry_guid    ON entry (feed, guid) WHERE guid <> '';
CREATE INDEX entry_link    ON entry (link)       WHERE link <> '';
CREATE INDEX entry_article ON entry (article)    WHERE article IS NOT NULL;
CREATE INDEX entry_feed    ON entry (feed, article);

CREATE TRIGGER article_removed_entry AFTER DELETE ON article BEGIN
    UPDATE entry SET article = NULL WHERE article = old.key;
END;

CREATE TRIGGER feed_removed_entry AFTER DELETE ON feed BEGIN
    DELETE FROM entry WHERE feed = old.key;
END;
