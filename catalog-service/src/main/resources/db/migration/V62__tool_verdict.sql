-- The panel's verdict on each tool, the one before, and since when: what feeds tell. Its listener reads the topic from its
-- beginning, so that verdicts from before this table are in it too.
CREATE TABLE tool_verdict (
    tool_id          uuid PRIMARY KEY,
    version          bigint      NOT NULL,
    verdict          text        NOT NULL,
    previous_verdict text,
    since            timestamptz NOT NULL
);

CREATE INDEX tool_verdict_latest ON tool_verdict (since DESC);
