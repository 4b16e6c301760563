-- A file of subscribers on its way in: how far it is, so that one that broke off goes on there when it comes again.
CREATE TABLE subscriber_import (
    import_id   uuid PRIMARY KEY,
    actor       text NOT NULL,
    request_key text,
    file_hash   bytea NOT NULL,
    rows_done   bigint NOT NULL DEFAULT 0,
    added       bigint NOT NULL DEFAULT 0,
    known       bigint NOT NULL DEFAULT 0,
    suppressed  bigint NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL,
    touched_at  timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE UNIQUE INDEX subscriber_import_request ON subscriber_import (actor, request_key);

-- Who was imported and has not been asked yet. The row goes when the mail that asks is queued.
CREATE TABLE invitation (
    subscriber_id uuid PRIMARY KEY REFERENCES subscriber ON DELETE CASCADE,
    queued_at     timestamptz NOT NULL
);
CREATE INDEX invitation_age ON invitation (queued_at);
