-- Which articles came in by one go, such as one lede add, or what a feed had on one check:
-- the key of the change that added them, or a negative number of its own where that was
-- none of a hand's. It is NULL for what came before this was kept.
ALTER TABLE article      ADD COLUMN came INTEGER;
ALTER TABLE kept_article ADD COLUMN came INTEGER;

CREATE INDEX article_came ON article (came) WHERE came IS NOT NULL;

-- What is folded has no row on a shelf, and still counts there: how many rows there are
-- and how many articles is not the same.
ALTER TABLE tally ADD COLUMN folded          INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN folded_unread   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN folded_archived INTEGER NOT NULL DEFAULT 0;

UPDATE tally SET
    folded          = (SELECT count(*) FROM article WHERE aside = 2),
    folded_unread   = (SELECT count(*) FROM article WHERE aside = 2 AND stage = 0),
    folded_archived = (SELECT count(*) FROM article WHERE aside = 2 AND archived = 1);

DROP TRIGGER article_added_tally;
DROP TRIGGER article_removed_tally;
DROP TRIGGER article_moved_tally;

CREATE TRIGGER article_added_tally AFTER INSERT ON article BEGIN
    UPDATE tally SET
        total           = total + (new.aside = 0),
        unread          = unread + (new.aside = 0 AND new.stage = 0),
        in_progress     = in_progress + (new.aside = 0 AND new.stage = 1),
        starred         = starred + new.starred,
        archived        = archived + (new.aside = 0 AND new.archived),
        folded          = folded + (new.aside = 2),
        folded_unread   = folded_unread + (new.aside = 2 AND new.stage = 0),
        folded_archived = folded_archived + (new.aside = 2 AND new.archived);
END;

CREATE TRIGGER article_removed_tally AFTER DELETE ON article BEGIN
    UPDATE tally SET
        total           = total - (old.aside = 0),
        unread          = unread - (old.aside = 0 AND old.stage = 0),
        in_progress     = in_progress - (old.aside = 0 AND old.stage = 1),
        starred         = starred - old.starred,
        archived        = archived - (old.aside = 0 AND old.archived),
        folded          = folded - (old.aside = 2),
        folded_unread   = folded_unread - (old.aside = 2 AND old.stage = 0),
        folded_archived = folded_archived - (old.aside = 2 AND old.archived);
END;

CREATE TRIGGER article_moved_tally AFTER UPDATE OF read, progress, starred, archived, aside ON article
WHEN old.stage <> new.stage OR old.starred <> new.starred OR old.aside <> new.aside BEGIN
    UPDATE tally SET
        total           = total - (old.aside = 0) + (new.aside = 0),
        unread          = unread - (old.aside = 0 AND old.stage = 0) + (new.aside = 0 AND new.stage = 0),
        in_progress     = in_progress - (old.aside = 0 AND old.stage = 1) + (new.aside = 0 AND new.stage = 1),
        starred         = starred - old.starred + new.starred,
        archived        = archived - (old.aside = 0 AND old.archived) + (new.aside = 0 AND new.archived),
        folded          = folded - (old.aside = 2) + (new.aside = 2),
        folded_unread   = folded_unread - (old.aside = 2 AND old.stage = 0) + (new.aside = 2 AND new.stage = 0),
        folded_archived = folded_archived - (old.aside = 2 AND old.archived) + (new.aside = 2 AND new.archived);
END;
