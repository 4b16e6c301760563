-- How many votes a tool has had, in the steps that are told of: 10, 100, 1,000 and so on. Votes that are withdrawn and come
-- again tell nothing twice. What tools have had before this table is no news.
CREATE TABLE alert_milestone (
    tool_id uuid PRIMARY KEY,
    version bigint NOT NULL,
    reached bigint NOT NULL
);

INSERT INTO alert_milestone (tool_id, version, reached)
SELECT tool_id, version,
       CASE WHEN ships + skips < 10 THEN 0 ELSE power(10::numeric, length((ships + skips)::text) - 1)::bigint END
FROM digest_tally;

ALTER TABLE alert_change DROP CONSTRAINT alert_change_kind_check;
ALTER TABLE alert_change ADD CONSTRAINT alert_change_kind_check
    CHECK (kind IN ('verdict', 'price', 'status', 'review', 'milestone'));
