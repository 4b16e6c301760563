-- Whoever ends all alerts takes those along that wait to be sent.
CREATE INDEX mail_queue_standing ON mail_queue (subscriber_id) WHERE subscriber_id IS NOT NULL;
