-- Idempotency keys of the last 24 hours with a hash of the body they came with.
CREATE TABLE request_key (
    key         text PRIMARY KEY,
    fingerprint bytea NOT NULL,
    seen_at     timestamptz NOT NULL
);
CREATE INDEX request_key_seen ON request_key (seen_at);
