-- What voters say with their votes: from which point of view, and one line why. Apart from the votes, so that counting
-- neither pays for it nor knows of it. A row goes with its vote: vote_offset is the vote's place in the log when it was said,
-- and a withdrawal behind that deletes it.
CREATE SEQUENCE vote_reason_number;

CREATE TABLE vote_voice (
    tool_id       uuid        NOT NULL,
    voter_id      uuid        NOT NULL,
    role          text        CHECK (role IN ('builder', 'skeptic', 'futurist', 'founder', 'creator', 'analyst', 'guardian')),
    reason        text        CHECK (char_length(reason) BETWEEN 1 AND 140),
    reason_number bigint      UNIQUE,
    reason_state  text        CHECK (reason_state IN ('waiting', 'shown', 'rejected')),
    reason_choice text        CHECK (reason_choice IN ('ship', 'skip')),
    vote_offset   bigint      NOT NULL,
    given_at      timestamptz NOT NULL,
    PRIMARY KEY (tool_id, voter_id),
    CHECK (role IS NOT NULL OR reason IS NOT NULL),
    CHECK (num_nulls(reason, reason_number, reason_state, reason_choice) IN (0, 4))
);

-- A voter's own page, and their deletion.
CREATE INDEX vote_voice_of_voter ON vote_voice (voter_id);

-- What moderators look at.
CREATE INDEX vote_voice_of_state ON vote_voice (reason_state, reason_number) WHERE reason_state IS NOT NULL;
