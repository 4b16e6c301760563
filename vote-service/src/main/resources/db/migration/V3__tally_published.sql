-- The last version of each tally that was handed to the outbox. Apart from the tallies, so that publishing never waits
-- for counting or holds it up.
CREATE TABLE tally_published (
    tool_id      uuid        PRIMARY KEY,
    version      bigint      NOT NULL,
    published_at timestamptz NOT NULL
) WITH (fillfactor = 50);
