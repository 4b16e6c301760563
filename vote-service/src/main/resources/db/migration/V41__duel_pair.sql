-- How often each of two tools won. Whoever changes a ballot locks the pair's row first, so that its counts and its events
-- follow the ballots in their order.
CREATE TABLE duel_pair (
    tool_a     uuid        NOT NULL,
    tool_b     uuid        NOT NULL,
    wins_a     bigint      NOT NULL DEFAULT 0 CHECK (wins_a >= 0),
    wins_b     bigint      NOT NULL DEFAULT 0 CHECK (wins_b >= 0),
    ties       bigint      NOT NULL DEFAULT 0 CHECK (ties >= 0),
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tool_a, tool_b)
);
