-- Which program made the article of its original: of the same bytes, the same
-- program makes the same article, so it need not read them again.
ALTER TABLE source ADD COLUMN reader TEXT NOT NULL DEFAULT '';
