-- In which trace a mail was asked for, or a change was noted, so that it goes on where the mail is sent. Null for nearly all.
ALTER TABLE mail_queue ADD COLUMN traceparent text;
ALTER TABLE alert_change ADD COLUMN traceparent text;
