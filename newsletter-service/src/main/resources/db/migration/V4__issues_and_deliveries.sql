-- A subscriber is mailed when confirmed, not suppressed and not paused. Suppression is a column here, not a table: who sends
-- locks this one row, and so cannot miss an unsubscribe that has committed.
ALTER TABLE subscriber
    DROP CONSTRAINT subscriber_status_check,
    ADD CONSTRAINT subscriber_status_check CHECK (status IN ('pending', 'confirmed', 'unsubscribed', 'erased')),
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN frequency    text NOT NULL DEFAULT 'weekly' CHECK (frequency IN ('each', 'weekly', 'monthly')),
    ADD COLUMN paused_until timestamptz,
    ADD COLUMN suppressed   text
        CHECK (suppressed IN ('unsubscribed', 'hard_bounce', 'soft_bounces', 'complaint', 'erased', 'operator'));

-- One edition a week. The parts are rendered once; only links are filled in for each recipient.
CREATE TABLE issue (
    issue_id     uuid PRIMARY KEY,
    iso_week     text NOT NULL UNIQUE,
    status       text NOT NULL CHECK (status IN (
        'draft', 'approved', 'scheduled', 'sending', 'paused', 'finished', 'finished_with_failures', 'cancelled')),
    version      bigint NOT NULL,
    subject      text NOT NULL,
    html         text NOT NULL,
    text         text NOT NULL,
    author       text NOT NULL,
    approver     text,
    scheduled_at timestamptz,
    created_at   timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz
);

-- The ledger: what became of the one message of an issue to a subscriber.
CREATE TABLE delivery (
    issue_id        uuid NOT NULL REFERENCES issue,
    subscriber_id   uuid NOT NULL REFERENCES subscriber,
    state           text NOT NULL CHECK (state IN (
        'pending', 'claimed', 'at_dot', 'sent', 'rejected', 'in_doubt', 'suppressed')),
    domain          text NOT NULL,
    attempts        int NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    smtp_code       int,
    smtp_reply      text,
    message_id      text NOT NULL,
    -- Raised by every claim: a worker that was frozen and woken finds that the row is no longer its own.
    fence           bigint NOT NULL DEFAULT 0,
    claimed_by      text,
    claimed_at      timestamptz,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (issue_id, subscriber_id)
) WITH (fillfactor = 80);
