-- The category of a tool, for which critics are assigned. What was read of the topic before did not keep it, so the topic is
-- read again: it is compacted and holds the present state of every tool.
ALTER TABLE known_tool ADD COLUMN category text;
UPDATE log_position SET next_offset = 0 WHERE consumer = 'review-known-tools';
