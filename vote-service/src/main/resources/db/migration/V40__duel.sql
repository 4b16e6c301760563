-- What each voter would ship of two tools: one row per voter and pair, the tools in the order of their ids. A ballot that is
-- taken back is deleted. Tools' and voters' ids are hashes and random, so the pair comes first: most questions are about one.
CREATE TABLE duel (
    tool_a   uuid        NOT NULL,
    tool_b   uuid        NOT NULL,
    voter_id uuid        NOT NULL,
    winner   text        NOT NULL CHECK (winner IN ('a', 'b', 'tie')),
    cast_at  timestamptz NOT NULL,
    PRIMARY KEY (tool_a, tool_b, voter_id),
    CHECK (tool_a < tool_b)
);

-- A voter's own page asks for all of theirs. Ballots are few beside votes, so this index costs nobody anything.
CREATE INDEX duel_of_voter ON duel (voter_id);
