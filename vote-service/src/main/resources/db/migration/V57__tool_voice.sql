-- What was last published of each tool's voters, by role and with the reasons that moderators let through. Touched when
-- something was said or decided since; a tally's version tells that votes have moved.
CREATE TABLE tool_voice (
    tool_id       uuid    PRIMARY KEY,
    version       bigint  NOT NULL,
    content       jsonb,
    tally_version bigint  NOT NULL,
    touched       boolean NOT NULL
);
