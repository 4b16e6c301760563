-- When the voter was first seen, to the hour. What rules look at are the votes of the last minutes from known networks:
-- this index leads to them, costs next to nothing to keep, and a vote that is cast again still stays in its place.
ALTER TABLE votes ADD COLUMN voter_since timestamptz;

CREATE INDEX votes_cast_recently ON votes USING brin (cast_at) WITH (pages_per_range = 16, autosummarize = on)
    WHERE network_hash IS NOT NULL;
