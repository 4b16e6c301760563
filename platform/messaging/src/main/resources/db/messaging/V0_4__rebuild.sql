-- The last rebuild of each projection, by whichever copy. A running one is held to its row by the run's id.
CREATE TABLE rebuild (
    projection text        PRIMARY KEY,
    run        uuid        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('running', 'done', 'failed', 'abandoned')),
    records    bigint      NOT NULL DEFAULT 0,
    remaining  bigint,
    differing  bigint,
    detail     text,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    touched_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz
);
