-- Words are found although they are misspelt. The extension is trusted: a role that may create in its database may
-- create it, as the owner of the database may.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
