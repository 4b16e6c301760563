-- Transactional mail that waits to be sent; a row goes when its mail has gone.
CREATE TABLE mail_queue (
    mail_id         uuid PRIMARY KEY,
    recipient       text NOT NULL,
    subject         text NOT NULL,
    html            text NOT NULL,
    text            text NOT NULL,
    attempts        int NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    queued_at       timestamptz NOT NULL
);
CREATE INDEX mail_queue_due ON mail_queue (next_attempt_at);
CREATE INDEX mail_queue_recipient ON mail_queue (recipient);
