-- Tools that many voted on at once, far beyond their own past: active until the rush has been over for a while.
CREATE TABLE tool_brigade (
    tool_id      uuid        PRIMARY KEY,
    active       boolean     NOT NULL,
    since        timestamptz NOT NULL,
    active_until timestamptz NOT NULL
);
