-- What requests with an Idempotency-Key did, written in the transaction that did it.
CREATE TABLE idempotent_answer (
    subject    text        NOT NULL,
    key        text        NOT NULL,
    body_hash  bytea       NOT NULL,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (subject, key)
);

CREATE INDEX idempotent_answer_by_age ON idempotent_answer (created_at);
