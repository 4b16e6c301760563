-- Records that could not be applied, kept in the transaction that moved the position past them.
CREATE TABLE dead_letter (
    consumer      text        NOT NULL,
    topic         text        NOT NULL,
    partition     int         NOT NULL,
    record_offset bigint      NOT NULL,
    record_key    bytea,
    headers       bytea       NOT NULL,
    value         bytea,
    reason        text        NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, topic, partition, record_offset)
);
