-- What voters say of each tool, by role and with reasons, as vote-service publishes it, guarded by its version.
CREATE TABLE tool_voice (
    tool_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    content jsonb  NOT NULL
);
