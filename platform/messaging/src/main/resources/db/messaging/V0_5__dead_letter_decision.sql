-- What an operator decided about a dead letter. One that was replayed stands in the place of its record from then on, with
-- its repaired value if it has one; any other is passed over. Whoever reads the log again comes to the same rows.
ALTER TABLE dead_letter
    ADD COLUMN id              bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN record_millis   bigint,
    ADD COLUMN state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'replayed', 'dropped')),
    ADD COLUMN repaired        bytea,
    ADD COLUMN note            text,
    ADD COLUMN decided_at      timestamptz,
    ADD COLUMN decided_by      text,
    ADD COLUMN decided_because text;

CREATE UNIQUE INDEX dead_letter_by_id ON dead_letter (id);
CREATE INDEX dead_letter_waiting ON dead_letter (id) WHERE state = 'waiting';
