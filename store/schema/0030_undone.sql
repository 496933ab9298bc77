-- A change with 1 keeps what an undo took out of the library: it is in the trash, and
-- itself nothing to be undone.
ALTER TABLE change ADD COLUMN discards INTEGER NOT NULL DEFAULT 0;
