-- Whether readers found a review helpful: one answer per voter and review, about the text they read. Answers about an earlier
-- revision stay and do not count. Of the voter there is a hash.
CREATE TABLE helpful_answer (
    tool_id     uuid        NOT NULL,
    critic_key  text        NOT NULL,
    voter       text        NOT NULL,
    revision    integer     NOT NULL,
    answer      text        NOT NULL CHECK (answer IN ('yes', 'no')),
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (tool_id, critic_key, voter),
    FOREIGN KEY (tool_id, critic_key) REFERENCES review
);

CREATE INDEX helpful_answer_by_revision ON helpful_answer (tool_id, critic_key, revision, answer, answered_at);
