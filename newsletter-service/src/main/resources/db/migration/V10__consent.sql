-- When and from which issue's mail somebody unsubscribed.
ALTER TABLE subscriber
    ADD COLUMN unsubscribed_at   timestamptz,
    ADD COLUMN unsubscribed_from uuid;

-- What is mailed to prove an inbox: only a hash is kept, so that nobody who reads the table can act for somebody else.
CREATE TABLE mailed_token (
    token_hash    bytea PRIMARY KEY,
    purpose       text NOT NULL CHECK (purpose IN ('confirm', 'address', 'export', 'erase')),
    subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    -- The address that is proved: another than the subscriber's where that is to change.
    email         text NOT NULL,
    email_key     text NOT NULL,
    -- What was wished for with the sign-up; it takes effect with the confirmation, by whoever has the inbox.
    topics        text[],
    source        text,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz
);
CREATE INDEX mailed_token_subscriber ON mailed_token (subscriber_id);
CREATE INDEX mailed_token_expiry ON mailed_token (expires_at);

-- Who agreed to be mailed, when, from where and to which words.
CREATE TABLE consent (
    consent_id    uuid PRIMARY KEY,
    subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    kind          text NOT NULL CHECK (kind IN ('confirmed', 'address_changed')),
    at            timestamptz NOT NULL,
    ip            inet,
    user_agent    text,
    form_version  text NOT NULL
);
CREATE INDEX consent_subscriber ON consent (subscriber_id);

-- Addresses of which nothing else may be kept: a keyed hash, good for telling that an address is one of them and for
-- nothing else.
CREATE TABLE suppression (
    email_hash bytea PRIMARY KEY,
    reason     text NOT NULL,
    since      timestamptz NOT NULL
);
