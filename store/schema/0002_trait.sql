-- Everything by which articles are found and can be alike: addresses, links,
-- tags, author, site, telling words (the kinds are listed in trait.go). An
-- article's traits follow from the article: to remove them they are computed
-- again, so no second index by article is needed. Whoever changes how a trait
-- is spelled adds a schema step that fills this table anew.
CREATE TABLE trait (
    kind    INTEGER NOT NULL,
    value   TEXT    NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (kind, value, article)
) STRICT, WITHOUT ROWID;
