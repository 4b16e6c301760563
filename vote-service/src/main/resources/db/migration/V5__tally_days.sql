-- Tallies apart by the UTC day the votes were cast on and by the voters' tier; each tally is the sum of its days.
CREATE TABLE tally_days (
    tool_id   uuid   NOT NULL,
    day       date   NOT NULL,
    tier      text   NOT NULL,
    ships     bigint NOT NULL,
    skips     bigint NOT NULL,
    held      bigint NOT NULL,
    discarded bigint NOT NULL,
    PRIMARY KEY (tool_id, day, tier)
) WITH (fillfactor = 50);

INSERT INTO tally_days
SELECT tool_id, (cast_at AT TIME ZONE 'UTC')::date, tier,
       count(*) FILTER (WHERE choice = 'ship'), count(*) FILTER (WHERE choice = 'skip'), 0, 0
FROM votes WHERE choice <> 'none'
GROUP BY 1, 2, 3;
