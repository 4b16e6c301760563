-- How long a row has waited after replies of 4xx, all in all; after three days of it the row is given up. Only these waits
-- are counted: while an issue is paused, a limit is used up or we are down ourselves, no server is asked.
ALTER TABLE delivery
    ADD COLUMN deferred_millis bigint NOT NULL DEFAULT 0,
    DROP COLUMN first_attempt_at;
