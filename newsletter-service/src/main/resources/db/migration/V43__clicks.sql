-- Links of an issue that were followed, when counting is on. Who it was is a keyed hash that differs from issue to issue.
CREATE TABLE click (
    issue_id uuid NOT NULL REFERENCES issue,
    visitor  bytea NOT NULL,
    link_no  int NOT NULL,
    -- The first few times only: more of the same tell nothing.
    nth      int NOT NULL CHECK (nth < 5),
    at       timestamptz NOT NULL,
    -- By what it asked with or where it came from; what a row looks like among others is decided when figures are read.
    machine  boolean NOT NULL,
    PRIMARY KEY (issue_id, visitor, link_no, nth)
);
