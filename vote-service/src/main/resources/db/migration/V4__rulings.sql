-- What was decided about a vote, up to a place in its log. Votes and rulings may arrive in either order: each is guarded
-- by its own offset, and a ruling that comes first makes the row of a withdrawn vote.
ALTER TABLE votes
    ADD COLUMN tier          text   NOT NULL DEFAULT 'device',
    ADD COLUMN network_hash  text,
    ADD COLUMN ruling        text   CHECK (ruling IN ('held', 'restored', 'discarded')),
    ADD COLUMN ruling_reason text,
    ADD COLUMN ruled_to      bigint,
    ADD COLUMN ruled_at      timestamptz,
    ADD COLUMN ruling_offset bigint NOT NULL DEFAULT -1;

ALTER TABLE votes
    ADD COLUMN state text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN ruling IN ('held', 'discarded') AND ruled_to >= log_offset THEN ruling ELSE 'counted' END) STORED;
