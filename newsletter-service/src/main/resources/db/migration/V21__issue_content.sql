ALTER TABLE issue
    ADD COLUMN intro         text NOT NULL DEFAULT '',
    ADD COLUMN approved_at   timestamptz,
    ADD COLUMN schedule_zone text,
    ADD COLUMN recipients    int,
    ADD COLUMN updated_at    timestamptz NOT NULL DEFAULT to_timestamp(0);
CREATE INDEX issue_due ON issue (scheduled_at) WHERE status = 'scheduled';

-- What an issue tells, as it was when the issue was drafted. A dropped entry stays: it was news once and is no news again.
CREATE TABLE issue_entry (
    issue_id uuid NOT NULL REFERENCES issue,
    entry_id int NOT NULL,
    place    int NOT NULL,
    dropped  boolean NOT NULL,
    note     text,
    kind     text NOT NULL CHECK (kind IN (
        'changed_verdict', 'new_verdict', 'price_change', 'new_tool', 'panel_community_gap', 'mover', 'comparison')),
    tool_id  uuid NOT NULL,
    slug     text NOT NULL,
    -- When it happened; null for what is so rather than happened.
    since    timestamptz,
    facts    jsonb NOT NULL,
    PRIMARY KEY (issue_id, entry_id)
);
CREATE INDEX issue_entry_told ON issue_entry (tool_id, kind);

-- The tallies when an issue was drafted: what the next one measures movement from.
CREATE TABLE issue_tally (
    issue_id uuid NOT NULL REFERENCES issue,
    tool_id  uuid NOT NULL,
    ships    bigint NOT NULL,
    skips    bigint NOT NULL,
    PRIMARY KEY (issue_id, tool_id)
);
