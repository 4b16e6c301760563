-- How much somebody may still ask for: one moment for each, at which the whole allowance is there again. Whoever has no
-- row has all of it. Networks, addresses and domains are keyed hashes.
CREATE TABLE request_rate (
    kind    text NOT NULL,
    subject bytea NOT NULL,
    full_at timestamptz NOT NULL,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX request_rate_full ON request_rate (full_at);

-- Proofs of work that have been spent, until they would have expired anyway.
CREATE TABLE spent_work (
    challenge_hash bytea PRIMARY KEY,
    expires_at     timestamptz NOT NULL
);
CREATE INDEX spent_work_expiry ON spent_work (expires_at);
