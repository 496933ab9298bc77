-- The index is made anew: it knows which articles have notes.
DROP TABLE fulltext_instance;
DROP TABLE fulltext;
DROP TABLE fulltext_name;

CREATE VIRTUAL TABLE fulltext USING fts5 (
    body,
    content = 'fulltext_text', content_rowid = 'key', tokenize = 'ascii tokenchars ''+#'''
);

CREATE VIRTUAL TABLE fulltext_name USING fts5 (
    title, dek, author,
    site, -- and the host of the address
    has,  -- pictures, code and the like: see articles/query
    content = 'fulltext_names', content_rowid = 'key', tokenize = 'ascii tokenchars ''+#''', prefix = '1 2'
);

INSERT INTO fulltext (fulltext, rank) VALUES ('automerge', 8);
INSERT INTO fulltext_name (fulltext_name, rank) VALUES ('automerge', 8);

CREATE VIRTUAL TABLE fulltext_instance USING fts5vocab (fulltext, instance);

DELETE FROM word;
DELETE FROM band WHERE article IN (SELECT key FROM lost);
DELETE FROM lost;
INSERT OR IGNORE INTO unindexed SELECT key FROM article;
