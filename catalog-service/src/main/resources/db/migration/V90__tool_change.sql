-- The last change of each tool's price and status, with what was before and since when: what its history tells. Its listener
-- reads the topic from its beginning, so that changes from before this table are in it too.
CREATE TABLE tool_change (
    tool_id               uuid PRIMARY KEY,
    version               bigint      NOT NULL,
    pricing_text          text        NOT NULL,
    previous_pricing_text text,
    pricing_since         timestamptz NOT NULL,
    status                text        NOT NULL,
    previous_status       text,
    status_since          timestamptz NOT NULL
);
