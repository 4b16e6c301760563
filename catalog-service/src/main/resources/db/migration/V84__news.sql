-- What is reported elsewhere of tools and their releases. An item names tools that are there; it makes none.
CREATE TABLE news_item (
    news_key     text        PRIMARY KEY,
    title        text        NOT NULL,
    url          text        NOT NULL,
    published_on date        NOT NULL,
    updated_at   timestamptz NOT NULL
);

CREATE INDEX news_item_latest ON news_item (published_on DESC, news_key DESC);

CREATE TABLE news_tool (
    news_key text NOT NULL REFERENCES news_item (news_key) ON DELETE CASCADE,
    tool_id  uuid NOT NULL REFERENCES tool (tool_id),
    PRIMARY KEY (news_key, tool_id)
);

CREATE INDEX news_tool_by_tool ON news_tool (tool_id);

-- A release that goes takes its mentions along; the item stays with its tools.
CREATE TABLE news_release (
    news_key   text NOT NULL REFERENCES news_item (news_key) ON DELETE CASCADE,
    release_id uuid NOT NULL REFERENCES tool_release (release_id) ON DELETE CASCADE,
    PRIMARY KEY (news_key, release_id)
);

CREATE INDEX news_release_by_release ON news_release (release_id);
