-- The key that return addresses are sealed with.
CREATE TABLE mail_key (
    purpose text PRIMARY KEY,
    key     bytea NOT NULL
);

ALTER TABLE delivery
    -- A short name for the row, in the address that bounces return to.
    ADD COLUMN delivery_no      bigint GENERATED ALWAYS AS IDENTITY,
    -- Since when attempts are made: after three days of refusals it is given up.
    ADD COLUMN first_attempt_at timestamptz;
CREATE UNIQUE INDEX delivery_number ON delivery (delivery_no);
CREATE INDEX delivery_due ON delivery (issue_id, next_attempt_at NULLS FIRST) WHERE state = 'pending';
CREATE INDEX delivery_held ON delivery (claimed_at) WHERE state IN ('claimed', 'at_dot');
CREATE INDEX delivery_failed ON delivery (issue_id, subscriber_id) WHERE state IN ('in_doubt', 'rejected');

-- What an operator decided of a row in doubt.
CREATE TABLE delivery_audit (
    issue_id      uuid NOT NULL,
    subscriber_id uuid NOT NULL,
    fence         bigint NOT NULL,
    decision      text NOT NULL CHECK (decision IN ('sent', 'resend')),
    actor         text NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (issue_id, subscriber_id, fence),
    FOREIGN KEY (issue_id, subscriber_id) REFERENCES delivery
);
