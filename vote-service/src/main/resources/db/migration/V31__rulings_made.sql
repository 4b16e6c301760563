-- Every decision about votes: who, when, what and why. A rule decides like a moderator does, under its own name.
CREATE TABLE moderation_audit (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decided_at timestamptz NOT NULL,
    actor      text        NOT NULL,
    tool_id    uuid        NOT NULL,
    ruling     text        NOT NULL CHECK (ruling IN ('held', 'restored', 'discarded')),
    reason     text        NOT NULL,
    note       text        NOT NULL,
    votes      int         NOT NULL
);

-- The votes a decision is about, each up to an offset of its log. Written in the transaction that publishes the ruling, so
-- that nothing is decided twice while the ruling is on its way to be counted. The id is the ruling's version.
CREATE TABLE vote_ruling (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit_id     bigint NOT NULL REFERENCES moderation_audit,
    tool_id      uuid   NOT NULL,
    voter_id     uuid   NOT NULL,
    up_to_offset bigint NOT NULL,
    ruling       text   NOT NULL
);

CREATE INDEX vote_ruling_of_vote ON vote_ruling (tool_id, voter_id, id);
CREATE INDEX vote_ruling_of_audit ON vote_ruling (audit_id);

-- The few votes that are not counted, for moderators and for everybody who asks why.
CREATE INDEX votes_not_counted ON votes (tool_id, voter_id) WHERE state <> 'counted';
