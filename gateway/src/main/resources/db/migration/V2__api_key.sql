-- Keys of programs. Who reads this table can use none of them: a key is random, and only its hash is here.
CREATE TABLE api_key (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_hash   bytea       NOT NULL UNIQUE,
    hint       text        NOT NULL,
    name       text        NOT NULL,
    tier       text        NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    revoked_at timestamptz,
    revoked_by text,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
