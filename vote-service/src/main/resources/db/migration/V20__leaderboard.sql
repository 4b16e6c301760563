-- Boards as they were last published. One that is closed is never computed again, unless votes of its window are ruled on.
CREATE TABLE leaderboard (
    board_key   text        PRIMARY KEY,
    version     bigint      NOT NULL,
    state       text        NOT NULL CHECK (state IN ('open', 'closed', 'reopened')),
    reopened_at timestamptz,
    content     jsonb       NOT NULL
);

CREATE INDEX leaderboard_unfinished ON leaderboard (board_key) WHERE state <> 'closed';

-- Days with votes that were ruled on since boards were last looked at.
CREATE TABLE leaderboard_ruling (
    day date PRIMARY KEY
);
