-- Which voter each address verifies. Addresses are keyed hashes. An address that was released, or has moved to another
-- voter, verifies nobody else before the last cookie that vouched for it has run out.
CREATE TABLE verified_address (
    address_hash  bytea       PRIMARY KEY,
    voter_id      uuid        UNIQUE,
    valid_from    timestamptz NOT NULL,
    vouched_until timestamptz NOT NULL
);

-- Wishes to verify an address: hashes, and a sealed letter that is deleted once it is sent.
CREATE TABLE address_proof (
    token_hash      bytea       PRIMARY KEY,
    voter_id        uuid        NOT NULL,
    address_hash    bytea       NOT NULL,
    domain_hash     bytea       NOT NULL,
    network_hash    text,
    letter          bytea,
    asked_at        timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    used_at         timestamptz,
    attempts        int         NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL
);

CREATE INDEX address_proof_asked ON address_proof (asked_at);
CREATE INDEX address_proof_unsent ON address_proof (next_attempt_at) WHERE letter IS NOT NULL;
