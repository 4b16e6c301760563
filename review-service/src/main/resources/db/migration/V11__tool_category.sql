-- The category of a tool, for which critics are assigned. What was read of the topic before did not keep it, so the topic is
-- read again: it is compacted and holds the present state of every tool. Setting the old consumer's position back would have
-- copies of the version before read it, while they run and hold partitions; so a consumer of another name reads.
ALTER TABLE known_tool ADD COLUMN category text;

-- What was set aside stays decided, and can be replayed; what is paused stays paused; nobody is behind for ever.
UPDATE dead_letter SET consumer = 'review-known-tools-2' WHERE consumer = 'review-known-tools';
UPDATE operation_switch SET name = 'review-known-tools-2' WHERE name = 'review-known-tools';
DELETE FROM log_position WHERE consumer = 'review-known-tools';
