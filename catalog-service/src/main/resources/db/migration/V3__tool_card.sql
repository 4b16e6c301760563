-- The read side: three sources write to one row, each guarded by its own version and in any order.
CREATE TABLE tool_card (
    tool_id       uuid PRIMARY KEY,
    tool_version  bigint NOT NULL DEFAULT 0,
    slug          text,
    category      text,
    entry_label   text,
    license_class text,
    search        text,
    created_at    timestamptz,
    tool          jsonb,
    tool_at       timestamptz,
    panel_version bigint NOT NULL DEFAULT 0,
    verdict       text   NOT NULL DEFAULT 'pending',
    panel_pct     int,
    panel         jsonb,
    panel_at      timestamptz,
    tally_version bigint NOT NULL DEFAULT 0,
    ships         bigint NOT NULL DEFAULT 0,
    skips         bigint NOT NULL DEFAULT 0,
    pct           int,
    wilson_low    double precision,
    wilson_high   double precision,
    tally_at      timestamptz
);

CREATE INDEX tool_card_by_slug ON tool_card (slug);
CREATE INDEX tool_card_by_category ON tool_card (category);

-- Addresses that lead to a tool's present one.
CREATE TABLE card_slug (
    slug    text PRIMARY KEY,
    tool_id uuid NOT NULL
);

CREATE TABLE critic_profile (
    critic_key text PRIMARY KEY,
    version    bigint NOT NULL,
    position   int    NOT NULL,
    profile    jsonb  NOT NULL
);
