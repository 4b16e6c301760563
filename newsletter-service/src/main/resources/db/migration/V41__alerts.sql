-- What happened to a tool, as its events tell it. An event tells the last change of each kind and when that was, so the
-- same change, however often and by which version it is told, is one row.
CREATE TABLE alert_change (
    change_id uuid PRIMARY KEY,
    kind      text NOT NULL CHECK (kind IN ('verdict', 'price', 'status', 'review')),
    tool_id   uuid NOT NULL,
    -- Whose verdict a review changed.
    critic    text,
    critic_name text,
    from_value text,
    to_value   text NOT NULL,
    since      timestamptz NOT NULL,
    -- When it was found out who follows; until then it waits, for its tool to be known if for nothing else.
    matched_at timestamptz
);
CREATE INDEX alert_change_open ON alert_change (since) WHERE matched_at IS NULL;

-- Each critic's last verdict of a tool: events of a panel hold the present ones only.
CREATE TABLE alert_review (
    tool_id  uuid NOT NULL,
    critic   text NOT NULL,
    version  bigint NOT NULL,
    verdict  text NOT NULL,
    PRIMARY KEY (tool_id, critic)
);

CREATE TABLE alert_critic (
    critic  text PRIMARY KEY,
    version bigint NOT NULL,
    name    text NOT NULL
);

-- Where somebody wants alerts posted. The secret is made from the key of the service and is not stored.
CREATE TABLE alert_webhook (
    webhook_id    uuid PRIMARY KEY,
    subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    url           text NOT NULL CHECK (length(url) <= 1000),
    created_at    timestamptz NOT NULL,
    UNIQUE (subscriber_id, url)
);

CREATE TABLE follow (
    follow_id     uuid PRIMARY KEY,
    subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    target_kind   text NOT NULL CHECK (target_kind IN ('tool', 'pair', 'category', 'critic')),
    -- A tool's id, both of a pair's in the order of their slugs, a key.
    target_id     text NOT NULL,
    -- As it was asked for, to be shown.
    target_key    text NOT NULL,
    events        text[] NOT NULL,
    webhook_id    uuid REFERENCES alert_webhook ON DELETE CASCADE,
    created_at    timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (subscriber_id, target_kind, target_id, webhook_id)
);

-- What a change must be about for a follow to hear of it.
CREATE TABLE follow_subject (
    follow_id uuid NOT NULL REFERENCES follow ON DELETE CASCADE,
    subject   text NOT NULL,
    PRIMARY KEY (subject, follow_id)
);
CREATE INDEX follow_subject_follow ON follow_subject (follow_id);

-- A change that is to be mailed to somebody, once, however many follows it meets.
CREATE TABLE alert_note (
    subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    change_id     uuid NOT NULL REFERENCES alert_change,
    follow_id     uuid NOT NULL REFERENCES follow ON DELETE CASCADE,
    noted_at      timestamptz NOT NULL,
    -- When its mail was queued, or it was dropped because nobody may mail the subscriber.
    settled_at    timestamptz,
    PRIMARY KEY (subscriber_id, change_id)
);
CREATE INDEX alert_note_open ON alert_note (noted_at) WHERE settled_at IS NULL;
CREATE INDEX alert_note_follow ON alert_note (follow_id);

-- Alert mails of the last day, for the cap.
CREATE TABLE alert_mail (
    subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    queued_at     timestamptz NOT NULL
);
CREATE INDEX alert_mail_recent ON alert_mail (subscriber_id, queued_at);

-- Mail that somebody wants until further notice, unlike one that was just asked for.
ALTER TABLE mail_queue
    ADD COLUMN subscriber_id uuid,
    ADD COLUMN end_url       text;
