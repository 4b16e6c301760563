-- Preferences end with the subscription, and with them the follow of every verdict.
UPDATE subscriber SET topics = '{}', frequency = 'weekly', paused_until = NULL WHERE status = 'unsubscribed';

DELETE FROM follow WHERE target_kind = 'all'
    AND subscriber_id IN (SELECT subscriber_id FROM subscriber WHERE status = 'unsubscribed');
