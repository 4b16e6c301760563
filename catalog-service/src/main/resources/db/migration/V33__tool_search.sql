-- What tools are found by, apart from the cards: votes change those many times a second, these only with their tool.
-- Kept in step by the projector of the cards, see ToolSearchRepository; filled here for the tools that are there.
CREATE TABLE tool_search (
    tool_id      uuid PRIMARY KEY,
    tool_version bigint NOT NULL,
    name         text   NOT NULL,
    words        text   NOT NULL,
    tags         text[] NOT NULL,
    status       text   NOT NULL,
    document     tsvector GENERATED ALWAYS AS (to_tsvector('english', words)) STORED
);

-- Written seldom and read often: without a list of pending entries that every reader would have to go through.
CREATE INDEX tool_search_by_part ON tool_search USING gin (words gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX tool_search_by_word ON tool_search USING gin (document) WITH (fastupdate = off);
CREATE INDEX tool_search_by_tag ON tool_search USING gin (tags) WITH (fastupdate = off);

-- A tool as it is found. The words are its name, the host of its official site, its tags and its tagline, a line each:
-- nobody can type the end of a line, so nothing straddles two of them.
CREATE FUNCTION searchable(tool jsonb, OUT name text, OUT words text, OUT tags text[], OUT status text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT folded(tool ->> 'name'),
           folded(concat_ws(E'\n', tool ->> 'name',
                            substring(lower(tool ->> 'websiteUrl') FROM '^https?://(?:www\.)?([^/:?#]+)'),
                            (SELECT string_agg(tag, E'\n') FROM jsonb_array_elements_text(tool -> 'tags') AS tag),
                            tool ->> 'tagline')),
           ARRAY(SELECT DISTINCT folded(tag) FROM jsonb_array_elements_text(tool -> 'tags') AS tag ORDER BY 1),
           tool ->> 'status'
$$;

INSERT INTO tool_search (tool_id, tool_version, name, words, tags, status)
SELECT tool_id, tool_version, found.*
FROM tool_card CROSS JOIN LATERAL searchable(tool) AS found
WHERE tool IS NOT NULL;

ANALYZE tool_search;
