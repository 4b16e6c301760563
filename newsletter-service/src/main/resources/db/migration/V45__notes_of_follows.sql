-- A note for each follow that a change meets, so that one that ends takes only its own along. A mail still tells a change
-- once.
ALTER TABLE alert_note DROP CONSTRAINT alert_note_pkey;
ALTER TABLE alert_note ADD PRIMARY KEY (subscriber_id, change_id, follow_id);
