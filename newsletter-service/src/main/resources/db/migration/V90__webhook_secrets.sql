-- Which of its secrets a webhook has: each is made from the key of the service, the webhook and this number. For a day after
-- a change posts are signed with the one before too.
ALTER TABLE alert_webhook
    ADD COLUMN secret_number integer NOT NULL DEFAULT 0,
    ADD COLUMN secret_changed_at timestamptz;
