-- The current text of each critic on each tool; a withdrawn one stays so that its revisions go on counting.
CREATE TABLE review (
    tool_id      uuid        NOT NULL,
    critic_key   text        NOT NULL REFERENCES critic,
    revision     integer     NOT NULL CHECK (revision > 0),
    verdict      text        NOT NULL CHECK (verdict IN ('ship', 'skip')),
    score        integer     NOT NULL CHECK (score BETWEEN 0 AND 100),
    body         text        NOT NULL CHECK (body <> ''),
    hands_on     boolean     NOT NULL,
    author_kind  text        NOT NULL CHECK (author_kind IN ('human', 'ai_persona', 'ai_drafted')),
    published_at timestamptz NOT NULL,
    revised_at   timestamptz NOT NULL,
    withdrawn_at timestamptz,
    PRIMARY KEY (tool_id, critic_key)
);

CREATE INDEX review_by_critic ON review (critic_key, published_at DESC, tool_id DESC) WHERE withdrawn_at IS NULL;
