-- Every text that was ever public, who wrote it, and who took it back.
CREATE TABLE review_revision (
    tool_id      uuid        NOT NULL,
    critic_key   text        NOT NULL,
    revision     integer     NOT NULL,
    verdict      text        NOT NULL,
    score        integer     NOT NULL,
    body         text        NOT NULL,
    hands_on     boolean     NOT NULL,
    author_kind  text        NOT NULL,
    revised_at   timestamptz NOT NULL,
    revised_by   text        NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    PRIMARY KEY (tool_id, critic_key, revision),
    FOREIGN KEY (tool_id, critic_key) REFERENCES review
);
