-- A feed that is muted is not asked for what is new; what came by it stays.
ALTER TABLE feed      ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kept_feed ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;

-- How many articles of each feed there are, and how many of them are unread. To
-- count the entries of 100,000 articles takes longer than drawing a frame. An
-- article that a feed lists twice counts once.
CREATE TABLE feed_tally (
    feed     INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    unread   INTEGER NOT NULL
) STRICT;

INSERT INTO feed_tally SELECT feed.key, count(stage), coalesce(sum(stage = 0), 0)
    FROM feed LEFT JOIN (
        SELECT DISTINCT feed AS of, article.key, stage FROM entry JOIN article ON article.key = entry.article
    ) ON of = feed.key GROUP BY feed.key;

CREATE TRIGGER feed_added_tally AFTER INSERT ON feed BEGIN
    INSERT INTO feed_tally VALUES (new.key, 0, 0);
END;

CREATE TRIGGER feed_removed_tally AFTER DELETE ON feed BEGIN
    DELETE FROM feed_tally WHERE feed = old.key;
END;

CREATE TRIGGER entry_added_tally AFTER INSERT ON entry WHEN new.article IS NOT NULL BEGIN
    UPDATE feed_tally SET
        articles = articles + 1,
        unread   = unread + (SELECT count(*) FROM article WHERE key = new.article AND stage = 0)
    WHERE feed = new.feed
        AND (SELECT count(*) FROM entry WHERE feed = new.feed AND article = new.article) = 1;
END;

CREATE TRIGGER entry_removed_tally AFTER DELETE ON entry WHEN old.article IS NOT NULL BEGIN
    UPDATE feed_tally SET
        articles = articles - 1,
        unread   = unread - (SELECT count(*) FROM article WHERE key = old.article AND stage = 0)
    WHERE feed = old.feed
        AND NOT EXISTS (SELECT 1 FROM entry WHERE feed = old.feed AND article = old.article);
END;

CREATE TRIGGER entry_moved_tally AFTER UPDATE OF article ON entry WHEN old.article IS NOT new.article BEGIN
    UPDATE feed_tally SET
        articles = articles - 1,
        unread   = unread - (SELECT count(*) FROM article WHERE key = old.article AND stage = 0)
    WHERE feed = old.feed AND old.article IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entry WHERE feed = old.feed AND article = old.article);
    UPDATE feed_tally SET
        articles = articles + 1,
        unread   = unread + (SELECT count(*) FROM article WHERE key = new.article AND stage = 0)
    WHERE feed = new.feed AND new.article IS NOT NULL
        AND (SELECT count(*) FROM entry WHERE feed = new.feed AND article = new.article) = 1;
END;

CREATE TRIGGER article_moved_feed_tally AFTER UPDATE ON article
WHEN (old.stage = 0) <> (new.stage = 0) BEGIN
    UPDATE feed_tally SET unread = unread - (old.stage = 0) + (new.stage = 0)
    WHERE feed IN (SELECT feed FROM entry WHERE article = new.key);
END;

-- The entries let go of an article that is removed when it is gone, and nothing says
-- any more whether it was unread.
CREATE TRIGGER article_removed_feed_tally BEFORE DELETE ON article WHEN old.stage = 0 BEGIN
    UPDATE feed_tally SET unread = unread - 1
    WHERE feed IN (SELECT feed FROM entry WHERE article = old.key);
END;

-- The same of the folders of the disk. The files in one are a range of their names, in
-- which its path is followed by a slash.
CREATE TABLE folder_tally (
    folder   INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    unread   INTEGER NOT NULL
) STRICT;

INSERT INTO folder_tally SELECT folder.key, count(stage), coalesce(sum(stage = 0), 0)
    FROM folder LEFT JOIN source ON name >= rtrim(path, '/') || '/' AND name < rtrim(path, '/') || '0'
    LEFT JOIN article ON article.key = source.article GROUP BY folder.key;

CREATE TRIGGER folder_added_tally AFTER INSERT ON folder BEGIN
    INSERT INTO folder_tally SELECT new.key, count(stage), coalesce(sum(stage = 0), 0)
        FROM source JOIN article ON article.key = source.article
        WHERE name >= rtrim(new.path, '/') || '/' AND name < rtrim(new.path, '/') || '0';
END;

CREATE TRIGGER folder_removed_tally AFTER DELETE ON folder BEGIN
    DELETE FROM folder_tally WHERE folder = old.key;
END;

CREATE TRIGGER source_added_tally AFTER INSERT ON source BEGIN
    UPDATE folder_tally SET
        articles = articles + 1,
        unread   = unread + (SELECT count(*) FROM article WHERE key = new.article AND stage = 0)
    WHERE folder IN (SELECT key FROM folder
        WHERE new.name >= rtrim(path, '/') || '/' AND new.name < rtrim(path, '/') || '0');
END;

CREATE TRIGGER source_removed_tally AFTER DELETE ON source BEGIN
    UPDATE folder_tally SET
        articles = articles - 1,
        unread   = unread - (SELECT count(*) FROM article WHERE key = old.article AND stage = 0)
    WHERE folder IN (SELECT key FROM folder
        WHERE old.name >= rtrim(path, '/') || '/' AND old.name < rtrim(path, '/') || '0');
END;

CREATE TRIGGER source_moved_tally AFTER UPDATE OF name ON source WHEN old.name <> new.name BEGIN
    UPDATE folder_tally SET
        articles = articles - 1,
        unread   = unread - (SELECT count(*) FROM article WHERE key = old.article AND stage = 0)
    WHERE folder IN (SELECT key FROM folder
        WHERE old.name >= rtrim(path, '/') || '/' AND old.name < rtrim(path, '/') || '0');
    UPDATE folder_tally SET
        articles = articles + 1,
        unread   = unread + (SELECT count(*) FROM article WHERE key = new.article AND stage = 0)
    WHERE folder IN (SELECT key FROM folder
        WHERE new.name >= rtrim(path, '/') || '/' AND new.name < rtrim(path, '/') || '0');
END;

CREATE TRIGGER article_moved_folder_tally AFTER UPDATE ON article
WHEN (old.stage = 0) <> (new.stage = 0) BEGIN
    UPDATE folder_tally SET unread = unread - (old.stage = 0) + (new.stage = 0)
    WHERE folder IN (SELECT folder.key FROM source JOIN folder
        ON name >= rtrim(path, '/') || '/' AND name < rtrim(path, '/') || '0' WHERE article = new.key);
END;

CREATE TRIGGER article_removed_folder_tally BEFORE DELETE ON article WHEN old.stage = 0 BEGIN
    UPDATE folder_tally SET unread = unread - 1
    WHERE folder IN (SELECT folder.key FROM source JOIN folder
        ON name >= rtrim(path, '/') || '/' AND name < rtrim(path, '/') || '0' WHERE article = old.key);
END;
