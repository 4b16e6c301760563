-- The ranks of each category that follow from duels, as vote-service publishes them, guarded by their version.
CREATE TABLE duel_rank (
    category_key text   PRIMARY KEY,
    version      bigint NOT NULL,
    content      jsonb  NOT NULL
);
