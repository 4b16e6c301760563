-- The write side: one row per product. The identity is the name without case, spaces and punctuation.
CREATE TABLE tool (
    tool_id          uuid PRIMARY KEY,
    version          bigint      NOT NULL,
    slug             text        NOT NULL UNIQUE,
    identity         text        NOT NULL UNIQUE,
    name             text        NOT NULL,
    tagline          text        NOT NULL,
    summary          text        NOT NULL,
    category         text        NOT NULL REFERENCES category (key),
    tags             text[]      NOT NULL,
    website_url      text,
    status           text        NOT NULL,
    status_since     timestamptz NOT NULL,
    previous_status  text,
    pricing          jsonb       NOT NULL,
    pricing_since    timestamptz NOT NULL,
    previous_pricing jsonb,
    license_spdx     text,
    license_class    text        NOT NULL,
    best_for         text,
    not_for          text,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);

-- Every address a tool has or had; one is never given to another tool, so that old links stay true.
CREATE TABLE tool_slug (
    slug    text PRIMARY KEY,
    tool_id uuid        NOT NULL REFERENCES tool (tool_id),
    since   timestamptz NOT NULL
);

CREATE INDEX tool_slug_by_tool ON tool_slug (tool_id);
