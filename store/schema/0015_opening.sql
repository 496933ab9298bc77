-- The first words of an article without a dek, for the list; NULL where a lede that
-- kept none has put it in.
ALTER TABLE article      ADD COLUMN opening TEXT;
ALTER TABLE kept_article ADD COLUMN opening TEXT;

-- When the file of an article was written that says no date itself: with it, dated is
-- the time of the file, and without it when the article was added.
ALTER TABLE article      ADD COLUMN file_time INTEGER NOT NULL DEFAULT -62135596800000;
ALTER TABLE kept_article ADD COLUMN file_time INTEGER NOT NULL DEFAULT -62135596800000;
