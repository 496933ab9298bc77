-- The queries that the reader saved under names, in their order.
CREATE TABLE saved_query (
    key   INTEGER PRIMARY KEY,
    name  TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    query TEXT    NOT NULL, -- as it is typed
    place INTEGER NOT NULL
) STRICT;

-- All of them as they were before a change.
CREATE TABLE kept_saved_query AS SELECT 0 AS change, * FROM saved_query WHERE 0;
CREATE UNIQUE INDEX kept_saved_query_key ON kept_saved_query (change, key);

CREATE TRIGGER change_removed_saved_query AFTER DELETE ON change WHEN old.size > 0 BEGIN
    DELETE FROM kept_saved_query WHERE change = old.key;
END;
