-- What came back. A report that names no row of ours, or cannot be read, keeps an excerpt for a person to look at.
CREATE TABLE bounce_report (
    digest        text PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN ('hard', 'soft', 'delayed', 'complaint', 'unsubscribe', 'unknown')),
    issue_id      uuid,
    subscriber_id uuid,
    status        text NOT NULL,
    excerpt       text,
    received_at   timestamptz NOT NULL
);
CREATE INDEX bounce_report_subscriber ON bounce_report (subscriber_id, received_at);
CREATE INDEX bounce_report_issue ON bounce_report (issue_id, kind, received_at);
