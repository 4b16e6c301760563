-- One row per voter and tool: what the newest counted record of the log says. A withdrawn vote stays as 'none'.
-- Room on each page lets a changed vote stay where it is; nothing but the key is indexed.
CREATE TABLE votes (
    tool_id       uuid        NOT NULL,
    voter_id      uuid        NOT NULL,
    choice        text        NOT NULL CHECK (choice IN ('ship', 'skip', 'none')),
    log_partition int         NOT NULL,
    log_offset    bigint      NOT NULL,
    cast_at       timestamptz NOT NULL,
    PRIMARY KEY (tool_id, voter_id)
) WITH (fillfactor = 85);
