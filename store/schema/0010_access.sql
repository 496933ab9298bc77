-- What the server of a feed wants besides the address, such as headers, as JSON.
-- It holds secrets: nothing prints it.
ALTER TABLE feed ADD COLUMN access TEXT NOT NULL DEFAULT '{}';
