-- A change that is to be posted to a webhook, once for each. The number is what a receiver names to have all since again.
CREATE TABLE alert_delivery (
    delivery_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id      uuid NOT NULL REFERENCES alert_webhook ON DELETE CASCADE,
    change_id       uuid NOT NULL REFERENCES alert_change,
    state           text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
    attempts        int NOT NULL DEFAULT 0,
    first_attempt_at timestamptz,
    next_attempt_at timestamptz NOT NULL,
    last_answer     text,
    updated_at      timestamptz NOT NULL,
    UNIQUE (webhook_id, change_id)
);
CREATE INDEX alert_delivery_due ON alert_delivery (next_attempt_at) WHERE state = 'pending';
