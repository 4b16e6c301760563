-- Who is looking at the held votes of a tool with a reason, so that no second moderator does the same work. A claim lapses by
-- itself: it holds nobody up for ever, and nothing has to be tidied.
CREATE TABLE hold_claim (
    tool_id   uuid        NOT NULL,
    reason    text        NOT NULL,
    moderator text        NOT NULL,
    lapses_at timestamptz NOT NULL,
    PRIMARY KEY (tool_id, reason)
);

-- What was decided about one tool, the latest first.
CREATE INDEX moderation_audit_of_tool ON moderation_audit (tool_id, id);
