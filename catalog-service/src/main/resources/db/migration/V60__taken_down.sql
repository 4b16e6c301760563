-- A tool that was taken down is shown to nobody; why, and since when.
ALTER TABLE tool ADD COLUMN taken_down_reason text, ADD COLUMN taken_down_since timestamptz;

-- Who took it down and showed it again.
CREATE TABLE tool_take_down (
    tool_id uuid        NOT NULL REFERENCES tool (tool_id),
    version bigint      NOT NULL,
    act     text        NOT NULL,
    reason  text,
    actor   text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (tool_id, version)
);

-- On the read side such a card is one without its tool, as every reader passes over already.
ALTER TABLE tool_card ADD COLUMN taken_down jsonb;
