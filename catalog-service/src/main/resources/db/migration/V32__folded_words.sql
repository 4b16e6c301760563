-- What people type and what is written are compared without case, accents and widths. The collation is the server's own,
-- so that the database's locale, C in the local stack and in containers, does not decide what a letter is.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(casefold(normalize(words, NFKD) COLLATE "pg_unicode_fast"), '[\u0300-\u036f]', '', 'g');

-- The pattern for LIKE of whatever holds a word. Folding comes first: it makes signs out of others, such as % out of its
-- wide form, that would be read as wildcards.
CREATE FUNCTION containing(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '%' || regexp_replace(folded(word), '([\\%_])', '\\\1', 'g') || '%';
