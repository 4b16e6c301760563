-- Whoever is to be mailed each verdict follows all of them, as others follow a tool.
ALTER TABLE follow DROP CONSTRAINT follow_target_kind_check;
ALTER TABLE follow ADD CONSTRAINT follow_target_kind_check
    CHECK (target_kind IN ('tool', 'pair', 'category', 'critic', 'all'));

WITH added AS (
    INSERT INTO follow (follow_id, subscriber_id, target_kind, target_id, target_key, events, created_at)
    SELECT gen_random_uuid(), subscriber_id, 'all', 'verdicts', 'verdicts', '{verdict}', now()
    FROM subscriber WHERE frequency = 'each' RETURNING follow_id
)
INSERT INTO follow_subject (follow_id, subject) SELECT follow_id, 'all:verdicts' FROM added;
