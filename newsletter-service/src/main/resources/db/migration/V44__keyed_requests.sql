-- Requests with an Idempotency-Key and what came of them, kept for a day. One table for all that creates.
CREATE TABLE keyed_request (
    -- What it makes.
    kind        text NOT NULL,
    -- Whose key it is; empty where nobody is known.
    caller      text NOT NULL,
    key         text NOT NULL,
    fingerprint bytea NOT NULL,
    result      jsonb NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (kind, caller, key)
);
CREATE INDEX keyed_request_age ON keyed_request (created_at);

INSERT INTO keyed_request
SELECT 'subscription', '', key, fingerprint, '{}'::jsonb, seen_at FROM request_key;
INSERT INTO keyed_request
SELECT 'issue', subject, key, body_hash, jsonb_build_object('issueId', issue_id, 'made', true), created_at
FROM issue_request;
INSERT INTO keyed_request
SELECT 'import', actor, request_key, file_hash, to_jsonb(import_id), started_at
FROM subscriber_import WHERE request_key IS NOT NULL;

DROP TABLE request_key;
DROP TABLE issue_request;
ALTER TABLE subscriber_import DROP COLUMN request_key;
