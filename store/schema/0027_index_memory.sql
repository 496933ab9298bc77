-- As much as FTS5 takes by itself: with 8 MB, writing them out took 30 MB of memory more,
-- and was no faster.
INSERT INTO fulltext (fulltext, rank) VALUES ('hashsize', 1048576);
