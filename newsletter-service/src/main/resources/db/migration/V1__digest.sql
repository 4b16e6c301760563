-- The latest state of each tool and panel, as far as a digest tells of it.
CREATE TABLE digest_tool (
    tool_id               uuid PRIMARY KEY,
    version               bigint NOT NULL,
    slug                  text NOT NULL,
    name                  text NOT NULL,
    tagline               text NOT NULL,
    status                text NOT NULL,
    created_at            timestamptz NOT NULL,
    pricing_text          text NOT NULL,
    previous_pricing_text text,
    pricing_since         timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL
);
CREATE INDEX digest_tool_created ON digest_tool (created_at);
CREATE INDEX digest_tool_priced ON digest_tool (pricing_since) WHERE previous_pricing_text IS NOT NULL;

CREATE TABLE digest_panel (
    tool_id          uuid PRIMARY KEY,
    version          bigint NOT NULL,
    ships            int NOT NULL,
    skips            int NOT NULL,
    verdict          text NOT NULL CHECK (verdict IN ('ship', 'mixed', 'skip', 'pending')),
    previous_verdict text CHECK (previous_verdict IN ('ship', 'mixed', 'skip', 'pending')),
    verdict_since    timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);
CREATE INDEX digest_panel_ruled ON digest_panel (verdict_since);

-- What there is to tell, one entry per tool and kind: the topics keep no older change than the last.
CREATE VIEW digest_entry AS
SELECT 'new_tool' AS kind, tool_id, slug, name, tagline,
       NULL::text AS from_value, NULL::text AS to_value, NULL::int AS ships, NULL::int AS skips, created_at AS since
FROM digest_tool
WHERE status <> 'discontinued'
UNION ALL
SELECT 'price_change', tool_id, slug, name, tagline,
       previous_pricing_text, pricing_text, NULL, NULL, pricing_since
FROM digest_tool
WHERE previous_pricing_text IS NOT NULL AND previous_pricing_text <> pricing_text
UNION ALL
SELECT 'new_verdict', tool_id, slug, name, tagline,
       NULL, verdict, ships, skips, verdict_since
FROM digest_panel JOIN digest_tool USING (tool_id)
WHERE verdict <> 'pending' AND coalesce(previous_verdict, 'pending') = 'pending'
UNION ALL
SELECT 'changed_verdict', tool_id, slug, name, tagline,
       previous_verdict, verdict, ships, skips, verdict_since
FROM digest_panel JOIN digest_tool USING (tool_id)
WHERE previous_verdict <> 'pending' AND previous_verdict <> verdict;
