CREATE TABLE subscriber (
    subscriber_id uuid PRIMARY KEY,
    email         text NOT NULL CHECK (length(email) <= 254),
    -- The address in lower case: one person, one row, however the address is typed.
    email_key     text NOT NULL UNIQUE,
    status        text NOT NULL CHECK (status IN ('pending')),
    topics        text[] NOT NULL,
    source        text,
    requested_at  timestamptz NOT NULL
);
