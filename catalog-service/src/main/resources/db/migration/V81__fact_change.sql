-- Every change of a price, a licence or a status; added to and never changed.
CREATE TABLE fact_change (
    tool_id    uuid        NOT NULL REFERENCES tool (tool_id),
    version    bigint      NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('price', 'license', 'status')),
    old_value  jsonb       NOT NULL,
    new_value  jsonb       NOT NULL,
    source_url text,
    at         timestamptz NOT NULL,
    actor      text,
    PRIMARY KEY (tool_id, version, kind)
);

-- Of the time before this table the last change is known, but not who made it.
INSERT INTO fact_change (tool_id, version, kind, old_value, new_value, source_url, at)
SELECT tool_id, 0, 'price', previous_pricing - 'capturedAt', pricing - 'capturedAt', website_url, pricing_since
FROM tool WHERE previous_pricing IS NOT NULL
UNION ALL
SELECT tool_id, 0, 'status', jsonb_build_object('text', previous_status), jsonb_build_object('text', status), website_url,
       status_since
FROM tool WHERE previous_status IS NOT NULL;
