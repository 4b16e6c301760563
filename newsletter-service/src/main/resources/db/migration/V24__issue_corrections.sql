-- What was found to be wrong in an issue after it had been sent. Mail cannot be called back; page and feeds say so.
CREATE TABLE issue_correction (
    issue_id uuid NOT NULL REFERENCES issue,
    version  bigint NOT NULL,
    noted_at timestamptz NOT NULL,
    note     text NOT NULL,
    PRIMARY KEY (issue_id, version)
);
