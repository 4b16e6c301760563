-- One row per tool, there from the moment the tool is known. Its row lock is what makes two critics of one tool take turns,
-- so no foreign key may make other rows lock it.
CREATE TABLE panel (
    tool_id          uuid        PRIMARY KEY,
    version          bigint      NOT NULL CHECK (version > 0),
    ships            integer     NOT NULL CHECK (ships >= 0),
    skips            integer     NOT NULL CHECK (skips >= 0),
    verdict          text        NOT NULL CHECK (verdict IN ('ship', 'mixed', 'skip', 'pending')),
    verdict_since    timestamptz NOT NULL,
    previous_verdict text        CHECK (previous_verdict IN ('ship', 'mixed', 'skip', 'pending')),
    updated_at       timestamptz NOT NULL
);
