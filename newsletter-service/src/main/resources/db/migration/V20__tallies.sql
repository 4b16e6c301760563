-- The latest tally of each tool: how far the community is from the panel, and who has moved since the last issue.
CREATE TABLE digest_tally (
    tool_id    uuid PRIMARY KEY,
    version    bigint NOT NULL,
    ships      bigint NOT NULL,
    skips      bigint NOT NULL,
    updated_at timestamptz NOT NULL
);
-- Whom a tool may be compared with; null until its next event for a tool that was known before.
ALTER TABLE digest_tool ADD COLUMN category text;
