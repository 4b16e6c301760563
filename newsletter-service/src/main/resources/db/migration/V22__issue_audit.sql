-- Who moved an issue, when and why: one row for each of its versions.
CREATE TABLE issue_audit (
    issue_id    uuid NOT NULL REFERENCES issue,
    version     bigint NOT NULL,
    at          timestamptz NOT NULL,
    actor       text NOT NULL,
    action      text NOT NULL,
    from_status text,
    to_status   text NOT NULL,
    detail      text,
    PRIMARY KEY (issue_id, version)
);
