-- The nearest names are looked for among names. By all words of a tool three times as many have to be compared, each ten
-- times as long.
CREATE INDEX tool_search_by_name ON tool_search USING gin (name gin_trgm_ops) WITH (fastupdate = off);
