-- Who reads this table can be nobody: ids are hashed, contents sealed.
CREATE TABLE session (
    id_hash      bytea       PRIMARY KEY,
    content      bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL
);
