-- Tallies apart by the UTC day the votes were cast on and by the voters' tier; what boards of days, weeks and months add up.
CREATE TABLE IF NOT EXISTS tally_days (
    tool_id   uuid   NOT NULL,
    day       date   NOT NULL,
    tier      text   NOT NULL,
    ships     bigint NOT NULL,
    skips     bigint NOT NULL,
    held      bigint NOT NULL,
    discarded bigint NOT NULL,
    PRIMARY KEY (tool_id, day, tier)
);
