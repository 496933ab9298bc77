-- The full text of articles, to be searched. Package store/fulltext writes these tables;
-- lede_text and lede_words are its functions. What is in them are words, folded and
-- parted by blanks: any tokenizer sees the same words.
--
-- The text apart from the names: what the reader sees at once, the titles, is found at
-- once, also by the first letter of a word.
CREATE VIEW fulltext_text AS SELECT key, lede_text(markdown, anatomy) AS body FROM body;

CREATE VIRTUAL TABLE fulltext USING fts5 (
    body,
    content = 'fulltext_text', content_rowid = 'key', tokenize = 'ascii'
);

CREATE VIEW fulltext_names AS
    SELECT key, lede_words(title) AS title, lede_words(dek) AS dek, lede_words(author) AS author,
        lede_site(site, url) AS site, lede_has(markdown, anatomy) AS has
    FROM article JOIN body USING (key);

CREATE VIRTUAL TABLE fulltext_name USING fts5 (
    title, dek, author,
    site, -- and the host of the address
    has,  -- pictures, code and the like: see articles/query
    content = 'fulltext_names', content_rowid = 'key', tokenize = 'ascii', prefix = '1 2'
);

-- A batch of articles becomes a part of the index of its own, and many parts are merged
-- into one: more of them at once is less work in all.
INSERT INTO fulltext (fulltext, rank) VALUES ('automerge', 8);
INSERT INTO fulltext_name (fulltext_name, rank) VALUES ('automerge', 8);
INSERT INTO fulltext (fulltext, rank) VALUES ('hashsize', 8388608);

-- Every word of the index, and how many articles have it.
CREATE TABLE word (
    word TEXT PRIMARY KEY,
    docs INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The words of the index one by one, for those that are related by them.
CREATE VIRTUAL TABLE fulltext_instance USING fts5vocab (fulltext, instance);

-- The articles that are not in the index yet: those of a library that is older than it.
CREATE TABLE unindexed (key INTEGER PRIMARY KEY) STRICT;
INSERT INTO unindexed SELECT key FROM article;

-- Words that tell an article from others were kept as traits before there was an index.
DELETE FROM trait WHERE kind = 6;
