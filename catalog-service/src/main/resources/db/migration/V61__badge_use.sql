-- How often a tool's badge was asked for and followed on a day (UTC). Nothing of who did is kept.
CREATE TABLE badge_use (
    tool_id  uuid   NOT NULL,
    day      date   NOT NULL,
    shown    bigint NOT NULL,
    followed bigint NOT NULL,
    PRIMARY KEY (tool_id, day)
);

CREATE INDEX badge_use_by_day ON badge_use (day);
