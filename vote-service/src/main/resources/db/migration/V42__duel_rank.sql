-- The ranks that follow from duels, one per category, as they were last published.
CREATE TABLE duel_rank (
    category_key text   PRIMARY KEY,
    version      bigint NOT NULL,
    content      jsonb  NOT NULL
);
