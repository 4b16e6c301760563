-- Which issue a request with an Idempotency-Key drafted, kept for a day.
CREATE TABLE issue_request (
    subject    text NOT NULL,
    key        text NOT NULL,
    body_hash  bytea NOT NULL,
    issue_id   uuid NOT NULL REFERENCES issue,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (subject, key)
);
CREATE INDEX issue_request_age ON issue_request (created_at);
