-- A tool that was taken down is told of no more; nothing of it is lost, and it comes back as it was.
ALTER TABLE digest_tool ADD COLUMN taken_down boolean NOT NULL DEFAULT false;

CREATE OR REPLACE VIEW digest_entry AS
SELECT 'new_tool' AS kind, tool_id, slug, name, tagline,
       NULL::text AS from_value, NULL::text AS to_value, NULL::int AS ships, NULL::int AS skips, created_at AS since
FROM digest_tool
WHERE status <> 'discontinued' AND NOT taken_down
UNION ALL
SELECT 'price_change', tool_id, slug, name, tagline,
       previous_pricing_text, pricing_text, NULL, NULL, pricing_since
FROM digest_tool
WHERE previous_pricing_text IS NOT NULL AND previous_pricing_text <> pricing_text AND NOT taken_down
UNION ALL
SELECT 'new_verdict', tool_id, slug, name, tagline,
       NULL, verdict, ships, skips, verdict_since
FROM digest_panel JOIN digest_tool USING (tool_id)
WHERE verdict <> 'pending' AND coalesce(previous_verdict, 'pending') = 'pending' AND NOT taken_down
UNION ALL
SELECT 'changed_verdict', tool_id, slug, name, tagline,
       previous_verdict, verdict, ships, skips, verdict_since
FROM digest_panel JOIN digest_tool USING (tool_id)
WHERE previous_verdict <> 'pending' AND previous_verdict <> verdict AND NOT taken_down;
