-- How each tool stands; always the count of its rows in votes, in every committed snapshot.
CREATE TABLE tallies (
    tool_id    uuid        PRIMARY KEY,
    ships      bigint      NOT NULL,
    skips      bigint      NOT NULL,
    held       bigint      NOT NULL DEFAULT 0,
    discarded  bigint      NOT NULL DEFAULT 0,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL
) WITH (fillfactor = 50);
