-- The dated versions of a tool. A label is there once, whatever its case.
CREATE TABLE tool_release (
    tool_id     uuid        NOT NULL REFERENCES tool (tool_id),
    label       text        NOT NULL,
    release_id  uuid        NOT NULL UNIQUE,
    released_on date        NOT NULL,
    source_url  text,
    added_at    timestamptz NOT NULL,
    PRIMARY KEY (tool_id, label)
);

CREATE UNIQUE INDEX tool_release_by_label ON tool_release (tool_id, lower(label));
