-- Events of committed transactions that are not yet known to be in the log.
-- Rows of one shard leave in the order of their id; nothing is ever skipped by a cursor, rows go only when acknowledged.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shard      smallint    NOT NULL,
    topic      text        NOT NULL,
    record_key bytea,
    headers    bytea       NOT NULL,
    value      bytea,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX outbox_by_shard ON outbox (shard, id);
