-- What an operator has stopped for a while: the outbox's relay, or a consumer by its name. All copies obey.
CREATE TABLE operation_switch (
    name       text        PRIMARY KEY,
    paused     boolean     NOT NULL,
    reason     text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
