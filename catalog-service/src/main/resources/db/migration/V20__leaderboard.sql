-- Boards as vote-service publishes them, guarded by their version.
CREATE TABLE leaderboard (
    board_key   text   PRIMARY KEY,
    version     bigint NOT NULL,
    period      text   NOT NULL,
    window_key  text,
    window_from timestamptz,
    content     jsonb  NOT NULL
);

CREATE INDEX leaderboard_latest ON leaderboard (period, window_from DESC);

-- The places of the board 'trending', which cards are sorted by.
CREATE TABLE trending_place (
    tool_id uuid PRIMARY KEY,
    place   int  NOT NULL
);
